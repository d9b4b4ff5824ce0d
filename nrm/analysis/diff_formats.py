"""A comparison as rows of text, Markdown and HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import replace

from nrm.analysis.changes import Change
from nrm.analysis.diff_value import GROUPS, Diff, DiffRow, Group
from nrm.analysis.phrases import count, years
from nrm.analysis.redline import marked

COLUMNS = ("group", "market_id", "name", "kind", "country", "gap", "last_list_year", "similarity", "note")
TITLES: dict[Group, str] = {
    "added": "Added",
    "relisted": "Relisted",
    "removed": "Removed",
    "retained": "Retained",
    "not_established": "Not established",
}
_LOOK = (
    "body{font:16px/1.4 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "td{padding:.15rem .8rem .15rem 0;vertical-align:top}del{color:#a33000}ins{color:#005b8e;font-weight:bold}"
)
_STYLE = {"same": "{}", "deleted": "<del>{}</del>", "inserted": "<ins>{}</ins>"}


def note(row: DiffRow) -> str:
    """What a reader is told about a row besides its group, as one line; may be empty.

    >>> note(DiffRow("relisted", "x", "X", "online", "", gap=4, last_list_year=2011,
    ...              away=(2012, 2013, 2014, 2015)))
    'after four editions (2012–2015), last listed in 2011'
    """
    open_years = years(row.unknown_years)
    match row.group:
        case "not_established":
            return f"{open_years} cannot say"
        case "relisted":
            parts = [f"after {count(row.gap or 0, 'edition')} ({years(row.away)})"]
            parts.append(f"last listed in {row.last_list_year}")
            parts += [f"not established for {open_years}"] * bool(open_years)
            return ", ".join(parts)
        case "added":
            return f"not established whether for the first time: {open_years}" if open_years else ""
        case "retained":
            parts = [str(change) for change in row.changes]
            if row.gap:
                parts.insert(0, f"away for {count(row.gap, 'edition')} ({years(row.away)})")
            parts += [f"in between not established for {open_years}"] * bool(open_years)
            return "; ".join(parts)
        case "removed":
            return ""


def rows_of_text(diff: Diff) -> list[dict[str, str]]:
    """One dict of text per row with the keys of `COLUMNS`, group by group: for tables and CSV."""
    return [
        {
            "group": row.group,
            "market_id": row.market_id,
            "name": row.name,
            "kind": row.kind,
            "country": row.country,
            "gap": "" if row.gap is None else str(row.gap),
            "last_list_year": "" if row.last_list_year is None else str(row.last_list_year),
            "similarity": next((f"{c.redline.similarity:.4f}" for c in row.changes if c.redline), ""),
            "note": note(row),
        }
        for row in diff.rows
    ]


def as_markdown(diff: Diff) -> str:
    """A heading, a list per group that has rows, and a count of what was retained unchanged.

    Under a reworded market stands its redline: what went struck out, what came in bold.
    """
    lines = [f"# {diff.old} → {diff.new}"]
    for group, title, rows in _groups(diff):
        shown = [row for row in rows if note(row) or group != "retained"]
        lines += ["", f"## {title} ({len(rows)})", ""]
        for row in shown:
            place = f"{row.kind}, {row.country}" if row.country else row.kind
            detail = note(row)
            lines.append(f"- **{_escaped(row.name)}** ({place})" + f": {_escaped(detail)}" * bool(detail))
            lines += [f"  > {words}" for words in redlines(row, "~~{}~~", "**{}**", escape=_escaped)]
        if len(shown) < len(rows):
            lines.append(f"- unchanged: {len(rows) - len(shown)}")
    return "\n".join(lines) + "\n"


def redlines(row: DiffRow, deleted: str, inserted: str, escape: Callable[[str], str] = str) -> list[str]:
    """The redline of a reworded entry as one line, in these marks; none for a row that is not reworded."""
    found = [change.redline for change in row.changes if change.redline is not None]
    plain = [replace(one, pieces=tuple(replace(p, text=escape(p.text)) for p in one.pieces)) for one in found]
    return [marked(one, deleted, inserted) for one in plain]


def as_html(diff: Diff) -> str:
    """A fragment of HTML with a table per group; rewordings unfold to a redline."""
    parts = [f"<h3>{diff.old} → {diff.new}</h3>"]
    for _, title, rows in _groups(diff):
        parts.append(f"<h4>{title} ({len(rows)})</h4><table><tbody>")
        for row in rows:
            redlines = "".join(_redline(change) for change in row.changes)
            cells = (html.escape(cell) for cell in (row.name, row.kind, row.country, note(row)))
            parts.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells))
            parts.append(f"<td>{redlines}</td></tr>")
        parts.append("</tbody></table>")
    return "\n".join(parts)


def as_html_page(diff: Diff, *notices: str) -> str:
    """A web page of its own: the fragment, and under it the notices."""
    told = "".join(f"<p><em>{html.escape(notice)}</em></p>\n" for notice in notices)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{diff.old} → {diff.new}</title>\n'
        f"<style>{_LOOK}</style>\n{as_html(diff)}\n{told}</html>\n"
    )


def _groups(diff: Diff) -> Iterator[tuple[Group, str, tuple[DiffRow, ...]]]:
    for group in GROUPS:
        if rows := getattr(diff, group):
            yield group, TITLES[group], rows


def _redline(change: Change) -> str:
    if change.redline is None:
        return ""
    words = " ".join(_STYLE[p.op].format(html.escape(p.text)) for p in change.redline.pieces)
    return f"<details><summary>the words</summary><p>{words}</p></details>"


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in text)
