from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nrm.one_line import one_line


@given(st.text(st.characters(exclude_categories=[])))
def test_what_comes_out_can_be_shown_and_written(text: str) -> None:
    shown = one_line(text)
    assert shown.isprintable()
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert one_line(shown) == shown


def test_ordinary_names_stay() -> None:
    assert one_line("São Paulo – 2016 (Überblick).pdf") == "São Paulo – 2016 (Überblick).pdf"
    assert one_line("two\n  lines\x07\udcff") == r"two lines\x07\udcff"
