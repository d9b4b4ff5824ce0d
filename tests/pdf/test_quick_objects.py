"""Objects found quickly are those that pdfminer finds, in plain files and packed ones; what is odd is left to it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from reportlab.lib.pdfencrypt import StandardEncryption

from nrm.pdf.quick_objects import QuickDocument
from nrm.stages.discover import sample_files
from tests.pdf.drawn_pdf import pdf, text

VALUES = [
    b"12",
    b"-7",
    b"+3",
    b"0.5",
    b".25",
    b"-1.",
    b"true",
    b"false",
    b"/Name",
    b"/A#42",
    b"/",
    b"(text)",
    b"(with (brackets) in it)",
    b"(escaped \\) and \\101)",
    b"()",
    b"<48656C6C6F>",
    b"<48656>",
    b"<48 65>",
    b"12 0 R",
    b"[1 2 3]",
    b"[1 -2.5 .5]",
    b"[]",
    b"[1 0 R 2 0 R]",
    b"[/A/B (c) <64> [1 [2]]]",
    b"<<>>",
    b"<</A 1/B/C/D[1 2]/E<</F null/G true>>>>",
    b"<< /A 1 % a remark\n /B 2 >>",
    b"<</A\n1\r\n/B\t2>>",
    b"<</Null null /A 1>>",
]


def plain(value: Any) -> Any:
    """A value that can be compared: references by their numbers, streams by what is in them."""
    if isinstance(value, PDFObjRef):
        return ("reference", value.objid)
    if isinstance(value, PDFStream):
        return plain(value.attrs), value.get_data()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def by_lines(values: Sequence[bytes]) -> bytes:
    """A PDF with these objects from number 2 on, its table in lines."""
    whole, starts = b"%PDF-1.7\n", []
    for number, value in enumerate([b"<</Type /Catalog>>", *values], 1):
        starts.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    table += b"".join(b"%010d 00000 n \n" % start for start in starts)
    trailer = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(starts) + 1, len(whole))
    return whole + table + trailer


def in_streams(values: Sequence[bytes]) -> bytes:
    """The same with its objects in a stream, and its table in another whose rows are differences."""
    parts = [b"<</Type /Catalog>>", *values]
    places = [sum(len(part) + 1 for part in parts[:number]) for number in range(len(parts))]
    front = b" ".join(b"%d %d" % (number, place) for number, place in enumerate(places, 1)) + b" "
    content = zlib.compress(front + b" ".join(parts))
    holder, last = len(parts) + 1, len(parts) + 2
    whole = b"%PDF-1.7\n"
    rows = [b"\0\0\0\0"] + [b"\2" + holder.to_bytes(2) + bytes([index]) for index in range(len(parts))]
    rows.append(b"\1" + len(whole).to_bytes(2) + b"\0")
    whole += b"%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n" % (
        *(holder, len(parts), len(front), len(content)),
    )
    whole += content + b"\nendstream\nendobj\n"
    rows.append(b"\1" + len(whole).to_bytes(2) + b"\0")
    packed, above = b"", bytes(4)
    for row in rows:
        packed += b"\2" + bytes((new - old) % 256 for new, old in zip(row, above, strict=True))
        above = row
    table = zlib.compress(packed)
    start = len(whole)
    whole += b"%d 0 obj\n<</Type /XRef /Size %d /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length %d" % (
        *(last, last + 1, len(table)),
    )
    whole += b" /DecodeParms <</Columns 4 /Predictor 12>>>>\nstream\n" + table + b"\nendstream\nendobj\n"
    return whole + b"startxref\n%d\n%%%%EOF\n" % start


def outcome(kind: type[PDFDocument], content: bytes) -> Any:
    """The second object of a file, or what kind of error it is."""
    try:
        return plain(kind(PDFParser(io.BytesIO(content))).getobj(2))
    except Exception as error:  # noqa: BLE001 -- whatever pdfminer says of it
        return type(error)


def documents(content: bytes) -> tuple[PDFDocument, QuickDocument]:
    return PDFDocument(PDFParser(io.BytesIO(content))), QuickDocument(PDFParser(io.BytesIO(content)))


@pytest.mark.parametrize("made", [by_lines, in_streams])
def test_values_are_those_that_pdfminer_reads(made: Any) -> None:
    # pdfminer knows neither null nor a lone reference in a stream: what it reads in a plain file is right
    values = [value for value in VALUES if made is by_lines or value != b"12 0 R"]
    reference, _ = documents(by_lines(values))
    _, quick = documents(made(values))
    for number in range(1, len(values) + 2):
        assert plain(quick.getobj(number)) == plain(reference.getobj(number)), values[number - 2]


def test_the_table_and_the_objects_are_found_without_pdfminers_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    content = in_streams([b"<</A [1 2]>>"])
    monkeypatch.setattr(PDFDocument, "_getobj_parse", None)
    monkeypatch.setattr(PDFDocument, "_getobj_objstm", None)
    monkeypatch.setattr(PDFDocument, "read_xref_from", None)
    for whole in (content, by_lines([b"<</A [1 2]>>"])):
        assert QuickDocument(PDFParser(io.BytesIO(whole))).getobj(2) == {"A": [1, 2]}


@pytest.mark.parametrize("length", [b"3", b"999", b"9 0 R", b"(x)"])
def test_a_stream_with_a_wrong_length_is_pdfminers(length: bytes) -> None:
    content = by_lines([b"<</Length %s>>\nstream\nabcdefgh\nendstream" % length])
    assert outcome(QuickDocument, content) == outcome(PDFDocument, content)


def test_an_object_longer_than_what_is_read_at_once_is_whole() -> None:
    long = b"[%s]" % b" ".join(b"/Name%d" % number for number in range(3000))
    reference, quick = documents(by_lines([long]))
    assert quick.getobj(2) == reference.getobj(2)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("made", [by_lines, in_streams])
def test_what_is_cut_off_is_pdfminers(share: float, made: Any) -> None:
    content = made(VALUES[:10])
    cut = content[: int(share * len(content))]
    assert outcome(QuickDocument, cut) == outcome(PDFDocument, cut)


def test_encrypted_files_are_pdfminers(tmp_path: Path) -> None:
    path = pdf(tmp_path / "locked.pdf", text("Locked"), encrypt=StandardEncryption("", "owner"))
    reference, quick = documents(path.read_bytes())
    assert [plain(quick.getobj(n)) for n in reference.xrefs[0].get_objids()] == [
        plain(reference.getobj(n)) for n in reference.xrefs[0].get_objids()
    ]
    path = pdf(tmp_path / "secret.pdf", text("Locked"), encrypt=StandardEncryption("secret", "owner"))
    with pytest.raises(PDFPasswordIncorrect):
        QuickDocument(PDFParser(io.BytesIO(path.read_bytes())))


def test_every_object_of_a_sample_edition_is_the_same() -> None:
    with sample_files() as files:
        reference, quick = documents(files[-1].read_bytes())
    numbers = list(reference.xrefs[0].get_objids())
    assert len(numbers) > 50
    for number in numbers:
        assert plain(quick.getobj(number)) == plain(reference.getobj(number))
