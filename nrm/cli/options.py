"""Options that several commands share, and what they mean."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_BUILD = Path("data/derived")


class Format(StrEnum):
    """How a command prints its data."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class KindOption(StrEnum):
    """Which markets: online or physical ones."""

    ONLINE = "online"
    PHYSICAL = "physical"


BuildFolder = Annotated[Path, typer.Option("--build", metavar="DIR", help="The finished build to read.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the data.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
ExcelFlag = Annotated[
    bool,
    typer.Option("--excel", help="With --format csv: as Excel likes it (byte order mark, no cell is a formula)."),
]
Kind = Annotated[KindOption | None, typer.Option("--kind", help="Only online or only physical markets.")]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="Only markets in, or at home in, a country (ISO code such as CN)."),
]


def chosen(given: Format, json: bool, excel: bool = False) -> Format:
    """The format that the options mean together."""
    form = Format.JSON if json else given
    if excel and form is not Format.CSV:
        raise typer.BadParameter("--excel goes with --format csv")
    return form
