"""Cells of a column → an Arrow array, through Arrow's own buffers.

`pyarrow.array` does the same, but first imports pandas to ask whether it was given one of its objects, and that
takes longer than writing all tables of a build.
"""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

_NUMBERS = {pa.int64(): "q", pa.float64(): "d"}
_EPOCH = datetime.date(1970, 1, 1).toordinal()


def arrow_array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """An array of a type that the tables have: `pyarrow.array(cells, kind)`, `None` is null.

    Types are int64, float64, bool, date32, string, lists, structs (of dicts), and dictionaries of strings.
    """
    if pa.types.is_dictionary(kind):
        return _dictionary(cells, kind)
    known = [cell is not None for cell in cells]
    nulls = known.count(False)
    valid = _bits(known) if nulls else None
    if pa.types.is_struct(kind):
        rows = [{} if cell is None else cell for cell in cells]
        parts = [arrow_array([row.get(field.name) for row in rows], field.type) for field in kind]
        return pa.Array.from_buffers(kind, len(cells), [valid], nulls, children=parts)
    if pa.types.is_list(kind):
        lists = [() if cell is None else cell for cell in cells]
        inner = arrow_array(list(chain.from_iterable(lists)), kind.value_type)
        return pa.Array.from_buffers(kind, len(cells), [valid, _offsets(lists)], nulls, children=[inner])
    if pa.types.is_string(kind):
        texts = [b"" if cell is None else cell.encode() for cell in cells]
        buffers = [valid, _offsets(texts), pa.py_buffer(b"".join(texts))]
        return pa.Array.from_buffers(kind, len(cells), buffers, nulls)
    if pa.types.is_boolean(kind):
        buffer = _bits([bool(cell) for cell in cells])
    elif pa.types.is_date32(kind):
        buffer = pa.py_buffer(array("i", [0 if cell is None else cell.toordinal() - _EPOCH for cell in cells]))
    else:
        buffer = pa.py_buffer(array(_NUMBERS[kind], [0 if cell is None else cell for cell in cells]))
    return pa.Array.from_buffers(kind, len(cells), [valid, buffer], nulls)


def _dictionary(cells: Sequence[str | None], kind: pa.DictionaryType) -> pa.Array:
    """Words in the order in which they first stand there."""
    words = {word: place for place, word in enumerate(dict.fromkeys(cell for cell in cells if cell is not None))}
    known = [cell is not None for cell in cells]
    nulls = known.count(False)
    places = pa.py_buffer(array("b", [0 if cell is None else words[cell] for cell in cells]))
    indices = pa.Array.from_buffers(kind.index_type, len(cells), [_bits(known) if nulls else None, places], nulls)
    return pa.DictionaryArray.from_arrays(indices, arrow_array(list(words), kind.value_type))


def _offsets(parts: Sequence[Sequence[Any]]) -> pa.Buffer:
    return pa.py_buffer(array("i", [0, *accumulate(map(len, parts))]))


def _bits(truths: Sequence[bool]) -> pa.Buffer:
    """One bit a cell, the least of each byte first."""
    number = int("0" + "".join("1" if truth else "0" for truth in reversed(truths)), 2)
    return pa.py_buffer(number.to_bytes((len(truths) + 7) // 8, "little"))
