from __future__ import annotations

from typing import Any, get_args

import pytest

from nrm import model, schema
from nrm.errors import BadTable
from nrm.schema import check_record, finding_code, table, tables, vocabulary
from tests.publish.made_up import made_up_records


def test_tables_and_columns_are_those_that_users_rely_on() -> None:
    columns = {name: " ".join(known.column_names) for name, known in tables().items()}
    assert columns == {
        "editions": "list_year title published file source_sha256 source_url pages declared_online "
        "found_online declared_physical found_physical contents_only body_only unexplained_lines "
        "coverage_online coverage_physical status sample",
        "entries": "entry_id list_year kind category heading name country country_name city "
        "based_in domains text page_first page_last printed_first passages provenance sample",
        "markets": "market_id name kind aliases domains countries city first_year last_year "
        "editions spells status left_truncated right_censored evidence sample",
        "listings": "list_year market_id entry_id name kind category country country_name city "
        "based_in domains page_first page_last printed_first source_sha256 sample",
        "events": "list_year market_id event gap established sample",
        "passages": "passage_id list_year chapter type entry_id mark text provenance sample",
        "mentions": "mention_id passage_id entry_id list_year chapter label subtype text norm start end page sample",
        "findings": "finding_id code severity list_year file page text hint sample",
    }


def test_keys_orders_and_references_are_columns() -> None:
    earlier: set[str] = set()
    for known in tables().values():
        for name in (*known.primary_key, *known.sort):
            known.column(name)
        for column in known.columns:
            assert column.description.endswith("."), column
            if column.fixed:
                assert vocabulary(column.fixed)
            if column.references:
                target, key = column.references.split(".")
                assert target in earlier
                assert table(target).primary_key == (key,)
        earlier.add(known.name)


@pytest.mark.parametrize(
    ("name", "literal"),
    [
        ("kind", model.Kind),
        ("chapter", model.Chapter),
        ("passage_type", model.PassageType),
        ("label", model.Label),
        ("severity", model.Severity),
    ],
)
def test_vocabularies_are_those_of_the_model(name: str, literal: Any) -> None:
    assert tuple(vocabulary(name)) == get_args(literal)


def test_every_finding_says_what_to_do() -> None:
    for code, known in schema.findings().items():
        assert finding_code(code) is known
        assert known.severity in vocabulary("severity")
        assert known.description.endswith(".")
        assert known.hint.endswith(".")
    assert tuple(vocabulary("finding_code")) == tuple(schema.findings())


@pytest.mark.parametrize("name", list(tables()))
def test_valid_records_pass(name: str) -> None:
    for record in made_up_records()[name]:
        check_record(name, record)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("list_year", None, "list_year must not be empty"),
        ("list_year", "2016", "not a valid integer"),
        ("list_year", True, "not a valid integer"),
        ("list_year", 0, "less than 1"),
        ("market_id", "", "market_id must not be empty"),
        ("name", "a\0b", "not a valid string"),
        ("name", "a\ud800b", "not a valid string"),
        ("kind", "virtual", "not one of online, physical"),
        ("country", "Namibia", "does not match"),
        ("domains", None, "domains must not be empty"),
        ("domains", "fair.example", "not a valid list"),
        ("domains", [""], "not a valid list"),
        ("sample", 1, "not a valid boolean"),
    ],
)
def test_an_invalid_value_is_named(column: str, value: object, message: str) -> None:
    record = made_up_records()["listings"][0] | {column: value}
    with pytest.raises(BadTable, match=message) as caught:
        check_record("listings", record)
    assert column in str(caught.value)
    assert str(caught.value).startswith("listings: ")


@pytest.mark.parametrize(
    "provenance",
    [
        {},
        {"sha256": "a"},
        {"sha256": "a", "regions": []},
        {"sha256": "a", "regions": [{"page": 0, "printed": "", "box": [0, 0, 1, 1]}]},
        {"sha256": "a", "regions": [{"page": 1, "printed": None, "box": [0, 0, 1, 1]}]},
        {"sha256": "a", "regions": [{"page": 1, "printed": "", "box": [0, 0, 1]}]},
        {"sha256": "a", "regions": [{"page": 1, "printed": "", "box": [0, 0, 1, float("nan")]}]},
    ],
)
def test_a_provenance_names_a_place(provenance: dict[str, Any]) -> None:
    record = made_up_records()["passages"][0] | {"provenance": provenance}
    with pytest.raises(BadTable, match="provenance is"):
        check_record("passages", record)


def test_columns_too_many_or_too_few_are_named() -> None:
    record = made_up_records()["events"][0]
    del record["gap"]
    with pytest.raises(BadTable, match=r"missing gap; not in the schema: colour"):
        check_record("events", record | {"colour": "red"})


@pytest.mark.parametrize("date", ["2016-02-30", "20160229", "2016-2-1", "yesterday"])
def test_a_date_is_a_day_of_the_calendar(date: str) -> None:
    record = made_up_records()["editions"][0] | {"published": date}
    with pytest.raises(BadTable, match="published"):
        check_record("editions", record)


def test_unknown_names_are_errors() -> None:
    with pytest.raises(BadTable, match="no table 'shops'"):
        table("shops")
    with pytest.raises(BadTable, match="no finding code"):
        finding_code("odd-thing")
    with pytest.raises(BadTable, match="no vocabulary"):
        vocabulary("colours")
    with pytest.raises(BadTable, match="no column 'colour'"):
        table("events").column("colour")
