"""The PDFs of a folder: by the ending of their name or, whatever the name, by how they begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_LOOKED_AT = 1024


def pdfs_below(folder: Path) -> Iterator[Path]:
    """Every PDF in a folder and below it, in no order: what ends in `.pdf` and what begins as a PDF does.

    Hidden files and folders are left out: some systems keep notes beside a file that look like it.
    """
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and (path.suffix.lower() == ".pdf" or begins_as_pdf(path)):
            yield path


def begins_as_pdf(path: Path) -> bool:
    """Whether a file begins with a PDF's header, white space apart; one that cannot be opened does not."""
    try:
        with path.open("rb") as stream:
            return stream.read(_LOOKED_AT).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")
    except OSError:
        return False
