from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from nrm.errors import BadBuild, BadTable
from nrm.publish.sqlite_tables import create_statement, open_read_only, write
from nrm.publish.views import views
from nrm.schema import tables
from tests.publish.made_up import NASTY, made_up_records


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write(made_up_records(), tmp_path / "nrm.sqlite")
    with closing(open_read_only(tmp_path / "nrm.sqlite")) as connection:
        yield connection


def _all(database: sqlite3.Connection, query: str, *values: object) -> list[Any]:
    return database.execute(query, values).fetchall()


def test_every_value_is_there(database: sqlite3.Connection) -> None:
    for name, records in made_up_records().items():
        cursor = database.execute(f'SELECT * FROM "{name}"')
        names = [column[0] for column in cursor.description if column[0] != "n"]
        assert tuple(names) == tables()[name].column_names
        assert len(cursor.fetchall()) == len(records)
    assert _all(database, "SELECT country, domains, text FROM entries") == [
        ("NA", json.dumps(["fair.example", "a\\; b"], separators=(",", ":")), NASTY)
    ]
    assert _all(database, "SELECT published, pages FROM editions WHERE list_year = 2017") == [("2018-01-12", None)]


@pytest.mark.parametrize("query", ["marco", "MARÇO", "united", '"line two"', "sao paulo"])
def test_search_folds_accents_and_case(database: sqlite3.Connection, query: str) -> None:
    found = _all(
        database,
        "SELECT p.passage_id FROM passages_fts JOIN passages AS p ON p.n = passages_fts.rowid "
        "WHERE passages_fts MATCH ?",
        query,
    )
    assert found == [("2016-note.1",) if query == "sao paulo" else ("2016-fair.2",)]


def test_entries_can_be_searched_by_name_and_text(database: sqlite3.Connection) -> None:
    query = (
        "SELECT e.entry_id FROM entries_fts JOIN entries AS e ON e.n = entries_fts.rowid WHERE entries_fts MATCH ?"
    )
    for words in ("fair", "name: fair", "text: marco", "united"):
        assert _all(database, query, words) == [("2016-fair",)]
    assert _all(database, query, "name: marco") == []


def test_views_answer_the_usual_questions(database: sqlite3.Connection) -> None:
    by_year = "SELECT list_year, listings, online, physical FROM listings_by_year"
    assert _all(database, by_year) == [(2016, 1, 0, 1)]
    history = "SELECT list_year, event, printed_first, country FROM market_history"
    assert _all(database, history) == [(2016, "unknown", "iii", "NA")]
    domains = "SELECT domain, market_id FROM listed_domains"
    assert _all(database, domains) == [
        ("a\\; b", "fair-windhoek"),
        ("fair.example", "fair-windhoek"),
    ]
    countries = "SELECT country, listings FROM countries_by_year"
    assert _all(database, countries) == [("NA", 1)]
    passages = "SELECT passage_id, page, printed_page FROM market_passages"
    assert _all(database, passages) == [("2016-fair.1", 3, "iii"), ("2016-fair.2", 3, "iii")]
    newest = "SELECT list_year, market_id, country, file FROM newest_list"
    assert _all(database, newest) == [(2016, "fair-windhoek", "NA", "nml.pdf")]
    events = "SELECT list_year, listed, retained, delisted, not_established FROM events_by_year"
    assert _all(database, events) == [(2016, 0, 0, 0, 1)]
    assert _all(database, "SELECT market_id, editions FROM most_listed") == [("fair-windhoek", 1)]


def test_a_relisting_and_a_market_named_in_passing_are_found(tmp_path: Path) -> None:
    records = made_up_records()
    edition, absent = records["editions"]
    records["editions"] = [edition, absent | {"coverage_online": "complete", "coverage_physical": "partial"}]
    records["passages"] = [*records["passages"], records["passages"][2] | {"passage_id": "2017-x.1", "list_year": 2017}]
    mention = records["mentions"][0] | {"label": "MARKET", "norm": "fair-windhoek", "entry_id": None}
    records["mentions"] = [
        mention,
        mention | {"mention_id": "other", "passage_id": "2017-x.1", "list_year": 2017, "chapter": "overview"},
    ]
    event = records["events"][0] | {"event": "relisted", "gap": 3, "established": True}
    records["events"] = [event]
    write(records, tmp_path / "nrm.sqlite")
    with closing(open_read_only(tmp_path / "nrm.sqlite")) as connection:
        named = _all(connection, "SELECT list_year, market_id, chapter, established FROM named_not_listed")
        assert named == [(2017, "fair-windhoek", "overview", 0)]
        assert _all(connection, "SELECT name, list_year, gap FROM relistings") == [("The Fair", 2016, 3)]
        assert _all(connection, "SELECT count(*) FROM findings_by_year WHERE findings < 1") == [(0,)]


def test_references_are_foreign_keys(tmp_path: Path) -> None:
    records = made_up_records()
    records["listings"] = [dict(records["listings"][0], market_id="nobody")]
    with pytest.raises(BadTable, match="listings refers to markets"):
        write(records, tmp_path / "nrm.sqlite")
    assert 'REFERENCES "markets" ("market_id")' in create_statement(tables()["listings"])


def test_the_program_cannot_write_into_a_build(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.execute("DELETE FROM listings")


def test_other_files_are_no_build(tmp_path: Path) -> None:
    with pytest.raises(BadBuild, match="no such database"):
        open_read_only(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("not a database, but long enough to look at" * 50)
    with pytest.raises(BadBuild, match="not an SQLite database"):
        open_read_only(tmp_path / "text.sqlite")
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()
    with pytest.raises(BadBuild, match="not a database of this version"):
        open_read_only(tmp_path / "other.sqlite")


def test_a_folder_that_is_not_there_is_clear(tmp_path: Path) -> None:
    with pytest.raises(BadBuild, match="cannot be written"):
        write(made_up_records(), tmp_path / "none" / "nrm.sqlite")


def test_no_view_of_the_script_is_overlooked(database: sqlite3.Connection) -> None:
    script = files("nrm.publish").joinpath("views.sql").read_text("utf-8")
    made = {name for (name,) in _all(database, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert made == set(re.findall(r"CREATE VIEW (\w+)", script)) == {view.name for view in views()}
    assert len({view.question for view in views()}) == len(made)
