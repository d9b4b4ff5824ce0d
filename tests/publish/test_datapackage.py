from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from nrm.corpus import load
from nrm.publish import write_tables
from nrm.schema import tables
from tests.publish.made_up import made_up_frames, made_up_records


def _descriptor(folder: Path, *, sample: bool) -> dict[str, Any]:
    write_tables(made_up_frames(sample=sample), folder, sample=sample)
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return described


def test_every_file_is_described_with_its_hash(tmp_path: Path) -> None:
    resources = _descriptor(tmp_path, sample=True)["resources"]
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    files -= {"datapackage.json"}
    assert {resource["path"] for resource in resources} == files
    for resource in resources:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()


def test_fields_say_what_the_schema_says(tmp_path: Path) -> None:
    described = _descriptor(tmp_path, sample=True)
    schemas = {r["name"]: r["schema"] for r in described["resources"] if "schema" in r}
    assert schemas.keys() == tables().keys()
    fields = {field["name"]: field for field in schemas["listings"]["fields"]}
    assert tuple(fields) == tables()["listings"].column_names
    assert fields["kind"]["constraints"] == {"required": True, "enum": ["online", "physical"]}
    assert {f["name"]: f for f in schemas["markets"]["fields"]}["market_id"]["constraints"]["unique"] is True
    assert fields["domains"]["type"] == "string"
    assert {f["name"]: f["type"] for f in schemas["entries"]["fields"]}["domains"] == "array"
    assert {
        "fields": ["market_id"],
        "reference": {"resource": "markets", "fields": ["market_id"]},
    } in (schemas["listings"]["foreignKeys"])


def test_sample_data_say_so_and_official_data_name_their_source(tmp_path: Path) -> None:
    for name in ("sample", "official"):
        (tmp_path / name).mkdir()
    sample = _descriptor(tmp_path / "sample", sample=True)
    official = _descriptor(tmp_path / "official", sample=False)
    assert "never to be cited" in sample["description"]
    assert sample["licenses"][0]["name"] == "Apache-2.0"
    assert "Trade Representative" not in json.dumps(sample["sources"])
    assert "SAMPLE" not in json.dumps(official)
    assert "Trade Representative" in official["sources"][0]["title"]
    assert [source["title"] for source in official["sources"][1:]] == ["2016 Out-of-Cycle Review (2016)"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_frictionless_finds_nothing_wrong(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="a development dependency")
    write_tables(made_up_frames(), tmp_path, sample=True)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["name", "message"]) == []
    rows = {task.name: task.stats["rows"] for task in report.tasks if task.type == "table"}
    assert rows == {name: len(records) for name, records in made_up_records().items()}


def test_frictionless_notices_a_changed_file(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="a development dependency")
    write_tables(made_up_frames(), tmp_path, sample=True)
    path = tmp_path / "listings.csv"
    path.write_text(path.read_text("utf-8").replace("fair-windhoek", "fair-windhuk"), "utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_frictionless_finds_nothing_wrong_with_a_whole_build(sample_build: Path) -> None:
    import frictionless

    report = frictionless.validate(str(sample_build / "datapackage.json"))
    assert report.flatten(["name", "message"]) == []
    rows = {task.name: task.stats["rows"] for task in report.tasks if task.type == "table"}
    assert rows == {name: len(load(sample_build).rows(name)) for name in tables()}
