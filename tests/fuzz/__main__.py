"""Run the fuzzer: `python -m tests.fuzz --family reportlab --seeds 0:100 [--keep DIR]`.

Prints the figures and, of each failing seed, the first differences. `--score DIR` scores a folder
of PDFs that have their truth beside them as JSON. Exit code 1 if anything differs. A family whose
typesetter is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

from nrm.pdf import READERS, ReaderName
from tests.fuzz.programs import MissingProgram
from tests.fuzz.report import FAMILIES, make
from tests.fuzz.score import FIGURES, Tally, score


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--family", choices=[*FAMILIES, "all"], default="reportlab")
    parser.add_argument("--seeds", default="0:20", help="FROM:TO, or one seed")
    parser.add_argument("--keep", type=Path, help="write PDFs and their truth here")
    parser.add_argument("--draw-only", action="store_true", help="draw and keep, do not read")
    parser.add_argument("--score", type=Path, help="score this folder instead")
    parser.add_argument("--reader", choices=READERS, default="pdfplumber")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that draw and read")
    parser.add_argument("--show", type=int, default=5, help="differences shown of each report")
    given = parser.parse_args(arguments)
    if given.score is not None:
        return _table({given.score.name: list(_judged(_beside(given.score), given.show, given.reader))})
    families = FAMILIES if given.family == "all" else (given.family,)
    start, _, stop = given.seeds.partition(":")
    seeds = range(int(start), int(stop) if stop else int(start) + 1)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        if given.draw_only:
            for family in families:
                for pdf, truth in _drawn(family, seeds, folder / family):
                    print(f"{pdf}: {truth['pages']} pages, {len(truth['entries'])} entries", flush=True)
            return 0
        with ProcessPoolExecutor(given.workers) as pool:
            return _table({f: _in_pool(pool, f, seeds, folder / f, given.show, given.reader) for f in families})


def _in_pool(
    pool: ProcessPoolExecutor, family: str, seeds: range, folder: Path, show: int, reader: ReaderName
) -> list[Tally]:
    """The tallies of a family's reports, drawn and read in several processes; differences as they come."""
    tallies = []
    try:
        for told, tally in pool.map(partial(_drawn_and_judged, family, folder, show, reader), seeds):
            print(told, end="", flush=True)
            tallies.append(tally)
    except MissingProgram as missing:
        print(f"{family}: left out: {missing}")
    return tallies


def _drawn_and_judged(family: str, folder: Path, show: int, reader: ReaderName, seed: int) -> tuple[str, Tally]:
    """What there is to say of one report, and its tally."""
    told = io.StringIO()
    with redirect_stdout(told):
        (tally,) = _judged(_drawn(family, [seed], folder), show, reader)
    return told.getvalue(), tally


def _drawn(family: str, seeds: Iterable[int], folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        made = make(family, seed)
        pdf = folder / f"{family}-{seed:04}.pdf"
        pdf.write_bytes(made.pdf)
        pdf.with_suffix(".json").write_text(json.dumps(made.truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
        yield pdf, made.truth


def _beside(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for pdf in sorted(folder.glob("*.pdf")):
        yield pdf, json.loads(pdf.with_suffix(".json").read_text("utf-8"))


def _judged(
    reports: Iterable[tuple[Path, dict[str, Any]]], show: int, reader: ReaderName
) -> Iterator[Tally]:
    """A tally of each report, its first differences printed as they come."""
    import nrm

    for pdf, truth in reports:
        try:
            tally = score(nrm.read_report(pdf, reader), truth)
        except Exception:  # noqa: BLE001 - whatever is raised counts as a failure
            tally = score(_Nothing(), truth)
            tally.differences.insert(0, traceback.format_exc(limit=-2).strip())
        if not tally.perfect:
            print(f"{pdf.stem}: " + ", ".join(f"{n} {v:.3f}" for n, v in tally.figures.items() if v < 1))
            for difference in tally.differences[:show]:
                print(f"    {difference}")
        yield tally


class _Nothing:
    entries: tuple[Any, ...] = ()


def _table(judged: dict[str, list[Tally]]) -> int:
    print(f"\n{'family':14}{'reports':>8}{'perfect':>8}" + "".join(f"{name:>10}" for name in FIGURES))
    perfect = True
    for family, tallies in judged.items():
        total = Tally()
        for tally in tallies:
            total.add(tally)
        good = sum(tally.perfect for tally in tallies)
        perfect = perfect and good == len(tallies)
        print(f"{family:14}{len(tallies):8}{good:8}" + "".join(f"{v:10.4f}" for v in total.figures.values()))
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main())
