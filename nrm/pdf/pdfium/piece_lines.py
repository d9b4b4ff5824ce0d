"""Rows of pieces → lines: whole pieces where that is enough, character by character where it is not.

What comes out is what `lines.line_of` makes of the same row of glyphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from statistics import median
from typing import cast

from nrm.model import Box, Line
from nrm.pdf.assembling import Style, assembled
from nrm.pdf.glyphs import drawn
from nrm.pdf.lines import SAME_BASELINE, Link, is_raised, line_of
from nrm.pdf.pdfium.marked_pieces import PartlyMarked, divided, ruled_pieces, target_of
from nrm.pdf.pdfium.piece_glyphs import piece_glyphs
from nrm.pdf.pdfium.piece_runs import runs_of, stands_by_itself
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.spaces import CloseLook, spaces_between, text_of
from nrm.pdf.pdfium.words import Words, first_word_ends
from nrm.pdf.quick_values import Whole, new_box, new_line, new_run
from nrm.pdf.strokes import HIGHEST_UNDERLINE, LOWEST_UNDERLINE, middle_of, underlines

_RAISED = 5
"""Where a style says that it is a superscript's."""


class LineMaker:
    """Makes the lines of one page. `strokes` are joined ones; `used` collects those that underline something."""

    def __init__(
        self, number: int, width: float, height: float, words: Words, strokes: Sequence[Box], links: Sequence[Link]
    ) -> None:
        self._number = number
        self._width = width
        self._height = height
        self._words = words
        self._strokes = strokes
        self._by_height = sorted((middle_of(stroke), index) for index, stroke in enumerate(strokes))
        self._heights = [height for height, _ in self._by_height]
        self._links = links
        self._linked = (min((k.box.top for k in links), default=0.0), max((k.box.bottom for k in links), default=0.0))
        self._first_words: Mapping[Piece, float] = {}
        self.used: set[int] = set()

    def lines(self, rows: Sequence[Sequence[Piece]]) -> list[Line]:
        """The lines that rows of pieces, from left to right, are; a row of which nothing is on the page is none."""
        self._first_words = first_word_ends([row[0] for row in rows if len(row) == 1], self._words)
        return [line for row in rows if (line := self._line(row)) is not None]

    def _line(self, row: Sequence[Piece]) -> Line | None:
        try:
            return self._of_piece(row[0]) if len(row) == 1 else self._of_pieces(row)
        except PartlyMarked as found:
            return self._line(divided(row, found, self._words))
        except CloseLook:
            return self._of_glyphs(row)

    def _of_piece(self, piece: Piece) -> Line:
        look, baseline, x0, x1, top, bottom = piece.look, piece.baseline, piece.x0, piece.x1, piece.top, piece.bottom
        main = look.shown
        if (self._heights and self._near(baseline, main)) or (self._links and self._links_at(baseline - 0.2 * main)):
            return self._of_pieces((piece,))
        if piece.odd or x0 < 0 or x1 > self._width or top < 0 or bottom > self._height:
            raise CloseLook
        text = text_of(piece, self._words)
        style = look.styled(bold=True) if piece.bold else look.style
        run = new_run(0, len(text), cast(Whole, style), x0, x1)
        box = new_box((x0, top, x1, bottom))
        return new_line(self._number, text, box, (run,), baseline, self._first_words.get(piece, x1), main)

    def _of_pieces(self, row: Sequence[Piece]) -> Line:
        first, last, words = row[0], row[-1], self._words
        if first.x0 < 0 or last.x1 > self._width or first.top < 0 or first.bottom > self._height:
            raise CloseLook
        look, baseline = first.look, first.baseline
        uniform = True
        for piece in row:
            if piece.odd:
                raise CloseLook
            if piece.look is not look or piece.baseline != baseline or piece.bold is not first.bold:
                uniform = False
        texts = [text_of(first, words)]
        if len(row) > 1:
            for apart, piece in zip(spaces_between(row, words), row[1:], strict=True):
                texts.append(" " if apart else "")
                texts.append(text_of(piece, words))
        text = "".join(texts)
        main = look.shown
        if not uniform:
            main, baseline = _measure(row)
        ruled = self._ruled(row, texts, baseline, main) if self._heights else ()
        near = self._links_at(baseline - 0.2 * main)
        if uniform and not ruled and not near:
            style = look.styled(bold=True) if first.bold else look.style
            box = Box(first.x0, first.top, last.x1 if len(row) == 1 else max([p.x1 for p in row]), first.bottom)
            return self._uniform(row, text, style, box, baseline, main)
        full = max((p.size for p in row if abs(p.baseline - baseline) < SAME_BASELINE), default=main)
        styles = [
            piece.look.styled(
                bold=piece.bold,
                underlined=piece in ruled,
                raised=piece.baseline != baseline and is_raised(piece.size, piece.baseline, full, baseline),
                link=target_of(piece, near, words) if near else "",
            )
            for piece in row
        ]
        box = _box(row, main)
        if styles.count(styles[0]) == len(styles):
            return self._uniform(row, text, styles[0], box, baseline, main)
        if stands_by_itself(row, texts, styles):
            runs = runs_of(row, texts, styles)
            return new_line(self._number, text, box, runs, baseline, self._first_word_end(row, text), main)
        return self._mixed(row, texts, text, styles, box, baseline, main)

    def _links_at(self, height: float) -> Sequence[Link]:
        """The links at this height of the page."""
        highest, lowest = self._linked
        return [k for k in self._links if k.box.top < height < k.box.bottom] if highest < height < lowest else ()

    def _ruled(self, row: Sequence[Piece], texts: Sequence[str], baseline: float, main: float) -> Collection[Piece]:
        """The underlined pieces of a row, as `underlining.ruled` judges glyphs."""
        near = self._near(baseline, main)
        if not near:
            return ()
        left, right = row[0].x0, row[-1].x1
        under = [
            (index, stroke)
            for index, stroke in [(index, self._strokes[index]) for index in near]
            if underlines(stroke, baseline, main, max(stroke.x0, left), min(stroke.x1, right))
        ]
        if not under:
            return ()
        ruled = ruled_pieces(row, texts, under, main, self._words)
        self.used.update(ruled.values())
        return ruled

    def _near(self, baseline: float, main: float) -> Sequence[int]:
        """Which strokes are at a height at which they may underline a line of this baseline and size."""
        heights = self._heights
        begin = bisect_left(heights, baseline + HIGHEST_UNDERLINE * main)
        end = bisect_right(heights, baseline + LOWEST_UNDERLINE * main, begin)
        return sorted([index for _, index in self._by_height[begin:end]]) if begin < end else ()

    def _uniform(
        self, row: Sequence[Piece], text: str, style: Style, box: Box, baseline: float, main: float
    ) -> Line:
        if style[_RAISED]:  # all of it: there is nothing above which it is raised
            style = (*style[:_RAISED], False, *style[_RAISED + 1 :])
        run = new_run(0, len(text), cast(Whole, style), row[0].x0, row[-1].x1)
        return new_line(self._number, text, box, (run,), baseline, self._first_word_end(row, text), main)

    def _first_word_end(self, row: Sequence[Piece], text: str) -> float:
        stop = text.find(" ")
        if stop < 0:
            return row[-1].x1
        for piece in row:
            length = piece.end - piece.start
            if stop == length:
                return piece.x1
            if stop < length:
                break
            stop -= length
        return self._words.end_of(piece.start + stop - 1, piece)

    def _mixed(
        self,
        row: Sequence[Piece],
        texts: Sequence[str],
        text: str,
        styles: Sequence[Style],
        box: Box,
        baseline: float,
        main: float,
    ) -> Line:
        of_characters: list[Style] = []
        owners: list[Piece | None] = []
        places: list[int] = []
        for index, part in enumerate(texts):
            if index % 2:
                of_characters += [()] * len(part)
                owners += [None] * len(part)
                places += [0] * len(part)
                continue
            piece = row[index // 2]
            style = styles[index // 2]
            of_characters += [style if c != " " else () for c in part]
            owners += [piece] * len(part)
            places += _places(piece, part)
        extents = _Extents(self._words, places, owners)
        return assembled(self._number, box, text, of_characters, extents, baseline, main)

    def _of_glyphs(self, row: Sequence[Piece]) -> Line | None:
        glyphs = piece_glyphs(sorted(row, key=lambda piece: piece.start), self._words)
        found = drawn(glyphs, self._width, self._height)
        found.sort(key=lambda glyph: glyph.x0)
        return line_of(self._number, found, self._strokes, self._links, self._words.prints_spaces, self.used)


class _Extents(Sequence[tuple[float, float]]):
    """Left and right edge of each character of a line, asked for only where they are needed."""

    def __init__(self, words: Words, places: Sequence[int], owners: Sequence[Piece | None]) -> None:
        self._words = words
        self._places = places
        self._owners = owners

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: int) -> tuple[float, float]:  # type: ignore[override]
        piece, place = self._owners[index], self._places[index]
        if piece is None:
            return 0.0, 0.0
        left = piece.x0 if place == piece.start else self._words.x_of(place, piece)
        right = piece.x1 if place == piece.end - 1 else self._words.end_of(place, piece)
        return left, right


def _places(piece: Piece, text: str) -> Sequence[int]:
    """The place in the page's text of each character of a piece, of whose spaces only one each was kept."""
    if len(text) == piece.end - piece.start:
        return range(piece.start, piece.end)
    kept = [i for i, c in enumerate(piece.text) if c != " " or piece.text[i - 1] != " "]
    return [piece.start + i for i in kept]


def _measure(row: Sequence[Piece]) -> tuple[float, float]:
    """The size of most characters, and the baseline of those."""
    sizes = Counter[float]()
    for piece in row:
        sizes[piece.look.shown] += len(piece.text) - piece.text.count(" ")
    main = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
    baselines: list[float] = []
    for piece in row:
        if piece.look.shown == main:
            baselines += [piece.baseline] * (len(piece.text) - piece.text.count(" "))
    return main, median(baselines)


def _box(row: Sequence[Piece], main: float) -> Box:
    large = [p for p in row if p.look.shown >= main]
    return Box(row[0].x0, min(p.top for p in large), max(p.x1 for p in row), max(p.bottom for p in large))
