"""`metadata.json`: has a Datasette server show nrm.sqlite with descriptions, facets and ready questions.

    datasette nrm.sqlite --metadata metadata.json

The format is that of Datasette 0.64 and later (https://docs.datasette.io/en/stable/metadata.html).
"""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from nrm.publish import rights
from nrm.publish.views import views
from nrm.schema import Table, tables

FILE = "metadata.json"
_LABELS = ("name", "title")
_MOST_FACETS = 4


def write(folder: Path, database: str, *, sample: bool) -> None:
    """Write the metadata of the database with this file name."""
    text = json.dumps(metadata(Path(database).stem, sample=sample), ensure_ascii=False, indent=2)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def metadata(database: str, *, sample: bool) -> dict[str, Any]:
    """The metadata as a dict; `database` is the name of the file without its ending."""
    licence = rights.licence(sample=sample)
    notice = f"{rights.SAMPLE_NOTICE} " if sample else ""
    source = {} if sample else {"source": rights.PUBLISHER["title"], "source_url": rights.PUBLISHER["path"]}
    return {
        "title": "Notorious Markets List" + (" (sample data)" if sample else ""),
        "description": f"{notice}The markets of the yearly lists, with pages. {rights.RESERVATION}",
        "license": licence["title"],
        "license_url": licence["path"],
        **source,
        "databases": {
            database: {
                "tables": {name: _table(table) for name, table in tables().items()}
                | {view.name: {"description": view.question} for view in views()},
                "queries": _queries(),
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    label = next((name for name in _LABELS if name in table.column_names), None)
    facets = [column.name for column in table.columns if column.fixed]
    facets += [name for name in ("list_year", "country") if name in table.column_names and table.primary_key != (name,)]
    return {
        "title": table.title,
        "description": f"One row is {table.row}.",
        "columns": {column.name: column.description for column in table.columns},
        "facets": facets[:_MOST_FACETS],
        **({"label_column": label} if label else {}),
    }


def _queries() -> dict[str, Any]:
    rows = tomllib.loads(files("nrm.publish").joinpath("queries.toml").read_text("utf-8"))
    return {name: row | {"sql": row["sql"].strip()} for name, row in rows.items()}
