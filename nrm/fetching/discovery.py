"""The links of a web page, and which of them may lead to an edition of the list. No address is asked here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from nrm.ids import fold

_REVIEW = re.compile(r"notorious[\W_]*markets?|\bnml(?![a-z])")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_CALL = re.compile(
    r"\b(comments?|hearings?|requests?|dockets?|submissions?|nominations?|rebuttals?|federal register|testimony)\b"
)
"""A page that calls for comments on a review to come is not the review."""
_BLOCKS = frozenset("p li td th dd dt h1 h2 h3 h4 h5 h6 div section article figure blockquote".split())
_SILENT = frozenset(("script", "style", "noscript", "template"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: where it leads (absolute, without fragment), its own words, and those of its paragraph."""

    url: str
    text: str
    around: str

    @property
    def is_pdf(self) -> bool:
        """Whether the address says that it leads to a PDF."""
        return unquote(urlsplit(self.url).path).lower().endswith(".pdf")

    @property
    def name(self) -> str:
        """The last part of the address, as a person reads it."""
        return unquote(urlsplit(self.url).path.rstrip("/").rpartition("/")[2])

    @property
    def years(self) -> frozenset[int]:
        """The years that its words and its name give."""
        return frozenset(int(year) for year in _YEAR.findall(f"{self.text} {self.name}"))

    @property
    def is_call(self) -> bool:
        """Whether its words or its name speak of a call for comments, or of what was handed in."""
        return bool(_CALL.search(self._said))

    @property
    def speaks_of_review(self) -> bool:
        """Whether its words or its name speak of the review itself."""
        return bool(_REVIEW.search(self._said)) and not self.is_call

    @property
    def stands_by_review(self) -> bool:
        """Whether the words around it do, as in "The list is available here"."""
        return bool(_REVIEW.search(fold(self.around))) and not self.is_call

    @property
    def _said(self) -> str:
        return fold(f"{self.text} {re.sub('[-_+]', ' ', self.name)}")


def links_of(page: str, url: str) -> tuple[Link, ...]:
    """The links of a web page that stands at an address, in order, each address once."""
    reader = _Reader(url)
    reader.feed(page)
    reader.close()
    reader.end_block()
    found: dict[str, Link] = {}
    for link in reader.links:
        found.setdefault(link.url, link)
    return tuple(found.values())


def pdfs_for(links: Iterable[Link], list_year: int) -> tuple[Link, ...]:
    """The PDFs that may be an edition, the likeliest first.

    Those that give its list year, then those that give no year, then those whose paragraph speaks of the review,
    then those that give another year (that of publication, it may be).
    """

    def rank(link: Link) -> int:
        if not link.speaks_of_review:
            return 2
        return 0 if list_year in link.years else 1 if not link.years else 3

    fitting = [link for link in links if link.is_pdf and (link.speaks_of_review or link.stands_by_review)]
    return tuple(sorted(fitting, key=rank))


def pages_for(links: Iterable[Link], list_year: int) -> tuple[Link, ...]:
    """The pages that may speak of an edition, such as its press release, the likeliest first."""
    pages = [link for link in links if not link.is_pdf and link.speaks_of_review]
    near = {list_year: 0, list_year + 1: 1}
    fitting = [link for link in pages if not link.years or link.years & near.keys()]
    return tuple(sorted(fitting, key=lambda link: min((near.get(year, 2) for year in link.years), default=2)))


class _Reader(HTMLParser):
    """Collects links with their words; a broken page gives what can be made out of it."""

    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self._base = url
        self._open: tuple[str, list[str]] | None = None
        self._block: list[str] = []
        self._waiting: list[tuple[str, str]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "base" and given.get("href"):
            self._base = self._absolute(given["href"]) or self._base
        elif tag in _SILENT:
            self._silent += 1
        elif tag == "a":
            self._end_link()
            url = self._absolute(given.get("href", ""))
            if url:
                self._open = (url, [given.get("title", ""), given.get("aria-label", "")])
        elif tag == "img" and self._open is not None:
            self._open[1].append(given.get("alt", ""))
        elif tag in _BLOCKS:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._block.append(data)
        if self._open is not None:
            self._open[1].append(data)

    def end_block(self) -> None:
        """A paragraph is over: the links in it now have their surroundings."""
        self._end_link()
        around = _flowing(self._block)
        self.links += [Link(url, text, around) for url, text in self._waiting]
        self._block, self._waiting = [], []

    def _end_link(self) -> None:
        if self._open is not None:
            url, words = self._open
            self._waiting.append((url, _flowing(words)))
            self._open = None

    def _absolute(self, href: str) -> str:
        """The address that a reference means, https where it is a web address; empty if it is none."""
        try:
            url = urldefrag(urljoin(self._base, href.strip())).url
            parts = urlsplit(url)
        except ValueError:
            return ""
        if parts.scheme not in ("http", "https") or not parts.netloc:
            return ""
        return parts._replace(scheme="https").geturl() if href.strip() else ""


def _flowing(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
