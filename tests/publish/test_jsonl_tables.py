from __future__ import annotations

import json
from pathlib import Path

import pytest

from nrm.errors import BadTable
from nrm.publish.jsonl_tables import read_rows, write
from nrm.schema import table
from tests.publish.made_up import made_up_records


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "entries.jsonl"
    write("entries", made_up_records(text="a\u2028b\u2029c\x85d\x0be")["entries"], path)
    return path


def test_a_record_is_one_line_for_every_reader(entries: Path) -> None:
    (line,) = entries.read_text("utf-8").splitlines()
    record = json.loads(line)
    assert tuple(record) == table("entries").column_names
    assert record["text"] == "a\u2028b\u2029c\x85d\x0be"
    assert record["category"] is None
    assert record["provenance"]["regions"][0] == {
        "page": 3,
        "printed": "iii",
        "box": [72.0, 100.0, 540.0, 120.5],
    }


@pytest.mark.parametrize("line", ["{}", "[]", "{", '{"entry_id": "x"}', "null"])
def test_a_damaged_line_is_named(entries: Path, line: str) -> None:
    entries.write_text(entries.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(BadTable, match=r"entries\.jsonl: line 2"):
        read_rows(entries)
