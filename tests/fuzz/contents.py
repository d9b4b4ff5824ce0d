"""The contents page of a made-up report, with the typing errors that such pages have."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.fuzz.layouts import Layout
from tests.fuzz.sheet import Block, Face, Run


def contents(rng: random.Random, body: list[Block], layout: Layout) -> Iterable[Block]:
    """The lines of the contents page, each with the heading that it points to."""
    size = layout.size
    title = Face(size * layout.chapter.scale, bold=True)
    yield Block(role="contents title", runs=(Run(rng.choice(["Contents", "Table of Contents", "TABLE OF CONTENTS"]),
                title),), align="center", after=size)  # fmt: skip
    levels = {"chapter": 0, "section": 1, "category": 2, "country": 2, "entry": 2}
    deepest = {"chapters": 0, "number first": 0, "two levels": 1, "full": 2}[layout.contents]
    wanted = [
        block for block in body
        if levels.get(block.anchor.split(" ")[0], 9) <= deepest and not block.anchor.startswith("entry physical")
    ]  # fmt: skip
    wrong = set(rng.sample(range(len(wanted)), min(2, len(wanted)))) if layout.contents_typo else set()
    shout = rng.random() < 0.6
    for position, block in enumerate(wanted):
        role = block.anchor.split(" ")[0]
        text = block.text.replace("\n", " ")
        if role == "entry":
            text = block.anchor.removeprefix("entry online ")
        elif role == "country":
            text = block.anchor.removeprefix("country ")
        depth = levels[role]
        if depth == 2:
            text = text.upper() if shout else text
            text = _mistyped(rng, text) if position in wrong else text
        yield Block(
            role="contents",
            runs=(Run(text, Face(size, bold=depth == 0 and layout.contents == "full")),),
            left=depth * 18.0,
            after=layout.paragraph_space * size * 0.4,
            target=block.anchor,
        )


def _mistyped(rng: random.Random, text: str) -> str:
    """Two neighbouring letters exchanged, as a typist does."""
    at = rng.randrange(len(text) - 1)
    if len(text) < 6 or not (text[at].isalpha() and text[at + 1].isalpha()):
        return text
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
