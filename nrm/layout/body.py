"""What body text looks like in a document: its style, its edges, its leading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrm.layout.style import Style, style_of
from nrm.model import Line, Page


@dataclass(frozen=True, slots=True)
class Body:
    """The body's style, the distance of its baselines, and its edges on odd and even pages."""

    style: Style
    leading: float
    left: tuple[float, float]
    right: tuple[float, float]

    def left_of(self, page: int) -> float:
        """The left edge on this page, in points."""
        return self.left[page % 2]

    def right_of(self, page: int) -> float:
        """The right edge on this page, in points."""
        return self.right[page % 2]


_RIGHT_SHARE = 0.96


def body_style(pages: Iterable[Page]) -> Style:
    """The most frequent style by characters. The caller makes sure that there is text."""
    weight = Counter[Style]()
    for page in pages:
        for line in page.lines:
            for run in line.runs:
                weight[style_of(run)] += run.end - run.start
    style = max(weight, key=lambda s: (weight[s], s.size))
    return Style(style.font, style.size, style.bold, style.italic, colour=style.colour)


def measure(style: Style, lines: Sequence[Line]) -> Body:
    """The body's geometry from its lines in reading order, furniture and footnotes taken out."""
    body = [line for line in lines if abs(line.size - style.size) <= 0.6] or list(lines)
    gaps = Counter[float]()
    for before, line in zip(body, body[1:], strict=False):
        gap = line.baseline - before.baseline
        if before.page == line.page and 0.8 * style.size <= gap <= 2.6 * style.size:
            gaps[round(gap * 2) / 2] += 1
    leading = _usual_leading(gaps, style.size)
    sides = [_edges([line for line in body if line.page % 2 == parity]) for parity in (0, 1)]
    known = [side for side in sides if side is not None]
    even, odd = (side or known[0] for side in sides)
    if abs(even[0] - odd[0]) <= 6:
        both = _edges(body) or even
        even = odd = both
    return Body(style, leading, (even[0], odd[0]), (even[1], odd[1]))


def _usual_leading(gaps: Counter[float], size: float) -> float:
    """The smallest gap that is frequent: paragraph gaps are larger, and sometimes many."""
    if not gaps:
        return 1.2 * size
    most = max(gaps.values())
    return min(gap for gap, count in gaps.items() if count >= 0.25 * most)


def _edges(lines: Sequence[Line]) -> tuple[float, float] | None:
    if not lines:
        return None
    starts = Counter(round(line.box.x0) for line in lines)
    most = max(starts.values())
    left = min(x for x, count in starts.items() if count >= 0.3 * most)
    ends = sorted(line.box.x1 for line in lines)
    return float(left), ends[min(len(ends) - 1, int(_RIGHT_SHARE * len(ends)))]


def is_centred(line: Line, body: Body) -> bool:
    """Whether a line stands in the middle of the text's width with room on both sides."""
    left = line.box.x0 - body.left_of(line.page)
    right = body.right_of(line.page) - line.box.x1
    return left > 12 and right > 12 and abs(left - right) < 9
