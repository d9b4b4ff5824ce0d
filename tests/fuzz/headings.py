"""How a heading reads and looks: numbers, capitals, places and faces put together."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.inline import runs
from tests.fuzz.layouts import Layout
from tests.fuzz.plan import Entry
from tests.fuzz.sheet import Face, Note, Run
from tests.fuzz.styles import Style

_ROMAN = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(number: int) -> str:
    """`roman(14)` is "XIV"."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def numbered(pattern: str, number: int) -> str:
    """`numbered("({n}) ", 3)` is "(3) "; {r} and {R} are roman, {a} and {A} letters."""
    letter = chr(ord("a") + (number - 1) % 26)
    return pattern.format(n=number, r=roman(number), R=roman(number), a=letter, A=letter.upper())


def face(style: Style, layout: Layout) -> Face:
    return Face(
        size=round(layout.size * style.scale, 2),
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        small_caps=style.small_caps,
        colour=style.colour,
        other_family=style.other_family,
        tracking=style.tracking,
        link="https://www.example.org/market" if style.link else "",
    )


def cased(text: str, style: Style) -> str:
    return text.upper() if style.caps else text


def place_heading(entry: Entry, pattern: str) -> str:
    """The heading of a physical market as the layout's pattern has it."""
    assert entry.country is not None
    country, city = entry.country.name, entry.city
    if city is None:
        return _without_city(entry.name, country, pattern)
    province = f", {city.province}" if city.province else ""
    return {
        "Name, City": f"{entry.name}, {city.name}",
        "Name, City, Province": f"{entry.name}, {city.name}{province}",
        "Name (City)": f"{entry.name} ({city.name})",
        "Name (City, Country)": f"{entry.name} ({city.name}{province}, {country})",
        "Name, City, Country": f"{entry.name}, {city.name}{province}, {country}",
        "COUNTRY – Name (City)": f"{country.upper()} – {entry.name} ({city.name})",
        "Country: Name, City": f"{country}: {entry.name}, {city.name}",
        "Name, City (Country)": f"{entry.name}, {city.name} ({country})",
        "Name – City, Country": f"{entry.name} – {city.name}, {country}",
    }[pattern]


def _without_city(name: str, country: str, pattern: str) -> str:
    """A market of which only the country is told, if that stands in the heading at all."""
    if pattern.startswith("COUNTRY"):
        return f"{country.upper()} – {name}"
    if pattern.startswith("Country"):
        return f"{country}: {name}"
    if "Country" not in pattern:
        return name
    return f"{name} ({country})" if "(" in pattern else f"{name}, {country}"


def separator(text: str, style: Style) -> str:
    """What ends a run-in heading: "B.V." needs no second full stop."""
    return "" if style.separator == "." and text.endswith(".") else style.separator


def entry_heading(entry: Entry, style: Style, layout: Layout, number: int, note: Callable[[str], Note]) -> list[Run]:
    """Number, name and aside; a run-in heading also has its separator and a space.

    What stands in brackets beside an online market's name is plain half of the time.
    """
    text = entry.name if entry.kind == "online" else place_heading(entry, layout.places)
    styled = face(style, layout)
    prefix = numbered(style.numbering, number) if style.numbering else ""
    found = [Run(prefix + cased(text, style), styled)]
    if entry.aside:
        plain_aside = style.run_in and layout.justify
        aside = Face(layout.size) if plain_aside else styled
        space = " " if entry.aside.startswith("(") else ""
        found += runs(space + entry.aside, aside, note)
    if style.run_in:
        found += [Run(separator(found[-1].text, style), styled), Run(" ", Face(layout.size))]
    return found
