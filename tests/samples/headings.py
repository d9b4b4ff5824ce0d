"""What an edition prints as the heading of an entry, a chapter or a country."""

from __future__ import annotations

from .chance import number
from .facts import Edition, Listing, former_domains
from .layout import Layout
from .prose import title as prose_title

TITLES = {
    "overview": "Overview",
    "positive developments": "Positive Developments",
    "other": "Other Developments Related to Previously-Listed Markets",
    "issue focus": "Issue Focus: {focus}",
    "results": "Results of the {title}",
    "public information": "Public Information",
}


def curly(text: str) -> str:
    """``text`` with typographic apostrophes, as the reports print them."""
    return text.replace("'", "’")


def chapter_title(kind: str, edition: Edition, layout: Layout) -> str:
    """The title of a chapter; empty where the layout gives the chapter none."""
    template = layout.chapter_titles.get(kind, TITLES[kind])
    focus = prose_title("issue_titles", "focus", edition.list_year)
    return template.format(title=edition.title, focus=focus)


def in_two_lines(title: str) -> str:
    """A chapter title broken at the space nearest to its middle, where it is long enough for two lines."""
    if len(title) < 24:
        return title
    spaces = [i for i, letter in enumerate(title) if letter == " "]
    middle = min(spaces, key=lambda i: abs(i - len(title) / 2))
    return f"{title[:middle]}\n{title[middle + 1 :]}"


def online_heading(listing: Listing, layout: Layout) -> str:
    """The heading of an online entry: as the report's own contents page has it, else by the layout's rule."""
    if listing.heading:
        return curly(listing.heading)
    if layout.online_name == "capitals":
        return curly(listing.name.upper())
    if layout.online_name == "domain" and len(listing.domains) == 1 and "." not in listing.name:
        domain = listing.domains[0]
        return domain[0].upper() + domain[1:]
    former = former_domains(listing) if layout.formerly else ()
    return curly(listing.name) + (f" (formerly {' and '.join(former)})" if former else "")


def physical_heading(listing: Listing, layout: Layout) -> str:
    """The heading of a physical entry, with what the layout says there of city and country."""
    name = curly(listing.name)
    city = listing.printed_city
    if layout.physical in ("run-in", "line"):
        country = "" if listing.country_name == listing.name else listing.country_name
        place = ", ".join(part for part in (city, country) if part)
    else:
        place = city
    if not place:
        return name
    return f"{name}, {place}" if layout.physical == "country-line" else f"{name} ({place})"


def heading_link(listing: Listing, layout: Layout) -> str:
    """The address that a heading links to, where the layout has linked headings: every fifth or so, else empty."""
    linked = layout.linked_headings and number(f"{listing.name}/link", 5) == 0
    return f"https://www.example.org/{number(listing.name, 9000)}" if linked else ""
