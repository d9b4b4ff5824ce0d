"""A PDF assembled object by object, so that any of them can be wrong."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def deflated(content: bytes) -> bytes:
    """A stream object's body, compressed."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode")


def text(*lines: str) -> bytes:
    """A page's content: lines of text from the top of a letter page."""
    shown = b"".join(b"(%s) Tj 0 -14 Td\n" % line.encode("latin-1") for line in lines)
    return b"BT /F1 11 Tf 72 720 Td\n" + shown + b"ET"


def pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"", root: int = 1) -> bytes:
    """A file of numbered objects with a correct table of where they are."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def one_page(content: bytes, page: bytes = b"", **more: bytes) -> dict[int, bytes]:
    """The objects of a document of one page: 1 catalogue, 2 pages, 3 page, 4 content, 5 font.

    `page` goes into the page's dictionary; `catalogue`, `pages`, `font` replace or add to others.
    """
    box = b"" if b"/MediaBox" in page else b"/MediaBox [0 0 612 792]"
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % more.get("catalogue", b""),
        2: more.get("pages", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        3: b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R %s %s >>" % (box, fonts, page),
        4: content,
        5: more.get("font", FONT),
    }
