"""Which of several overlapping readings stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nrm.model import Label
from nrm.tagging.spans import TaggedSpan, without_overlaps

LABELS: tuple[Label, ...] = ("DOMAIN", "MARKET", "ORG", "COUNTRY", "CITY")


def test_the_longest_wins() -> None:
    bank, china = TaggedSpan(0, 13, "ORG", "bank-of-china"), TaggedSpan(8, 13, "COUNTRY", "CN")
    assert without_overlaps([china, bank]) == [bank]


def test_a_domain_wins_over_a_longer_name() -> None:
    domain, market = TaggedSpan(5, 13, "DOMAIN", "vk.com"), TaggedSpan(0, 20, "MARKET", "x")
    assert without_overlaps([market, domain]) == [domain]


def test_a_market_wins_over_the_city_it_is_named_for() -> None:
    market, city = TaggedSpan(0, 15, "MARKET", "ciudad-del-este"), TaggedSpan(0, 15, "CITY", "ciudad-del-este")
    assert without_overlaps([city, market]) == [market]


@given(
    st.lists(
        st.builds(
            lambda start, length, label: TaggedSpan(start, start + length, label, "x"),
            st.integers(0, 30),
            st.integers(1, 10),
            st.sampled_from(LABELS),
        )
    )
)
def test_what_stays_is_ordered_apart_and_maximal(spans: list[TaggedSpan]) -> None:
    kept = without_overlaps(spans)
    assert all(a.end <= b.start for a, b in zip(kept, kept[1:], strict=False))
    assert all(any(k.start < s.end and s.start < k.end for k in kept) for s in spans)
    assert kept == without_overlaps(reversed(spans))
