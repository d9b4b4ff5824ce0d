"""Passages in, mentions out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from nrm.model import Passage, Report
from nrm.tagging.market_names import MarketName
from nrm.tagging.mention_rules import MentionRules
from nrm.tagging.mentions import mentions_by_rules, page_of, tag_passages
from nrm.tagging.pipeline import nlp
from nrm.tagging.reviewed import reviewed_names


def test_mentions_are_offsets_into_the_passage(reviewed_nlp: Language, passage: Callable[..., Passage]) -> None:
    given = [passage("Chinese users of VK and Uploaded.net."), passage("Tepito\nagain", ordinal=2)]
    mentions = list(tag_passages(reviewed_nlp, given))
    assert [(m.label, m.subtype, m.text, m.norm) for m in mentions] == [
        ("COUNTRY", "adjective", "Chinese", "CN"),
        ("MARKET", "", "VK", "vk"),
        ("DOMAIN", "", "Uploaded.net", "uploaded.net"),
        ("MARKET", "domain", "Uploaded.net", "uploaded"),
        ("MARKET", "", "Tepito", "tepito-mexico-city"),
    ]
    texts = {p.passage_id: p.text for p in given}
    assert all(texts[m.passage_id][m.start : m.end] == m.text for m in mentions)
    assert len({m.mention_id for m in mentions}) == len(mentions)
    assert mentions[1].mention_id == "2019-overview.1:17-19:MARKET"
    assert {(m.list_year, m.chapter, m.entry_id, m.page) for m in mentions} == {(2019, "overview", "", 5)}


@pytest.mark.parametrize(("offset", "page"), [(0, 12), (49, 12), (60, 13), (99, 13), (100, 13)])
def test_page_of_a_passage_that_runs_over_two(passage: Callable[..., Passage], offset: int, page: int) -> None:
    two = passage("x" * 100, pages=((12, 50.0), (13, 50.0)))
    assert page_of(two, offset) == page


def test_page_of_a_passage_without_height(passage: Callable[..., Passage]) -> None:
    assert page_of(passage("x", pages=((7, 0.0),)), 0) == 7


def test_under_its_own_heading_an_everyday_word_is_believed(passage: Callable[..., Passage]) -> None:
    language = nlp([MarketName("spider", "Spider", "online"), MarketName("live", "Live", "online")])
    text = replace(passage("Spider sells films. Live sells films."), entry_id="2019-spider")
    assert [m.norm for m in tag_passages(language, [text])] == []
    assert [m.norm for m in tag_passages(language, [text], {"2019-spider": ["spider"]})] == ["spider"]
    assert [m.norm for m in tag_passages(language, [text], {"2019-live": ["spider"]})] == []


def test_the_rules_alone_find_what_the_pipeline_finds(sample_reports: tuple[Report, ...]) -> None:
    passages = [one for report in sample_reports[::5] for one in report.passages]
    owner = {one.entry_id: ["taobao", "vk"] for one in passages if one.entry_id}
    by_rules = list(mentions_by_rules(MentionRules(reviewed_names()), passages, owner))
    assert by_rules == list(tag_passages(nlp(), passages, owner))
    assert {one.label for one in by_rules} == {"MARKET", "COUNTRY", "DOMAIN", "CITY", "ORG"}
