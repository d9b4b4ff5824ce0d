from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nrm
from nrm.corpus import Corpus
from nrm.errors import BadTable
from nrm.screening import Screening, Verdict, screen
from nrm.screening.verdict import NO_CLEAN_BILL
from tests.screening.made_up import URL, corpus

CORPUS = corpus()


def found(text: str) -> list[tuple[str, str | None]]:
    """The markets that one name matches, and the evidence."""
    return [(one.market_id, one.evidence) for one in screen([text], CORPUS).verdicts]


@pytest.mark.parametrize(
    ("text", "market_id", "evidence"),
    [
        ("vendora.example", "vendora", "exact domain"),
        ("https://www.VENDORA.example/", "vendora", "exact domain"),
        ("vendora[.]example", "vendora", "exact domain"),
        ("m.vendora.example", "vendora", "exact domain"),
        ("shop.vendora.example", "vendora", "registered domain"),
        ("http://vendora.example/item/7", "vendora", "registered domain"),
        ("vendora.example?x=1", "vendora", "registered domain"),
        ("Vendora (vendora.example)", "vendora", "exact domain"),
        ("their site is http://x.vendora.test/a", "vendora", "registered domain"),
        ("warezo.example", "warezo", "exact domain"),
        ("warezo.blogspot.com", "warezo", "exact domain"),
        ("de.warezo.blogspot.com", "warezo", "registered domain"),
        ("VENDORA", "vendora", "alias"),
        ("Vendora, bob@mail.example", "vendora", "alias"),
        ("  the  vendora ", "vendora", "alias"),
        ("Kauflo", "vendora", "alias"),
        ("vendora online", "vendora", "alias"),
        ("vendora.invalid", "vendora", "alias"),
        ("bazar acucar and cia", "bazar-acucar-lima", "alias"),
        ("Grand Fair, Quito", "grand-fair-quito", "alias"),
        ("Grand Fair (Peru)", "grand-fair-lima", "alias"),
        ("vendorra", "vendora", "near name"),
        ("Vendora Trading Ltd.", "vendora", "near name"),
        ("vendora.xyz", "vendora", "near name"),
    ],
)
def test_the_strongest_evidence_counts(text: str, market_id: str, evidence: str) -> None:
    assert found(text) == [(market_id, evidence)]


@pytest.mark.parametrize(
    "text",
    [
        "other.example", "t.me", "facebook.com", "https://facebook.com/someone", "blogspot.com", "other.blogspot.com",
        "example",
        "sales@vendora.example", "Vend", "Market", "Fair", "Lima", "", "  ", "...", "北京", "=1+1", "x" * 9_000,
        "vendora.example.other.test",
    ],
)  # fmt: skip
def test_what_proves_nothing_matches_nothing(text: str) -> None:
    assert found(text) == [("", None)]


def test_namesakes_are_all_told() -> None:
    assert found("grand fair") == [("grand-fair-lima", "alias"), ("grand-fair-quito", "alias")]


def test_a_verdict_says_when_whether_now_how_sure_and_where() -> None:
    (domain,) = screen(["vendora.example"], CORPUS).verdicts
    assert domain == Verdict(
        row=1, input="vendora.example", market_id="vendora", name="Vendora", list_years=(2016, 2018), current=True,
        evidence="exact domain", score=None, matched="vendora.example", page_year=2016, page=16, printed_page="7",
        address=f"{URL}#page=16",
    )  # fmt: skip
    (name,) = screen(["Vendora"], CORPUS).verdicts
    assert (name.page_year, name.page) == (2018, 18)
    (near,) = screen(["vendorra"], CORPUS).verdicts
    assert near.score == pytest.approx(87.5)
    current = {one.market_id: one.current for one in screen(["Grand Fair", "Warezo Index"], CORPUS).verdicts}
    assert current == {"grand-fair-lima": None, "grand-fair-quito": True, "warezo": False}


def test_reservations_are_told_once_and_open_editions_named() -> None:
    told = screen(["nobody at all", "somebody else"], CORPUS).notices
    assert sum(1 for one in told if "violation of law" in one) == 1
    assert told.count(NO_CLEAN_BILL) == 1
    assert "Not established for 2019: not in this build." in told
    assert "Not established for 2017: not verified as complete." in told


WORDS = (
    "vendora",
    "Vendora.example",
    "vendorra",
    "warezo",
    "grand",
    "Fair",
    "lima",
    "bazar",
    "x",
    "shop.test",
    "&",
    "",
)
names = st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=12), max_size=12)


@settings(max_examples=60, deadline=None)
@given(names=names, more=names, data=st.data())
def test_adding_rows_never_changes_the_verdict_on_others(
    names: list[str], more: list[str], data: st.DataObject
) -> None:
    alone = _by_row(screen(names, CORPUS))
    mixed = [(False, name) for name in more]
    for name in names:  # in their order, with others before, between and behind them
        start = max((n for n, (own, _) in enumerate(mixed) if own), default=-1) + 1
        mixed.insert(data.draw(st.integers(start, len(mixed))), (True, name))
    verdicts = _by_row(screen([name for _, name in mixed], CORPUS))
    kept = [verdicts[row] for row, (own, _) in enumerate(mixed, 1) if own]
    assert kept == [alone[row] for row in sorted(alone)]


def _by_row(screening: Screening) -> dict[int, list[tuple[object, ...]]]:
    rows: dict[int, list[tuple[object, ...]]] = {}
    for one in screening.verdicts:
        rows.setdefault(one.row, []).append(
            (one.input, one.market_id, one.evidence, one.score, one.current, one.page, one.matched)
        )
    return rows


def test_from_python_with_a_frame_to_show_for_it(sample_build: object) -> None:
    screening = nrm.screen(["taobao.com", "nobody at all"], str(sample_build))
    assert list(screening.frame["market_id"]) == ["taobao", ""]
    assert str(screening.frame["page"].dtype) == "Int64"
    assert (screening.names, screening.names_matched) == (2, 1)
    assert "taobao.com" in screening._repr_html_()
    assert "SAMPLE DATA" in screening._repr_html_()


@pytest.mark.parametrize("wrong", ["one text", ["a", None], ["a", 3]])
def test_what_is_no_list_of_names_is_refused(wrong: object) -> None:
    with pytest.raises(BadTable, match=r"list of names|no text"):
        screen(wrong, CORPUS)  # type: ignore[arg-type]


def test_a_corpus_without_markets_matches_nothing() -> None:
    empty = Corpus.of({"editions": CORPUS.editions}, sample=False)
    assert [one.market_id for one in screen(["vendora", "vendora.example"], empty).verdicts] == ["", ""]


@pytest.mark.slow
def test_a_hundred_thousand_rows_take_less_than_ten_seconds(sample_build: object) -> None:
    chance = random.Random(7)
    parts = "ka to ri mo sa lu pen dar vi zon tek max sho pal net bu go lin fa".split()

    def word() -> str:
        return "".join(chance.choices(parts, k=chance.randint(2, 5)))

    forms = ("https://www.{}.com/", "{}.co.uk", "{} Trading Ltd", "{} Market")
    names = [chance.choice(forms).format(word()) for _ in range(100_000)]
    start = time.process_time()
    assert screen(names, str(sample_build)).names == 100_000
    assert time.process_time() - start < 10
