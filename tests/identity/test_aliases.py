"""The reviewed table: what it holds, what it answers, and what it refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from nrm import ids
from nrm.errors import BadTable
from nrm.identity.alias_rows import Place
from nrm.identity.aliases import AliasTable, read, reviewed
from nrm.identity.normalise import name_key
from nrm.model import Kind

NAMES = Path(__file__).parents[3] / "shared" / "reports" / "names.csv"
NOWHERE = Place("", "")


def test_ids_are_slugs_and_physical_ones_say_where() -> None:
    table = reviewed()
    assert len(table.markets) > 200
    for market in table.markets:
        assert market.market_id == ids.slug(market.market_id)
        if market.kind == "physical" and market.city:
            assert ids.slug(market.city) in market.market_id


def test_every_alias_has_years_and_a_source() -> None:
    for market in reviewed().markets:
        for alias in market.aliases:
            assert alias.source, (market.market_id, alias)
            assert alias.years and set(alias.years) <= set(range(2010, 2026))
            assert market.since <= min(alias.years) and max(alias.years) <= market.until


def test_every_alias_finds_its_market_in_every_year_that_it_gives() -> None:
    table = reviewed()
    for market in table.markets:
        place = table.place(market.country, market.city)
        for alias in market.aliases:
            for year in alias.years:
                found = table.named(alias.name, market.kind, place, year)
                assert [it.market_id for it in found] == [market.market_id], (
                    alias,
                    year,
                )


def test_all_pairs_of_names_known_from_public_sources_hold() -> None:
    if not NAMES.exists():
        pytest.skip(f"{NAMES.name}: the list of printed names is not beside the checkout")
    table = reviewed()
    apart = {frozenset(rel.markets) for rel in table.relations if rel.decision != "same"}
    meant: dict[tuple[str, str], set[str]] = {}
    with NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            split = table.split(row["printed"])
            for year in map(int, row["list_years"].split("; ")):
                kind: Kind = "online" if row["kind"] == "online" else "physical"
                keyed = table.by_key.get((kind, name_key(row["printed"])), ())
                found = [it for it in keyed if it.since <= year <= it.until]
                markets = {it.market_id for it in found}
                if split is not None and not markets:
                    markets = {part.market_id for part in split.parts}
                assert markets, (row["printed"], year)
                meant.setdefault((row["kind"], row["name"]), set()).update(markets)
    for (_, name), markets in meant.items():
        parts = table.split(name)
        allowed = {part.market_id for part in parts.parts} if parts else set()
        assert len(markets) == 1 or markets <= allowed or frozenset(markets) in apart, (
            name,
            markets,
        )


@pytest.mark.parametrize(
    ("name", "year", "domains", "expected"),
    [
        ("THEPIRATEBAY", 2030, (), "the-pirate-bay"),
        ("vKontakte.com", 2014, (), "vk"),
        ("YTS", 2014, (), "yts-re"),
        ("YTS", 2023, (), "yts"),
        ("YTS", 2023, ("yts.re",), "yts-re"),
        ("Cuevana", 2015, (), "cuevana-tv"),
        ("CUEVANA", 2021, (), "cuevana"),
        ("Torrentz2", 2019, (), "torrentz2"),
        ("Baidu", 2020, (), "baidu"),
    ],
)
def test_online_names(name: str, year: int, domains: tuple[str, ...], expected: str) -> None:
    found = reviewed().named(name, "online", NOWHERE, year, domains)
    assert [market.market_id for market in found] == [expected]


@pytest.mark.parametrize(
    ("name", "country", "city", "expected"),
    [
        ("Central Market", "KH", "Phnom Penh", ["central-market-phnom-penh"]),
        ("CENTRAL MARKET", "KH", "", ["central-market-phnom-penh"]),
        ("Central Market", "KH", "Siem Reap", []),
        ("Central Market", "TH", "Phnom Penh", []),
        ("Tank Road", "IN", "New Delhi", ["tank-road-delhi"]),
        ("Rua 25 de Marco", "BR", "Sao Paulo", ["rua-25-de-marco-sao-paulo"]),
        ("Pacific Mall", "CA", "Toronto", ["pacific-mall-markham"]),
        ("PC Malls", "CN", "Shanghai", ["pc-malls-china"]),
        ("Anfu Market", "CN", "Putian, Fujian Province", ["anfu-market-putian"]),
        ("Petrovka", "UA", "Kiev", ["petrivka-market-kyiv"]),
    ],
)
def test_physical_names_need_their_place(
    name: str, country: str, city: str, expected: list[str]
) -> None:
    table = reviewed()
    found = table.named(name, "physical", table.place(country, city), 2020)
    assert [market.market_id for market in found] == expected


def test_successors_are_decided_or_marked_as_undecided() -> None:
    table = reviewed()
    for one, other in (("yts-re", "yts"), ("torrentz", "torrentz2")):
        relation = table.apart(one, other)
        assert relation is not None and relation.decision == "different" and relation.source
    undecided = table.apart("cuevana", "cuevana-tv")
    assert undecided is not None and undecided.decision == "undecided"
    assert table.apart("libgen", "sci-hub") is None


MARKET = '[[market]]\nid = "{0}"\nname = "{1}"\nkind = "online"\n'
ALPHA, BETA = MARKET.format("alpha", "Alpha"), MARKET.format("beta", "Beta")
STALL = '[[market]]\nid = "{0}"\nname = "Main Stalls"\nkind = "physical"\ncountry = "{1}"\ncity = "{2}"\n'
REKEY = '[[rekey]]\nold = "{}"\nnew = "{}"\nwhy = "shorter"\n'
RELATION = '[[relation]]\nmarkets = {}\ndecision = "{}"\nwhy = "w"\nsource = "{}"\n'
SPLIT = '[[split]]\nheading = "Alpha and Beta"\nparts = [{}]\nsource = "s"\n'


def _table(*rows: str) -> AliasTable:
    return read("".join(rows))


def test_an_id_that_was_given_up_still_resolves() -> None:
    table = _table(ALPHA, REKEY.format("older", "old"), REKEY.format("old", "alpha"))
    assert [table.current_id(it) for it in ("older", "old", "alpha", "new")] == [
        "alpha",
        "alpha",
        "alpha",
        "new",
    ]


def test_one_name_in_two_places_or_times_is_no_contradiction() -> None:
    table = _table(
        STALL.format("main-stalls-here", "KH", "Here"),
        STALL.format("main-stalls-there", "KH", "There"),
        ALPHA + "until = 2015\n",
        MARKET.format("alpha-2", "Alpha") + "since = 2016\n",
    )
    assert len(table.markets) == 4


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((ALPHA, ALPHA), "twice"),
        ((ALPHA, MARKET.format("beta", "alpha.com")), "name 'alpha'"),
        (
            (STALL.format("a", "KH", "Here"), STALL.format("b", "KH", "")),
            "name 'mainstalls'",
        ),
        ((ALPHA + 'domains = ["a.com"]\n', BETA + 'domains = ["a.com"]\n'), "a.com in"),
        ((ALPHA + 'domains = ["www.a.com"]\n',), "no registered domain"),
        (
            ('shared_hosts = ["a.com"]\n', ALPHA + 'domains = ["a.com"]\n'),
            "no registered domain",
        ),
        ((ALPHA, SPLIT.format('{ name = "Alpha", market = "alpha" }')), "one part"),
        (
            (
                ALPHA,
                SPLIT.format('{ name = "A", market = "alpha" }, { name = "B", market = "b" }'),
            ),
            "no market b",
        ),
        ((ALPHA, RELATION.format('["alpha"]', "different", "s")), "not so many"),
        (
            (ALPHA, BETA, RELATION.format('["alpha", "beta"]', "same", "s")),
            "not so many",
        ),
        (
            (ALPHA, BETA, RELATION.format('["alpha", "beta"]', "different", "")),
            "needs a source",
        ),
        (
            (ALPHA, BETA, RELATION.format('["alpha", "beta"]', "perhaps", "s")),
            "perhaps",
        ),
        ((ALPHA, REKEY.format("alpha", "alpha")), "still an id"),
        ((ALPHA, REKEY.format("a", "b"), REKEY.format("b", "a")), "leads to no market"),
        ((ALPHA + 'colour = "red"\n',), "unknown key"),
        ((ALPHA.replace("online", "street"),), "kind"),
        ((ALPHA + 'country = "KH"\n',), "physical"),
        (("[[market]\n",), "reviewed table"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(rows: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadTable, match="(?s)" + says):
        _table(*rows)
