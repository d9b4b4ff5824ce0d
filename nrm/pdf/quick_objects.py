"""pdfminer's document, which finds single objects of a file several times as fast.

pdfminer reads an object token by token and, to give one object of a compressed stream, all the others in it. Here
one expression takes a token at a time, and only the object that is asked for is read. What looks at all unusual is
left to pdfminer: encrypted and damaged files, strings and names with codes.
"""

from __future__ import annotations

import contextlib
import re
import zlib
from itertools import accumulate
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFXRef, PDFXRefStream
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import LIT, PSLiteral

_CHUNK = 4096
_SPACE = rb"[\x00\t\n\x0c\r ]"
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%])"
_TOKEN = re.compile(
    rb"(?:%s|%%[^\r\n]*)*(?:(?P<reference>\d+)%s+\d+%s+R%s|(?P<integer>[+-]?\d+)%s|(?P<real>[+-]?(?:\d+\.\d*|\.\d+))%s"
    rb"|/(?P<name>[!\"$&'*-.0-;=?-Z\\^-z|~]*)%s|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>(?:[0-9A-Fa-f][0-9A-Fa-f])*)>|\((?P<string>[^()\\\r]*(?:\\[()\\][^()\\\r]*)*)\)|(?P<word>true|false|null)%s)"
    % (_SPACE, _SPACE, _SPACE, _END, _END, _END, _END, _END)
)
_ESCAPED = re.compile(rb"\\(.)")
_NUMBERS = re.compile(rb"[\d\x00\t\n\x0c\r .+-]*\]")
_HEADER = re.compile(rb"%s*(\d+)%s+\d+%s+obj" % (_SPACE, _SPACE, _SPACE))
_BEHIND = re.compile(rb"%s*(?:endobj|(stream)\r?\n)" % _SPACE)
_BEHIND_STREAM = re.compile(rb"%s*endstream" % _SPACE)
_WORDS = {b"true": True, b"false": False, b"null": None}
_CLOSING = {b"<<": b">>", b"[": b"]"}
_TABLE = b"xref"
_SECTION = re.compile(rb"%s*(\d+)%s+(\d+)%s+((?:\d{10} \d{5} [fn][ \r\n]{1,2})*)" % (_SPACE, _SPACE, _SPACE))
_TRAILER = re.compile(rb"%s*trailer" % _SPACE)
_LONGEST_TABLE = 1 << 20
_UP = 2
_FIRST_PNG = 10


class _UnusualError(Exception):
    """What is better left to pdfminer."""


class QuickDocument(PDFDocument):
    """A document by which objects are found quickly; everything else is pdfminer's. Raises what pdfminer raises."""

    def __init__(self, parser: PDFParser) -> None:
        self._streams: dict[int | None, tuple[bytes, list[int]]] = {}
        super().__init__(parser)  # type: ignore[no-untyped-call, unused-ignore]

    def _getobj_parse(self, pos: int, objid: int) -> object:
        try:
            return self._read(pos, objid)
        except _UnusualError:
            return super()._getobj_parse(pos, objid)

    def _getobj_objstm(self, stream: PDFStream, index: int, objid: int) -> object:
        try:
            data, places = self._places(stream)
            if index >= len(places):
                raise _UnusualError
            return _value(data, places[index], self)[0]
        except _UnusualError:
            return super()._getobj_objstm(stream, index, objid)

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        """The table of objects at a place of the file, and those that it says come before."""
        try:
            parser.fp.seek(start)
            in_lines = parser.fp.read(len(_TABLE)) == _TABLE
            table = self._lined_table(start) if in_lines else _packed_table(self._read(start, None))
        except _UnusualError:
            super().read_xref_from(parser, start, xrefs)
            return
        xrefs.append(table)
        before = table.get_trailer().get("Prev")
        if before is not None:
            self.read_xref_from(parser, before, xrefs)

    def _read(self, place: int, number: int | None) -> Any:
        """The object at a place of the file; it has this number, where one is given."""
        parser = self._parser
        if parser is None or parser.fallback or self.decipher is not None:
            raise _UnusualError
        for length in (_CHUNK, 64 * _CHUNK):
            parser.fp.seek(place)
            chunk = parser.fp.read(length)
            with contextlib.suppress(_UnusualError):
                return self._object(chunk, place, number)
            if len(chunk) < length:
                break
        raise _UnusualError

    def _object(self, chunk: bytes, place: int, number: int | None) -> Any:
        header = _HEADER.match(chunk)
        if header is None or number not in (None, int(header[1])):
            raise _UnusualError
        value, end = _value(chunk, header.end(), self)
        behind = _BEHIND.match(chunk, end)
        if behind is None:
            raise _UnusualError
        if behind[1] is None:
            return value
        length = resolve1(value.get("Length")) if isinstance(value, dict) else None
        if not isinstance(length, int):
            raise _UnusualError
        parser = self._parser
        assert parser is not None
        parser.fp.seek(place + behind.end())
        content = parser.fp.read(length + _CHUNK)
        if _BEHIND_STREAM.match(content, length) is None:
            raise _UnusualError
        return PDFStream(value, content[:length])

    def _lined_table(self, start: int) -> PDFXRef:
        """The table of objects that is there in lines of text."""
        parser = self._parser
        assert parser is not None
        parser.fp.seek(start + len(_TABLE))
        rest = parser.fp.read(_LONGEST_TABLE)
        found = PDFXRef()
        place = 0
        while section := _SECTION.match(rest, place):
            first, count, rows = int(section[1]), int(section[2]), section[3].split()
            if len(rows) != 3 * count:
                raise _UnusualError
            for number, (offset, generation, used) in enumerate(zip(*[iter(rows)] * 3, strict=True), first):
                if used == b"n":
                    found.offsets[number] = (None, int(offset), int(generation))
            place = section.end()
        trailer = _TRAILER.match(rest, place)
        if trailer is None:
            raise _UnusualError
        found.trailer, _ = _value(rest, trailer.end(), self)
        if not isinstance(found.trailer, dict) or "XRefStm" in found.trailer:
            raise _UnusualError
        return found

    def _places(self, stream: PDFStream) -> tuple[bytes, list[int]]:
        """The content of a stream of objects, and where each of them begins in it."""
        found = self._streams.get(stream.objid)
        if found is None:
            data = stream.get_data() + b" "
            count, first = stream.get("N"), stream.get("First")
            try:
                numbers = [int(number) for number in data[:first].split()]
                found = data, [first + place for place in numbers[1 : 2 * count : 2]]
            except (TypeError, ValueError) as error:
                raise _UnusualError from error
            self._streams[stream.objid] = found
        return found


