"""The whole text of a page in one call."""

from __future__ import annotations

import ctypes

from nrm.pdf.pdfium import native
from nrm.pdf.swapped_bytes import unswapped


class _Buffer:
    """Room for the text of a page, kept from page to page."""

    def __init__(self) -> None:
        self.length = 0
        self.address = 0

    def for_characters(self, count: int) -> int:
        """The address of room for so many characters and the one that ends them."""
        if count >= self.length:
            self.length = 2 * count + 1
            self._room = (ctypes.c_uint16 * self.length)()
            self.address = ctypes.addressof(self._room)
        return self.address


_buffer = _Buffer()


def text_of_page(text_page: int) -> str:
    r"""The text of an open text page as pdfium gives it, lines ended by `\r\n`."""
    count = native.count_chars(text_page)
    if count <= 0:
        return ""
    address = _buffer.for_characters(count)
    got = native.get_text(text_page, 0, count, address)
    return unswapped(ctypes.string_at(address, 2 * max(0, got - 1)).decode("utf-16-le", "surrogatepass"))
