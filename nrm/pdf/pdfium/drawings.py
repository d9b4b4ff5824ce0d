"""What a page draws: its text objects, thin strokes and images, also inside form XObjects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from struct import Struct

from nrm.model import Box
from nrm.pdf.pdfium import compiled, native

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_MOVE = 2
_THIN = 3.0
_DEEPEST_FORM = 12
_RECTANGLE = 5
"""Segments of a rectangle: a longer path may have several parts."""

_four = (ctypes.c_float * 4)()
_FOUR = tuple(ctypes.addressof(_four) + 4 * i for i in range(4))
_BOUNDS = tuple(map(native.at, _FOUR))
_six = (ctypes.c_float * 6)()
_SIX = ctypes.byref(_six)
_two = (ctypes.c_int * 2)()
_FILLED, _STROKED = (native.at(ctypes.addressof(_two) + 4 * i) for i in range(2))
_four_floats = Struct("4f").unpack_from

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """Thin boxes (left, bottom, right, top in page space), the number of images, and the page's text objects.

    `texts` are the text objects in the order of drawing; `in_forms` those of them that are in form XObjects, with the
    matrix from the form's space to the page's.
    """

    strokes: list[Box] = field(default_factory=list)
    images: int = 0
    texts: list[int] = field(default_factory=list)
    in_forms: dict[int, Matrix] = field(default_factory=dict)


def drawings(page: int) -> Drawings:
    """Walk the objects of an open page once."""
    found = Drawings()
    reference, count = native.at(page), native.count_objects(page)
    walk = compiled.page_walk
    seen = walk.objects(reference, count) if walk is not None else None
    if seen is None:
        _sort(list(map(native.page_object, repeat(reference), range(count))), PLAIN, found, 0)
        return found
    found.texts, others = seen
    for one, kind, left, bottom, right, top in others:
        if kind == compiled.THIN_BOX:
            found.strokes.append(Box(left, bottom, right, top))
        elif kind == _PATH:
            found.strokes += _thin(one, PLAIN)
        else:
            found.images += 1
    return found


def _sort(objects: Sequence[int], outer: Matrix, found: Drawings, depth: int) -> None:
    """Take objects of the page, or of a form with this matrix, by what they are."""
    texts = found.texts.append
    for one, kind in zip(objects, map(native.object_type, objects), strict=True):
        if kind == _TEXT:
            texts(one)
            if outer is not PLAIN:
                found.in_forms[one] = outer
        elif kind == _PATH:
            found.strokes += _thin(one, outer)
        elif kind == _IMAGE:
            found.images += 1
        elif kind == _FORM and depth <= _DEEPEST_FORM:
            native.object_matrix(native.at(one), _SIX)
            matrix = _composed(_matrix(), outer)
            inner = [native.form_object(one, index) for index in range(max(0, native.form_count(one)))]
            _sort(inner, matrix, found, depth + 1)


def _matrix() -> Matrix:
    a, b, c, d, e, f = _six
    return a, b, c, d, e, f


def _composed(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a matrix puts a place (ISO 32000-1, 8.3.3)."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _thin(path: int, outer: Matrix) -> Sequence[Box]:
    """The boxes of a painted path's parts that are at most 3 pt high, by their points and not by their ink."""
    reference = native.at(path)
    native.draw_mode(reference, _FILLED, _STROKED)
    filled, stroked = _two
    if not filled and not stroked:
        return ()
    count = native.count_segments(path)
    if outer is PLAIN and count <= _RECTANGLE:
        # One part: what is filled only has its points at its bounds, what is stroked has them within.
        native.object_bounds(reference, *_BOUNDS)
        left, bottom, right, top = _four_floats(_four)
        if not stroked:
            return (Box(left, bottom, right, top),) if top - bottom <= _THIN else ()
        if top - bottom > _THIN + 2 * _stroke(path) + 1:
            return ()
    native.object_matrix(reference, _SIX)
    matrix = _composed(_matrix(), outer)
    return [box for part in _parts(path, count, matrix) if (box := _box(part)) is not None]


def _parts(path: int, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path, in page space."""
    part: list[tuple[float, float]] = []
    for index in range(max(0, count)):
        segment = native.path_segment(path, index)
        if native.segment_type(segment) == _MOVE and part:
            yield part
            part = []
        native.segment_point(segment, _FOUR[0], _FOUR[1])
        x, y = _four[0], _four[1]
        part.append(through(matrix, x, y))
    yield part


def _stroke(path: int) -> float:
    native.stroke_width(path, _FOUR[0])
    width: float = _four[0]
    return width


def _box(points: list[tuple[float, float]]) -> Box | None:
    if len(points) < 2:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys)) if max(ys) - min(ys) <= _THIN else None
