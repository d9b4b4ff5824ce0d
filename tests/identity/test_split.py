"""Headings that name several markets."""

from __future__ import annotations

import pytest

from nrm.identity.aliases import AliasTable, reviewed
from nrm.identity.known import KnownNames
from nrm.identity.split import parts_of, share_domains, split_entry
from nrm.model import Entry

from .conftest import MakeEntry


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Alpha and Beta", ("Alpha", "Beta")),
        ("ALPHA & BETA", ("ALPHA", "BETA")),
        ("Alpha.com / Beta.net", ("Alpha.com", "Beta.net")),
        ("A1, B2, C3 and D4", ("A1", "B2", "C3", "D4")),
        ("A1, B2, and C3", ("A1", "B2", "C3")),
        (
            "Alpha Ltd. (d/b/a One and Two) and Beta JSC",
            ("Alpha Ltd. (d/b/a One and Two)", "Beta JSC"),
        ),
        ("a.com, b.net, c.org", ("a.com", "b.net", "c.org")),
        ("Anfu Market, Putian", ("Anfu Market, Putian",)),
        ("Alphaandbeta", ("Alphaandbeta",)),
        ("Alpha", ("Alpha",)),
    ],
)
def test_the_parts_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts


def test_a_domain_goes_to_the_part_that_it_names() -> None:
    parts = ("Registrar One Ltd. (d/b/a OpenNames)", "Eastern Registry JSC")
    shares, left = share_domains(parts, ("easternregistry.ru", "opennames.com", "else.net"))
    assert shares == (("opennames.com",), ("easternregistry.ru",))
    assert left == ("else.net",)


def test_a_domain_that_names_both_goes_to_neither() -> None:
    assert share_domains(("Marks", "Marks"), ("marks.com",)) == (
        ((), ()),
        ("marks.com",),
    )


def _split(
    entry: Entry, *others: Entry, table: AliasTable | None = None
) -> tuple[list[tuple[str, str, tuple[str, ...]]], list[str]]:
    table = table or reviewed()
    found, findings = split_entry(entry, table, KnownNames((entry, *others), table))
    return [(one.name, one.market_id, one.domains) for one in found], [it.code for it in findings]


def test_the_reviewed_table_splits_and_shares_the_domains(entry: MakeEntry) -> None:
    found, findings = _split(entry(2016, "LIBGEN AND BOOKFI", ["libgen.io", "bookfi.net"]))
    assert found == [
        ("Libgen", "libgen", ("libgen.io",)),
        ("Bookfi", "bookfi", ("bookfi.net",)),
    ]
    assert findings == []


def test_a_domain_of_neither_is_a_finding(entry: MakeEntry) -> None:
    found, findings = _split(entry(2017, "Libgen and Sci-Hub", ["libgen.io", "mirror.example.net"]))
    assert [domains for _, _, domains in found] == [("libgen.io",), ()]
    assert findings == ["two-markets-one-heading"]


def test_a_reviewed_name_is_never_split(entry: MakeEntry) -> None:
    found, findings = _split(entry(2022, "Flvto.biz and 2Conv.com", ["flvto.biz", "2conv.com"]))
    assert [(name, market) for name, market, _ in found] == [("Flvto.biz and 2Conv.com", "flvto")]
    assert findings == []


def test_parts_with_their_own_domains_are_split(entry: MakeEntry) -> None:
    name = "Registrar One Ltd. (d/b/a OpenNames) and Eastern Registry JSC"
    found, findings = _split(entry(2031, name, ["opennames.com", "easternregistry.ru"]))
    assert [(part, domains) for part, _, domains in found] == [
        ("Registrar One Ltd. (d/b/a OpenNames)", ("opennames.com",)),
        ("Eastern Registry JSC", ("easternregistry.ru",)),
    ]
    assert findings == []


def test_parts_known_from_elsewhere_are_split(entry: MakeEntry) -> None:
    joint = entry(2031, "Zedflix and Rutracker")
    found, findings = _split(joint, entry(2030, "ZEDFLIX"))
    assert [(part, market) for part, market, _ in found] == [
        ("Zedflix", ""),
        ("Rutracker", "rutracker"),
    ]
    assert findings == []


def test_physical_parts_known_in_that_country_are_split(entry: MakeEntry) -> None:
    joint = entry(
        2031,
        "La Salada and Barrio Once",
        kind="physical",
        country="AR",
        city="Buenos Aires",
    )
    found, _ = _split(joint)
    assert [market for _, market, _ in found] == [
        "la-salada-buenos-aires",
        "barrio-once-buenos-aires",
    ]
    elsewhere = entry(2031, "La Salada and Barrio Once", kind="physical", country="PE", city="Lima")
    assert len(_split(elsewhere)[0]) == 1


@pytest.mark.parametrize("domains", [[], ["zedflix.com"], ["marksandspencer.com"]])
def test_without_evidence_for_each_part_it_stays_one_and_a_finding(
    entry: MakeEntry, domains: list[str]
) -> None:
    found, findings = _split(entry(2031, "Zedflix and Yonderbox", domains))
    assert [part for part, _, _ in found] == ["Zedflix and Yonderbox"]
    assert found[0][2] == tuple(domains)
    assert findings == ["two-markets-one-heading"]


def test_two_names_of_one_market_are_no_split(entry: MakeEntry) -> None:
    found, findings = _split(entry(2031, "VK and VKontakte", ["vk.com"]))
    assert len(found) == 1 and findings == []
    found, findings = _split(entry(2031, "Foobar.com and Foobar.net", ["foobar.com", "foobar.net"]))
    assert len(found) == 1 and findings == []
