"""Write a whole edition: its chapters in the order of its year, its entries, its notes."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Block, Chapter, Item
from .entries import WrittenEntry, write_online, write_physical
from .facts import Edition
from .headings import chapter_title
from .layout import Layout
from .prose import title
from .writer import Writer


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An edition in reading order, before it is set: blocks, chapters, entries and lines of the contents page."""

    edition: Edition
    blocks: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    entries: tuple[WrittenEntry, ...]
    items: tuple[Item, ...]


def write(edition: Edition, layout: Layout) -> Manuscript:
    """Write the edition's chapters in the layout's order."""
    writer = Writer(edition.list_year, layout)
    entries: list[WrittenEntry] = []
    for kind in layout.chapters:
        writer.chapter(kind, chapter_title(kind, edition, layout))
        if kind == "results":
            if layout.chapter_titles.get(kind) != "":
                writer.plain("results", kind, (2,))
            entries += write_online(writer, edition, layout)
            entries += write_physical(writer, edition, layout)
        else:
            _prose_chapter(writer, kind)
    return Manuscript(edition, tuple(writer.blocks), tuple(writer.chapters), tuple(entries), tuple(writer.items))


def _prose_chapter(writer: Writer, kind: str) -> None:
    """A chapter that lists nothing: paragraphs, sub-headings that look like entries, decoys."""
    year = str(writer.list_year)
    if kind == "overview":
        writer.plain("overview", kind, (3, 3, 2), year=year)
    elif kind == "positive developments":
        writer.plain("positive", kind, (2,))
        for i in range(3):
            writer.heading("subheading", _subheading(writer, title("positive_titles", f"{year}/positive/{i}", i)))
            writer.plain("positive", f"{kind}/{i}", (3, 2) if i == 1 else (3,))
    elif kind == "issue focus":
        writer.plain("issue", kind, (3, 2))
        for i in range(3):
            writer.heading("subheading", _subheading(writer, title("issue_subtitles", "issue", i)))
            writer.plain("issue", f"{kind}/{i}", (3, 3))
    elif kind == "other":
        for i in range(3):
            writer.heading("subheading", _subheading(writer, title("positive_titles", f"{year}/other/{i}", i)))
            writer.plain("other", f"{kind}/{i}", (3,))
    elif kind == "public information":
        writer.plain("public", kind, (2, 2))
        writer.bullets("bullets", kind)
        writer.plain("public", f"{kind}/end", (2,))
    else:
        raise ValueError(f"eras.toml names a chapter {kind!r} that nobody can write")


def _subheading(writer: Writer, text: str) -> str:
    return text.upper() if writer.layout.online_name == "capitals" else text
