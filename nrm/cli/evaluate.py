"""`nrm evaluate`: whether a statistical component finds more names, one edition left out after the other."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.tagging.silver import EPOCHS

if TYPE_CHECKING:
    from nrm.tagging.evaluate import Evaluation, Score

SUMMARY = "How well names are found, editions left out in turn."
EXAMPLES = ("nrm evaluate", "nrm evaluate 2016 2024 --workers 2 --json")


def command(
    years: Annotated[
        list[int] | None, typer.Argument(metavar="YEAR", help="Editions to leave out. [default: each in turn]")
    ] = None,
    build: BuildFolder = DEFAULT_BUILD,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="The same seed gives the same figures.")] = 0,
    epochs: Annotated[int, typer.Option("--epochs", metavar="N", min=1, help="Times through all passages.")] = EPOCHS,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes that train. [default: processors]")
    ] = None,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Leave each edition out in turn, train on the others, and try what finds its names.

    Compared are the names and rules alone, the model alone, and both together; apart from all names those of
    markets that no other edition mentions. It takes about a minute for each edition.
    """
    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.corpus import load
    from nrm.stages.training import evaluate_model

    corpus = load(build)
    result = evaluate_model(
        corpus,
        list_years=years or None,
        seed=seed,
        epochs=epochs,
        workers=workers or os.cpu_count() or 1,
        progress=_progress if sys.stderr.isatty() else None,
    )
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    rows = [_row(score) for score in result.scores]
    form = chosen(form, json, excel)
    match form:
        case Format.TABLE:
            _print(result)
        case Format.JSON:
            print(
                envelope(
                    "evaluate",
                    corpus.sample,
                    list_years=result.list_years,
                    worth_it=result.worth_it,
                    notes=result.notes,
                    rows=rows,
                )
            )
        case Format.JSONL | Format.CSV:
            print_rows(form, "evaluate", corpus.sample, rows, excel=excel)
    notices(corpus.sample, law=False, to_data=form is Format.TABLE)


def _progress(done: int, total: int, year: int) -> None:
    print(f"\r\x1b[K{done} of {total} editions tried: {year}", end="", file=sys.stderr, flush=True)


def _row(score: Score) -> dict[str, Any]:
    return {
        "system": score.system,
        "label": score.label,
        "scope": score.scope,
        "wanted": score.wanted,
        "found": score.found,
        "right": score.right,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _print(result: Evaluation) -> None:
    from nrm.cli.screen import print_table, say

    heads = ("system", "label", "names", "wanted", "found", "right", "precision", "recall", "F1")
    rows = [
        (
            score.system,
            score.label,
            score.scope,
            *(f"{number:,}" for number in (score.wanted, score.found, score.right)),
            *("" if share is None else f"{share:.3f}" for share in (score.precision, score.recall, score.f1)),
        )
        for score in result.scores
    ]
    print_table(heads, rows, "bold")
    print()
    say(f"Editions left out in turn: {', '.join(map(str, result.list_years))}.")
    say(result.verdict)
    for note in result.notes:
        say(note)
