"""Whole builds as a user runs them: cold, warm, and with one edition added; and the start of the commands."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.bench.commands import Taken, nrm, python
from tools.bench.figures import Figure
from tools.bench.stages import chart_figure


def build_figures(files: Sequence[Path], plumber: float, scratch: Path, *, times: int) -> Iterator[Figure]:
    """`plumber` is the time that pdfplumber takes for the plain text of the same files, in seconds."""
    _build(files[:1], scratch / "first", scratch / "first-cache")  # modules are compiled once, not in every build
    cold = [_build(files, scratch / f"cold{turn}", scratch / f"cache{turn}") for turn in range(times)]
    usual = _clock(cold)
    yield Figure("build", "cold, without charts", usual, "s")
    yield Figure("build", "the same, all processors together", statistics.median(one.processor for one in cold), "s")
    yield Figure("build", "cold against pdfplumber's text", usual / plumber, "× the time", "<=", 0.25)
    warm = _clock(_build(files, scratch / "cold0", scratch / "cache0") for _ in range(times))
    yield Figure("build", "warm", warm, "s", "<=", 1.5)
    added = _clock(_added(files, scratch / f"added{turn}", scratch / f"fresh{turn}") for turn in range(times))
    yield Figure("build", "one edition added", added, "s", "<=", usual / 10 + 1.5)
    yield chart_figure(Path(shutil.copytree(scratch / "cold0", scratch / "charts")))
    yield from _start_figures(scratch / "cold0", times)


def _build(files: Sequence[Path], out: Path, cache: Path) -> Taken:
    return nrm("build", *map(str, files), "--no-charts", "--out", str(out), cache=cache)


def _added(files: Sequence[Path], out: Path, cache: Path) -> Taken:
    """The newest edition built into a folder that has the others."""
    _build(files[:-1], out, cache)
    return _build(files, out, cache)


def _start_figures(build: Path, times: int) -> Iterator[Figure]:
    bare = _clock(python("-c", "pass") for _ in range(times))
    shown = _clock(nrm("--help") for _ in range(times))
    yield Figure("start", "nrm --help, more than a bare interpreter", shown - bare, "s", "<=", 0.3)
    for arguments in (("list", "2016"), ("show", "taobao"), ("diff", "2015", "2016")):
        taken = _clock(nrm(*arguments, "--build", str(build)) for _ in range(times))
        yield Figure("start", f"nrm {' '.join(arguments)}", taken, "s", "<=", 1.0)


def _clock(taken: Iterable[Taken]) -> float:
    return statistics.median(one.clock for one in taken)
