"""What a Datasette server makes of a build."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from nrm.corpus import load
from nrm.publish.datasette import metadata
from nrm.publish.sqlite_tables import open_read_only, write
from nrm.publish.views import views
from nrm.schema import tables
from tests.publish.made_up import made_up_records


def test_every_table_column_and_view_is_described() -> None:
    shown = metadata("nrm", sample=False)["databases"]["nrm"]["tables"]
    assert shown.keys() == {*tables(), *(view.name for view in views())}
    for name, table in tables().items():
        assert tuple(shown[name]["columns"]) == table.column_names
        assert set(shown[name]["facets"]) <= set(table.column_names)
    assert all(entry["description"] for entry in shown.values())


def test_every_ready_question_runs(tmp_path: Path) -> None:
    write(made_up_records(), tmp_path / "nrm.sqlite")
    with closing(open_read_only(tmp_path / "nrm.sqlite")) as database:
        for name, query in metadata("nrm", sample=False)["databases"]["nrm"]["queries"].items():
            asked = dict.fromkeys(re.findall(r":(\w+)", query["sql"]), "fair")
            assert asked, name
            database.execute(query["sql"], asked)


def test_sample_data_are_called_so() -> None:
    assert "SAMPLE DATA" in metadata("nrm", sample=True)["description"]
    assert "source" not in metadata("nrm", sample=True)
    assert "SAMPLE" not in json.dumps(metadata("nrm", sample=False))


@pytest.fixture(scope="module")
def server(sample_build: Path) -> Iterator[str]:
    """The address of a Datasette server over the sample build."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    build = sample_build.resolve()
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(build / "nrm.sqlite")]
    command += ["-m", str(build / "metadata.json"), "-p", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _when_it_answers(f"http://127.0.0.1:{port}", running)
    finally:
        running.terminate()
        running.wait(20)


def _when_it_answers(address: str, running: subprocess.Popen[bytes]) -> str:
    for _ in range(300):
        assert running.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/-/versions.json", timeout=5):
                return address
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def _json(address: str, **query: object) -> Any:
    with urllib.request.urlopen(f"{address}?{urllib.parse.urlencode(query)}", timeout=30) as answer:
        return json.load(answer)


@pytest.mark.slow
def test_a_server_answers_queries(server: str, sample_build: Path) -> None:
    corpus = load(sample_build)
    sql = "SELECT count(*) AS n FROM listings WHERE kind = 'physical'"
    physical = [row for row in corpus.rows("listings") if row["kind"] == "physical"]
    assert _json(f"{server}/nrm.json", sql=sql, _shape="array") == [{"n": len(physical)}]
    story = _json(f"{server}/nrm/market_story.json", market="taobao", _shape="array")
    events = [row for row in corpus.rows("events") if row["market_id"] == "taobao"]
    assert [(row["list_year"], row["event"]) for row in story] == [(row["list_year"], row["event"]) for row in events]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["passages", "entries"])
def test_a_server_finds_the_full_text_by_itself(server: str, sample_build: Path, name: str) -> None:
    texts = [row["text"] or "" for row in load(sample_build).rows(name)]
    holding = sum(1 for text in texts if re.search(r"\bmarket\b", text.casefold()))
    found = _json(f"{server}/nrm/{name}.json", _search="market", _shape="objects")
    assert 0 < holding <= found["filtered_table_rows_count"] < len(texts)


@pytest.mark.slow
def test_a_server_shows_descriptions_and_facets(server: str) -> None:
    with urllib.request.urlopen(f"{server}/nrm/listings", timeout=30) as answer:
        page = answer.read().decode()
    assert tables()["listings"].column("based_in").description.split(";")[0] in page
    assert "_facet=kind" in page or "kind=online" in page
    with urllib.request.urlopen(f"{server}/nrm/named_not_listed", timeout=30) as answer:
        assert "without listing them" in answer.read().decode()
