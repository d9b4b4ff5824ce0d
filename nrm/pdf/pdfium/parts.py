"""The parts of a page's text: what one object draws of a line, with all that pdfium knows of it."""

from __future__ import annotations

from collections.abc import Collection

from nrm.pdf.pdfium import compiled, native
from nrm.pdf.pdfium.text_runs import stretches
from nrm.pdf.pdfium.text_states import in_page_space, origins, text_states

Part = tuple[int, int, float, int, int, int, bytes, float, float]
"""The object, its font, where its last character starts (x), start and end in the page's text, render mode, packed
state (see `text_states`), x and y of its origin. Places are in page space."""


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
    lasts = [x for x, _ in origins(page, [end - 1 for end in ends])]
    return list(zip(objects, fonts, lasts, starts, ends, modes, states, xs, ys, strict=True))


def _in_page_space(part: Part, page: native.Reference, in_forms: Collection[int]) -> Part:
    if part[0] not in in_forms:
        return part
    return (*part[:6], *in_page_space(part[6], page, part[3]))
