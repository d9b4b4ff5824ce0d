"""A DataFrame that shows itself well in a notebook: whole texts, marked matches, few digits, notices."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from nrm.analysis import notices
from nrm.json_shapes import record_fields
from nrm.schema import Column

_MATCH = re.compile(r"\*\*(.*?)\*\*", re.DOTALL)
_MOST_ROWS = 40
_DIGITS = 4


class NotebookFrame(pd.DataFrame):
    """A table with a `title` and the notices that belong to its data; what is cut from it has them, too.

    `facsimile` says whether the data are facsimiles; `to_the_right` names columns of text that end
    where the next one begins, as the left side of a concordance does.
    """

    _metadata = ["title", "facsimile", "to_the_right"]  # noqa: RUF012 -- pandas reads it so
    title: str
    facsimile: bool
    to_the_right: tuple[str, ...]

    @property
    def _constructor(self) -> Callable[..., NotebookFrame]:
        return NotebookFrame

    def _repr_html_(self) -> str:
        """The table with at most forty rows, what is left out, and the notices."""
        shown = self.drop(columns="sample", errors="ignore").head(_MOST_ROWS)
        right = {*(getattr(self, "to_the_right", None) or ()), *shown.select_dtypes("number").columns}
        heads = "".join(f"<th>{html.escape(str(name))}</th>" for name in shown.columns)
        rows = "".join(
            "<tr>" + "".join(_cell(value, name in right) for name, value in row.items()) + "</tr>"
            for row in shown.to_dict("records")
        )
        more = f"<p>… and {len(self) - len(shown):,} more rows</p>" if len(shown) < len(self) else ""
        title = f"<p><strong>{html.escape(getattr(self, 'title', None) or '')}</strong></p>"
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        return title + table + more + notices.as_html(bool(getattr(self, "facsimile", False)))


def notebook_frame(
    rows: Iterable[Mapping[str, Any]],
    record: str,
    title: str,
    *,
    sample: bool,
    to_the_right: tuple[str, ...] = (),
) -> NotebookFrame:
    """Rows as a table with the columns of a record of `schema.toml`, typed, also where there is no row.

    A column `sample` is `sample` in every row.
    """
    records = [{**row, "sample": sample} for row in rows]
    frame = NotebookFrame(
        {
            column.name: pd.Series([row[column.name] for row in records], dtype=_DTYPES[column.type])
            for column in record_fields(record)
            if isinstance(column, Column)
        }
    )
    frame.title, frame.facsimile, frame.to_the_right = title, sample, to_the_right
    return frame


_DTYPES: Mapping[str, Any] = {
    "integer": "Int64",
    "number": "Float64",
    "string": pd.StringDtype("python"),
    "boolean": "boolean",
    "list": "object",
    "integers": "object",
}


def _cell(value: Any, right: bool) -> str:
    style = f' style="text-align:{"right" if right else "left"}"'
    if isinstance(value, tuple | list):
        text = html.escape("; ".join(map(str, value)))
    elif pd.isna(value):
        text = ""
    elif isinstance(value, float):
        text = f"{value:.{_DIGITS}g}" if abs(value) < 1000 else f"{value:,.1f}"
    else:
        text = _MATCH.sub(r"<mark>\1</mark>", html.escape(str(value)))
    return f"<td{style}>{text}</td>"
