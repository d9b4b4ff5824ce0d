from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from nrm.analysis import cells
from nrm.errors import BadTable

UNKNOWN = [None, pd.NA, np.nan, pd.NaT]


@pytest.mark.parametrize("cell", UNKNOWN)
def test_every_way_of_saying_unknown_is_understood(cell: object) -> None:
    assert (cells.text(cell), cells.texts(cell), cells.whole(cell)) == ("", (), None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a.com; b.com", ("a.com", "b.com")),
        ("a.com", ("a.com",)),
        ("", ()),
        (("a.com", "b.com"), ("a.com", "b.com")),
        (["a.com"], ("a.com",)),
        (np.array(["a.com"]), ("a.com",)),
    ],
)
def test_lists_come_as_text_or_as_sequences(cell: object, expected: tuple[str, ...]) -> None:
    assert cells.texts(cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [(3, 3), (3.0, 3), ("3", 3), (np.int64(3), 3), ("", None)])
def test_whole_numbers(cell: object, expected: int | None) -> None:
    assert cells.whole(cell) == expected


@pytest.mark.parametrize("cell", ["three", 3.5, "3.5", object()])
def test_what_is_no_whole_number_is_an_error(cell: object) -> None:
    with pytest.raises(BadTable, match="expected a whole number"):
        cells.whole(cell)
