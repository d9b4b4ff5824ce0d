"""`nrm terms`: how often words and runs of words stand in the reports."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import (
    ON_SCREEN,
    Chapters,
    Countries,
    Kinds,
    Limit,
    Markets,
    NoFold,
    Years,
    folding_rules,
    part_of,
)

if TYPE_CHECKING:
    from nrm.analysis.text.term_table import TermTable

SUMMARY = "How often words stand in the reports."
EXAMPLES = (
    "nrm terms --size 2 --size 3 --chapter results",
    'nrm terms "set-top box" parcel --by edition',
    "nrm terms --by kind --min-count 10 --format csv",
)


class ByOption(StrEnum):
    """What is counted apart."""

    EDITION = "edition"
    CHAPTER = "chapter"
    KIND = "kind"
    COUNTRY = "country"


def command(
    terms: Annotated[
        list[str] | None, typer.Argument(metavar="[TERM]...", help="Only these (a star for any ending).")
    ] = None,
    by: Annotated[ByOption | None, typer.Option("--by", help="Count each of these apart.")] = None,
    sizes: Annotated[
        list[int] | None, typer.Option("--size", min=1, max=3, help="Words of a term: 1, 2, 3; repeatable.")
    ] = None,
    min_count: Annotated[int, typer.Option("--min-count", metavar="N", min=1, help="Leave out rarer terms.")] = 2,
    all_words: Annotated[bool, typer.Option("--all-words", help="Count words of grammar as terms, too.")] = False,
    numbers: Annotated[bool, typer.Option("--numbers", help="Count numbers as terms, too.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Print the rules of folding and the stop words.")] = False,
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
    """Count terms of one to three words: in all, per 10,000 words, in how many passages and entries, first and last.

    Different spellings of a term count as one (see --rules); the commonest spellings are shown.
    """
    from nrm.analysis.text.groups import by_named
    from nrm.analysis.text.term_counts import SIZES, Wanted
    from nrm.analysis.text.term_table import term_table
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    if rules:
        _print_rules()
        return
    corpus = load(build)
    part = part_of(corpus, years, chapters, kind, countries, markets)
    form = chosen(form, json, excel)
    most = limit if limit is not None else ON_SCREEN if form is Format.TABLE else 0
    table = term_table(
        corpus,
        part,
        asked=terms or (),
        by=by_named(by.value) if by else None,
        wanted=Wanted(tuple(sorted(set(sizes or SIZES))), min_count, all_words, numbers),
        in_force=folding_rules(no_fold),
        most=most or None,
    )
    if form is Format.TABLE:
        _print(table, terms or [])
    else:
        print_rows(
            form, "terms", corpus.sample, [row.flat() | {"sample": corpus.sample} for row in table.rows], excel=excel
        )
    notices(corpus.sample, law=bool(part.markets), to_data=form is Format.TABLE)


def _print(table: TermTable, asked: list[str]) -> None:
    from nrm.cli.term_screens import print_asked, print_groups

    if asked:
        print_asked(table)
    else:
        print_groups(table)


def _print_rules() -> None:
    from nrm.analysis.text.folding import rules
    from nrm.analysis.text.stopwords import stopwords
    from nrm.cli.screen import print_table, say

    print_table(("rule", "what it does"), list(rules().items()), "bold")
    print()
    say(f"Words of grammar (--all-words counts them): {', '.join(sorted(stopwords()))}.")
