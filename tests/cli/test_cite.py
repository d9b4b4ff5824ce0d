"""`nrm cite` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.cli.app import app
from nrm.corpus import SAMPLE_NOTICE, load
from nrm.json_shapes import check_document


def test_an_entry_of_a_facsimile_in_every_format(sample_build: Path) -> None:
    listing = next(
        row for row in load(sample_build).rows("listings") if (row["market_id"], row["list_year"]) == ("taobao", 2016)
    )
    for form in ("text", "bibtex", "csl", "json"):
        arguments = ["cite", "2016", "Taobao", "--format", form, "--build", str(sample_build)]
        ran = CliRunner().invoke(app, arguments)
        assert ran.exit_code == 0, ran.output
        assert "SAMPLE DATA: facsimile, not to be cited" in ran.stdout
        assert listing["printed_first"] in ran.stdout
        assert SAMPLE_NOTICE in ran.stderr
        assert "finding" in ran.stderr
    document = json.loads(ran.stdout)
    check_document(document)
    assert document["rows"][0]["market_id"] == "taobao"


def test_an_edition_needs_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(app, ["cite", "2015", "--accessed", "2026-05-31"])
    assert ran.exit_code == 0
    assert ran.stdout.startswith("Office of the United States Trade Representative, 2015 Out-of-Cycle Review")
    assert ran.stdout.endswith("accessed 31 May 2026\n")
    assert ran.stderr == "nrm: the address is not confirmed: open it before you print it\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2016", "taobao", "--build", "nowhere"), "nowhere"),
        (("2016", "taobao"), "run `nrm build` first"),
        (("2016", "--accessed", "31.5.2026"), "31.5.2026"),
        (("1999",), "no edition 1999"),
    ],
)
def test_trouble_is_one_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(app, ["cite", *arguments])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
