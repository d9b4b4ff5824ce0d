"""Time and memory of one worker against the pages that it reads: the sample editions again and again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from tools.bench.figures import Figure

Step = tuple[int, float, float]
"""Pages read so far, seconds taken so far, and the most memory so far in megabytes."""

_ROOT = Path(__file__).resolve().parents[2]
_MARKS = (100, 250, 500, 1000, 2000, 3000, 4000, 5000)


def steps(files: Sequence[Path], most: int) -> list[Step]:
    """What a worker of its own takes to read up to so many pages."""
    given = [sys.executable, "-m", "tools.bench.scale", str(most), *map(str, files)]
    said = subprocess.run(given, cwd=_ROOT, capture_output=True, text=True, check=True).stdout
    return [tuple(row) for row in json.loads(said.splitlines()[-1])]


def scale_figures(found: Sequence[Step]) -> Iterator[Figure]:
    """Memory at the end, its growth, and time per page at the end against that at 500 pages."""
    pages, taken, memory = found[-1]
    yield Figure("scale", f"most memory of a worker at {pages:,} pages", memory, "MB", "<=", 250)
    base = next((step for step in found if step[0] >= 500), None)
    if base is not None and base is not found[-1]:
        early = base[1] / base[0]
        late = (taken - base[1]) / (pages - base[0])
        yield Figure("scale", "time per page behind 500 pages against before", late / early, "×", "<=", 1.15)
        yield Figure("scale", "memory against that at 500 pages", memory / base[2], "×", "<=", 1.1)


def _measured(most: int, files: Sequence[Path]) -> list[Step]:
    import resource

    from nrm.stages.read_file import read_file

    read_file(files[0])  # what is imported is not the pages' time
    found: list[Step] = []
    marks = [mark for mark in _MARKS if mark <= most] or [most]
    pages, start = 0, time.perf_counter()
    for file in cycle(files):
        report = read_file(file).report
        pages += report.edition.pages if report else 0
        if pages >= marks[len(found)]:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            found.append((pages, time.perf_counter() - start, memory))
            if len(found) == len(marks):
                return found
    return found


if __name__ == "__main__":
    print(json.dumps(_measured(int(sys.argv[1]), [Path(name) for name in sys.argv[2:]])))
