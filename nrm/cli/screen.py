"""Printing: data on stdout in the format asked for, notices beside it, colours on a terminal only."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nrm.cli.options import Format
from nrm.cli.text_table import harmless, text_table
from nrm.corpus import SAMPLE_NOTICE

LAW_NOTICE = "USTR states that being listed is no finding that anyone broke a law."
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def width() -> int | None:
    """The columns of the terminal (or of `COLUMNS`); `None` where nothing limits a line, as in a pipe."""
    if os.environ.get("COLUMNS", "").isdigit() or sys.stdout.isatty():
        return max(40, shutil.get_terminal_size().columns)
    return None


def styled(text: str, style: str) -> str:
    """The text in a style (bold, dim, red, green, yellow, cyan) on a terminal; the plain text elsewhere."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], style: str = "dim") -> None:
    """Rows as columns under heads in a style, folded to the terminal."""
    for number, line in enumerate(text_table(heads, rows, width())):
        print(styled(line, style) if number == 0 else line)


def say(text: str, indent: str = "", further: str | None = None) -> None:
    """Print prose, folded to the terminal; `indent` goes before it, `further` before the lines that follow."""
    print(folded(text, indent, further))


def say_headed(head: str, text: str, style: str = "bold") -> None:
    """Print prose of which the beginning stands in a style, folded to the terminal."""
    head = harmless(head)
    lines = folded(head + text)
    print(styled(head, style) + lines.removeprefix(head) if lines.startswith(head) else lines)


def folded(text: str, indent: str = "", further: str | None = None) -> str:
    """Prose folded to the terminal; `indent` goes before it, `further` (else `indent`) before the lines that follow."""
    further = indent if further is None else further
    columns, text = width(), harmless(text)
    if columns is None:
        return indent + text
    return textwrap.fill(text, columns, initial_indent=indent, subsequent_indent=further)


def notices(sample: bool, *, law: bool, to_data: bool) -> None:
    """The notices on sample data and on the law: below a table, or on stderr where stdout holds data."""
    stream = sys.stdout if to_data else sys.stderr
    told = [LAW_NOTICE] * law + [SAMPLE_NOTICE] * sample
    if told and to_data:
        print(file=stream)
    for notice in told:
        print(styled(folded(notice), "yellow") if to_data else f"nrm: {notice}", file=stream)


def envelope(command: str, sample: bool, **fields: object) -> str:
    """The JSON document of a command, as text."""
    from nrm.json_shapes import shape

    document = {"schema": shape(command).schema, "sample": sample, **fields}
    return json.dumps(document, ensure_ascii=False, indent=1, default=plain)


def print_rows(
    form: Format, command: str, sample: bool, rows: Sequence[Mapping[str, Any]], *, excel: bool = False
) -> None:
    """Rows in a format for machines: JSON in its envelope, JSON Lines, or CSV with a header (`excel`: for Excel)."""
    match form:
        case Format.JSON:
            print(envelope(command, sample, rows=[dict(row) for row in rows]))
        case Format.JSONL:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False, default=plain))
        case Format.CSV:
            print_csv(_field_names(command), rows, excel=excel)
        case Format.TABLE:
            raise AssertionError("each command lays out its own table")


def print_csv(names: Sequence[str], rows: Iterable[Mapping[str, Any]], *, excel: bool = False) -> None:
    r"""CSV with a header and `\n`; lists are joined with `; `, unknown is empty, booleans are true and false.

    With `excel` a byte order mark goes before it, and text that might become a formula gets an apostrophe.
    """
    from nrm.publish.excel_cells import BYTE_ORDER_MARK, defused

    if excel:
        sys.stdout.write(BYTE_ORDER_MARK)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        values = [row.get(name) for name in names]
        cells = map(_csv_cell, values)
        writer.writerow(
            defused(cell) if excel and not isinstance(value, int | float) else cell
            for cell, value in zip(cells, values, strict=True)
        )


def _csv_cell(value: object) -> str:
    from nrm.publish import list_cells

    if isinstance(value, list | tuple):
        return list_cells.join([item if isinstance(item, str) else json.dumps(item, default=plain) for item in value])
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(plain(value))


def plain(value: object) -> object:
    """A value as JSON knows it: dates as ISO text, tuples as lists, paths as text."""
    if isinstance(value, str | int | float | bool | None):
        return value
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _field_names(command: str) -> tuple[str, ...]:
    from nrm.json_shapes import Nested, record_fields, shape

    rows = next(field for field in shape(command).fields if field.name == "rows")
    assert isinstance(rows, Nested)
    return tuple(field.name for field in record_fields(rows.of))
