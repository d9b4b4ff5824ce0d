"""The names and domains of a corpus's markets, laid out to be asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nrm.analysis.page_address import page_address
from nrm.identity.aliases import reviewed
from nrm.identity.normalise import domain_label, name_key, other_names
from nrm.lexicons.hosts import normal_host, suffix_list
from nrm.screening.keys import alias_key, whole_address

if TYPE_CHECKING:
    from nrm.corpus import Corpus


@dataclass(frozen=True, slots=True)
class ListedMarket:
    """A market as screening needs it; `current` is `None` where the newest edition cannot say."""

    market_id: str
    name: str
    list_years: tuple[int, ...]
    current: bool | None


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a name or domain of a market stands: the newest listing that gives it."""

    market: ListedMarket
    printed: str
    list_year: int
    page: int
    printed_page: str
    address: str


Proofs = dict[str, dict[str, Proof]]
"""By key, then by market_id."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What is asked: hosts, registrable domains, names as written, and names as editions are joined by."""

    hosts: Proofs = field(default_factory=lambda: defaultdict(dict))
    registered: Proofs = field(default_factory=lambda: defaultdict(dict))
    aliases: Proofs = field(default_factory=lambda: defaultdict(dict))
    near: Proofs = field(default_factory=lambda: defaultdict(dict))


def listed(corpus: Corpus) -> Listed:
    """The names and domains of all markets that the corpus lists.

    A name of a physical market is known with its city or country behind it too. What proves a name is the newest
    listing under it, or the market's newest where no listing has it (a name from the reviewed table).
    """
    rows = sorted(corpus.rows("listings"), key=lambda row: row["list_year"])
    urls = {row["list_year"]: row["source_url"] or "" for row in corpus.rows("editions")}
    by_market: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_market[row["market_id"]].append(row)
    index = Listed()
    for row in corpus.rows("markets"):
        listings = by_market.get(row["market_id"], [])
        if not listings:
            continue
        current = {"listed": True, "delisted": False}.get(row["status"])
        years = tuple(int(one["list_year"]) for one in listings)
        market = ListedMarket(row["market_id"], row["name"], years, current)
        for name in (row["name"], *row["aliases"]):
            _add_name(index, name, _proof(market, name, listings[-1], urls), listings[-1])
        for one in listings:  # the newest last: it is the one that stays
            _add_name(index, one["name"], _proof(market, one["name"], one, urls), one)
            for domain in _own_domains(one):
                _add_host(index, domain, _proof(market, domain, one, urls))
            named = whole_address(one["name"])
            if named is not None:
                _add_host(index, named.host, _proof(market, one["name"], one, urls))
    return index


def _proof(market: ListedMarket, printed: str, row: Mapping[str, Any], urls: Mapping[int, str]) -> Proof:
    address = page_address(urls.get(row["list_year"]), row["page_first"])
    return Proof(market, printed, row["list_year"], row["page_first"], row["printed_first"] or "", address)


def _add_name(index: Listed, name: str, proof: Proof, row: Mapping[str, Any]) -> None:
    names = {name, *other_names(name)}
    names |= {f"{name} {place}" for place in (row["city"], row["country_name"]) if place and row["kind"] == "physical"}
    for one in sorted(names):
        index.aliases[alias_key(one)][proof.market.market_id] = proof
    for one in (name, *other_names(name)):
        index.near[name_key(one)][proof.market.market_id] = proof


def _own_domains(row: Mapping[str, Any]) -> Iterable[str]:
    """The domains of a listing without those under which anybody can have a page, unless the host is the market."""
    shared = reviewed().shared_hosts
    for domain in row["domains"]:
        if _holder(normal_host(domain) or "") not in shared or domain_label(domain) == name_key(row["name"]):
            yield domain


def _add_host(index: Listed, domain: str, proof: Proof) -> None:
    host = normal_host(domain)
    if host is None:
        return
    market_id = proof.market.market_id
    index.hosts[host][market_id] = proof
    holder = _holder(host)
    if holder and holder not in reviewed().shared_hosts:
        index.registered[holder][market_id] = proof


def _holder(host: str) -> str:
    """The domain whose holder is answerable for a host: under a suffix where anybody can rent a name, that name."""
    parts = suffix_list(private=True)(host)
    return f"{parts.domain}.{parts.suffix}" if parts.domain and parts.suffix else ""
