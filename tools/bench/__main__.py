"""Measure, print a table, write `bench.json` and `bench.png` (`python -m tools.bench [--quick] [--out DIR]`)."""

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

from nrm.stages.discover import sample_files
from tools.bench.builds import build_figures
from tools.bench.figures import Figure
from tools.bench.reading import plumber_seconds, reading_figures
from tools.bench.scale import Step, scale_figures, steps
from tools.bench.stages import stage_figures

_ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = ("nrm", "pypdfium2", "pdfplumber", "pdfminer.six", "spacy", "pandas", "matplotlib")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 1 if a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each figure once, up to 500 pages")
    parser.add_argument("--out", type=Path, default=_ROOT / "dist", help="where bench.json and bench.png go")
    given = parser.parse_args(arguments)
    times = 1 if given.quick else 5
    given.out.mkdir(parents=True, exist_ok=True)
    with sample_files() as files:
        grown = steps(files, 500 if given.quick else 5000)
        figures = [*_measured(files, times, given.quick), *scale_figures(grown)]
    for figure in figures:
        print(_row(figure), flush=True)
    described = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "processor": _processor(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "load": os.getloadavg()[0],
        },
        "versions": {library: version(library) for library in _LIBRARIES},
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
        "scale": [{"pages": p, "seconds": s, "megabytes": m} for p, s, m in grown],
    }
    (given.out / "bench.json").write_text(json.dumps(described, indent=1) + "\n")
    _plot(grown, given.out / "bench.png")
    print(f"\nWritten: {given.out / 'bench.json'}, {given.out / 'bench.png'}")
    return 1 if any(figure.met is False for figure in figures) else 0


def _measured(files: Sequence[Path], times: int, quick: bool) -> Iterator[Figure]:
    yield from reading_figures(files, "samples", times=times, targets=(30, 2.0))
    real = Path(os.environ.get("NRM_TRADE_REPORT", _ROOT.parent / "shared/reports/ustr-2025-nte.pdf"))
    if real.is_file() and not quick:
        yield from reading_figures([real], "real report", times=times, targets=(40, 1.6))
    yield from stage_figures(files, times=times)
    with tempfile.TemporaryDirectory() as scratch:
        plumber = plumber_seconds(files)
        yield from build_figures(files, plumber, Path(scratch), times=min(times, 3))


def _row(figure: Figure) -> str:
    target = f"{figure.bound} {figure.target:.3g}" if figure.bound else ""
    met = {None: "", True: "met", False: "MISSED"}[figure.met]
    return f"{figure.group:12} {figure.name:45} {figure.value:10.4g} {figure.unit:10} {target:10} {met}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def _plot(found: Sequence[Step], file: Path) -> None:
    from matplotlib.figure import Figure as Drawing

    drawing = Drawing(figsize=(8, 3.6), layout="constrained")
    time_axes, memory_axes = drawing.subplots(1, 2)
    pages = [step[0] for step in found]
    time_axes.plot(pages, [step[1] for step in found], marker="o", color="#1f4e79")
    time_axes.set(title="Time", xlabel="pages read by one worker", ylabel="seconds", xlim=0, ylim=0)
    memory_axes.plot(pages, [step[2] for step in found], marker="o", color="#a23b2a")
    memory_axes.set(title="Most memory", xlabel="pages read by one worker", ylabel="megabytes", xlim=0, ylim=0)
    for axes in (time_axes, memory_axes):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(axis="y", color="#dddddd")
    drawing.savefig(file, dpi=150)


if __name__ == "__main__":
    sys.exit(main())
