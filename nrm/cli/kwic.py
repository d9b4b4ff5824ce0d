"""`nrm kwic`: a term in its context, one occurrence a line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import (
    Chapters,
    Countries,
    Kinds,
    Limit,
    Markets,
    NoFold,
    Years,
    folding_rules,
    part_of,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nrm.analysis.text.concordance import Concordance

SUMMARY = "A term in its context."
EXAMPLES = (
    'nrm kwic "set-top box" --sort right',
    "nrm kwic counterfeit* --year 2014-2016 --sort market --json",
    "nrm kwic --regex '(?i)\\bmirrors?\\b' --context 40",
)


class OrderOption(StrEnum):
    """What the lines are sorted by."""

    YEAR = "year"
    LEFT = "left"
    RIGHT = "right"
    MATCH = "match"
    MARKET = "market"


def command(
    term: Annotated[str, typer.Argument(help="A word, a phrase, or begin* for beginnings of words.")],
    regex: Annotated[bool, typer.Option("--regex", help="TERM is a regular expression of Python.")] = False,
    order: Annotated[OrderOption, typer.Option("--sort", help="Sort by this.")] = OrderOption.YEAR,
    context: Annotated[
        int | None, typer.Option("--context", metavar="N", min=0, help="Characters on each side. [default: what fits]")
    ] = None,
    years: Years = None,
    chapters: Chapters = None,
    kind: Kinds = None,
    countries: Countries = None,
    markets: Markets = None,
    no_fold: NoFold = None,
    limit: Limit = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Show every occurrence of a term with what stands to its left and right, and its edition, market and page.

    Sorted by left neighbour, the word before the match counts first, then the one before that.
    """
    from dataclasses import asdict

    from nrm.analysis.text.concordance import concordance, concordance_of_pattern
    from nrm.analysis.text.passages import text_passages
    from nrm.cli.concordance_lines import context_width
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    corpus = load(build)
    passages = text_passages(corpus, part_of(corpus, years, chapters, kind, countries, markets))
    form = chosen(form, json, excel)
    room = context if context is not None else context_width() if form is Format.TABLE else 80
    found: Sequence[Concordance]
    if regex:
        found = concordance_of_pattern(passages, term, context=room, order=order.value)
    else:
        in_force = folding_rules(no_fold)
        found = concordance(passages, term, in_force=in_force, context=room, order=order.value)
    lines = found[: shown(limit, len(found), on_screen=form is Format.TABLE)]
    if form is Format.TABLE:
        _print(lines, len(found))
    else:
        print_rows(
            form, "kwic", corpus.sample, [asdict(line) | {"sample": corpus.sample} for line in lines], excel=excel
        )
    notices(corpus.sample, law=any(line.market_id for line in lines), to_data=form is Format.TABLE)


def _print(lines: Sequence[Concordance], total: int) -> None:
    from nrm.cli.concordance_lines import print_lines
    from nrm.cli.screen import say

    print_lines(lines)
    if lines:
        print()
    less = f"; {len(lines)} are shown (--limit 0 shows all)" if len(lines) < total else ""
    say(f"{total:,} occurrence{'' if total == 1 else 's'}{less}." if total else "The term does not occur.")
