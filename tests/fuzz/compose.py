"""A plan and a layout made into a sheet of blocks, ready for any typesetter."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from tests.fuzz.contents import contents
from tests.fuzz.headings import cased, entry_heading, face, numbered
from tests.fuzz.inline import runs
from tests.fuzz.layouts import Layout
from tests.fuzz.plan import Chapter, Entry, Group, Paragraph, Plan
from tests.fuzz.sheet import Align, Block, Face, Note, Run, Sheet
from tests.fuzz.styles import Style

_SYMBOLS = ["*", "†", "‡", "§"]


def compose(rng: random.Random, plan: Plan, layout: Layout) -> Sheet:
    """The report as blocks. `rng` decides on typing errors in the contents page only."""
    composer = _Composer(layout)
    body = composer.body(plan)
    front = tuple(contents(rng, body, layout)) if layout.contents != "none" else ()
    return Sheet(layout, plan.title, tuple(_cover(plan, layout)), front, tuple(body))


def anchor(entry: Entry) -> str:
    """The name under which a typesetter reports where an entry's heading stands."""
    return f"entry {entry.kind} {entry.name}"


class _Composer:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.note_count = 0
        self.text_face = Face(layout.size)

    def note(self, text: str) -> Note:
        self.note_count += 1
        rules = self.layout.notes
        mark = _SYMBOLS[(self.note_count - 1) % 4] if rules.numbering == "symbols" else str(self.note_count)
        return Note(self.note_count, mark, text)

    def body(self, plan: Plan) -> list[Block]:
        blocks: list[Block] = []
        number = 0
        for chapter in plan.chapters:
            if chapter.title:
                number += 1
                blocks.append(self.title(chapter.title, number, first=not blocks))
            blocks += self.paragraphs(chapter.intro)
            for position, passage in enumerate(chapter.passages, 1):
                blocks += self.passage(passage.title, passage.paragraphs, position)
            sections = [self.online(chapter), self.physical(chapter)]
            for section in reversed(sections) if chapter.physical_first else sections:
                blocks += section
        return blocks

    def title(self, text: str, number: int, *, first: bool) -> Block:
        layout = self.layout
        if layout.broken_titles and len(text) > 34:
            text = _broken(text)
        block = self.heading(text, layout.chapter, number, role="chapter", level=1)
        return replace(block, new_page=layout.chapters_on_new_page and not first)

    def heading(self, text: str, style: Style, number: int, *, role: str, level: int) -> Block:
        """A heading on a line of its own."""
        size = self.layout.size
        prefix = numbered(style.numbering, number) if style.numbering else ""
        return Block(
            role=role,
            runs=(Run(prefix + cased(text, style), face(style, self.layout)),),
            align="center" if style.align == "center" else "left",
            before=style.before * size,
            after=style.after * size,
            left=style.indent * size,
            keep_next=not self.layout.strand_headings or role != "entry",
            anchor=f"{role} {text}",
            level=level,
        )

    def online(self, chapter: Chapter) -> list[Block]:
        blocks: list[Block] = []
        if chapter.online_title:
            blocks.append(self.heading(chapter.online_title, self.layout.section, 1, role="section", level=2))
        blocks += self.paragraphs(chapter.online_intro)
        count = 0
        for group in chapter.online:
            if group.title:
                blocks.append(self.heading(group.title, self.layout.category, 1, role="category", level=2))
            blocks += self.paragraphs(group.intro)
            for entry in group.entries:
                count += 1
                blocks += self.entry(entry, self.layout.online, count)
        return blocks

    def physical(self, chapter: Chapter) -> list[Block]:
        layout = self.layout
        if not chapter.physical:
            return []
        blocks = [self.heading(chapter.physical_title, layout.section, 2, role="section", level=2)]
        blocks += self.paragraphs(chapter.physical_intro)
        count = 0
        for position, group in enumerate(chapter.physical):
            style = layout.physical_other if position % 3 == 2 else layout.physical
            blocks += self.country(group)
            for entry in group.entries:
                count += 1
                blocks += self.entry(entry, style, count)
        return blocks

    def country(self, group: Group) -> list[Block]:
        style = self.layout.country
        if not group.title:
            return []
        if not style.run_in:
            head = self.heading(group.title, style, 1, role="country", level=3)
            return [head, *self.paragraphs(group.intro)]
        lead = [Run(cased(group.title, style) + style.separator, face(style, self.layout))]
        blocks = self.paragraphs(group.intro, lead=[*lead, Run(" ", self.text_face)])
        blocks[0] = replace(blocks[0], anchor=f"country {group.title}", level=3)
        return blocks

    def entry(self, entry: Entry, style: Style, number: int) -> list[Block]:
        layout = self.layout
        heading = entry_heading(entry, style, layout, number, self.note)
        if style.run_in:
            blocks = self.paragraphs(entry.paragraphs, lead=heading)
            first = replace(
                blocks[0],
                anchor=anchor(entry),
                before=blocks[0].before + style.before * layout.size,
            )
            return [first, *blocks[1:]]
        block = self.heading("", replace(style, numbering=""), number, role="entry", level=4)
        head = replace(block, runs=tuple(heading), anchor=anchor(entry))
        return [head, *self.paragraphs(entry.paragraphs)]

    def passage(self, title: str, paragraphs: tuple[Paragraph, ...], number: int) -> list[Block]:
        """A decoy, in the style of an entry or of a country."""
        style = self.layout.decoys
        if style.run_in:
            prefix = numbered(style.numbering, number) if style.numbering else ""
            styled = face(style, self.layout)
            lead = [
                Run(prefix + cased(title, style) + style.separator, styled),
                Run(" ", self.text_face),
            ]
            return self.paragraphs(paragraphs, lead=lead)
        return [
            self.heading(title, style, number, role="decoy", level=2),
            *self.paragraphs(paragraphs),
        ]

    def paragraphs(self, paragraphs: Iterable[Paragraph], lead: list[Run] | None = None) -> list[Block]:
        """Text blocks; `lead` runs into the first of them."""
        blocks = []
        for paragraph in paragraphs:
            blocks.append(self.paragraph(paragraph, lead or []))
            lead = None
        return blocks

    def paragraph(self, paragraph: Paragraph, lead: list[Run]) -> Block:
        layout = self.layout
        kind = paragraph.kind
        italic = (kind == "nominated" and layout.nominated == "italic line" and not lead) or (
            kind == "quote" and "italic" in layout.quote_style
        )
        found = runs(paragraph.text, replace(self.text_face, italic=italic), self.note)
        inset = {"bullet": 30.0, "quote": 36.0}.get(kind, 0.0)
        set_in = layout.first_indent if kind in ("text", "nominated") else 0.0
        return Block(
            role=kind,
            runs=(*lead, *found),
            align="justify" if layout.justify else "left",
            after=layout.paragraph_space * layout.size,
            left=inset,
            right=36.0 if kind == "quote" else 0.0,
            first=set_in if not (lead and layout.ligatures) else 0.0,
            bullet="•" if kind == "bullet" else "",
        )


def _broken(text: str) -> str:
    """A title by hand over two lines: the first is the longer one."""
    words = text.split(" ")
    cut = max(range(1, len(words)), key=lambda n: len(" ".join(words[:n])) <= 0.62 * len(text) and n)
    return " ".join(words[:cut]) + "\n" + " ".join(words[cut:])


def _cover(plan: Plan, layout: Layout) -> list[Block]:
    size = layout.size
    scale = {"inline": 1.3, "page": 1.8, "designed": 2.6}[layout.cover]
    align: Align = "left" if layout.cover == "designed" else "center"
    colour = "#1f4e79" if layout.cover == "designed" else "#000000"
    title = Block(
        role="cover", align=align, after=size,
        runs=(Run(plan.title, Face(size * scale, bold=True, colour=colour)),),
    )  # fmt: skip
    lines = [f"{plan.month} {plan.year}"]
    if layout.cover != "inline":
        lines += [
            "Office of the United States Trade Representative",
            "Executive Office of the President",
        ]
    return [title] + [Block(role="cover", align=align, runs=(Run(line, Face(size * 1.1)),), after=6) for line in lines]
