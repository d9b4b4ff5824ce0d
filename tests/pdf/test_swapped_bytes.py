"""Letters of ligatures with swapped bytes, and ideographs that are none."""

from __future__ import annotations

import pytest

from nrm.pdf.glyphs import repaired
from nrm.pdf.swapped_bytes import unswapped


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("\u6600\u6900lm", "film"),
        ("o\u6600\u6600\u6900cial", "official"),
        ("\u6600\u6c00", "fl"),
        ("稀", "稀"),  # alone
        ("稀少", "稀少"),
        ("最稀稀少", "最稀稀少"),  # beside others
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_unswapped(told: str, meant: str) -> None:
    assert unswapped(told) == meant


def test_a_glyph_of_several_letters_is_put_right() -> None:
    assert repaired("\u6600\u6600\u6900") == "ffi"
