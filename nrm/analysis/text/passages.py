"""The passages of a part of the corpus, with what the analysis of wording needs of each."""

from __future__ import annotations

from dataclasses import dataclass

from nrm.analysis import cells
from nrm.analysis.text.part import EVERYTHING, Part, Place
from nrm.regions import region_at


@dataclass(frozen=True, slots=True)
class PageRegion:
    """A page that a passage touches: page of the PDF, number printed there, its box in points."""

    page: int
    printed: str
    box: tuple[float, float, float, float]

    @property
    def height(self) -> float:
        """The height of the box."""
        return max(self.box[3] - self.box[1], 0.0)


@dataclass(frozen=True, slots=True)
class TextPassage:
    """A passage with the markets that its entry lists (none outside entries)."""

    passage_id: str
    list_year: int
    chapter: str
    type: str
    entry_id: str
    text: str
    places: tuple[Place, ...]
    regions: tuple[PageRegion, ...]

    @property
    def market_id(self) -> str:
        """The market of its entry; several joined with `; `, none empty."""
        return cells.SEPARATOR.join(sorted(place.market_id for place in self.places))

    def placed(self) -> dict[str, object]:
        """The passage with the market of its entry, and the first page and box on which it stands."""
        first = self.regions[0]
        x0, top, x1, bottom = first.box
        return {
            "list_year": self.list_year,
            "chapter": self.chapter,
            "type": self.type,
            "market_id": self.market_id or None,
            "page": first.page,
            "printed_page": first.printed,
            "x0": x0,
            "top": top,
            "x1": x1,
            "bottom": bottom,
            "text": self.text,
            "passage_id": self.passage_id,
            "entry_id": self.entry_id or None,
        }

    def region(self, offset: int) -> PageRegion:
        """Where a character of the text stands (right to about a line where the text runs over pages)."""
        return self.regions[region_at([region.height for region in self.regions], len(self.text), offset)]


def text_passages(corpus: cells.Corpus, part: Part = EVERYTHING) -> list[TextPassage]:
    """The passages of a part, in reading order."""
    places = places_by_entry(corpus)
    columns = ("passage_id", "list_year", "chapter", "type", "entry_id", "text", "provenance")
    found = []
    for row in cells.records(cells.table(corpus, "passages"), columns, "passages"):
        entry = cells.text(row["entry_id"])
        listed = places.get(entry, ())
        if part.holds(row["list_year"], row["chapter"], row["type"], listed):
            found.append(
                TextPassage(
                    passage_id=row["passage_id"],
                    list_year=int(row["list_year"]),
                    chapter=row["chapter"],
                    type=row["type"],
                    entry_id=entry,
                    text=row["text"],
                    places=listed,
                    regions=tuple(map(_region, row["provenance"]["regions"])),
                )
            )
    return found


def places_by_entry(corpus: cells.Corpus) -> dict[str, tuple[Place, ...]]:
    """The markets that each entry lists."""
    columns = ("entry_id", "market_id", "kind", "country", "based_in")
    found: dict[str, tuple[Place, ...]] = {}
    for row in cells.records(cells.table(corpus, "listings"), columns, "listings"):
        countries = frozenset(filter(None, (cells.text(row["country"]), cells.text(row["based_in"]))))
        place = Place(row["market_id"], row["kind"], countries)
        found[row["entry_id"]] = (*found.get(row["entry_id"], ()), place)
    return found


def _region(region: dict[str, object]) -> PageRegion:
    box = region["box"]
    assert isinstance(box, list | tuple)
    x0, top, x1, bottom = map(float, box)
    return PageRegion(int(str(region["page"])), str(region["printed"]), (x0, top, x1, bottom))
