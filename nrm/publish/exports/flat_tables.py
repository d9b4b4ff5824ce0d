"""Tables as flat rows for people: no lists and no objects in cells, and the address of the page.

A provenance becomes the page on which a passage begins, and the number printed there.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nrm.analysis.page_address import page_address
from nrm.schema import Column, table

if TYPE_CHECKING:
    from nrm.publish.tables_once import TablesOnce

Cell = str | int | float | bool | datetime.date | None
_PAGES = ("page_first", "page")
_PAGE_COLUMNS = (
    Column("page", "integer", "Page of the PDF on which it begins, counted from 1.", unit="page of the PDF"),
    Column("printed_page", "string", "The number printed on that page."),
)


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table for a spreadsheet: `columns`, `rows` of as many cells, and the `link` of each row's page.

    `page_column` is the place of the cell that bears the link; -1 where there is none. An empty link is unknown.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    links: tuple[str, ...]
    page_column: int


def flat_tables(corpus: TablesOnce, names: Collection[str]) -> Iterator[FlatTable]:
    """The named tables of a corpus, one after the other."""
    addresses = {row["list_year"]: row["source_url"] or "" for row in corpus.rows("editions")}
    for name in names:
        known = table(name)
        columns = tuple(_flat_columns(known.columns))
        rows = corpus.rows(name)
        heads = [column.name for column in columns]
        page = next((heads.index(one) for one in _PAGES if one in heads), -1)
        cells = tuple(tuple(_cell(row, column) for column in columns) for row in rows)
        pages = (line[page] if page >= 0 else None for line in cells)
        links = tuple(
            page_address(addresses.get(row.get("list_year")), number if isinstance(number, int) else None)
            for row, number in zip(rows, pages, strict=True)
        )
        yield FlatTable(name, known.title, columns, cells, links, page)


def _flat_columns(columns: Collection[Column]) -> Iterator[Column]:
    names = {column.name for column in columns}
    for column in columns:
        if column.type != "object":
            yield column
        elif not names & set(_PAGES):
            yield from _PAGE_COLUMNS


def _cell(row: Mapping[str, Any], column: Column) -> Cell:
    if column.name in row:
        value = row[column.name]
        return "; ".join(value) or None if column.type == "list" else value
    first = row["provenance"]["regions"][0]
    return first["page"] if column.name == "page" else first["printed"] or None
