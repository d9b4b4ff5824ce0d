"""Mentions in colour."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from nrm.model import Edition, Passage, Report
from nrm.tagging.displacy import COLOURS, displacy


def test_a_text(reviewed_nlp: Language) -> None:
    html = displacy("Tepito <in> China & VK", reviewed_nlp)
    assert html.count("<mark") == 3
    assert COLOURS["MARKET"] in html
    assert 'title="tepito-mexico-city"' in html
    assert "&lt;in&gt;" in html
    assert html._repr_html_() == html


def test_passages_with_headings(reviewed_nlp: Language, passage: Callable[..., Passage]) -> None:
    from dataclasses import replace

    heading = replace(passage("TEPITO"), type="heading")
    html = displacy([heading, passage("in Mexico", ordinal=2)], reviewed_nlp)
    assert html.index("<h4>") < html.index("TEPITO") < html.index("</h4>") < html.index("Mexico")


def test_a_facsimile_says_so(reviewed_nlp: Language, passage: Callable[..., Passage]) -> None:
    def report(sample: bool) -> Report:
        edition = Edition(2019, "2019 list", "", "2019.pdf", "0" * 64, 10, sample)
        return Report(edition, (passage("VK"),), (), ())

    assert "SAMPLE DATA" in displacy(report(True), reviewed_nlp)
    assert "SAMPLE DATA" not in displacy(report(False), reviewed_nlp)


def test_without_a_pipeline_the_reviewed_names_are_used() -> None:
    assert 'title="tepito-mexico-city"' in displacy("Tepito")
