"""Charts as files: the standard set into a build's folder, or one chart into a file."""

from __future__ import annotations

from pathlib import Path

from nrm.charts.canvas import settled
from nrm.charts.catalogue import drawn, standard_set
from nrm.charts.save import FORMATS, save
from nrm.corpus import Corpus
from nrm.errors import NrmError, UnknownName


def draw(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Draw the standard set as PNG and SVG into the folder, made if needed; gives the files, chart by chart."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, ax in standard_set(corpus):
        with settled(ax):
            for form in FORMATS:
                save(ax, folder / f"{name}.{form}")
                files.append(folder / f"{name}.{form}")
    return tuple(files)


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
