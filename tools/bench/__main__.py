"""Measure, print a table, write `bench.json` and `bench.png` (`python -m tools.bench [--quick] [--only PART]`)."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from nrm.pdf.pdfium.compiled import page_walk
from nrm.stages.discover import sample_files
from tools.bench.builds import build_figures
from tools.bench.commands import with_bytecode
from tools.bench.figures import Figure
from tools.bench.plot import plot
from tools.bench.reading import plumber_seconds, reading_figures
from tools.bench.scale import Step, reading_figures_at_scale, reading_steps, table_figures_at_scale, table_steps
from tools.bench.stages import stage_figures

_ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("reading", "stages", "build", "scale")
_LIBRARIES = ("nrm", "pypdfium2", "pdfplumber", "pdfminer.six", "spacy", "pandas", "matplotlib")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each figure once, up to 500 pages")
    parser.add_argument("--only", choices=_PARTS, help="measure one part")
    parser.add_argument("--out", type=Path, default=_ROOT / "dist", help="where bench.json and bench.png go")
    given = parser.parse_args(arguments)
    parts = (given.only,) if given.only else _PARTS
    given.out.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    grown: list[Step] = []
    with sample_files() as files, tempfile.TemporaryDirectory() as scratch:
        with_bytecode()
        for figure in _measured(files, parts, Path(scratch), quick=given.quick, grown=grown):
            print(_row(figure), flush=True)
            figures.append(figure)
    described = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "processor": _processor(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "load": os.getloadavg()[0],
            "compiled": page_walk is not None,
        },
        "versions": {library: version(library) for library in _LIBRARIES},
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
        "scale": [step._asdict() for step in grown],
    }
    written = [given.out / "bench.json"]
    written[0].write_text(json.dumps(described, indent=1) + "\n")
    if grown:
        written.append(given.out / "bench.png")
        plot(grown, written[1])
    print(f"\nWritten: {', '.join(map(str, written))}")
    return 1 if any(figure.met is False for figure in figures) else 0


def _measured(
    files: Sequence[Path], parts: Sequence[str], scratch: Path, *, quick: bool, grown: list[Step]
) -> Iterator[Figure]:
    """Every figure of these parts; the steps of a worker that reads are put into `grown`."""
    times, seldom = (1, 1) if quick else (5, 3)
    plumber = plumber_seconds(files, seldom) if {"reading", "build"} & set(parts) else 0.0
    if "reading" in parts:
        yield from reading_figures(files, "samples", plumber, times=times, targets=(30, 2.0))
        real = Path(os.environ.get("NRM_TRADE_REPORT", _ROOT.parent / "shared/reports/ustr-2025-nte.pdf"))
        if real.is_file() and not quick:
            slow = plumber_seconds([real], seldom)
            yield from reading_figures([real], "real report", slow, times=times, targets=(40, 1.6))
    if "stages" in parts:
        yield from stage_figures(files, times=times)
    if "build" in parts:
        yield from build_figures(files, plumber, scratch, times=times)
    if "scale" in parts:
        most = 500 if quick else 5000
        grown.extend(reading_steps(files, most))
        yield from reading_figures_at_scale(grown)
        yield from table_figures_at_scale(table_steps(files, most))


def _row(figure: Figure) -> str:
    target = f"{figure.bound} {figure.target:.3g}" if figure.bound else ""
    met = {None: "", True: "met", False: "MISSED"}[figure.met]
    return f"{figure.group:12} {figure.name:52} {figure.value:10.4g} {figure.unit:10} {target:10} {met}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


if __name__ == "__main__":
    sys.exit(main())
