"""Which files a build is made from: PDFs named one by one, those in folders, or the sample editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from nrm.errors import UnreadablePdf
from nrm.pdf.on_disk import pdfs_below

DEFAULT_SOURCE = "data/raw"
"""Where official PDFs lie unless told otherwise."""


def pdf_files(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files named, and every PDF in the folders named and below them; each once, sorted by path.

    A PDF in a folder is one by its ending or by how it begins; hidden files are left out. Raises `UnreadablePdf`
    for a path that is not there and where there is no PDF at all.
    """
    given = [Path(path) for path in paths]
    found: dict[Path, Path] = {}
    for path in given:
        if not path.exists():
            raise UnreadablePdf(f"{path}: no such file or folder")
        for file in [path] if path.is_file() else pdfs_below(path):
            found.setdefault(file.resolve(), file)
    if not found:
        raise UnreadablePdf(
            f"no PDF in {', '.join(map(str, given)) or 'nothing'}: `nrm fetch` brings the official ones, "
            "or try `nrm build --sample`"
        )
    return tuple(sorted(found.values(), key=str))


@contextmanager
def sample_files() -> Iterator[tuple[Path, ...]]:
    """The sample editions that ship with nrm, as files for the time of the `with` block."""
    with ExitStack() as stack:
        shipped = [one for one in files("nrm.samples").iterdir() if one.name.endswith(".pdf")]
        yield tuple(sorted((stack.enter_context(as_file(one)) for one in shipped), key=str))
