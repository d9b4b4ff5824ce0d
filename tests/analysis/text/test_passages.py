from __future__ import annotations

import pytest

import nrm
from nrm.errors import UnknownName
from tests.analysis.text.made_up_corpus import Said, made_up_corpus

CORPUS = made_up_corpus(
    [
        Said(2010, "An overview."),
        Said(2010, "THE HALL", "hall+stall", type="heading", page=4),
        Said(2011, "A note.", "stall", type="footnote"),
    ]
)


def test_passages_say_where_they_stand_and_of_which_market_they_speak() -> None:
    frame = nrm.passages(CORPUS)
    assert frame["text"].tolist() == ["An overview.", "THE HALL", "A note."]
    assert frame["market_id"].isna().tolist() == [True, False, False]
    heading = frame.iloc[1]
    assert (heading["market_id"], heading["type"], heading["page"]) == ("hall; stall", "heading", 4)
    assert (heading["x0"], heading["top"], heading["x1"], heading["bottom"]) == (72, 600, 540, 700)
    assert len(frame) == len(CORPUS.passages)


def test_a_part_of_the_passages() -> None:
    assert nrm.passages(CORPUS, types="footnote")["text"].tolist() == ["A note."]
    assert nrm.passages(CORPUS, markets="stall", years="2010")["text"].tolist() == ["THE HALL"]
    assert nrm.passages(CORPUS, chapters=["overview", "results"], years=[2010])["chapter"].tolist() == [
        "overview",
        "results",
    ]
    with pytest.raises(UnknownName, match="no chapter is called 'reslts'; did you mean results"):
        nrm.passages(CORPUS, chapters="reslts")
