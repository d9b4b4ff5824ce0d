from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from nrm.errors import BadTable
from nrm.frames import check_references, frame, records_of
from nrm.schema import tables, vocabulary
from tests.publish.made_up import made_up_frames, made_up_records


@pytest.mark.parametrize("name", list(tables()))
def test_dtypes_do_not_depend_on_the_rows(name: str) -> None:
    filled, empty = made_up_frames()[name], frame(name, [])
    assert list(empty.columns) == list(tables()[name].column_names)
    pd.testing.assert_series_equal(filled.dtypes, empty.dtypes)


def test_columns_have_the_types_that_the_documentation_promises() -> None:
    editions = made_up_frames()["editions"]
    dtypes = {name: str(dtype) for name, dtype in editions.dtypes.items()}
    assert dtypes["list_year"] == "Int64"
    assert dtypes["published"] == "datetime64[s]"
    assert dtypes["sample"] == "boolean"
    assert dtypes["contents_only"] == "object"
    assert isinstance(editions["title"].dtype, pd.StringDtype)
    assert list(editions["status"].cat.categories) == list(vocabulary("edition_status"))
    assert editions["contents_only"].tolist() == [("A; B",), ()]
    assert editions["pages"].isna().tolist() == [False, True]
    assert editions["published"].dt.year.tolist() == [2016, 2018]


def test_rows_are_in_canonical_order_whatever_the_order_given() -> None:
    records = made_up_records()["editions"]
    assert frame("editions", records[::-1]).equals(frame("editions", records))
    findings = made_up_records()["findings"]
    assert [row["list_year"] for row in findings] == [None, 2016]


def test_passages_stay_in_reading_order_within_an_edition() -> None:
    rows = made_up_records()["passages"]
    later = [row | {"passage_id": f"new-{row['passage_id']}", "list_year": 2011} for row in rows]
    made = frame("passages", [*rows[::-1], *later])
    assert made["passage_id"].tolist() == [
        *(row["passage_id"] for row in later),
        *(row["passage_id"] for row in rows[::-1]),
    ]


@pytest.mark.parametrize(
    ("column", "value", "plain"),
    [
        ("gap", np.int64(4), 4),
        ("gap", pd.NA, None),
        ("gap", float("nan"), None),
        ("established", np.bool_(True), True),
        ("market_id", np.str_("fair"), "fair"),
    ],
)
def test_values_of_numpy_and_pandas_are_taken(column: str, value: Any, plain: object) -> None:
    made = frame("events", [made_up_records()["events"][0] | {column: value}])
    assert records_of("events", made)[0][column] == plain


@pytest.mark.parametrize("date", [datetime.datetime(2016, 12, 21, 8), "2016-12-21"])
def test_dates_come_in_several_forms(date: object) -> None:
    record = made_up_records()["editions"][0] | {"published": date}
    assert records_of("editions", frame("editions", [record]))[0]["published"] == datetime.date(2016, 12, 21)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"gap": 1.5}, "gap is 1.5, not a valid integer"),
        ({"gap": True}, "gap is True"),
        ({"event": "gone"}, "fair-windhoek / unknown|gone"),
        ({"market_id": ""}, "market_id must not be empty"),
        ({"colour": "red"}, "not in the schema: colour"),
    ],
)
def test_an_invalid_record_is_refused(change: dict[str, object], message: str) -> None:
    first = made_up_records()["events"][0]
    with pytest.raises(BadTable, match=message):
        frame("events", [first, first | {"list_year": 2015, "gap": 1} | change])


def test_a_missing_column_is_named() -> None:
    record = made_up_records()["events"][0]
    del record["gap"]
    with pytest.raises(BadTable, match="missing gap"):
        frame("events", [record])


def test_a_key_is_there_once() -> None:
    records = made_up_records()["listings"]
    with pytest.raises(BadTable, match="2016 / fair-windhoek is there twice"):
        frame("listings", records * 2)


def test_frames_of_other_columns_are_refused() -> None:
    listings = made_up_frames()["listings"]
    with pytest.raises(BadTable, match="columns are"):
        records_of("listings", listings.drop(columns="city"))


def test_references_are_checked_over_all_tables() -> None:
    frames = made_up_frames()
    check_references(frames)
    frames["entries"] = frame("entries", [])
    with pytest.raises(BadTable, match=r"listings\.entry_id refers to entries .* 2016-fair"):
        check_references(frames)
