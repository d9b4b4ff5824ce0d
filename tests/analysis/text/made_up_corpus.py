"""A whole corpus out of a few lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nrm.corpus import Corpus
from nrm.frames import frame

SHA = "ab" * 32


@dataclass(frozen=True)
class Said:
    """A passage; one with a `market` belongs to its entry of that year (several: joined with `+`)."""

    year: int
    text: str
    market: str = ""
    chapter: str = ""
    type: str = "paragraph"
    page: int = 1


@dataclass(frozen=True)
class Shops:
    """What is known of the markets: kind and country, else online and nowhere."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)


def made_up_corpus(
    said: Iterable[Said],
    *,
    missing: Iterable[int] = (),
    partial: Iterable[int] = (),
    shops: Shops = Shops(),
    findings: Iterable[tuple[str, int]] = (),
    mentions: Iterable[tuple[int, str, str]] = (),
    sample: bool = False,
) -> Corpus:
    """The corpus; `missing` and `partial` are list years.

    A mention is (index of the passage, label, norm) and stands on the passage's first letters.
    """
    passages = list(said)
    years = sorted({one.year for one in passages} | set(missing))
    rows = {
        "editions": [_edition(year, year in set(missing), year in set(partial)) for year in years],
        "entries": [_entry(*key, passages, shops) for key in _keys(passages)],
        "listings": [
            _listing(year, market, entry, shops) for year, entry in _keys(passages) for market in entry.split("+")
        ],
        "passages": [_passage(number, one) for number, one in enumerate(passages)],
        "mentions": [
            _mention(passages[index], f"p{index}", place, label, norm)
            for place, (index, label, norm) in enumerate(mentions)
        ],
        "findings": [
            {
                "finding_id": f"{year}-{code}",
                "code": code,
                "severity": "error",
                "list_year": year,
                "file": None,
                "page": 2,
                "text": "",
                "hint": "Look.",
            }
            for code, year in findings
        ],
    }
    markets = sorted({str(row["market_id"]) for row in rows["listings"]})
    rows["markets"] = [_market(market, rows["listings"], shops) for market in markets]
    frames = {name: frame(name, [row | {"sample": sample} for row in records]) for name, records in rows.items()}
    return Corpus.of(frames, sample=sample)


def _keys(passages: list[Said]) -> list[tuple[int, str]]:
    return list(dict.fromkeys((one.year, one.market) for one in passages if one.market))


def _edition(year: int, missing: bool, partial: bool) -> dict[str, Any]:
    coverage = "missing" if missing else "partial" if partial else "complete"
    return {
        "list_year": year,
        "title": f"{year} List",
        "published": f"{year + 1}-01-15",
        "file": None if missing else f"{year}.pdf",
        "source_sha256": None if missing else SHA,
        "source_url": None,
        "pages": None,
        "declared_online": None,
        "found_online": None,
        "declared_physical": None,
        "found_physical": None,
        "contents_only": (),
        "body_only": (),
        "unexplained_lines": None,
        "coverage_online": coverage,
        "coverage_physical": coverage,
        "status": "missing" if missing else "unverified" if partial else "verified",
    }


def _place(market: str, shops: Shops) -> dict[str, Any]:
    kind = shops.kinds.get(market, "online")
    country = shops.countries.get(market)
    return {
        "kind": kind,
        "category": None,
        "country": country if kind == "physical" else None,
        "country_name": None,
        "city": None,
        "based_in": country if kind == "online" else None,
        "domains": (),
        "page_first": 1,
        "page_last": 2,
        "printed_first": None,
    }


def _entry(year: int, market: str, passages: list[Said], shops: Shops) -> dict[str, Any]:
    texts = [one.text for one in passages if (one.year, one.market) == (year, market) and one.type != "heading"]
    return {
        "entry_id": f"{year}-{market}",
        "list_year": year,
        "heading": market,
        "name": market,
        "text": "\n\n".join(texts),
        "passages": (),
        "provenance": _provenance(1),
    } | _place(market.split("+")[0], shops)


def _listing(year: int, market: str, entry: str, shops: Shops) -> dict[str, Any]:
    return {
        "list_year": year,
        "market_id": market,
        "entry_id": f"{year}-{entry}",
        "name": market.title(),
        "source_sha256": SHA,
    } | _place(market, shops)


def _market(market: str, listings: list[dict[str, Any]], shops: Shops) -> dict[str, Any]:
    years = sorted(row["list_year"] for row in listings if row["market_id"] == market)
    return {
        "market_id": market,
        "name": market.title(),
        "kind": shops.kinds.get(market, "online"),
        "aliases": (),
        "domains": (),
        "countries": (),
        "city": None,
        "first_year": years[0],
        "last_year": years[-1],
        "editions": len(years),
        "spells": (),
        "status": "unknown",
        "left_truncated": False,
        "right_censored": False,
        "evidence": (),
    }


def _passage(number: int, one: Said) -> dict[str, Any]:
    return {
        "passage_id": f"p{number}",
        "list_year": one.year,
        "chapter": one.chapter or ("results" if one.market else "overview"),
        "type": one.type,
        "entry_id": f"{one.year}-{one.market}" if one.market else None,
        "mark": None,
        "text": one.text,
        "provenance": _provenance(one.page),
    }


def _provenance(page: int) -> dict[str, Any]:
    return {
        "sha256": SHA,
        "regions": [
            {"page": page, "printed": f"{page - 1}", "box": [72.0, 600.0, 540.0, 700.0]},
            {"page": page + 1, "printed": f"{page}", "box": [72.0, 72.0, 540.0, 172.0]},
        ],
    }


def _mention(one: Said, passage_id: str, place: int, label: str, norm: str) -> dict[str, Any]:
    return {
        "mention_id": f"{passage_id}:{place}:{label}",
        "passage_id": passage_id,
        "entry_id": f"{one.year}-{one.market}" if one.market else None,
        "list_year": one.year,
        "chapter": one.chapter or ("results" if one.market else "overview"),
        "label": label,
        "subtype": None,
        "text": one.text[:3],
        "norm": norm,
        "start": 0,
        "end": 3,
        "page": one.page,
    }
