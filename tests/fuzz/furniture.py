"""What stands in the head and foot of each page: numbers and running titles, as strings."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fuzz.headings import roman
from tests.fuzz.layouts import Layout
from tests.fuzz.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Furniture:
    """One line of it; `offset` is the distance from the edge of the page in points."""

    text: str
    at_top: bool
    position: str
    offset: float


def printed_number(layout: Layout, part: str, page: int, front_pages: int) -> str:
    """The number that a page bears; `part` is cover, blank, front or body.

    Front matter counts from the cover, in roman numerals where the layout says so; the body
    starts at 1 where it restarts.
    """
    if part == "body":
        return str(page - front_pages) if layout.folio.restart else str(page)
    return roman(page).lower() if layout.folio.roman_front else str(page)


def header_text(sheet: Sheet, page: int) -> str:
    """The running head of a page; alternating ones differ on even pages."""
    folio = sheet.layout.folio
    texts = {
        "": "",
        "title": sheet.title,
        "office": "Office of the United States Trade Representative",
        "short": "Notorious Markets",
        "date": f"Printed on 14 March {sheet.title[:4]}",
        "FOREIGN TRADE REVIEW": "FOREIGN TRADE REVIEW",
    }
    text = texts[folio.header]
    if text and folio.alternate and page % 2 == 0:
        return "Office of Trade and Intellectual Property" if folio.header != "office" else sheet.title
    return text


def position_on(position: str, page: int) -> str:
    """Outer and inner as left or right of this page."""
    if position == "outer":
        return "right" if page % 2 else "left"
    if position == "inner":
        return "left" if page % 2 else "right"
    return position


def folio_lines(sheet: Sheet, part: str, page: int, number: str, total: int) -> list[Furniture]:
    """The furniture of one page, given its number as printed and the report's last page."""
    folio = sheet.layout.folio
    if part == "blank" or (part == "cover" and not folio.on_cover):
        return []
    text = folio.form.format(n=number, N=total)
    found = [Furniture(text, folio.at_top, position_on(folio.position, page), folio.offset)]
    header = header_text(sheet, page)
    if header and part == "body":
        at_top = not folio.at_top
        found.append(Furniture(header, at_top, position_on(folio.header_position, page), folio.offset))
    return found
