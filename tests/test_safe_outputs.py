"""What a report says is text everywhere: never markup, never a statement, never a path."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nrm.analysis.diff import diff
from nrm.analysis.history import history
from nrm.analysis.story import story
from nrm.charts.catalogue import CATALOGUE
from nrm.charts.save import rendered
from nrm.cli.screen import say
from nrm.corpus import Corpus, load
from nrm.errors import BadBuild
from nrm.model import Report
from nrm.publish import DATABASE, build_manifest, write_tables
from nrm.publish.site import site_folder, write_site
from nrm.stages.assemble import Assembled, assemble
from nrm.tagging.displacy import displacy

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&$\\frac{1}{$ ]]> '); DROP TABLE listings; --"
HARMLESS = frozenset(
    "div p h1 h2 h3 h4 h5 h6 table thead tbody tr th td ul ol li pre small strong em mark span details summary ins del "
    "br style".split()
)


@pytest.fixture(scope="module")
def assembled(sample_reports: tuple[Report, ...]) -> Assembled:
    """Two editions whose names and words are an attack."""
    return assemble([_poisoned(report) for report in sample_reports[:2]])


@pytest.fixture(scope="module")
def corpus(assembled: Assembled) -> Corpus:
    return Corpus.of(assembled.frames, sample=True)


def _poisoned(report: Report) -> Report:
    entries = tuple(
        replace(one, heading=one.heading + EVIL, name=one.name + EVIL, city=one.city and one.city + EVIL, text=EVIL)
        for one in report.entries
    )
    passages = tuple(replace(one, text=f"{one.text} {EVIL}") for one in report.passages)
    edition = replace(report.edition, title=report.edition.title + EVIL, file=EVIL.replace("/", ""))
    return replace(report, entries=entries, passages=passages, edition=edition)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.scripts: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        told = {name: value or "" for name, value in attrs}
        self.scripts += [told.get("src", "")] if tag == "script" else []
        self.links += [told[name] for name in ("href", "src") if name in told]
        self.found |= {name for name, _ in attrs if name.startswith("on") or name in ("src", "href")}

    def handle_data(self, data: str) -> None:
        self.text += data


def _pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "corpus", corpus._repr_html_()
    changes = diff(corpus, 2010, 2011)
    yield "diff", changes._repr_html_()
    yield "history", history(corpus.listings, corpus.editions)._repr_html_()
    for row in corpus.rows("markets")[:20]:
        yield "story", story(corpus, row["market_id"])._repr_html_()


def test_html_escapes_what_a_report_says(corpus: Corpus, sample_reports: tuple[Report, ...]) -> None:
    pages = [*_pages(corpus), ("displacy", str(displacy(_poisoned(sample_reports[0]).passages[:30])))]
    assert {name for name, page in pages if "alert(1)" in page} >= {"corpus", "diff", "history", "story", "displacy"}
    for name, page in pages:
        tags = _Tags()
        tags.feed(page)
        tags.close()
        assert tags.found <= HARMLESS, name
        assert "<script>alert(1)</script>" in tags.text or "alert(1)" not in page, name


# Survival curves show no text of a report, and a single edition has none to show.
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name == "timeline" else pytest.mark.slow)
        for name in CATALOGUE
        if not name.startswith("survival")
    ],
)
def test_svg_escapes_what_a_report_says(name: str, corpus: Corpus) -> None:
    svg = rendered(CATALOGUE[name].draw(corpus), "svg")
    tree = ElementTree.fromstring(svg)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert not names & {"script", "img", "foreignObject", "iframe"}
    assert not [key for element in tree.iter() for key in element.attrib if key.rpartition("}")[2].startswith("on")]


def test_tables_and_database_hold_it_as_text(assembled: Assembled, tmp_path: Path) -> None:
    write_tables(assembled.frames, tmp_path, sample=True)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        (count,) = database.execute("SELECT count(*) FROM listings WHERE name LIKE ?", ("%DROP TABLE%",)).fetchone()
        (total,) = database.execute("SELECT count(*) FROM listings").fetchone()
    assert count == total == len(assembled.frames["listings"])


def test_the_site_escapes_what_a_report_says(assembled: Assembled, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    write_tables(assembled.frames, tmp_path / "build", sample=True)
    build_manifest.write(tmp_path / "build")
    write_site(load(tmp_path / "build"), tmp_path / "site")
    said = 0
    for path in (tmp_path / "site").rglob("*.html"):
        tags = _Tags()
        tags.feed(path.read_text("utf-8"))
        tags.close()
        assert not {"img", "iframe", "object", "embed"} & tags.found, path
        assert not [name for name in tags.found if name.startswith("on")], path
        assert all(one.endswith("static/site.js") for one in tags.scripts), path
        assert all(not one.casefold().startswith(("javascript:", "data:", "//")) for one in tags.links), path
        said += "<script>alert(1)</script>" in tags.text
    assert said > 10


@pytest.mark.parametrize("name", ["../outside.csv", "/etc/passwd", "a/../../b", "..", "", "a\\..\\..\\b", "C:\\x"])
def test_a_build_manifest_cannot_name_what_is_outside(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / "a.csv").write_text("x")
    build_manifest.write(folder)
    told = json.loads((folder / build_manifest.FILE).read_text("utf-8"))
    told["files"][name] = "0" * 64
    (folder / build_manifest.FILE).write_text(json.dumps(told), "utf-8")
    with pytest.raises(BadBuild, match="damaged"):
        build_manifest.read(folder)
    (folder / site_folder.MANIFEST).write_text(
        json.dumps({"schema": "nrm.site-folder/1", "files": {name: ["0" * 64]}}), "utf-8"
    )
    with pytest.raises(BadBuild, match="damaged"):
        site_folder.own_files(folder)


def test_a_terminal_gets_no_commands(capsys: pytest.CaptureFixture[str]) -> None:
    say("red \x1b[31m title \x1b]0;owned\x07 \x9b31m \u202egnp.exe\nnext")
    out = capsys.readouterr().out
    assert not any(c in out for c in "\x1b\x07\x9b\u202e")
    assert out.endswith("gnp.exe next\n")
