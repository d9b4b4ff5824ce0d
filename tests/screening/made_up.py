"""A small corpus with invented markets, for screening."""

from __future__ import annotations

from nrm.corpus import Corpus
from nrm.frames import frame
from nrm.model import Edition, Kind, Listing, Market
from nrm.records import edition_row, listings_rows, market_row

SHA = "cd" * 32
URL = "https://ustr.example/list.pdf"


def _edition(year: int, coverage: str = "complete") -> dict[str, object]:
    held = coverage != "missing"
    edition = Edition(
        year, f"{year} Review", f"{year}-12-21", f"{year}.pdf" if held else "", SHA if held else "", 9 if held else 0,
        False, source_url=URL,
    )  # fmt: skip
    status = "verified" if held else "missing"
    return edition_row(edition, status=status, coverage_online=coverage, coverage_physical=coverage)


def _listing(
    year: int, market_id: str, name: str, domains: tuple[str, ...] = (), place: tuple[str, str, str] = ("", "", "")
) -> Listing:
    kind: Kind = "physical" if place[0] else "online"
    return Listing(
        year, market_id, f"{year}-{market_id}", name, kind, "", *place, "", domains, year - 2000, year - 2000, "7", SHA
    )


LISTINGS = (
    _listing(2016, "vendora", "Vendora", ("vendora.example", "m.vendora.example")),
    _listing(2018, "vendora", "Vendora (formerly Kauflo)", ("vendora.test",)),
    _listing(2016, "warezo", "warezo.example", ("warezo.example", "facebook.com", "warezo.blogspot.com")),
    _listing(2016, "grand-fair-lima", "Grand Fair", place=("PE", "Peru", "Lima")),
    _listing(2018, "grand-fair-quito", "Grand Fair", place=("EC", "Ecuador", "Quito")),
    _listing(2018, "bazar-acucar-lima", "Bazar Açúcar & Cia.", place=("PE", "Peru", "Lima")),
)


def _market(market_id: str, name: str, status: str, aliases: tuple[str, ...] = ()) -> dict[str, object]:
    own = [one for one in LISTINGS if one.market_id == market_id]
    market = Market(market_id, name, own[0].kind, aliases, (), (), own[0].city, ())
    return market_row(
        market, first_year=own[0].list_year, last_year=own[-1].list_year, editions=len(own), spells=["2016"],
        status=status, left_truncated=True, right_censored=True, sample=False,
    )  # fmt: skip


def corpus() -> Corpus:
    """Four editions, of which 2017 is partial and 2019 missing; five markets."""
    frames = {
        "editions": frame(
            "editions", [_edition(2016), _edition(2017, "partial"), _edition(2018), _edition(2019, "missing")]
        ),
        "listings": frame("listings", listings_rows(LISTINGS, sample=False)),
        "markets": frame(
            "markets",
            [
                _market("vendora", "Vendora", "listed", ("Vendora Online", "vendora.invalid")),
                _market("warezo", "Warezo", "delisted", ("Warezo Index",)),
                _market("grand-fair-lima", "Grand Fair", "unknown"),
                _market("grand-fair-quito", "Grand Fair", "listed"),
                _market("bazar-acucar-lima", "Bazar Açúcar & Cia.", "listed"),
            ],
        ),
    }
    return Corpus.of(frames, sample=False)
