"""Finding a market by what a person types: its id, any of its names, a domain, or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from nrm.analysis import cells
from nrm.errors import UnknownName
from nrm.ids import slug

_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?([^/?#:\s]+\.[^/?#:\s]+)", re.IGNORECASE)
_NEAR = 0.72
_SUGGESTIONS = 5
_NAMED = 8


def find_markets(corpus: cells.Corpus, query: str) -> tuple[str, ...]:
    """The market_ids that a query means, at least one; several where it does not settle it.

    Tried in this order, the first that finds any wins: the id; a name or alias without regard to
    case, accents and punctuation; a domain, its host or a page under it; what the reviewed table says
    (an id given up since, a name or domain that this corpus does not print); a name of which the query
    is a whole word or more. Raises `UnknownName`, with what was perhaps meant, where none does.
    """
    names = _names(corpus)
    wanted, bare = slug(query), slug(query).replace("-", "")
    if query in names:
        return (query,)
    ways = (
        (market for market, known in names.items() if any(slug(n).replace("-", "") == bare for n in known)),
        _by_domain(corpus, query),
        (market for market in _by_table(query) if market in names),
        (market for market, known in names.items() if any(f"-{wanted}-" in f"-{slug(n)}-" for n in known)),
    )
    for way in ways:
        if found := tuple(sorted(set(way))):
            return found
    near = suggestions(query, {name for known in names.values() for name in known})
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise UnknownName(f"no market is called {query!r}{hint}")


def find_market(corpus: cells.Corpus, query: str) -> str:
    """The market_id of the one market that a query means. Raises `UnknownName` where it is none, or several."""
    found = find_markets(corpus, query)
    if len(found) > 1:
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise UnknownName(f"{query!r} fits {len(found)} markets: {', '.join(found[:_NAMED])}{more}; give a market_id")
    return found[0]


def suggestions(query: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that resemble a query most, best first, each in one spelling, five at most."""
    bare = slug(query).replace("-", "")
    best: dict[str, tuple[float, str]] = {}
    for name in sorted(names):
        other = slug(name).replace("-", "")
        matcher = SequenceMatcher(None, bare, other, autojunk=False)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR:
            best.setdefault(other, (matcher.ratio(), name))
    ranked = sorted((pair for pair in best.values() if pair[0] >= _NEAR), key=lambda p: (-p[0], p[1]))
    return tuple(name for _, name in ranked[:_SUGGESTIONS])


def _names(corpus: cells.Corpus) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for row in _rows(corpus, "markets", ("market_id", "name"), ("aliases",)):
        known = names.setdefault(str(row["market_id"]), set())
        known.update((cells.text(row["name"]), *cells.texts(row["aliases"])))
    for row in _rows(corpus, "listings", ("market_id", "name")):
        names.setdefault(str(row["market_id"]), set()).add(cells.text(row["name"]))
    return names


def _by_domain(corpus: cells.Corpus, query: str) -> Iterator[str]:
    match = _HOST.match(query.strip())
    if not match:
        return
    host = match.group(1).casefold().rstrip(".")
    for row in _rows(corpus, "listings", ("market_id", "domains")):
        for domain in (domain.casefold() for domain in cells.texts(row["domains"])):
            if host == domain or host.endswith(f".{domain}") or domain.endswith(f".{host}"):
                yield str(row["market_id"])


def _by_table(query: str) -> Iterator[str]:
    """The ids that the reviewed table gives for an id of old, a name or a domain."""
    from nrm.identity.aliases import reviewed
    from nrm.identity.normalise import name_key
    from nrm.lexicons.domains import registered_domain

    table = reviewed()
    yield table.current_id(query)
    domain = registered_domain(query)
    if domain is not None and domain in table.by_domain:
        yield table.by_domain[domain]
    for market in table.markets:
        if name_key(query) in market.keys:
            yield market.market_id


def _rows(
    corpus: cells.Corpus, name: str, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> list[Mapping[str, Any]]:
    return list(cells.records(cells.table(corpus, name), columns, name, optional))
