"""The values that travel from stage to stage: small, frozen, without behaviour beyond reading them.

Units: boxes are in points (1/72 inch), origin at the top left of the page as displayed;
pages are counted from 1 as a PDF viewer counts them; character offsets are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["online", "physical"]
Chapter = Literal[
    "front matter",
    "contents",
    "overview",
    "positive developments",
    "issue focus",
    "results",
    "public information",
    "other",
]
PassageType = Literal["paragraph", "heading", "footnote", "list item"]
Label = Literal["MARKET", "COUNTRY", "DOMAIN", "CITY", "ORG"]
Severity = Literal["info", "warning", "error"]


class Box(NamedTuple):
    """A rectangle on a page: left, top, right, bottom, in points."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line's text in one style: `line.text[start:end]`."""

    start: int
    end: int
    font: str
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    superscript: bool = False
    small_caps: bool = False
    colour: str = ""
    link: str = ""
    x0: float = 0.0
    x1: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as a person reads it, with its runs of style."""

    page: int
    text: str
    box: Box
    runs: tuple[Run, ...]
    baseline: float = 0.0
    first_word_x1: float = 0.0
    """Where the line's first word ends: whether it would have fitted on the line before."""
    size: float = 0.0
    """The font size of most of the line's characters."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, a heading, a list item.

    `runs` are offsets into `text`; `marks` are the footnote marks taken out of it, each with the
    offset at which it stood; `gap` is the white space above in multiples of the leading (0 at the
    top of a page).
    """

    text: str
    runs: tuple[Run, ...]
    lines: tuple[Line, ...]
    marks: tuple[tuple[int, str], ...] = ()
    gap: float = 0.0
    centred: bool = False
    bullet: bool = False

    @property
    def page(self) -> int:
        """The PDF page on which the block starts."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number in the file, its size in points, and its lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Box, ...] = ()
    """Thin horizontal strokes that underline no text, such as the rule above footnotes."""
    images: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A place on a page: PDF page, the page number printed there (empty if none), and the box."""

    page: int
    printed: str
    box: Box


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text stands: the hash of the file and one region per page that it touches."""

    sha256: str
    regions: tuple[Region, ...]

    @property
    def page_first(self) -> int:
        """The first PDF page."""
        return self.regions[0].page

    @property
    def page_last(self) -> int:
        """The last PDF page."""
        return self.regions[-1].page

    @property
    def printed_first(self) -> str:
        """The page number printed on the first page; empty if it has none."""
        return self.regions[0].printed


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or footnote of any chapter: the unit of text.

    `passage_id` is `<year>-<chapter>.<n>` outside entries, `<entry_id>.<n>` inside one and
    `<year>-note.<mark>` for a footnote. `mark` is a footnote's own mark, else empty.
    """

    passage_id: str
    list_year: int
    chapter: Chapter
    type: PassageType
    entry_id: str
    mark: str
    text: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Entry:
    """What an edition says under one heading of its results chapter.

    `heading` is the text as printed, `name` the same as a reader would write it. For a physical
    market `country`/`country_name`/`city` say where it stands; for an online one `based_in` is the
    ISO code of the country in which the report says it is at home. Unknown is an empty string.
    `entry_id` is `<year>-<slug of heading>`, with `-2`, `-3` for namesakes in one edition.
    """

    entry_id: str
    list_year: int
    kind: Kind
    category: str
    heading: str
    name: str
    country: str
    country_name: str
    city: str
    based_in: str
    domains: tuple[str, ...]
    text: str
    passages: tuple[str, ...]
    provenance: Provenance

    @property
    def page_first(self) -> int:
        """The PDF page of the heading."""
        return self.provenance.page_first

    @property
    def page_last(self) -> int:
        """The PDF page on which the entry ends."""
        return self.provenance.page_last

    @property
    def printed_first(self) -> str:
        """The page number printed on the heading's page."""
        return self.provenance.printed_first


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that nrm did not understand or that does not add up, and what to do about it.

    `code` and `severity` are closed vocabularies of the schema. `page` is 0 where no page is meant.
    """

    finding_id: str
    code: str
    severity: Severity
    list_year: int
    file: str
    page: int
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One yearly report as a file. `published` is an ISO date or empty; `None` is not declared."""

    list_year: int
    title: str
    published: str
    file: str
    sha256: str
    pages: int
    sample: bool
    declared_online: int | None = None
    declared_physical: int | None = None
    source_url: str = ""
    explained: str = ""
    """Why the totals found differ from those declared, where the reason is known."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What the independent answer keys of one report say of each other."""

    contents_only: tuple[str, ...] = ()
    body_only: tuple[str, ...] = ()
    unexplained_lines: int = 0
    unreadable_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """One edition, read: its passages, its entries, and what did not add up."""

    edition: Edition
    passages: tuple[Passage, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    reconciliation: Reconciliation = field(default_factory=Reconciliation)

    def __repr__(self) -> str:
        from nrm.report_views import in_short

        return in_short(self)

    def _repr_html_(self) -> str:
        from nrm.report_views import as_html

        return as_html(self)


@dataclass(frozen=True, slots=True)
class Listing:
    """A market in an edition. An entry that names two markets makes two listings."""

    list_year: int
    market_id: str
    entry_id: str
    name: str
    kind: Kind
    category: str
    country: str
    country_name: str
    city: str
    based_in: str
    domains: tuple[str, ...]
    page_first: int
    page_last: int
    printed_first: str
    source_sha256: str


@dataclass(frozen=True, slots=True)
class Market:
    """An identity over the years. `evidence` says, per name joined, why it is the same market."""

    market_id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    countries: tuple[str, ...]
    city: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a passage with a label: `passage.text[start:end] == text`.

    `norm` is the ISO code, market_id, registered domain, city or organisation meant;
    `mention_id` is `<passage_id>:<start>-<end>:<label>`.
    """

    mention_id: str
    passage_id: str
    entry_id: str
    list_year: int
    chapter: Chapter
    label: Label
    subtype: str
    text: str
    norm: str
    start: int
    end: int
    page: int
