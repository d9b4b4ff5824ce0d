"""`nrm comentions`: which countries, markets and companies are named together."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import Chapters, Countries, Kinds, Limit, Markets, Years, part_of, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nrm.analysis.text.comentions import CoMention

SUMMARY = "Who is named together with whom."
EXAMPLES = (
    "nrm comentions --of country --within paragraph",
    "nrm comentions --of market --of org --out network.gexf",
)


class NamedOption(StrEnum):
    """What is named."""

    COUNTRY = "country"
    MARKET = "market"
    ORG = "org"


class WithinOption(StrEnum):
    """The unit in which two are named together."""

    ENTRY = "entry"
    PARAGRAPH = "paragraph"


def command(
    of: Annotated[
        list[NamedOption] | None, typer.Option("--of", help="What is named; repeatable. [default: all three]")
    ] = None,
    within: Annotated[WithinOption, typer.Option("--within", help="Named together in one of these.")] = (
        WithinOption.ENTRY
    ),
    min_together: Annotated[int, typer.Option("--min-count", metavar="N", min=1, help="Leave out rarer pairs.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write a network for Gephi and networkx: .gexf, .graphml or .csv."),
    ] = None,
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
    """Count the entries or paragraphs in which two countries, markets or companies are named together.

    A market is named in its own entry. To be named together says nothing of why.
    """
    from nrm.analysis.text.comentions import comentions, labels_named, within_named
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    corpus = load(build)
    found = comentions(
        corpus,
        within=within_named(within.value),
        labels=labels_named([one.value for one in of or NamedOption]),
        part=part_of(corpus, years, chapters, kind, countries, markets),
        min_together=min_together,
    )
    form = chosen(form, json, excel)
    kept = found[: shown(limit, len(found), on_screen=form is Format.TABLE)]
    if out is not None:
        from nrm.publish.network import write_network

        write_network(found, out, sample=corpus.sample)
    if form is Format.TABLE:
        _print(kept, len(found), within, out)
    else:
        flat = [one.flat() | {"sample": corpus.sample} for one in kept]
        print_rows(form, "comentions", corpus.sample, flat, excel=excel)
    notices(corpus.sample, law=bool(kept), to_data=form is Format.TABLE)


def _print(kept: Sequence[CoMention], total: int, within: WithinOption, out: Path | None) -> None:
    from nrm.analysis.phrases import years as years_said
    from nrm.cli.screen import print_table, say

    units = "entries" if within is WithinOption.ENTRY else "paragraphs"
    heads = ("one", "what", "other", "what", units, "Jaccard", "editions")
    cells = [
        (
            one.a.name,
            one.a.label.lower(),
            one.b.name,
            one.b.label.lower(),
            f"{one.together:,}",
            f"{one.jaccard:.2f}",
            years_said(one.editions),
        )
        for one in kept
    ]
    if cells:
        print_table(heads, cells, "bold")
        print()
    less = f"; {len(kept)} are shown (--limit 0 shows all)" if len(kept) < total else ""
    say(f"{total:,} pair{'' if total == 1 else 's'} named together in {units}{less}.")
    if out is not None:
        say(f"Network: {out}")
