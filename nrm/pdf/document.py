"""A PDF as read: its pages of styled lines and what the file says about itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nrm.model import Page

METADATA = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
"""What a file can say of itself as a whole (ISO 32000-1, table 317)."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline: its title, depth from 1, and PDF page (0 if unknown)."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class TaggedHeading:
    """A heading of a tagged PDF's structure tree: text, level (1 to 6, 0 for an untold one), page."""

    text: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file's pages, metadata, bookmarks and tagged headings; `sha256` is the file's hash."""

    file: str
    sha256: str
    pages: tuple[Page, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] = ()
    headings: Sequence[TaggedHeading] = ()
    unreadable: tuple[tuple[int, str], ...] = ()
    """Pages that could not be read, with the reason."""
    reread: tuple[tuple[int, str], ...] = ()
    """Pages that the fast reader left to the other one, with the reason."""
