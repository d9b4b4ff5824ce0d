"""The measure of each kind of block under a layout: size, space around it, indents, alignment."""

from __future__ import annotations

from dataclasses import dataclass

from .layout import Layout

HEADINGS = ("title", "chapter", "section", "group", "country", "entry", "subheading")


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set; lengths in points.  ``align`` is left, center or justified."""

    size: float
    leading: float
    before: float
    after: float
    align: str = "left"
    indent: float = 0.0
    first_indent: float = 0.0
    hyphenated: bool = False


def style_of(role: str, layout: Layout) -> Style:
    """The style of a role.  Raises ``KeyError`` for a role that no layout knows."""
    body, gap = layout.size, layout.paragraph_gap
    align = "justified" if layout.justified else "left"
    sizes = {"title": layout.chapter_size + 2, "chapter": layout.chapter_size, "section": body + 1}
    if role in HEADINGS:
        size = sizes.get(role, body)
        return Style(
            size=size,
            leading=size * layout.leading,
            before={"title": 0.0, "chapter": 14.0, "section": 8.0, "group": 6.0, "country": 6.0}.get(role, 3.0),
            after=gap if role in ("title", "chapter") else gap * 0.5,
            align=layout.chapter_align if role in ("title", "chapter") else "left",
        )
    return {
        "paragraph": Style(body, body * layout.leading, 0.0, gap, align, 0.0, layout.first_indent, layout.hyphenated),
        "bullet": Style(body, body * layout.leading, 0.0, gap * 0.4, align, 36.0, -12.0),
        "note": Style(layout.note_size, layout.note_size * 1.15, 0.0, 1.5, "left"),
    }[role]
