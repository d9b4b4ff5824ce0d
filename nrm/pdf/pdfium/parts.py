"""The parts of a page's text: what one object draws of a line, with all that pdfium knows of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from nrm.pdf.pdfium import compiled, native
from nrm.pdf.pdfium.text_runs import Stretch, stretches
from nrm.pdf.pdfium.text_states import in_page_space, origins, text_states

Part = tuple[int, int, float, float, float, int, int, int, bytes, float, float, int]
"""The object, its font, x and y of its first character and x of its last, start and end in the page's text, render
mode, packed state (see `text_states`), x and y of the object's origin, and which of its spaces are gaps. Places are
those of origins, in page space."""

MODE: Final = 7
X: Final = 9
Y: Final = 10
"""Where in a part its render mode is, and the x and y of the object's origin."""

GAP_WITHIN, GAP_BEFORE = 1, 2
"""The first space of a part, or that before it, is one that the file does not print: pdfium made it from a gap. This is
told of parts that have another beside them, with nothing or a space between."""


def parts_of(text: str, page: native.Reference, in_forms: Collection[int]) -> list[Part]:
    """The parts of the text of an open text page, in its order; `in_forms` are the objects in form XObjects.

    There are no spaces at a part's ends. What no object drew is in none.
    """
    walk = compiled.page_walk
    parts = walk.parts(text, page) if walk is not None else _asked_one_by_one(text, page)
    return [_in_page_space(part, page, in_forms) for part in parts] if in_forms else parts


def _asked_one_by_one(text: str, page: native.Reference) -> list[Part]:
    found = [stretch for stretch in stretches(text, page) if stretch[2]]
    if not found:
        return []
    starts, ends, objects = zip(*found, strict=True)
    states, xs, ys = zip(*text_states(objects), strict=True)
    fonts, modes = map(native.text_font, objects), map(native.render_mode, objects)
    firsts = list(zip(xs, ys, strict=True))
    inside = [index for index, start in enumerate(starts) if start and text[start - 1] == " "]
    for index, place in zip(inside, origins(page, [starts[index] for index in inside]), strict=True):
        firsts[index] = place  # no object's first character, perhaps
    x0s, y0s = zip(*firsts, strict=True)
    lasts = [x for x, _ in origins(page, [end - 1 for end in ends])]
    gaps = _gaps(text, page, found)
    return list(zip(objects, fonts, x0s, y0s, lasts, starts, ends, modes, states, xs, ys, gaps, strict=True))


def _gaps(text: str, page: native.Reference, found: Sequence[Stretch]) -> list[int]:
    beside = {
        index
        for second, (one, other) in enumerate(pairwise(found), 1)
        if other[0] - one[1] <= 1
        for index in (second - 1, second)
    }
    gaps = [0] * len(found)
    for index in beside:
        start, end, _ = found[index]
        if start and text[start - 1] == " " and native.is_generated(page, start - 1):
            gaps[index] = GAP_BEFORE
        first = text.find(" ", start, end)
        if first >= 0 and native.is_generated(page, first):
            gaps[index] |= GAP_WITHIN
    return gaps


def _in_page_space(part: Part, page: native.Reference, in_forms: Collection[int]) -> Part:
    """The part with the places of what is in a form, for which pdfium gives them in the form's own space."""
    one, font, _, _, end_x, start, end, mode, state, _, _, gaps = part
    if one not in in_forms:
        return part
    ((x0, y0),) = origins(page, [start])
    return one, font, x0, y0, end_x, start, end, mode, *in_page_space(state, page, start), gaps
