"""Charts as files: the standard set into a build's folder, or one chart into a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from nrm.charts.canvas import settled
from nrm.charts.catalogue import CATALOGUE, drawn, standard_set
from nrm.charts.save import FORMATS, save
from nrm.corpus import Corpus
from nrm.errors import NrmError, UnknownName
from nrm.stages.python_path import python_path


def draw(corpus: Corpus, folder: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
    """Draw the standard set (or some of it) as PNG and SVG into the folder, made if needed; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, ax in standard_set(corpus, only):
        with settled(ax):
            for form in FORMATS:
                save(ax, folder / f"{name}.{form}")
                files.append(folder / f"{name}.{form}")
    return tuple(files)


def draw_standard_set(folder: Path, *, sample: bool, workers: int | None = None) -> tuple[Path, ...]:
    """The standard set of the tables in a folder into its folder `charts`, in as many processes as there are
    processors (or `workers`); gives the files, chart by chart. Raises `RuntimeError` where a process fails."""
    count = max(1, min(workers or os.cpu_count() or 1, len(CATALOGUE)))
    if count == 1:
        draw(Corpus(folder, sample), folder / "charts")
    else:
        shares = [list(CATALOGUE)[first::count] for first in range(count)]
        with ExitStack() as stack:
            running = [stack.enter_context(_drawing(folder, sample, share)) for share in shares]
            said = [one.communicate()[1] for one in running]
        for one, words in zip(running, said, strict=True):
            if one.returncode:
                raise RuntimeError(f"drawing charts failed: {words.decode(errors='replace').strip()[-2000:]}")
    made = {path.name for path in (folder / "charts").iterdir()}
    names = (f"{name}.{form}" for name in CATALOGUE for form in FORMATS)
    return tuple(folder / "charts" / name for name in names if name in made)


@contextmanager
def _drawing(folder: Path, sample: bool, names: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that draws charts; it does not outlive the `with` block, whose folder may be taken away then."""
    code = [sys.executable, "-P", "-m", "nrm.stages.standard_charts", str(folder), str(int(sample)), *names]
    environment = os.environ | {"PYTHONPATH": python_path()}
    with subprocess.Popen(code, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()  # nothing where it has ended


def draw_one(corpus: Corpus, name: str, file: Path, **options: object) -> None:
    """Draw one chart of the catalogue into a file that ends in `.png` or `.svg`; for the options see `drawn`.

    Raises `UnknownName` for another name, option or ending, `NrmError` where the file cannot be written.
    """
    if file.suffix.lower().lstrip(".") not in FORMATS:
        raise UnknownName(f"{file}: a chart's file ends in .{' or .'.join(FORMATS)}")
    try:
        save(drawn(corpus, name, **options), file)
    except OSError as error:
        raise NrmError(f"{file} cannot be written: {error.strerror}") from error


if __name__ == "__main__":
    draw(Corpus(Path(sys.argv[1]), sys.argv[2] == "1"), Path(sys.argv[1]) / "charts", sys.argv[3:])
