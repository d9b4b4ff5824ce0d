"""What a font adds to the places that pdfium gives."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from nrm.pdf.pdfium import faces
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.faces import Face
from nrm.pdf.pdfium.font_facts import FontFacts

_WIDTHS = MappingProxyType({"a": 0.4439, "b": 0.5, "i": 0.2778, " ": 0.25, "’": 0.3331})


@pytest.fixture
def face(monkeypatch: pytest.MonkeyPatch) -> Face:
    """A font of which pdfium sets each character in whole thousandths of the size."""
    monkeypatch.setattr(Face, "set_width", lambda self, text: int(1000 * _WIDTHS[text] + 1e-9) / 1000)
    return Face(1, "Some", FontFacts("Some", -0.2, _WIDTHS, fractional=True))


@pytest.mark.parametrize("text", ["", "a", "bb", "a bi", "ab’ai", 40 * "a bi", 400 * "ai"])
def test_the_drift_of_a_text_is_what_its_characters_lack(face: Face, text: str) -> None:
    lacking = sum(_WIDTHS[c] - int(1000 * _WIDTHS[c] + 1e-9) / 1000 for c in text)
    assert face.drift(text) == pytest.approx(lacking, abs=len(text) * faces._STEP / 2 + 1e-12)


@pytest.mark.parametrize(("hyphens", "printed"), [("-", "e-shop"), ("\u00ad", "e\u00adshop"), ("", "e-shop")])
def test_a_font_prints_the_hyphen_that_it_has(hyphens: str, printed: str) -> None:
    assert Face(1, "Some", FontFacts("Some", -0.2, {}, hyphens=hyphens)).printed("e-shop") == printed


def test_a_font_with_two_hyphens_is_not_trusted_where_there_is_one() -> None:
    face = Face(1, "Some", FontFacts("Some", -0.2, {}, hyphens="-\u00ad"))
    assert face.printed("shop") == "shop"
    with pytest.raises(Distrust, match="two kinds of hyphens"):
        face.printed("e-shop")
