"""The parts of a manuscript: spans of styled text, notes, and blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; ``raised`` is a superscript note mark."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark and its text."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading.

    ``role`` is one of title, chapter, section, group, country, entry, subheading, paragraph, bullet.  ``ident`` names
    the block so that its pages can be looked up; ``owner`` is the ident of the entry it belongs to, if any.
    """

    role: str
    spans: tuple[Span, ...]
    ident: str = ""
    owner: str = ""
    notes: tuple[Note, ...] = ()
    new_page: bool = False

    @property
    def text(self) -> str:
        """The block's text, line breaks as spaces."""
        return "".join(span.text for span in self.spans).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its kind, its printed title (empty where it has none) and its first block's ident."""

    kind: str
    title: str
    ident: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the contents page: a title, its level from 0, and the ident of the block it points to."""

    title: str
    level: int
    ident: str
