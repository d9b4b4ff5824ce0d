"""Collect the blocks of a manuscript, number its notes and remember what its contents page lists."""

from __future__ import annotations

from .blocks import Block, Chapter, Item, Note, Span
from .chance import number
from .headings import in_two_lines
from .layout import Layout
from .prose import lines, paragraphs, sentence

NOTE_EVERY = 4
LONG_NOTE_EVERY = 3


class Writer:
    """Appends blocks in reading order; every block gets an ident, every note the next mark."""

    def __init__(self, list_year: int, layout: Layout) -> None:
        self.list_year = list_year
        self.layout = layout
        self.blocks: list[Block] = []
        self.chapters: list[Chapter] = []
        self.items: list[Item] = []
        self.mark_count = 0

    def chapter(self, kind: str, title: str) -> None:
        """Begin a chapter; one without a title begins with whatever block comes next."""
        ident = self._next_ident()
        self.chapters.append(Chapter(kind, title, ident))
        if title:
            text = in_two_lines(title) if self.layout.chapter_split else title
            new_page = self.layout.chapter_new_page and len(self.chapters) > 1
            self._add(Block("chapter", (Span(text, bold=True),), ident, new_page=new_page))
            self.items.append(Item(title, 0, ident))

    def section(self, title: str) -> None:
        """Head a part of the results: online or physical markets."""
        ident = self.heading("section", title)
        self.items.append(Item(title, 1, ident))

    def country(self, name: str) -> None:
        """Head the markets of a country."""
        ident = self.heading("country", name)
        self.items.append(Item(name.upper(), 2, ident))

    def heading(self, role: str, text: str, link: str = "") -> str:
        """A heading on a line of its own in the style of its role; its ident."""
        style = {
            "section": self.layout.section_style,
            "group": self.layout.section_style,
            "country": self.layout.country_style,
        }.get(role, self.layout.entry_style)
        shown = text.upper() if style.endswith("-capitals") else text
        span = Span(
            shown,
            bold=style.startswith("bold"),
            italic="italic" in style,
            underlined=style.startswith("underline"),
            link=link,
        )
        return self._add(Block(role, (span,), self._next_ident()))

    def entry(self, heading: str, body: list[list[str]], key: str, run_in: str | None, link: str, kind: str) -> str:
        """An entry: its heading on its own line or, with ``run_in``, before its first paragraph; its ident."""
        if run_in is None:
            ident = self.heading("entry", heading, link)
            lead: tuple[Span, ...] = ()
            if kind == "online":
                self.items.append(Item(heading, 2, ident))
        else:
            ident = self._next_ident()
            lead = (Span(heading + run_in, bold=True), Span(" "))
        for i, sentences in enumerate(body):
            head = i == 0 and run_in is not None
            self._noted(sentences, f"{key}/{i}", ident, lead if head else (), ident if head else "")
        return ident

    def paragraph(self, sentences: list[str], key: str = "") -> None:
        """A paragraph that belongs to no entry; with a ``key`` it may carry a note."""
        self._noted(sentences, key, "", (), "")

    def plain(self, pool: str, key: str, shape: tuple[int, ...], **slots: str) -> None:
        """Paragraphs out of a pool of sentences, keyed by list year."""
        for i, sentences in enumerate(paragraphs(pool, f"{self.list_year}/{key}", shape, **slots)):
            self.paragraph(sentences, f"{self.list_year}/{key}/{i}")

    def bullets(self, pool: str, key: str) -> None:
        """A list out of a pool."""
        for line in lines(pool, f"{self.list_year}/{key}"):
            self._add(Block("bullet", (Span(f"• {line}"),), self._next_ident()))

    def _noted(self, sentences: list[str], key: str, owner: str, lead: tuple[Span, ...], ident: str) -> None:
        """Add a paragraph, with a note after one of its sentences where chance and layout have it so."""
        notes: tuple[Note, ...] = ()
        spans = [*lead]
        noted = key and self.layout.marks != "none" and number(f"{key}/noted", NOTE_EVERY) == 0
        place = number(f"{key}/place", len(sentences)) if noted else -1
        for i, text in enumerate(sentences):
            spans.append(Span(text))
            if i == place:
                self.mark_count += 1
                mark = str(self.mark_count)
                pool = "notes" if number(f"{key}/long", LONG_NOTE_EVERY) else "long_notes"
                notes = (Note(mark, sentence(pool, key)),)
                raised = self.layout.marks == "superscript"
                spans.append(Span(mark if raised else f"[{mark}]", raised=raised))
            if i < len(sentences) - 1:
                spans.append(Span(" "))
        self._add(Block("paragraph", tuple(spans), ident or self._next_ident(), owner, notes))

    def _next_ident(self) -> str:
        return f"b{len(self.blocks)}"

    def _add(self, block: Block) -> str:
        self.blocks.append(block)
        return block.ident
