"""All tables as one JSON document: `{"schema": "nrm.tables/1", "sample": bool, "about": [...], "tables": {...}}`."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.publish.exports.about import about
from nrm.schema import version

if TYPE_CHECKING:
    from nrm.publish.tables_once import TablesOnce


def write(corpus: TablesOnce, names: Collection[str], path: Path) -> None:
    """Write the named tables of a corpus: a list of objects each, with the columns of the schema; unknown is null."""
    document = {
        "schema": f"nrm.tables/{version()}",
        "sample": corpus.sample,
        "about": [" ".join(line) for line in about(corpus)],
        "tables": {name: corpus.rows(name) for name in names},
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, default=str)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
