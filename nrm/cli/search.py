"""`nrm search`: full text over the passages of all editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import Chapters, Countries, Kinds, Limit, Markets, Years, part_of, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nrm.fulltext.search import Hit, Hits

SUMMARY = "Find passages by their words."
EXAMPLES = (
    'nrm search "counterfeit* NOT (shoes OR bags)" --year 2012-2016',
    "nrm search '\"set-top box\" NEAR/8 catalogue' --kind online --json",
)


def command(
    query: Annotated[str, typer.Argument(help="What to look for.")],
    years: Years = None,
    chapters: Chapters = None,
    kind: Kinds = None,
    countries: Countries = None,
    markets: Markets = None,
    limit: Limit = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Find the passages of all editions that match a query, best first, with pages and counts per edition.

    Words next to each other must all be in the passage; "in quotes" side by side; begin* for beginnings; AND, OR, NOT,
    NEAR/5 in capitals, and brackets. Capitals, accents and hyphens do not matter.
    """
    from dataclasses import asdict

    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.corpus import load
    from nrm.fulltext.search import search

    corpus = load(build)
    found = search(corpus, query, part_of(corpus, years, chapters, kind, countries, markets))
    form = chosen(form, json, excel)
    hits = found.hits[: shown(limit, len(found.hits), on_screen=form is Format.TABLE)]
    match form:
        case Format.TABLE:
            _print_hits(found, hits)
        case Format.JSON:
            counts = [asdict(one) for one in found.counts]
            rows = [asdict(hit) for hit in hits]
            print(envelope("search", corpus.sample, query=query, passages=len(found.hits), counts=counts, rows=rows))
        case Format.JSONL | Format.CSV:
            print_rows(form, "search", corpus.sample, [asdict(hit) for hit in hits], excel=excel)
    notices(corpus.sample, law=any(hit.market_id for hit in hits), to_data=form is Format.TABLE)


def _print_hits(found: Hits, hits: Sequence[Hit]) -> None:
    from nrm.cli.edition_counts import print_counts
    from nrm.cli.marked import print_marked
    from nrm.cli.screen import say, say_headed, styled

    for hit in hits:
        place = " · ".join(part for part in (str(hit.list_year), hit.chapter, hit.market_id or "") if part)
        printed = f" (printed {hit.printed_page})" if hit.printed_page else ""
        note = f" · {hit.type}" if hit.type != "paragraph" else ""
        say_headed(place, f" · page {hit.page}{printed}{note}", "cyan")
        print_marked(hit.snippet, "  ")
        print()
    if not found.hits:
        print("No passage matches.\n")
    print(styled("Matches in each edition", "bold"))
    print_counts([(one.list_year, one.matches, one.established) for one in found.counts])
    print()
    passages = f"{len(found.hits):,} passage{'' if len(found.hits) == 1 else 's'}"
    less = f"; the best {len(hits)} are shown (--limit 0 shows all)" if len(hits) < len(found.hits) else ""
    say(f"{found.matches:,} match{'' if found.matches == 1 else 'es'} in {passages}{less}.")