def _value(data: bytes, place: int, document: PDFDocument) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends."""
    outer: list[tuple[list[Any], bytes]] = []
    values: list[Any] = []
    while True:
        token = _TOKEN.match(data, place)
        if token is None:
            raise _UnusualError
        kind, place = token.lastgroup, token.end()
        if kind == "name":
            values.append(LIT(token["name"].decode()))
        elif kind == "reference":
            values.append(PDFObjRef(document, int(token["reference"])))
        elif kind == "integer":
            values.append(int(token["integer"]))
        elif kind == "real":
            values.append(float(token["real"]))
        elif kind == "open":
            opened = token["open"]
            numbers = _NUMBERS.match(data, place) if opened == b"[" else None
            if numbers is not None:
                values.append(_numbers(data[place : numbers.end() - 1]))
                place = numbers.end()
            else:
                outer.append((values, opened))
                values = []
        elif kind == "close":
            if not outer or _CLOSING[outer[-1][1]] != token["close"]:
                raise _UnusualError
            inner = values if token["close"] == b"]" else _dictionary(values)
            values = outer.pop()[0]
            values.append(inner)
        elif kind == "hex":
            values.append(bytes.fromhex(token["hex"].decode()))
        elif kind == "string":
            values.append(_ESCAPED.sub(rb"\1", token["string"]))
        else:
            values.append(_WORDS[token["word"]])
        if not outer:
            return values[0], place


def _dictionary(values: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    if len(values) % 2 or not all(isinstance(key, PSLiteral) for key in keys):
        raise _UnusualError
    return {key.name: value for key, value in zip(keys, values[1::2], strict=True) if value is not None}


def _numbers(content: bytes) -> list[int | float]:
    try:
        return [float(number) if b"." in number else int(number) for number in content.split()]
    except ValueError as error:
        raise _UnusualError from error


class _PackedTable(PDFXRefStream):
    """A table of objects in a stream, which has been read."""

    def __init__(self, stream: PDFStream, data: bytes, widths: list[int]) -> None:
        super().__init__()
        given = stream.get("Index", [0, stream["Size"]])
        self.ranges = list(zip(given[::2], given[1::2], strict=True))
        self.fl1, self.fl2, self.fl3 = widths
        self.entlen = sum(widths)
        self.data = data
        self.trailer = stream.attrs


def _packed_table(stream: Any) -> _PackedTable:
    """The table that a stream is, where it is packed as all programs do."""
    if not isinstance(stream, PDFStream):
        raise _UnusualError
    attributes = stream.attrs
    packing = attributes.get("DecodeParms")
    widths = attributes.get("W")
    if (
        attributes.get("Type") is not LIT("XRef")
        or attributes.get("Filter") is not LIT("FlateDecode")
        or not isinstance(packing, dict)
        or not isinstance(packing.get("Columns"), int)
        or packing.get("Predictor", 1) < _FIRST_PNG
        or not {"Colors", "BitsPerComponent"}.isdisjoint(packing)
        or not isinstance(widths, list)
        or packing["Columns"] != sum(widths)
        or "XRefStm" in attributes
    ):
        raise _UnusualError
    try:
        packed = zlib.decompress(stream.rawdata or b"")
        return _PackedTable(stream, _unpacked(packed, packing["Columns"]), widths)
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise _UnusualError from error


def _unpacked(packed: bytes, columns: int) -> bytes:
    """Rows that are each given by the difference to the one above (PNG's filter "up")."""
    rows = len(packed) // (columns + 1)
    if len(packed) != rows * (columns + 1) or packed[:: columns + 1] != bytes([_UP]) * rows:
        raise _UnusualError
    found = bytearray(rows * columns)
    for column in range(columns):
        found[column::columns] = bytes([n & 255 for n in accumulate(packed[column + 1 :: columns + 1])])
    return bytes(found)
