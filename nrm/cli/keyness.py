"""`nrm keyness`: the words that set one part of the corpus apart from another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.cli.text_options import Limit, NoFold, folding_rules, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nrm.analysis.text.keyness import Keyness, Keyword

SUMMARY = "Words that set one part apart from another."
EXAMPLES = (
    "nrm keyness 2010-2013 2021-2024",
    "nrm keyness online physical --size 2 --min-count 10",
    'nrm keyness "2024+issue focus" rest --json',
)


_WIDE = 110


class CorrectionOption(StrEnum):
    """How p-values are corrected for the number of terms."""

    BH = "bh"
    HOLM = "holm"
    BONFERRONI = "bonferroni"


def command(
    a: Annotated[str, typer.Argument(metavar="A", help="A part: years, kind, chapter, country:CN, or some with +.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another part, or `rest` for all that is not in A.")],
    sizes: Annotated[
        list[int] | None, typer.Option("--size", min=1, max=3, help="Words of a term; repeatable. [default: 1]")
    ] = None,
    min_count: Annotated[int, typer.Option("--min-count", metavar="N", min=1, help="Leave out rarer terms.")] = 5,
    correction: Annotated[
        CorrectionOption, typer.Option("--correction", help="Of p-values, for the number of terms.")
    ] = CorrectionOption.BH,
    all_words: Annotated[bool, typer.Option("--all-words", help="Compare words of grammar, too.")] = False,
    numbers: Annotated[bool, typer.Option("--numbers", help="Compare numbers, too.")] = False,
    no_fold: NoFold = None,
    limit: Limit = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Compare how often terms stand in two parts of the corpus: log-likelihood, log ratio and corrected p-value.

    The log ratio is the effect: 1 is twice as often in A, -1 twice as often in B. The log-likelihood (G2) says how sure
    it is. Words come in clusters, so look at the passages as well.
    """
    from dataclasses import asdict

    from nrm.analysis.text.keyness import keyness
    from nrm.analysis.text.term_counts import Wanted
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    corpus = load(build)
    found = keyness(
        corpus,
        a,
        b,
        wanted=Wanted(tuple(sorted(set(sizes or (1,)))), min_count, all_words, numbers),
        in_force=folding_rules(no_fold),
        correction=correction.value,
    )
    form = chosen(form, json, excel)
    if form is Format.TABLE:
        _print(found, limit, correction)
    else:
        rows = found.keywords[: shown(limit, len(found.keywords), on_screen=False)]
        flat = [asdict(row) | {"sample": corpus.sample} for row in rows]
        print_rows(form, "keyness", corpus.sample, flat, excel=excel)
    notices(corpus.sample, law=False, to_data=form is Format.TABLE)


def _print(found: Keyness, limit: int | None, correction: CorrectionOption) -> None:
    from nrm.cli.screen import say, say_headed, styled

    for name, words, passages in (
        (found.a, found.words_a, found.passages_a),
        (found.b, found.words_b, found.passages_b),
    ):
        say_headed(name, f": {words:,} words in {passages:,} passages")
    sides = (
        (found.a, [row for row in found.keywords if row.log_ratio > 0]),
        (found.b, [row for row in found.keywords if row.log_ratio < 0]),
    )
    for name, rows in sides:
        kept = rows[: shown(limit, len(rows), on_screen=True)]
        print("\n" + styled(f"More frequent in {name} ({len(kept)} of {len(rows)} terms)", "bold"))
        _print_rows(kept)
    print()
    say(
        f"{len(found.keywords):,} terms were compared; p is corrected for that number ({correction.value}). "
        "Highest G2 first; the log ratio with its 95 % interval."
    )


def _print_rows(rows: Sequence[Keyword]) -> None:
    from nrm.cli.screen import print_table, width

    heads = ["term", "A", "B", "per 10,000: A", "B", "passages: A", "B", "G2", "log ratio", "95 %", "p"]
    cells = [
        [
            row.term,
            f"{row.count_a:,}",
            f"{row.count_b:,}",
            f"{row.per_10000_a:.1f}",
            f"{row.per_10000_b:.1f}",
            f"{row.passages_a:,}",
            f"{row.passages_b:,}",
            f"{row.g2:.1f}",
            f"{row.log_ratio:+.2f}",
            f"{row.log_ratio_low:+.1f} … {row.log_ratio_high:+.1f}",
            p_said(row.p_adjusted),
        ]
        for row in rows
    ]
    if (width() or _WIDE) < _WIDE:
        # Relative frequencies and passages have no room; other formats have them.
        heads, cells = heads[:3] + heads[7:], [row[:3] + row[7:] for row in cells]
    if cells:
        print_table(heads, cells)


def p_said(p: float) -> str:
    """A p-value with as many places as it deserves."""
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}" if p < 0.1 else f"{p:.2f}"
