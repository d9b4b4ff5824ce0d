"""`python -m tests.torture --seeds 0:500`: damaged samples through the reading of a build; what escapes is shown."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from nrm.stages.discover import sample_files
from nrm.stages.read_file import FileRead
from nrm.stages.reading import Limits, read_files
from tests.torture.mutations import mutated


def read_damaged(seeds: range, folder: Path, limits: Limits) -> tuple[FileRead, ...]:
    """What becomes of the damaged samples of some seeds, written into a folder under their seeds' numbers."""
    with sample_files() as files:
        contents = [path.read_bytes() for path in files]
    paths = []
    for seed in seeds:
        path = folder / f"{seed:06d}.pdf"
        path.write_bytes(mutated(contents, seed))
        paths.append(path)
    return read_files(paths, limits=limits)


def main() -> int:
    """Read, print a table of how it ended, and give 1 where something was a defect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="0:200", help="FIRST:END")
    parser.add_argument("--timeout", type=float, default=60.0, help="seconds for one file")
    given = parser.parse_args()
    first, end = map(int, given.seeds.split(":"))
    with tempfile.TemporaryDirectory() as folder:
        read = read_damaged(range(first, end), Path(folder), Limits(given.timeout, 2048))
    for ending, count in sorted(Counter(one.trouble or "a report" for one in read).items()):
        print(f"{count:6d}  {ending}")
    escaped = [one for one in read if one.trouble == "defect"]
    for one in escaped:
        print(f"seed {int(Path(one.path).stem)}: {one.message}\n{one.details}", file=sys.stderr)
    return 1 if escaped else 0


if __name__ == "__main__":
    sys.exit(main())
