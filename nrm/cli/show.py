"""`nrm show`: one market's story through the editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.analysis.story import Story
    from nrm.corpus import Corpus

SUMMARY = "One market through the years."
EXAMPLES = ("nrm show taobao", 'nrm show "silk market" --json')


def command(
    name: Annotated[str, typer.Argument(help="A name, a domain or a market_id.")],
    text: Annotated[
        bool | None,
        typer.Option("--text/--no-text", help="Print what all reports say, or none. [default: the newest]"),
    ] = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Tell one market's story: when it was on the list, where the reports say so, and in which words."""
    from nrm.analysis.lookup import find_market
    from nrm.analysis.story import story
    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.corpus import load

    form = chosen(form, json, excel)
    corpus = load(build)
    market_id = find_market(corpus, name)
    listings = [row for row in corpus.rows("listings") if row["market_id"] == market_id]
    match form:
        case Format.TABLE:
            _print_story(story(corpus, market_id), _market(corpus, market_id)["evidence"])
            if text is not False:
                _print_text(corpus, listings if text else listings[-1:], len(listings))
        case Format.JSON:
            print(
                envelope(
                    "show",
                    corpus.sample,
                    market=_market(corpus, market_id),
                    listings=listings,
                    events=[row for row in corpus.rows("events") if row["market_id"] == market_id],
                    passages=_said(corpus, listings),
                    sentences=list(story(corpus, market_id).sentences),
                )
            )
        case Format.JSONL | Format.CSV:
            print_rows(form, "list", corpus.sample, listings, excel=excel)
    notices(corpus.sample, law=True, to_data=form is Format.TABLE)


def _said(corpus: Corpus, listings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The passages of the market's entries, oldest edition first."""
    entries = {row["entry_id"] for row in listings}
    return [
        {
            "list_year": row["list_year"],
            "type": row["type"],
            "page": row["provenance"]["regions"][0]["page"],
            "printed_page": row["provenance"]["regions"][0]["printed"],
            "text": row["text"],
        }
        for row in corpus.rows("passages")
        if row["entry_id"] in entries
    ]


def _market(corpus: Corpus, market_id: str) -> dict[str, Any]:
    return next(row for row in corpus.rows("markets") if row["market_id"] == market_id)


def _print_story(told: Story, evidence: Sequence[str]) -> None:
    from nrm.cli.screen import print_table, say, styled

    print(styled(told.name, "bold") + f"  ({told.kind}, {told.market_id})")
    if told.aliases:
        say(f"Also: {'; '.join(told.aliases)}", "", "      ")
    print()
    _print_drawing(told)
    print()
    for sentence in told.sentences:
        say(sentence)
    print(f"\n{styled('Where the reports list it', 'bold')}")
    rows = [
        (
            str(place.list_year),
            place.name,
            "; ".join(part for part in (place.city, place.country) if part),
            _pages(place.page_first, place.page_last),
            place.printed_first,
            "; ".join(place.domains),
            place.file,
        )
        for place in told.places
    ]
    print_table(("year", "name", "place", "PDF page", "printed", "domains", "file"), rows)
    print(f"\n{styled('Why these are one market', 'bold')}")
    for line in evidence:
        say(line, "", "  ")
    if told.turns:
        print(f"\n{styled('How the entry changed', 'bold')}")
        for turn in told.turns:
            say(str(turn), "", "             ")


def _print_text(corpus: Corpus, shown: list[dict[str, Any]], listings: int) -> None:
    """What the entries of some listings say, passage by passage, and how to see the others."""
    from nrm.cli.screen import say, styled

    one = len(shown) == 1
    print("\n" + styled(f"What the {shown[0]['list_year']} report says" if one else "What the reports say", "bold"))
    for passage in _said(corpus, shown):
        if passage["type"] != "heading":
            say(f"{passage['list_year']}, page {passage['page']}{_printed(passage)}: {passage['text']}", "", "  ")
    if len(shown) < listings:
        say("--text prints what the other editions say, too.")


def _print_drawing(told: Story) -> None:
    """The years and marks of the story, in as many rows as the terminal needs, and what the marks mean."""
    from nrm.analysis.story_text import drawing
    from nrm.cli.screen import width

    columns = width()
    per_row = len(told.states) if columns is None else max(1, (columns + 1) // 5)
    for start in range(0, len(told.states), per_row):
        print(drawing(told.states[start : start + per_row]))
    marks = {"listed": "■ listed", "absent": "· not listed", "unknown": "? not established"}
    seen = {state for _, state in told.states}
    print("   ".join(text for state, text in marks.items() if state in seen))


def _pages(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _printed(passage: Mapping[str, Any]) -> str:
    return f" (printed {passage['printed_page']})" if passage["printed_page"] else ""
