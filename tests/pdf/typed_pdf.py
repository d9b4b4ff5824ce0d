"""PDFs written by hand: one page with a content stream of one's own and a font whose tables are one's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

_FIRST, _LAST = 32, 126


def typed_pdf(
    path: Path, content: bytes, to_unicode: Mapping[int, str] | None = None, widths: Mapping[int, float] | None = None
) -> Path:
    """A page of letter size with this content; `/F1` is Times, `/F3` a Type 3 font without a name.

    `to_unicode` says what codes stand for, in place of their own characters; `widths` gives codes other widths.
    """
    codes = range(_FIRST, _LAST + 1)
    given = [(widths or {}).get(c, round(stringWidth(chr(c), "Times-Roman", 1000))) for c in codes]
    texts = {c: (to_unicode or {}).get(c, chr(c)) for c in codes}
    rows = "\n".join(f"<{c:02X}> <{text.encode('utf-16-be').hex().upper()}>" for c, text in texts.items())
    table = f"/CIDInit /ProcSet findresource begin begincmap {len(texts)} beginbfchar\n{rows}\nendbfchar endcmap end"
    square = b"600 0 0 0 500 700 d1 0 0 500 700 re f"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources <</Font <</F1 5 0 R /F3 8 0 R>>>>>>",
        _stream(content),
        b"<</Type /Font /Subtype /TrueType /BaseFont /TimesNewRoman /FirstChar %d /LastChar %d /Widths [%s]"
        b" /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R /ToUnicode 7 0 R>>"
        % (_FIRST, _LAST, " ".join(map(str, given)).encode()),
        b"<</Type /FontDescriptor /FontName /TimesNewRoman /Flags 34 /Ascent 891 /Descent -216 /CapHeight 662"
        b" /ItalicAngle 0 /StemV 80 /FontBBox [-568 -216 2046 891]>>",
        _stream(table.encode()),
        b"<</Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97"
        b" /LastChar 97 /Widths [600] /Encoding <</Differences [97 /a]>> /CharProcs <</a 9 0 R>> /Resources <<>>"
        b" /ToUnicode 7 0 R>>",
        _stream(square),
    ]
    whole = b"%PDF-1.7\n"
    starts = []
    for number, one in enumerate(objects, 1):
        starts.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table_start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % start for start in starts)
    whole += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table_start)
    path.write_bytes(whole)
    return path


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
