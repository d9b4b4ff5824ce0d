from __future__ import annotations

import pytest

from nrm.analysis.text.folding import Folding, rules, rules_without
from nrm.analysis.text.stopwords import stopwords
from nrm.errors import UnknownName


def fold(surface: str, corpus: str = "", *, without: str = "") -> str:
    """What a word counts as in a corpus of some words, without some rules."""
    folding = Folding([*corpus.split(), surface], rules_without(without.split()))
    return " ".join(one.term for one in folding(surface))


@pytest.mark.parametrize(
    ("surface", "corpus", "term"),
    [
        ("Market", "", "market"),
        ("São", "", "sao"),
        ("TÜRKİYE", "", "turkiye"),
        ("site’s", "", "site"),
        ("sites'", "site", "site"),
        ("Stream-Ripping", "", "stream ripping"),
        ("peer\u2011to\u2010peer", "", "peer to peer"),
        ("on-line", "", "on line"),
        ("on-line", "online", "online"),
        ("cyber-locker", "cyberlockers", "cyberlocker"),
        ("cyberlockers", "cyber-locker", "cyberlocker"),
        ("coun\u00adterfeit", "", "counterfeit"),
        ("free-tv.example", "", "free-tv.example"),
        ("boxes", "box", "box"),
        ("boxes", "", "boxes"),
        ("parties", "party", "party"),
        ("movies", "movie", "movie"),
        ("searches", "search", "search"),
        ("caches", "cache", "cache"),
        ("analyses", "analysis", "analysis"),
        ("knives", "knife", "knife"),
        ("women", "woman", "woman"),
        ("children", "child", "child"),
        ("businesses", "business", "business"),
        ("set-top-boxes", "box", "set top box"),
        ("goods", "good", "goods"),
        ("States", "state", "states"),
        ("customs", "custom", "customs"),
        ("access", "acces", "access"),
        ("its", "it", "its"),
        ("this", "thi", "this"),
        ("500s", "500", "500s"),
    ],
)
def test_what_counts_as_one(surface: str, corpus: str, term: str) -> None:
    assert fold(surface, corpus) == term


@pytest.mark.parametrize(
    ("rule", "surface", "corpus", "term"),
    [
        ("case", "Market", "", "Market"),
        ("accents", "São", "", "são"),
        ("possessives", "site’s", "", "site's"),
        ("hyphens", "Stream-ripping", "", "stream-ripping"),
        ("plurals", "boxes", "box", "boxes"),
    ],
)
def test_every_rule_can_be_left_out(rule: str, surface: str, corpus: str, term: str) -> None:
    assert fold(surface, corpus, without=rule) == term
    assert fold(surface, corpus) != term


def test_every_rule_is_told_of_and_no_other_is_known() -> None:
    assert set(rules()) == {"case", "accents", "possessives", "hyphens", "plurals"}
    with pytest.raises(UnknownName, match="no folding rule is called stems; there are case"):
        rules_without(["stems"])


def test_parts_of_a_word_stand_where_they_say() -> None:
    (first, second) = Folding(["box"])("Set-boxes")
    assert (first.start, first.end, second.start, second.end) == (0, 3, 4, 9)


def test_stop_words_are_small_words_without_repetition() -> None:
    assert {"the", "of", "which"} <= stopwords()
    assert not {"market", "counterfeit", "online"} & stopwords()
    assert all(word == word.casefold().strip() for word in stopwords())
