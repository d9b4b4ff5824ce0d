from __future__ import annotations

import itertools
import random
import re
import shutil
import subprocess
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nrm
from nrm.analysis.text.part import Part
from nrm.analysis.text.term_counts import Wanted
from nrm.analysis.text.term_table import term_table
from nrm.corpus import Corpus, load
from nrm.errors import BadQuery, UnknownName
from nrm.stages.discover import sample_files
from tests.analysis.text.made_up_corpus import Said, Shops, made_up_corpus

CORPUS = made_up_corpus(
    [
        Said(2010, "Stream-ripping is new. A box, boxes and the Box.", "site"),
        Said(2011, "Nothing of the kind.", "bazaar"),
        Said(2011, "Stream ripping stays; stream ripping grows in 2011.", "mall"),
        Said(2013, "Boxes again.", "mall"),
        Said(2013, "In closing."),
    ],
    missing=[2012],
    shops=Shops(kinds={"bazaar": "physical", "mall": "physical"}, countries={"mall": "CN", "site": "CN"}),
)


def counted(corpus: Corpus, **wanted: object) -> dict[tuple[str, str], int]:
    """(group, term) → count."""
    return {(row.group, row.term): row.count for row in term_table(corpus, Part(), **wanted).rows}  # type: ignore[arg-type]


def test_counts_of_a_corpus_counted_by_hand() -> None:
    rows = {row.term: row for row in term_table(CORPUS, Part()).rows}
    ripping = rows["stream ripping"]
    assert (ripping.count, ripping.size, ripping.passages, ripping.entries) == (3, 2, 2, 2)
    assert ripping.words == 26
    assert ripping.per_10000 == pytest.approx(30_000 / 26)
    assert ripping.forms == ("Stream ripping", "Stream-ripping", "stream ripping")
    assert (rows["box"].count, rows["box"].forms) == (4, ("Box", "Boxes", "box", "boxes"))
    assert "of the" not in rows
    assert "the" not in rows
    assert "2011" not in rows
    assert "new a box" not in rows


def test_first_and_last_appearance_say_what_is_established() -> None:
    rows = {row.term: row.appearance for row in term_table(CORPUS, Part()).rows}
    assert (rows["kind"].first_year, rows["kind"].first_established) == (2011, True)
    assert (rows["kind"].last_year, rows["kind"].last_established) == (2011, False)
    assert (rows["closing"].first_year, rows["closing"].first_established) == (2013, False)
    only = term_table(CORPUS, Part(years=frozenset([2011])), asked=["stream-ripping"]).rows[0]
    assert (only.count, only.appearance.first_year) == (2, 2010)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("edition", {"2010": 3, "2011": 0, "2013": 1}),
        ("kind", {"online": 3, "physical": 1}),
        ("country", {"CN": 4}),
        ("chapter", {"overview": 0, "results": 4}),
    ],
)
def test_groups(by: str, expected: dict[str, int]) -> None:
    assert {group: n for (group, _), n in counted(CORPUS, asked=["box"], by=by).items()} == expected


def test_words_of_groups_add_up() -> None:
    assert dict(term_table(CORPUS, Part(), by="edition").words) == {"2010": 10, "2011": 12, "2013": 4}


def test_numbers_and_words_of_grammar_count_when_asked_for() -> None:
    rows = counted(CORPUS, wanted=Wanted(grammar=True, numbers=True))
    assert rows["", "the"] == 2
    assert rows["", "of the"] == 1
    assert rows["", "in 2011"] == 1


def test_rules_of_folding_can_be_left_out() -> None:
    rows = counted(CORPUS, in_force=["case"])
    assert rows["", "stream-ripping"] == 1
    assert rows["", "stream ripping"] == 2
    assert (rows["", "box"], rows["", "boxes"]) == (2, 2)


def test_terms_asked_for() -> None:
    assert counted(CORPUS, asked=["BOXES", "strea*", "stream ripping grows", "xyz"]) == {
        ("", "box"): 4,
        ("", "strea*"): 3,
        ("", "stream ripping grows"): 1,
        ("", "xyz"): 0,
    }
    with pytest.raises(BadQuery, match="there is no word in it"):
        term_table(CORPUS, Part(), asked=["…"])


