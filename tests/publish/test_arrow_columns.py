"""Arrow arrays from plain cells: those that `pyarrow.array` makes, without pandas."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.publish.arrow_columns import arrow_array

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_POINT = pa.struct([pa.field("page", pa.int64()), pa.field("box", pa.list_(pa.float64()))])
_POINTS = st.fixed_dictionaries(
    {"page": st.integers(0, 999), "box": st.lists(st.floats(allow_nan=False, width=32), max_size=4)}
)
KINDS = [
    (pa.int64(), st.integers(-(2**63), 2**63 - 1)),
    (pa.float64(), st.floats(allow_nan=False)),
    (pa.bool_(), st.booleans()),
    (pa.date32(), st.dates()),
    (pa.string(), _TEXTS),
    (pa.list_(pa.string()), st.lists(_TEXTS | st.none(), max_size=3).map(tuple)),
    (pa.dictionary(pa.int8(), pa.string()), st.sampled_from(["online", "physical", "é"])),
    (pa.list_(_POINT), st.lists(_POINTS, max_size=2)),
    (pa.struct([pa.field("regions", pa.list_(_POINT))]), st.fixed_dictionaries({"regions": st.lists(_POINTS)})),
]


@pytest.mark.parametrize(("kind", "cells"), KINDS, ids=[str(kind)[:20] for kind, _ in KINDS])
@given(data=st.data())
def test_the_array_is_that_of_arrow_itself(
    kind: pa.DataType, cells: st.SearchStrategy[object], data: st.DataObject
) -> None:
    given = data.draw(st.lists(cells | st.none(), max_size=20))
    made = arrow_array(given, kind)
    made.validate(full=True)
    assert made.equals(pa.array(given, kind))
    assert made.type == kind


def test_more_than_one_byte_of_unknown_cells() -> None:
    cells = [None if place % 3 else date(2016, 1, 1 + place) for place in range(20)]
    assert arrow_array(cells, pa.date32()).to_pylist() == cells


def test_pandas_is_not_imported() -> None:
    code = (
        "import sys, pyarrow as pa\nfrom nrm.publish.arrow_columns import arrow_array\n"
        "arrow_array(['a', None], pa.string())\nsys.exit('pandas' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
