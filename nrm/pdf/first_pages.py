"""The first pages of a long PDF as a PDF of their own, so that it can be judged without reading all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

_PAGES = 8


@dataclass(frozen=True, slots=True)
class FirstPages:
    """A temporary PDF of the first pages, and the metadata of the whole."""

    file: Path
    metadata: Mapping[str, str]


@contextmanager
def first_pages(path: Path, longer_than: int) -> Iterator[FirstPages | None]:
    """The first eight pages of a PDF that has more than `longer_than`, for the time of the `with` block.

    `None` for a shorter one, and for one that this quick look cannot open or that shows no text: the reader
    itself will say what is wrong with it.
    """
    import pypdfium2

    try:
        whole = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, FileNotFoundError):
        yield None
        return
    with closing(whole), tempfile.TemporaryDirectory() as scratch:
        if len(whole) <= longer_than or not _has_text(whole):
            yield None
            return
        few = Path(scratch) / "first-pages.pdf"
        with closing(pypdfium2.PdfDocument.new()) as part:
            part.import_pages(whole, list(range(_PAGES)))
            part.save(few)
        yield FirstPages(few, whole.get_metadata_dict(skip_empty=True))


def _has_text(whole: pypdfium2.PdfDocument) -> bool:
    for number in range(_PAGES):
        page = whole[number].get_textpage()
        if page.get_text_bounded().strip():
            return True
    return False
