"""What the commands print about a finished build, in each format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.cli.app import app
from nrm.cli.screen import LAW_NOTICE
from nrm.corpus import SAMPLE_NOTICE, load
from nrm.json_shapes import check_document
from tests.cli.running import nrm


def run(*arguments: str, code: int = 0) -> str:
    """The stdout of a command that ends with the given exit code."""
    ran = CliRunner().invoke(app, list(arguments))
    assert ran.exit_code == code, ran.output
    return ran.stdout


@pytest.fixture
def build(sample_build: Path) -> tuple[str, str]:
    return ("--build", str(sample_build))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list", "2016"), 0),
        (("list", "2022", "--kind", "physical"), 0),
        (("show", "taobao"), 0),
        (("show", "tepito"), 0),
        (("diff", "2012", "2013"), 1),
        (("diff", "2016", "2016"), 0),
    ],
)
def test_json_has_the_shape_of_the_schema(arguments: tuple[str, ...], code: int, build: tuple[str, str]) -> None:
    document = json.loads(run(*arguments, *build, "--json", code=code))
    check_document(document)
    assert document["schema"] == f"nrm.{arguments[0]}/1"
    assert document["sample"] is True


def test_csv_and_json_lines_say_the_same_as_json(build: tuple[str, str]) -> None:
    rows = json.loads(run("list", "2016", *build, "--json"))["rows"]
    assert [json.loads(line) for line in run("list", "2016", *build, "--format", "jsonl").splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(run("list", "2016", *build, "--format", "csv"))))
    assert [row["market_id"] for row in table] == [row["market_id"] for row in rows]
    assert [row["domains"] for row in table] == ["; ".join(row["domains"]) for row in rows]
    assert {row["sample"] for row in table} == {"true"}


def test_list_filters_and_takes_the_newest_edition_unless_told(build: tuple[str, str]) -> None:
    rows = json.loads(run("list", *build, "--json"))["rows"]
    assert {row["list_year"] for row in rows} == {2024}
    chinese = json.loads(run("list", "2016", *build, "--kind", "physical", "--country", "cn", "--json"))["rows"]
    assert {row["country"] for row in chinese} == {"CN"}
    assert {row["kind"] for row in chinese} == {"physical"}


@pytest.mark.parametrize("name", ["taobao", "Taobao.com", "TAOBAO", "https://www.taobao.com/x"])
def test_show_finds_a_market_by_any_of_its_names(name: str, build: tuple[str, str]) -> None:
    assert json.loads(run("show", name, *build, "--json"))["market"]["market_id"] == "taobao"


def test_show_tells_where_and_what_the_reports_say(build: tuple[str, str], sample_build: Path) -> None:
    shown = run("show", "tepito", *build)
    listing = next(row for row in load(sample_build).rows("listings") if row["market_id"] == "tepito-mexico-city")
    place = f"{listing['list_year']}, page {listing['page_first']} (printed {listing['printed_first']}): "
    assert place in run("show", "tepito", "--text", *build)
    # On one screen: the words of the newest edition only, or none.
    assert "What the 2024 report says" in shown
    assert place not in shown
    assert "What the 2024 report says" not in run("show", "tepito", "--no-text", *build)
    assert len(run("show", "taobao", "--no-text", *build).splitlines()) < 50
    assert "nml-2016-facsimile.pdf" in shown


def test_show_says_why_its_names_are_one_market(build: tuple[str, str], sample_build: Path) -> None:
    market = next(row for row in load(sample_build).rows("markets") if row["market_id"] == "vk")
    assert len(market["evidence"]) > 1
    shown = run("show", "vk", "--no-text", *build)
    assert all(line[:30] in shown.split("Why these are one market")[1] for line in market["evidence"])


def test_diff_writes_markdown_and_html(build: tuple[str, str]) -> None:
    markdown = run("diff", "2012", "2013", *build, "--format", "markdown", code=1)
    assert markdown.startswith("# 2012 → 2013\n")
    page = run("diff", "2012", "2013", *build, "--format", "html", code=1)
    assert "<table>" in page
    assert all(SAMPLE_NOTICE in text and LAW_NOTICE in text for text in (markdown, page))


def test_diff_shows_only_what_is_asked_for(build: tuple[str, str]) -> None:
    removed = json.loads(run("diff", "2012", "2013", *build, "--only", "removed", "--json", code=1))
    both = json.loads(run("diff", "2012", "2013", *build, "--only", "added, removed", "--json", code=1))
    assert (both["removed"], bool(both["added"]), both["retained"]) == (removed["removed"], True, [])
    assert removed["removed"]
    assert not removed["added"]
    assert not removed["retained"]


def test_notices_stand_on_every_screen_and_never_in_the_data(sample_build: Path) -> None:
    for arguments in (("list", "2016"), ("show", "taobao"), ("diff", "2012", "2013")):
        screen = nrm(*arguments, "--build", sample_build)
        assert screen.stdout.count(SAMPLE_NOTICE) == 1
        assert screen.stdout.count(LAW_NOTICE) == 1
        data = nrm(*arguments, "--build", sample_build, "--json")
        json.loads(data.stdout)
        assert SAMPLE_NOTICE in data.stderr
        assert LAW_NOTICE in data.stderr


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("arguments", [("list", "2024"), ("show", "taobao"), ("diff", "2012", "2013")])
def test_tables_fit_the_terminal(arguments: tuple[str, ...], columns: int, sample_build: Path) -> None:
    shown = nrm(*arguments, "--build", sample_build, columns=columns)
    too_wide = [line for line in shown.stdout.splitlines() if len(line) > columns and " " in line.strip()]
    assert [line for line in too_wide if not line.startswith("2010 2011")] == []
    assert "\x1b" not in shown.stdout


def test_chart_is_written_and_named(build: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "t.svg"
    document = json.loads(run("chart", "listings-per-year", *build, "--out", str(file), "--json"))
    check_document(document)
    assert document["rows"] == [{"chart": "listings-per-year", "file": str(file)}]
    assert "SAMPLE DATA" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("timeline", "--market", "taobao", "--years", "2015-2017", "--kind", "online"), "list years 2015–2017"),
        (("map", "--years", "2016"), "on the 2016 list"),
    ],
)
def test_a_chart_of_a_part(arguments: tuple[str, ...], said: str, build: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "part.svg"
    run("chart", *arguments, *build, "--out", str(file))
    assert said in file.read_text("utf-8")


def test_charts_there_are_with_their_options() -> None:
    document = json.loads(run("chart", "--json"))
    check_document(document)
    assert {row["chart"]: row["options"] for row in document["rows"]}["map"] == ["years"]
    assert "--market" in run("chart")


def test_diff_shows_the_words_that_changed_where_these_are_asked_for(build: tuple[str, str]) -> None:
    shown = run("diff", "2015", "2016", "--only", "reworded", *build, code=1)
    assert "[-" in shown
    assert "{+" in shown
    assert "[-" not in run("diff", "2015", "2016", *build, code=1)


def test_charts_there_are(build: tuple[str, str]) -> None:
    assert "timeline" in run("chart")


def test_tag_a_text_file(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Stalls in Tepito, Mexico City.\fThe Pirate Bay (thepiratebay.org) again.\n", "utf-8")
    document = json.loads(run("tag", str(notes), "--json"))
    check_document(document)
    assert document["sample"] is False
    found = {(row["page"], row["label"], row["text"], row["norm"]) for row in document["rows"]}
    assert (1, "MARKET", "Tepito", "tepito-mexico-city") in found
    assert (2, "DOMAIN", "thepiratebay.org", "thepiratebay.org") in found
    only = json.loads(run("tag", str(notes), "--label", "COUNTRY", "--label", "CITY", "--json"))["rows"]
    assert {row["label"] for row in only} <= {"COUNTRY", "CITY"}


def test_tag_says_that_a_facsimile_is_one(sample_build: Path) -> None:
    from nrm.stages.discover import sample_files

    with sample_files() as files:
        assert json.loads(run("tag", str(files[0]), "--json"))["sample"] is True
