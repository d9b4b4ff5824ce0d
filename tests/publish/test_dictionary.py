from __future__ import annotations

import re

from nrm import json_shapes, schema
from nrm.publish.dictionary import data_dictionary
from nrm.publish.views import views


def test_nothing_of_the_schema_is_missing() -> None:
    text = data_dictionary()
    for table in schema.tables().values():
        assert f"### {table.name}\n" in text
        for column in table.columns:
            assert f"| `{column.name}` | {column.type}" in text
            assert column.description in text
    for view in views():
        assert f"| `{view.name}` | {view.question} |" in text
    for code in schema.findings():
        assert f"| {code} |" in text
    for shape in json_shapes.shapes().values():
        assert f"`{shape.schema}`" in text
    assert "| `retained[].changes[].field` | string | never |" in text


def test_every_row_of_a_grid_has_as_many_cells_as_its_header() -> None:
    widths: list[int] = []
    for line in data_dictionary().splitlines():
        if line.startswith("|"):
            widths.append(len(re.findall(r"(?<!\\)\|", line)))
            assert widths[-1] == widths[0], line
        else:
            widths = []