def test_the_commonest_of_each_group_and_the_alphabet_among_equals() -> None:
    rows = term_table(CORPUS, Part(), by="edition", most=2, wanted=Wanted((1,))).rows
    assert [(row.group, row.term) for row in rows] == [
        ("2010", "box"),
        ("2010", "new"),
        ("2011", "ripping"),
        ("2011", "stream"),
        ("2013", "box"),
        ("2013", "closing"),
    ]


TEXTS = st.lists(st.text(alphabet="ab c,", max_size=25), min_size=1, max_size=6)


@given(texts=TEXTS, size=st.sampled_from([1, 2, 3]))
@settings(max_examples=60, deadline=None)
def test_runs_of_words_are_those_between_punctuation(texts: list[str], size: int) -> None:
    corpus = made_up_corpus([Said(2010 + n % 3, text or "x") for n, text in enumerate(texts)])
    expected: Counter[str] = Counter()
    for text in texts:
        for run in (text or "x").split(","):
            found = run.split()
            expected.update(" ".join(found[n : n + size]) for n in range(len(found) - size + 1))
    rows = counted(corpus, wanted=Wanted((size,), grammar=True), in_force=[])
    assert {term: count for (_, term), count in rows.items()} == expected


@given(texts=TEXTS)
@settings(max_examples=30, deadline=None)
def test_a_term_has_the_same_count_asked_for_and_listed_and_in_a_concordance(texts: list[str]) -> None:
    corpus = made_up_corpus([Said(2010, text or "x") for text in texts])
    for (_, term), count in counted(corpus, wanted=Wanted(grammar=True)).items():
        assert counted(corpus, asked=[term]) == {("", term): count}
        assert len(nrm.kwic(corpus, term)) == count


def test_from_python_a_table_shows_itself_with_notices() -> None:
    frame = nrm.terms(CORPUS, by="edition", most=1)
    assert list(frame["group"]) == ["2010", "2011", "2013"]
    assert frame["first_year"].dtype == "Int64"
    shown = frame.head(1)._repr_html_()
    assert "Terms by edition" in shown
    assert "the list makes no finding of a violation of law" in shown
    assert "SAMPLE DATA" not in shown
    with pytest.raises(UnknownName, match="edition, chapter, kind, country, not by 'month'"):
        nrm.terms(CORPUS, by="month")


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """The text of each sample edition as pdftotext gives it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    with sample_files() as files:
        return [
            subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
            for file in files
        ]


@pytest.mark.parametrize(
    ("term", "pattern"),
    [
        # Not on the contents pages, which are no running text.
        ("chamber of commerce", r"\bchambers? of commerce\b"),
        ("customs laboratory", r"\bcustoms laborator(y|ies)\b"),
        ("set-top box", r"\bset-\s?top box(es)?\b"),
        ("Côte", r"\bcôtes?\b"),
    ],
)
def test_counts_per_edition_are_those_of_pdftotext(
    term: str, pattern: str, sample_build: object, printed: list[str]
) -> None:
    counted = nrm.terms(load(str(sample_build)), term, by="edition")
    for count, year, said in zip(counted["count"], counted["group"], printed, strict=True):
        # A word divided at the end of a line is one word.
        text = " ".join(re.sub(r"(\w)[-\u2010\u00ad]\n(?=[a-z])", r"\1", said).split()).lower()
        joined = text.replace("settop", "set-top")
        assert len(re.findall(pattern, joined)) == count, year


@pytest.mark.slow
def test_a_million_words_are_counted_within_ten_seconds() -> None:
    """In seconds of the processor, which other programs do not take away; words as unequal as those of a language."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices("abcdefghijklmnoprst", k=chance.randint(2, 11))) for _ in range(20_000)]
    drawn = iter(chance.choices(vocabulary, [1 / (rank + 2) for rank in range(20_000)], k=1_000_000))
    passages = [Said(2010 + n % 15, " ".join(itertools.islice(drawn, 40))) for n in range(25_000)]
    corpus = made_up_corpus(passages)
    start = time.process_time()
    table = term_table(corpus, Part(), most=20)
    assert time.process_time() - start < 10
    assert table.words[""] == 1_000_000
    assert len(table.rows) == 20
