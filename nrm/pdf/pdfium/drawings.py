"""What a page draws besides text: thin strokes and images, also inside form XObjects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct

from nrm.model import Box
from nrm.pdf.pdfium import native

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_MOVE = 2
_THIN = 3.0
_DEEPEST_FORM = 12
_RECTANGLE = 5
"""Segments of a rectangle: a longer path may have several parts."""

_four = (ctypes.c_float * 4)()
_FOUR = tuple(ctypes.addressof(_four) + 4 * i for i in range(4))
_six = (ctypes.c_float * 6)()
_SIX = ctypes.addressof(_six)
_two = (ctypes.c_int * 2)()
_FILLED, _STROKED = (ctypes.addressof(_two) + 4 * i for i in range(2))
_four_floats = Struct("4f").unpack_from

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """Thin boxes (left, bottom, right, top in page space), the number of images, and the page's text objects.

    `texts` are the text objects in the order of drawing, with the matrix from their space to the page's; `in_forms`
    those that are in form XObjects.
    """

    strokes: list[Box] = field(default_factory=list)
    images: int = 0
    texts: list[tuple[int, Matrix]] = field(default_factory=list)
    in_forms: set[int] = field(default_factory=set)


def drawings(page: int) -> Drawings:
    """Walk the objects of an open page once."""
    found = Drawings()
    object_at, type_of, texts = native.page_object, native.object_type, found.texts
    for index in range(native.count_objects(page)):
        one = object_at(page, index)
        kind = type_of(one)
        if kind == _TEXT:
            texts.append((one, _PLAIN))
        elif kind == _PATH:
            found.strokes.extend(_thin(one, _PLAIN))
        elif kind == _IMAGE:
            found.images += 1
        elif kind == _FORM:
            _walk_form(one, _PLAIN, found, 0)
    return found


def _walk_form(form: int, outer: Matrix, found: Drawings, depth: int) -> None:
    if depth > _DEEPEST_FORM:
        return
    native.object_matrix(form, _SIX)
    matrix = _composed(_matrix(), outer)
    for index in range(max(0, native.form_count(form))):
        one = native.form_object(form, index)
        kind = native.object_type(one)
        if kind == _TEXT:
            found.texts.append((one, matrix))
            found.in_forms.add(one)
        elif kind == _PATH:
            found.strokes.extend(_thin(one, matrix))
        elif kind == _IMAGE:
            found.images += 1
        elif kind == _FORM:
            _walk_form(one, matrix, found, depth + 1)


def _matrix() -> Matrix:
    a, b, c, d, e, f = _six
    return a, b, c, d, e, f


def _composed(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _thin(path: int, outer: Matrix) -> Iterator[Box]:
    """The boxes of a painted path's parts that are at most 3 pt high, by their points and not by their ink."""
    native.draw_mode(path, _FILLED, _STROKED)
    filled, stroked = _two
    if not filled and not stroked:
        return
    count = native.count_segments(path)
    if outer is _PLAIN and count <= _RECTANGLE:
        # One part: what is filled only has its points at its bounds, what is stroked has them within.
        native.object_bounds(path, *_FOUR)
        left, bottom, right, top = _four_floats(_four)
        if not stroked and top - bottom <= _THIN:
            yield Box(left, bottom, right, top)
            return
        if not stroked or top - bottom > _THIN + 2 * _stroke(path) + 1:
            return
    native.object_matrix(path, _SIX)
    matrix = _composed(_matrix(), outer)
    part: list[tuple[float, float]] = []
    for index in range(max(0, count)):
        segment = native.path_segment(path, index)
        if native.segment_type(segment) == _MOVE and part:
            yield from _box(part)
            part = []
        native.segment_point(segment, _FOUR[0], _FOUR[1])
        x, y = _four[0], _four[1]
        part.append((matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]))
    yield from _box(part)


def _stroke(path: int) -> float:
    native.stroke_width(path, _FOUR[0])
    width: float = _four[0]
    return width


def _box(points: list[tuple[float, float]]) -> Iterator[Box]:
    if len(points) < 2:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(ys) - min(ys) <= _THIN:
        yield Box(min(xs), min(ys), max(xs), max(ys))
