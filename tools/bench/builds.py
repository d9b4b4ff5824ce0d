"""Whole builds as a user runs them: cold, warm, and with one edition added; and the start of the commands."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bench.figures import Figure, seconds
from tools.bench.stages import chart_figure

_ROOT = Path(__file__).resolve().parents[2]


def build_figures(files: Sequence[Path], plumber: float, scratch: Path, *, times: int) -> Iterator[Figure]:
    """`plumber` is the time that pdfplumber takes for the plain text of the same files, in seconds."""
    cold = []
    for turn in range(times):
        cold.append(_build(files, scratch / f"cold{turn}", scratch / f"cache{turn}"))
    usual = statistics.median(cold)
    yield Figure("build", "cold, without charts", usual, "s")
    yield Figure("build", "cold against pdfplumber's text", usual / plumber, "× the time", "<=", 0.25)
    warm = statistics.median(_build(files, scratch / "cold0", scratch / "cache0") for _ in range(times))
    yield Figure("build", "warm", warm, "s", "<=", 1.5)
    _build(files[:-1], scratch / "added", scratch / "fresh")
    yield Figure(
        "build",
        "one edition added",
        _build(files, scratch / "added", scratch / "fresh"),
        "s",
        "<=",
        usual / 10 + 1.5,
    )
    copy = scratch / "charts"
    shutil.copytree(scratch / "cold0", copy)
    yield chart_figure(copy)
    yield from _start_figures(scratch / "cold0", times)


def _build(files: Sequence[Path], out: Path, cache: Path) -> float:
    return _run("build", *map(str, files), "--no-charts", "--out", str(out), cache=cache)


def _start_figures(build: Path, times: int) -> Iterator[Figure]:
    bare = statistics.median(seconds(lambda: _python("-c", "pass")) for _ in range(times))
    shown = statistics.median(_run("--help") for _ in range(times))
    yield Figure("start", "nrm --help, more than a bare interpreter", shown - bare, "s", "<=", 0.3)
    for arguments in (("list", "2016"), ("show", "taobao"), ("diff", "2015", "2016")):
        taken = statistics.median(_run(*arguments, "--build", str(build)) for _ in range(times))
        yield Figure("start", f"nrm {' '.join(arguments)}", taken, "s", "<=", 1.0)


def _run(*arguments: str, cache: Path | None = None) -> float:
    given = {"NRM_CACHE": str(cache)} if cache else {}
    return seconds(lambda: _python("-m", "nrm.cli", *arguments, **given))


def _python(*arguments: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | environment | {"PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
