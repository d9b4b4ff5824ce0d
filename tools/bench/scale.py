"""Time and memory against pages, the sample editions again and again: of a worker that reads, and of the tables.

Both are measured in processes of their own, in time of the processor, so that a busy machine bends no line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from tools.bench.figures import Figure

_ROOT = Path(__file__).resolve().parents[2]
_MARKS = (100, 250, 500, 1000, 2000, 3000, 4000, 5000)
_EARLY = 500


class Step(NamedTuple):
    """Pages so far, processor time for them in seconds, and the most memory so far in megabytes."""

    pages: int
    seconds: float
    megabytes: float


def reading_steps(files: Sequence[Path], most: int) -> list[Step]:
    """What a worker of its own takes to read up to so many pages, one file after the other, into reports."""
    return _elsewhere("read", most, files)


def table_steps(files: Sequence[Path], most: int) -> list[Step]:
    """What the tables of up to so many pages take when all is read: names, markets, history, and writing them.

    The sample editions come again under later years. Each step is a process of its own.
    """
    return [step for mark in (_EARLY, most) for step in _elsewhere("tables", mark, files)]


def reading_figures_at_scale(found: Sequence[Step]) -> Iterator[Figure]:
    """Memory at the end, its growth, and time per page behind 500 pages against that before."""
    last = found[-1]
    yield Figure("scale", f"most memory of a worker at {last.pages:,} pages", last.megabytes, "MB", "<=", 250)
    base = next((step for step in found if step.pages >= _EARLY), last)
    if base is not last:
        early, late = base.seconds / base.pages, (last.seconds - base.seconds) / (last.pages - base.pages)
        yield Figure("scale", "time per page behind 500 pages against before", late / early, "×", "<=", 1.15)
        yield Figure("scale", "memory against that at 500 pages", last.megabytes / base.megabytes, "×", "<=", 1.1)


def table_figures_at_scale(found: Sequence[Step]) -> Iterator[Figure]:
    """Time per page and memory of the process that makes the tables."""
    base, last = found[0], found[-1]
    yield Figure("scale", f"tables of {last.pages:,} pages", 1000 * last.seconds / last.pages, "ms/page")
    if last.pages > base.pages:
        grown = (last.seconds / last.pages) / (base.seconds / base.pages)
        yield Figure("scale", "time per page against that at 500 pages", grown, "×", "<=", 1.15)
    yield Figure("scale", f"most memory for the tables of {last.pages:,} pages", last.megabytes, "MB")


def _elsewhere(what: str, most: int, files: Sequence[Path]) -> list[Step]:
    given = [sys.executable, "-m", "tools.bench.scale", what, str(most), *map(str, files)]
    environment = os.environ | {"PYTHONPATH": str(_ROOT)}
    said = subprocess.run(given, cwd=_ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    return [Step(*row) for row in json.loads(said.splitlines()[-1])]


def _read(most: int, files: Sequence[Path]) -> list[Step]:
    from nrm.stages.read_file import read_file

    read_file(files[0])  # what is imported is not the pages' time
    found: list[Step] = []
    marks = [mark for mark in _MARKS if mark <= most] or [most]
    pages, start = 0, time.process_time()
    for file in cycle(files):
        report = read_file(file).report
        pages += report.edition.pages if report else 0
        if pages >= marks[len(found)]:
            found.append(Step(pages, time.process_time() - start, _most_memory()))
            if len(found) == len(marks):
                break
    return found


def _tables(most: int, files: Sequence[Path]) -> list[Step]:
    from tempfile import TemporaryDirectory

    from nrm.publish import write_rows
    from nrm.stages.assemble import assemble
    from nrm.stages.read_file import read_file
    from tools.bench.later_years import in_later_years

    read = [one.report for one in map(read_file, files) if one.report is not None]
    with TemporaryDirectory() as folder:
        (Path(folder) / "warm").mkdir()
        write_rows(assemble(read[:1]).tables, Path(folder) / "warm", sample=True)
        reports = in_later_years(read, most)
        start = time.process_time()
        (Path(folder) / "all").mkdir()
        write_rows(assemble(reports).tables, Path(folder) / "all", sample=True)
        taken = time.process_time() - start
    return [Step(sum(report.edition.pages for report in reports), taken, _most_memory())]


def _most_memory() -> float:
    """Of this program; what the system says of the process counts what was there before it became this program."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    except (OSError, StopIteration):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_MEASURED: dict[str, Callable[[int, Sequence[Path]], list[Step]]] = {"read": _read, "tables": _tables}

if __name__ == "__main__":
    print(json.dumps(_MEASURED[sys.argv[1]](int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])))
