"""Torture by name: each case is the bytes of a file, and what may come of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.torture.raw_pdf import deflated, one_page, pdf, stream, text

COVER = (
    "2031 Review of Notorious Markets for Counterfeiting and Piracy",
    "Office of the United States Trade Representative",
    "Results of the 2031 Review of Notorious Markets",
    "Online Markets",
)
READABLE = frozenset({"not-an-nml", "no-entries", ""})
UNREADABLE = frozenset({"unreadable-file"})
TEXTLESS = frozenset({"no-text"})


@dataclass(frozen=True, slots=True)
class Case:
    """A file and the troubles (codes of findings, or empty) with which reading it may end."""

    name: str
    make: Callable[[], bytes]
    ends: frozenset[str]
    costly: bool = False


def _sound(page: bytes = b"", **more: bytes) -> bytes:
    """A whole file, with something odd in its page's dictionary or in place of another object."""
    return pdf(one_page(stream(text(*COVER)), page, **more))


def _content(content: bytes) -> bytes:
    return pdf(one_page(stream(content)))


def _text_with(old: bytes, new: bytes) -> bytes:
    """A whole file, something in its page's content replaced."""
    return _content(text(*COVER).replace(old, new))


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("report.txt", "no report")
    return held.getvalue()


def _kids_of_themselves() -> bytes:
    return pdf(one_page(stream(text(*COVER)), pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"))


def _parent_circle() -> bytes:
    objects = one_page(stream(text(*COVER)), pages=b"<< /Type /Pages /Kids [6 0 R] /Count 1 /Parent 6 0 R >>")
    objects[6] = b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    return pdf(objects)


def _deep_tree(depth: int) -> bytes:
    objects = one_page(stream(text(*COVER)), pages=b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>")
    for level in range(depth):
        objects[10 + level] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (
            11 + level if level < depth - 1 else 3,
            9 + level if level else 2,
        )
    return pdf(objects)


def _form_of_itself() -> bytes:
    objects = one_page(stream(b"/X Do"))
    objects[3] = objects[3].replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >>"
    objects[6] = stream(b"/X Do " + text(*COVER), form)
    return pdf(objects)


def _many_objects(count: int) -> bytes:
    objects = one_page(stream(text(*COVER)))
    return pdf(objects | dict.fromkeys(range(6, count), b"null"))


def _bomb(megabytes: int) -> bytes:
    return pdf(one_page(deflated(b" " * (megabytes * 2**20) + text(*COVER))))


def _nested_bomb() -> bytes:
    inner = zlib.compress(zlib.compress(bytes(200 * 2**20), 9), 9)
    return pdf(one_page(stream(inner, b"/Filter [/FlateDecode /FlateDecode]")))


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + number) for number in range(count))
    objects = one_page(stream(text("A page like all others.")))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf(objects | {10 + number: objects[3] for number in range(count)})


def _open_brackets(count: int) -> bytes:
    return pdf(one_page(stream(text(*COVER)), b"/Odd " + b"[" * count))


def _unmapped_font() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts "
        b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor "
        b"/FontName /Odd /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 "
        b"/CapHeight 700 /StemV 80 >> >>] >>"
    )
    return pdf(one_page(stream(b"BT /F1 11 Tf 72 720 Td <000100020003000400050006> Tj ET"), font=font))


