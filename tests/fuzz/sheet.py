"""What a typesetter is given: blocks of runs with faces, and the page they stand on.

Sizes are points, tracking is in ems, indents and spaces are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.fuzz.layouts import Layout

Align = Literal["left", "justify", "center", "right"]


@dataclass(frozen=True, slots=True)
class Face:
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    small_caps: bool = False
    colour: str = "#000000"
    other_family: bool = False
    tracking: float = 0.0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    face: Face
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or line of the contents page.

    `anchor` names a heading, so that `target` of a contents line can point to it;
    `level` above 0 makes it an item of the outline; a line break in a run is "\\n".
    """

    role: str
    runs: tuple[Run, ...]
    align: Align = "left"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    bullet: str = ""
    keep_next: bool = False
    new_page: bool = False
    anchor: str = ""
    target: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole report: the cover's blocks, the front matter's (contents), and the body's."""

    layout: Layout
    title: str
    cover: tuple[Block, ...]
    front: tuple[Block, ...]
    body: tuple[Block, ...]
