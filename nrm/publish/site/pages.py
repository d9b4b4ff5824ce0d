"""Which pages the site has: the path of each, its template, and what the template is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nrm.analysis.coverage import KINDS
from nrm.ids import fold
from nrm.publish.site.bars_svg import Bar, bars_svg
from nrm.publish.site.country_pages import countries, country_context
from nrm.publish.site.edition_pages import edition_context
from nrm.publish.site.market_pages import market_context
from nrm.publish.site.site_tables import Row, SiteTables, country_name
from nrm.publish.site.timeline_svg import Line, timeline_svg


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; `root` leads from it back to the start."""

    path: str
    template: str
    title: str
    section: str
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The relative path to the folder of the site."""
        return "../" * self.path.count("/")


def pages(tables: SiteTables, downloads: Sequence[Any]) -> Iterator[Page]:
    """Every page of the site; `downloads` are the files that it offers."""
    of_country = countries(tables)
    held = [row for row in tables.editions if row["list_year"] in tables.held]
    counts = {
        "editions": len(held),
        "markets": len(tables.markets),
        "listings": sum(map(len, tables.listings_of.values())),
        "countries": len(of_country),
    }
    yield Page(
        "index.html", "index.html", "Start", "start", {"counts": counts, "bars": _bars(tables), **_newest(tables)}
    )
    yield Page("timeline.html", "timeline.html", "Timeline", "timeline", {"kinds": list(_timelines(tables))})
    yield Page("markets.html", "markets.html", "Markets", "markets", {"rows": list(_market_rows(tables))})
    yield Page("editions.html", "editions.html", "Editions", "editions")
    shown = [(code, rows, sum(code in row["countries"] for row in tables.markets)) for code, rows in of_country.items()]
    silent = sum(1 for rows in tables.listings_of.values() for row in rows if not (row["country"] or row["based_in"]))
    yield Page("countries.html", "countries.html", "Countries", "countries", {"rows": shown, "silent": silent})
    yield Page("downloads.html", "downloads.html", "Downloads", "downloads", {"files": downloads})
    yield Page("about.html", "about.html", "About and method", "about", {"counts": counts})
    for row in held:
        title = f"{row['list_year']} edition"
        yield Page(f"edition/{row['list_year']}.html", "edition.html", title, "editions", edition_context(tables, row))
    for market in tables.markets:
        path = f"market/{market['market_id']}.html"
        yield Page(path, "market.html", market["name"], "markets", market_context(tables, market))
    for code, rows in of_country.items():
        context = country_context(tables, code, rows)
        yield Page(f"country/{code.lower()}.html", "country.html", country_name(code), "countries", context)


def _newest(tables: SiteTables) -> dict[str, Any]:
    """What the newest edition added and removed, for the first page."""
    context = edition_context(tables, tables.edition(tables.newest))
    return {"edition": context["edition"], "groups": context["groups"]}


def _bars(tables: SiteTables) -> Any:
    bars = []
    for year in tables.presence.years:
        row = tables.edition(year)
        complete = row["coverage_online"] == row["coverage_physical"] == "complete"
        bars.append(Bar(year, row["found_online"], row["found_physical"], complete))
    return bars_svg(bars, "Markets listed in each edition, online and physical; the table below gives the numbers.")


def _timelines(tables: SiteTables) -> Iterator[tuple[str, Any, list[tuple[Row, tuple[str, ...]]]]]:
    """For each kind the drawing, and the same states as rows of a table."""
    for kind in KINDS:
        markets = [row for row in tables.markets if row["kind"] == kind]
        markets.sort(key=lambda row: (row["first_year"], -row["editions"], row["name"].casefold()))
        states = tables.presence.states
        lines = [
            Line(row["name"], f"market/{row['market_id']}.html", kind, states[row["market_id"]]) for row in markets
        ]
        drawing = timeline_svg(
            tables.presence.years, lines, f"Timeline of {kind} markets; a table of the same follows."
        )
        yield kind, drawing, [(row, states[row["market_id"]]) for row in markets]


def _market_rows(tables: SiteTables) -> Iterator[dict[str, Any]]:
    """The rows of the table of all markets, with the folded text that a search looks through."""
    for row in sorted(tables.markets, key=lambda row: row["name"].casefold()):
        places = [*map(country_name, row["countries"]), row["city"] or ""]
        printed = {listing["name"] for listing in tables.listings_of[row["market_id"]]}
        words = " ".join(dict.fromkeys([row["name"], *row["aliases"], *sorted(printed), *row["domains"], *places]))
        yield {"market": row, "search": fold(words)}
