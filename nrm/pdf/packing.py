"""Pages as plain tuples, quick to send from one process to another and to keep, and pages made of them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from nrm.model import Box, Line, Page, Run
from nrm.pdf.quick_values import new_line, new_run

_fields_of_run = attrgetter(*Run.__slots__)


def packed(pages: Iterable[Page]) -> list[tuple[Any, ...]]:
    """Number, width, height, lines, rules and images of each page, with the fields of lines and runs in their order."""
    return [
        (page.number, page.width, page.height, [_packed_line(line) for line in page.lines], page.rules, page.images)
        for page in pages
    ]


def unpacked(given: Iterable[Sequence[Any]]) -> tuple[Page, ...]:
    """The pages of which `packed` made these; lists are as good as tuples.

    Raises `TypeError`, `ValueError` or `IndexError` where they are none.
    """
    return tuple([
        Page(number, width, height, tuple(map(_line, lines)), tuple([Box(*rule) for rule in rules]), images)
        for number, width, height, lines, rules, images in given
    ])


def _packed_line(line: Line) -> tuple[Any, ...]:
    runs = [_fields_of_run(run) for run in line.runs]
    return line.page, line.text, tuple(line.box), runs, line.baseline, line.first_word_x1, line.size


def _line(given: Sequence[Any]) -> Line:
    page, text, box, runs, baseline, first_word_x1, size = given
    return new_line(page, text, Box(*box), tuple(map(_run, runs)), baseline, first_word_x1, size)


def _run(given: Sequence[Any]) -> Run:
    start, end, font, size, bold, italic, underlined, superscript, small_caps, colour, link, x0, x1 = given
    style = (font, size, bold, italic, underlined, superscript, small_caps, colour, link)
    return new_run(start, end, style, x0, x1)
