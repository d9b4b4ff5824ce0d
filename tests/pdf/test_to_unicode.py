"""Tables of what codes stand for, as programs write them."""

from __future__ import annotations

import pytest

from nrm.pdf.pdfium.to_unicode import codes


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (b"2 beginbfchar\n<01> <0041>\n<02> <0062>\nendbfchar", {1: "A", 2: "b"}),
        (b"beginbfchar <0041><0041> <0042><0062> endbfchar", {0x41: "A", 0x42: "b"}),
        (b"beginbfchar <01> <00 41> <02> <0062> endbfchar", {1: "A", 2: "b"}),
        (b"beginbfchar <01> <00660069> <02> <0041> endbfchar", {1: "fi", 2: "A"}),
        (b"beginbfchar <01> <41> <02> <006600> endbfchar", {1: "", 2: "f"}),
        (b"beginbfchar <01> <D83DDE00> endbfchar", {1: "\U0001f600"}),
        (b"beginbfchar <01> <D83D> <02> <DE00> endbfchar", {1: "", 2: ""}),
        (b"beginbfchar <01> <D83D> <02> <0041> endbfchar", {1: "", 2: "A"}),
        (b"beginbfchar endbfchar", {}),
        (b"beginbfrange <20> <22> <0041> <30> <31> [<0061> <0062>] endbfrange",
         {32: "A", 33: "B", 34: "C", 48: "a", 49: "b"}),
        (b"beginbfchar <01> <0041> endbfchar beginbfrange <02> <03> <0061> endbfrange", {1: "A", 2: "a", 3: "b"}),
    ],
)  # fmt: skip
def test_codes_stand_for_what_the_table_says(rows: bytes, read: dict[int, str]) -> None:
    assert codes(rows) == read
