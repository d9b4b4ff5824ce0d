from __future__ import annotations

import json
from pathlib import Path

from nrm.json_shapes import check_document
from nrm.schema import tables
from tests.cli.running import nrm


def test_export_writes_a_file_and_says_what_is_in_it(sample_build: Path, tmp_path: Path) -> None:
    ran = nrm("export", "csv", "--table", "listings", "--build", sample_build, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("nrm.zip: 664 listings")
    assert "SAMPLE DATA" in ran.stdout
    assert (tmp_path / "nrm.zip").is_file()
    again = nrm("export", "csv", "--build", sample_build, cwd=tmp_path)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.startswith("nrm: nrm.zip is there already")
    document = json.loads(nrm("export", "json", "--json", "--build", sample_build, cwd=tmp_path).stdout)
    check_document(document)
    assert [row["table"] for row in document["rows"]] == list(tables())


def test_site_is_written_and_written_again(sample_build: Path, tmp_path: Path) -> None:
    first = nrm("site", tmp_path / "site", "--build", sample_build)
    assert first.returncode == 0, first.stderr
    assert f"Open {tmp_path / 'site' / 'index.html'}" in first.stdout
    assert "SAMPLE DATA" in first.stdout
    document = json.loads(nrm("site", tmp_path / "site", "--json", "--build", sample_build).stdout)
    check_document(document)
    assert document["pages"] == len(list((tmp_path / "site").rglob("*.html")))


def test_site_leaves_what_is_not_its_own_alone(sample_build: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    ran = nrm("site", tmp_path, "--build", sample_build)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "index.html is not nrm's" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
