"""`nrm aliases`: names that may be one market, for a person to decide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.corpus import Corpus
    from nrm.identity.near import NearName

SUMMARY = "Names that may be one market: the open ones."
EXAMPLES = (
    "nrm aliases",
    'nrm aliases rutraker rutracker --decision same --source "2025 list, page 30"',
    'nrm aliases zed zed-2 --decision different --why "another owner" --source "court record"',
)
_DOUBTS = ("undecided-alias", "id-unstable", "same-market-twice", "alias-unmatched", "near-name")


class DecisionOption(StrEnum):
    """What a person says of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


def command(
    one: Annotated[str, typer.Argument(metavar="ID", help="A market_id to decide about.")] = "",
    other: Annotated[str, typer.Argument(metavar="ID", help="The other one.")] = "",
    decision: Annotated[
        DecisionOption | None, typer.Option("--decision", help="Write into the table what the two are.")
    ] = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where that is known from.")] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, where they stay two.")] = "",
    table: Annotated[
        Path | None, typer.Option("--table", metavar="FILE", help="The reviewed table. [default: nrm's own]")
    ] = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Show which names of a build resemble each other and were not joined, or decide about two markets.

    A decision is written into the reviewed table, which beats every automatic join; the next build follows it.
    """
    from nrm.cli.screen import notices
    from nrm.corpus import load

    if bool(one) != bool(other) or bool(one) != (decision is not None):
        raise typer.BadParameter("give two market_ids and --decision, or none of them")
    corpus = load(build)
    form = chosen(form, json, excel)
    if decision is None:
        _show(corpus, table, form, excel)
    else:
        _decide(corpus, (one, other), decision, source, why, table, form, excel)
    notices(corpus.sample, law=True, to_data=form is Format.TABLE)


def _show(corpus: Corpus, table: Path | None, form: Format, excel: bool) -> None:
    from nrm.identity.aliases import read, reviewed
    from nrm.identity.near import is_decided, near_names
    from nrm.identity.table_file import read_table
    from nrm.stages.market_pipeline import corpus_markets

    known = reviewed() if table is None else read(read_table(table))
    pairs = [pair for pair in near_names(corpus_markets(corpus), known) if not is_decided(pair, known)]
    told = {pair.finding().text for pair in pairs}
    doubts = [row for row in corpus.rows("findings") if row["code"] in _DOUBTS and row["text"] not in told]
    _print(corpus, pairs, doubts, form, excel=excel)


def _decide(
    corpus: Corpus,
    ids: tuple[str, str],
    decision: DecisionOption,
    source: str,
    why: str,
    table: Path | None,
    form: Format,
    excel: bool,
) -> None:
    from nrm.identity.aliases import read
    from nrm.identity.decide import decided
    from nrm.identity.near import pair_of
    from nrm.identity.table_file import read_table, table_file, write_table
    from nrm.stages.market_pipeline import corpus_markets

    file = table or table_file()
    text = read_table(file)
    pair = pair_of(*ids, corpus_markets(corpus), read(text))
    years = [row["list_year"] for row in corpus.rows("listings") if row["name"] == pair.one_name]
    write_table(file, decided(text, pair, decision.value, source=source, why=why, years=years))
    if form is Format.TABLE:
        print(f'"{pair.one_name}" ({pair.one.market_id}), "{pair.other_name}" ({pair.other.market_id}): {decision}')
        print(f"Written into {file}; the next `nrm build` follows it.")
    else:
        _print(corpus, [pair], [], form, written=str(file), excel=excel)


def _print(
    corpus: Corpus, pairs: list[NearName], doubts: list[Any], form: Format, *, excel: bool, written: str = ""
) -> None:
    from nrm.cli.screen import envelope, print_rows

    rows = [_row(pair) for pair in pairs]
    match form:
        case Format.TABLE:
            _print_table(rows, doubts)
        case Format.JSON:
            findings = [{name: row[name] for name in ("code", "severity", "page", "text", "hint")} for row in doubts]
            print(envelope("aliases", corpus.sample, rows=rows, findings=findings, written=written))
        case Format.JSONL | Format.CSV:
            print_rows(form, "aliases", corpus.sample, rows, excel=excel)


def _row(pair: NearName) -> dict[str, Any]:
    return {
        "score": round(pair.score, 1),
        "market_id": pair.one.market_id,
        "name": pair.one_name,
        "other_id": pair.other.market_id,
        "other_name": pair.other_name,
        "other_reviewed": pair.other.is_reviewed,
        "kind": pair.one.kind,
        "country": pair.one.country,
    }


def _print_table(rows: list[dict[str, Any]], doubts: list[Any]) -> None:
    from nrm.cli.screen import print_table, say, styled

    if rows:
        heads = ("score", "name", "market_id", "resembles", "market_id", "in the table", "country")
        cells = [
            (
                f"{row['score']:.0f}",
                row["name"],
                row["market_id"],
                row["other_name"],
                row["other_id"],
                "yes" if row["other_reviewed"] else "no",
                row["country"],
            )
            for row in rows
        ]
        print_table(heads, cells, "bold")
        print()
        say("Decide with `nrm aliases ID ID --decision same|different|undecided --source TEXT`.")
    else:
        print("No two names resemble each other but those that the reviewed table has decided about.")
    if doubts:
        print(f"\n{styled('Other doubts about who is who', 'bold')}")
    for row in doubts:
        year = f"{row['list_year']}, " if row["list_year"] else ""
        say(f"{year}{row['code']}: {row['text']}", "", "  ")
