"""`nrm chart`: one chart, to a file or on the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, Country, ExcelFlag, Format, FormatOption, JsonFlag, Kind, chosen
from nrm.errors import UnknownName

if TYPE_CHECKING:
    from nrm.corpus import Corpus

SUMMARY = "Draw one chart."
EXAMPLES = (
    "nrm chart",
    "nrm chart map --out map.svg",
    "nrm chart timeline --kind physical --country CN --years 2015-2024",
    "nrm chart timeline --market taobao --market dhgate",
    'nrm chart term "set-top box" catalogue --kind online',
)
# The command's option and the chart's.
_OPTIONS = {"kind": "kind", "country": "country", "years": "years", "market": "markets", "page": "page"}


def command(
    name: Annotated[str | None, typer.Argument(help="Name of the chart; without it, the charts there are.")] = None,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="What a chart of the wording shows; see the list.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="File ending in .png or .svg. [default: NAME.png]")
    ] = None,
    kind: Kind = None,
    country: Country = None,
    years: Annotated[
        str | None, typer.Option("--years", metavar="YEARS", help="Only these list years: 2016, or 2015-2020.")
    ] = None,
    market: Annotated[
        list[str] | None, typer.Option("--market", metavar="NAME", help="Only this market; repeatable.")
    ] = None,
    page: Annotated[
        int | None, typer.Option("--page", metavar="N", help="Of many rows, only the N-th page of them.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the file in the system's viewer.")] = False,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Draw one chart of a finished build into a file.

    Not every chart has every option; without a name, the list says which has which.
    """
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load
    from nrm.stages.standard_charts import draw_one

    form = chosen(form, json, excel)
    if name is None:
        _print_catalogue(form, excel)
        return
    corpus = load(build)
    file = out or Path(f"{name}.png")
    draw_one(
        corpus,
        name,
        file,
        kind=kind.value if kind else None,
        country=country,
        years=_years(years),
        markets=_markets(corpus, market),
        page=page,
        words=tuple(words) if words else None,
    )
    if form is Format.TABLE:
        print(f"{name}: {file}")
    else:
        print_rows(form, "chart", corpus.sample, [{"chart": name, "file": str(file)}], excel=excel)
    notices(corpus.sample, law=True, to_data=form is Format.TABLE)
    if show:
        typer.launch(str(file))


def _years(text: str | None) -> tuple[int, int] | None:
    """The first and the last list year. Raises `UnknownName` for what is no year and no run of years.

    >>> _years("2016"), _years("2015-2020"), _years(None)
    ((2016, 2016), (2015, 2020), None)
    """
    if text is None:
        return None
    match = re.fullmatch(r"\s*(\d{4})\s*(?:[-–]\s*(\d{4})\s*)?", text)
    if match is None:
        raise UnknownName(f"--years {text}: expected a list year such as 2016, or a run of them such as 2015-2020")
    return int(match[1]), int(match[2] or match[1])


def _markets(corpus: Corpus, names: list[str] | None) -> tuple[str, ...] | None:
    """The market_ids that the names mean, all of them where a name means several."""
    from nrm.analysis.lookup import find_markets

    return tuple(one for name in names for one in find_markets(corpus, name)) if names else None


def _print_catalogue(form: Format, excel: bool) -> None:
    from nrm.charts.catalogue import CATALOGUE
    from nrm.charts.text_catalogue import TEXT_CHARTS
    from nrm.cli.screen import print_rows, print_table

    known = (*CATALOGUE.values(), *TEXT_CHARTS.values())
    rows = [{"chart": one.name, "about": one.about, "options": list(one.options)} for one in known]
    if form is not Format.TABLE:
        print_rows(form, "charts", False, rows, excel=excel)
        return
    flags = {option: f"--{flag}" for flag, option in _OPTIONS.items()}
    told = (" ".join(flags[option] for option in one.options if option in flags) for one in known)
    cells = [(one.name, one.about, options) for one, options in zip(known, told, strict=True)]
    print_table(("chart", "shows", "options"), cells, "bold")
