"""The link annotations of a page: their boxes, and where they lead."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from nrm.model import Box
from nrm.pdf.pdfium import native

_LINK = 2
_rectangle = (ctypes.c_float * 4)()
_RECTANGLE = ctypes.addressof(_rectangle)


def page_links(document: int, page: int) -> Iterator[tuple[Box, str]]:
    """(left, bottom, right, top) in page space and the address; `#` for a place in the document itself."""
    for index in range(max(0, native.count_annotations(page))):
        annotation = native.annotation(page, index)
        if not annotation:
            continue
        try:
            if native.annotation_type(annotation) != _LINK:
                continue
            native.annotation_box(annotation, _RECTANGLE)
            left, top, right, bottom = _rectangle
            action = native.link_action(native.annotation_link(annotation))
            box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
            yield box, _address(document, action) if action else "#"
        finally:
            native.close_annotation(annotation)


def _address(document: int, action: int) -> str:
    length = native.action_address(document, action, None, 0)
    if length <= 1:
        return "#"
    buffer = ctypes.create_string_buffer(length)
    native.action_address(document, action, ctypes.addressof(buffer), length)
    return buffer.raw[: length - 1].decode("utf-8", "replace")
