"""The headings of a tagged file, read when they are asked for: most documents are never asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, overload

from nrm.pdf.document import TaggedHeading
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.open_file import each_page
from nrm.pdf.pdfium.page_text import text_of_page
from nrm.pdf.pdfium.text_runs import HYPHEN_AT_END, stretches

_SPACE = re.compile(r"\s*")


class TaggedHeadings(Sequence[TaggedHeading]):
    """The headings of the structure tree in reading order; the file is read for them when one is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _read(self) -> tuple[TaggedHeading, ...]:
        from nrm.pdf.outline import heading_elements, headings_of

        found = heading_elements(self._path)
        pages = {page for element in found for page, _ in element.content}
        return headings_of(found, {page: _marked_text(self._path, page) for page in sorted(pages)})

    @overload
    def __getitem__(self, index: int) -> TaggedHeading: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[TaggedHeading]: ...

    def __getitem__(self, index: int | slice) -> TaggedHeading | Sequence[TaggedHeading]:
        return self._read[index]

    def __iter__(self) -> Iterator[TaggedHeading]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._read == tuple(other)

    def __hash__(self) -> int:
        return hash(self._read)

    def __repr__(self) -> str:
        return repr(self._read)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._read,)


def _marked_text(path: Path, number: int) -> Mapping[int, str]:
    """The text of a page by marked-content id."""

    def read(document: int, page: int, text_page: int) -> Mapping[int, str]:
        text = text_of_page(text_page)
        found: dict[int, str] = {}
        for start, end, one in stretches(text, native.at(text_page)):
            space = _SPACE.match(text, end)
            drawn = text[start : space.end() if space else end].replace(HYPHEN_AT_END, "-")
            marked = native.content_id(one) if one else -1
            found[marked] = found.get(marked, "") + drawn
        return found

    (marked,) = each_page(path, range(number - 1, number), read)
    return marked or {}
