"""What a made-up report says, before it is laid out: chapters, entries, decoys, all with text.

Texts carry the marks of inline.py. A plan is drawn after its layout, because a reader must
always be able to tell what is meant by what both say together.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.fuzz.inline import bold, note
from tests.fuzz.layouts import Layout
from tests.fuzz.places import City, Country, countries
from tests.fuzz.wording import Wording, printable


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`kind`: text, bullet, quote or nominated (the line that says under which domain)."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A market and what is said about it; `aside` follows the name in the heading."""

    name: str
    kind: str
    paragraphs: tuple[Paragraph, ...]
    first: str
    last: str
    country: Country | None = None
    city: City | None = None
    based_in: str = ""
    domains: tuple[str, ...] = ()
    category: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one category or country; no title: none is printed."""

    title: str
    intro: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A titled stretch of a chapter that lists nothing, however much it looks as if."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """`role`: overview, positive, issue, results, public or other."""

    role: str
    title: str
    intro: tuple[Paragraph, ...]
    passages: tuple[Passage, ...] = ()
    online: tuple[Group, ...] = ()
    physical: tuple[Group, ...] = ()
    online_title: str = ""
    online_intro: tuple[Paragraph, ...] = ()
    physical_title: str = ""
    physical_intro: tuple[Paragraph, ...] = ()
    physical_first: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    year: int
    title: str
    month: str
    chapters: tuple[Chapter, ...]
    elsewhere: tuple[str, ...] = field(default=())

    @property
    def entries(self) -> list[Entry]:
        """In no order of the page: online ones first."""
        return [
            entry
            for chapter in self.chapters
            for group in (*chapter.online, *chapter.physical)
            for entry in group.entries
        ]


class Author:
    """Draws the texts of one report."""

    def __init__(self, rng: random.Random, layout: Layout) -> None:
        self.rng = rng
        self.layout = layout
        self.words = Wording(rng, charset=layout.charset, curly=layout.curly)
        self.elsewhere: list[str] = []
        self.named: list[str] = []

    def noted(self, sentence: str) -> str:
        """The sentence, now and then with a footnote."""
        if self.rng.random() >= self.layout.notes.density:
            return sentence
        text = self.words.sentence("footnotes")
        if self.rng.random() < 0.2:
            text += " " + self.words.sentence("footnotes")
        return sentence + note(text)

    def middle(self, count: int, *, mentions: bool = True) -> list[str]:
        """Sentences that say nothing about where a market or whose a domain is."""
        found = []
        for _ in range(count):
            group = "frames"
            if mentions and self.rng.random() < 0.12:
                group = self.rng.choice(["mention_domain", "mention_country"])
            sentence = self.words.sentence(group)
            if self.rng.random() < 0.05:
                phrase = bold(self.words.pick("bold_phrases"))
                sentence = self.words.sentence("bold_frames", phrase=phrase)
            elif mentions and self.named and self.rng.random() < 0.04:
                market = self.rng.choice(self.named)
                sentence = self.words.sentence("mention_market", market=market)
            found.append(self.noted(sentence))
        return found

    def aside(self, group: str = "elsewhere", **given: str) -> str:
        """A sentence that can be known again, and that belongs to no entry."""
        sentence = self.words.sentence(group, **given)
        self.elsewhere.append(sentence)
        return sentence

    def prose(self, least: int, most: int) -> tuple[Paragraph, ...]:
        """Paragraphs outside entries, each with a sentence that can be known again."""
        paragraphs = []
        for _ in range(self.rng.randint(least, most)):
            sentences = self.middle(self.rng.randint(1, 4))
            sentences.insert(self.rng.randint(0, len(sentences)), self.aside())
            paragraphs.append(Paragraph(" ".join(sentences)))
        return tuple(paragraphs)

    def bullets(self) -> tuple[Paragraph, ...]:
        """List items, now and then each with a bold lead."""
        led = self.rng.random() < 0.3
        texts = [self.middle(1)[0] for _ in range(self.rng.randint(2, 4))]
        leads = [bold(self.words.pick("leads") + ":") + " " if led else "" for _ in texts]
        return tuple(Paragraph(a + b, "bullet") for a, b in zip(leads, texts, strict=True))


def draw_places(author: Author, count: int) -> list[tuple[Country, list[City]]]:
    """Countries in alphabetical order, each with the cities of its markets."""
    rng = author.rng

    def cities(country: Country) -> list[City]:
        return [c for c in country.cities if printable(c.name, author.layout.charset)]

    possible = [country for country in countries() if cities(country)]
    chosen = rng.sample(possible, min(count, len(possible)))
    if rng.random() < 0.9:
        chosen.sort(key=lambda country: country.name)
    several = [1, 1, 1, 2, 2, 3, 5]
    return [(c, [rng.choice(cities(c)) for _ in range(rng.choice(several))]) for c in chosen]
