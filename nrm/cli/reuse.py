"""`nrm reuse`: how much of each entry was carried over from the year before, and what stands in many entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import Limit, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nrm.analysis.text.boilerplate import Boilerplate
    from nrm.analysis.text.reuse import Reuse
    from nrm.corpus import Corpus

SUMMARY = "Wording carried over from year to year."
EXAMPLES = ("nrm reuse", "nrm reuse rutracker", "nrm reuse --boilerplate --json")


def command(
    market: Annotated[str | None, typer.Argument(help="A market; without it, all of them, edition by edition.")] = None,
    boilerplate: Annotated[
        bool, typer.Option("--boilerplate", help="Sentences that stand in entries of several markets.")
    ] = False,
    shortest: Annotated[
        int | None,
        typer.Option("--shortest", metavar="N", min=1, help="Fewest words side by side that count. [default: 5]"),
    ] = None,
    limit: Limit = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Tell how much of the entries was carried over, word for word, from the edition before.

    Runs of at least five words that both entries have are matched, the longest first (greedy string tiling). Of one
    market, the changes are shown, too. With --boilerplate, sentences of at least six words.
    """
    from nrm.analysis.text import boilerplate as boilerplates
    from nrm.analysis.text import reuse as reuses
    from nrm.corpus import load

    if boilerplate and market is not None:
        raise typer.BadParameter("give a MARKET or --boilerplate, not both")
    corpus = load(build)
    form = chosen(form, json, excel)
    if boilerplate:
        found = boilerplates.boilerplate(corpus, shortest=shortest or boilerplates.SHORTEST)
        _show_boilerplate(corpus, found, limit, form, excel)
    else:
        _show_reuse(corpus, reuses.reuse(corpus, shortest=shortest or reuses.SHORTEST), market, form, excel)


def _show_reuse(corpus: Corpus, rows: Sequence[Reuse], market: str | None, form: Format, excel: bool) -> None:
    from dataclasses import asdict

    from nrm.analysis.text.choose_part import choose_part
    from nrm.analysis.text.reuse_by_year import reuse_by_year
    from nrm.cli.reuse_screens import print_market, print_years
    from nrm.cli.screen import notices, print_rows

    if market is not None:
        wanted = choose_part(corpus, markets=market).markets
        rows = [row for row in rows if row.market_id in wanted]
    if form is Format.TABLE:
        print_years(reuse_by_year(rows)) if market is None else print_market(corpus, rows)
    else:
        flat = [asdict(row) | {"sample": corpus.sample} for row in rows]
        print_rows(form, "reuse", corpus.sample, flat, excel=excel)
    notices(corpus.sample, law=True, to_data=form is Format.TABLE)


def _show_boilerplate(
    corpus: Corpus, found: Sequence[Boilerplate], limit: int | None, form: Format, excel: bool
) -> None:
    from dataclasses import asdict

    from nrm.cli.reuse_screens import print_boilerplate
    from nrm.cli.screen import notices, print_rows

    kept = found[: shown(limit, len(found), on_screen=form is Format.TABLE)]
    if form is Format.TABLE:
        print_boilerplate(kept, len(found))
    else:
        flat = [asdict(one) | {"sample": corpus.sample} for one in kept]
        print_rows(form, "boilerplate", corpus.sample, flat, excel=excel)
    notices(corpus.sample, law=bool(kept), to_data=form is Format.TABLE)