def _to_unicode(target: bytes) -> bytes:
    """A font of which every character stands for some text, given as UTF-16 in hexadecimal."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <%s> endbfchar "
        b"endcmap CMapName currentdict /CMap defineresource pop end end" % target
    )
    objects = one_page(stream(text("AAAA AAAA", *COVER)))
    objects[5] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>"
    objects[6] = stream(cmap)
    return pdf(objects)


def _length(value: bytes) -> bytes:
    return _sound().replace(b"/Length ", b"/Length " + value, 1)


def _cases() -> Iterator[Case]:
    anything = READABLE | UNREADABLE | TEXTLESS
    yield Case("empty file", lambda: b"", UNREADABLE)
    yield Case("one byte", lambda: b"%", UNREADABLE)
    yield Case("header alone", lambda: b"%PDF-1.7\n", UNREADABLE)
    yield Case("web page", lambda: b"<!DOCTYPE html><html><body>Just a moment</body></html>", UNREADABLE)
    yield Case("zip", _zip, UNREADABLE)
    yield Case("zeros", lambda: bytes(100_000), UNREADABLE)
    yield Case("header and zeros", lambda: b"%PDF-1.7\n" + bytes(100_000), UNREADABLE)
    yield Case("header twice", lambda: b"%PDF-1.4\n" + _sound(), anything)
    yield Case("no end", lambda: _sound()[:-40], anything)
    yield Case("half", lambda: _sound()[: len(_sound()) // 2], anything)
    yield Case("no table of objects", lambda: _sound().replace(b"xref", b"frex"), anything)
    yield Case("start beyond the end", lambda: _sound().replace(b"startxref\n", b"startxref\n99999"), anything)
    yield Case("table before itself", lambda: _sound().replace(b"/Size", b"/Prev 9 /Size"), anything)
    yield Case("no catalogue", lambda: pdf(one_page(stream(text(*COVER))), root=99), anything)
    yield Case("catalogue is a number", lambda: pdf(one_page(stream(text(*COVER))) | {1: b"42"}), anything)
    yield Case("pages is a text", lambda: pdf(one_page(stream(text(*COVER))) | {2: b"(pages)"}), anything)
    yield Case("no pages", lambda: pdf(one_page(b"null", pages=b"<< /Type /Pages /Kids [] /Count 0 >>")), anything)
    yield Case("kids of themselves", _kids_of_themselves, anything)
    yield Case("parents in a circle", _parent_circle, anything)
    yield Case("a deep tree of pages", lambda: _deep_tree(5_000), anything, costly=True)
    yield Case("a form within itself", _form_of_itself, anything)
    yield Case("open brackets", lambda: _open_brackets(100_000), anything, costly=True)
    yield Case("a filter that is none", lambda: pdf(one_page(stream(b"x", b"/Filter /Nonsense"))), anything)
    yield Case("damaged compression", lambda: pdf(one_page(stream(b"x" * 99, b"/Filter /FlateDecode"))), anything)
    yield Case("negative length", lambda: _length(b"-"), anything)
    yield Case("huge length", lambda: _length(b"999999999999"), anything)
    yield Case("content missing", lambda: pdf(one_page(b"null")), TEXTLESS | UNREADABLE)
    yield Case("content refers to itself", lambda: pdf(one_page(b"4 0 R")), anything, costly=True)
    yield Case("a picture of a page", lambda: _content(b"0 0 612 792 re f"), TEXTLESS)
    yield Case("decompression bomb", lambda: _bomb(300), anything, costly=True)
    yield Case("bomb within a bomb", _nested_bomb, anything, costly=True)
    yield Case("box of no size", lambda: _sound(b"/MediaBox [0 0 0 0]"), anything)
    yield Case("huge box", lambda: _sound(b"/MediaBox [-1000000000 -1000000000 1000000000 1000000000]"), anything)
    yield Case("box of words", lambda: _sound(b"/MediaBox [a (b) null 7]"), anything)
    yield Case("box of one number", lambda: _sound(b"/MediaBox [7]"), anything)
    yield Case("odd turn", lambda: _sound(b"/Rotate 45"), anything)
    yield Case("unit of nothing", lambda: _sound(b"/UserUnit 0"), anything)
    yield Case("font without a meaning", _unmapped_font, anything)
    yield Case("font that is a number", lambda: _sound(font=b"7"), anything)
    yield Case("letters that are NUL", lambda: _to_unicode(b"0000"), anything)
    yield Case("letters that are half a pair", lambda: _to_unicode(b"D800"), anything)
    yield Case("letters that are arrows back", lambda: _to_unicode(b"202E"), anything)
    yield Case("right to left", lambda: _to_unicode(b"05D0"), anything)
    yield Case("letters that are long", lambda: _to_unicode(b"0041" * 500), anything)
    yield Case("letters of no size", lambda: _text_with(b"11 Tf", b"0 Tf"), anything)
    yield Case("huge letters", lambda: _text_with(b"11 Tf", b"1000000000000000 Tf"), anything)
    yield Case("letters far away", lambda: _text_with(b"72 720", b"99999999999999999 99999999999999999"), anything)
    yield Case("a state never restored", lambda: _content(b"q " * 200_000 + text(*COVER)), anything, costly=True)
    yield Case("operators without operands", lambda: _content(b"Tj Td Tf cm re Do BDC EMC Q Q Q"), anything)
    yield Case("encrypted by an unknown way", _encrypted, UNREADABLE)


def _encrypted() -> bytes:
    objects = one_page(stream(text(*COVER)))
    return pdf(objects, trailer=b"/Encrypt << /Filter /Unknown /V 9 /R 9 >> /ID [<00> <00>]")


def _large() -> Iterator[Case]:
    yield Case("a million objects", lambda: _many_objects(1_000_000), READABLE | UNREADABLE)
    yield Case("ten thousand pages", lambda: _many_pages(10_000), READABLE | UNREADABLE)


CASES = tuple(_cases())
LARGE = tuple(_large())
