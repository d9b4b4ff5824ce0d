"""Reviewed corrections: what each action does, how it is told, and what no longer fits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nrm.entries import Correction, corrected, read_corrections, read_report, source_hash
from nrm.entries.correction_table import own_corrections
from nrm.errors import BadTable
from nrm.model import Report
from tests.entries.small_report import sound_report


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return read_report(sound_report().draw(tmp_path_factory.mktemp("sound") / "report.pdf"))


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report with a heading printed as body text, so that it is overlooked."""
    plain = sound_report().without("COPYQUAY", only="market")
    return read_report(plain.draw(tmp_path_factory.mktemp("damaged") / "report.pdf"))


def _for(report: Report, heading: str, action: str, **more: Any) -> Correction:
    entry = next(e for e in report.entries if e.heading == heading)
    return Correction(2031, heading, source_hash(entry), action, "seen in the report", **more)  # type: ignore[arg-type]


def _codes(report: Report) -> list[str]:
    return [f.code for f in report.findings if f.code != "edition-unknown"]


def test_rename_keeps_the_heading_and_the_id(report: Report) -> None:
    done = corrected(report, [_for(report, "BERRYLINK", "rename", name="Berry Link")])
    old, new = report.entries[0], done.entries[0]
    assert new == replace(old, name="Berry Link")
    assert _codes(done) == ["correction-applied"]
    assert "Berry Link" in done.findings[-1].text and "seen in the report" in done.findings[-1].text
    assert done.findings[-1].page == old.page_first


def test_set_facts(report: Report) -> None:
    done = corrected(
        report, [_for(report, "Feira do Vale, Braga", "set", country="ES", city="Vigo", domains=("vale.example",))]
    )
    entry = done.entries[-1]
    assert (entry.country, entry.country_name, entry.city, entry.domains) == ("ES", "Spain", "Vigo", ("vale.example",))
    assert entry.heading == "Feira do Vale, Braga"


def test_unknown_is_a_fact_too(report: Report) -> None:
    done = corrected(report, [_for(report, "BERRYLINK", "set", based_in="")])
    assert (report.entries[0].based_in, done.entries[0].based_in) == ("PT", "")


def test_drop_keeps_the_text(report: Report) -> None:
    done = corrected(report, [_for(report, "DRAMAWELL", "drop")])
    assert [e.heading for e in done.entries] == [e.heading for e in report.entries if e.heading != "DRAMAWELL"]
    assert [p.text for p in done.passages] == [p.text for p in report.passages]
    assert not any(p.entry_id == "2031-dramawell" for p in done.passages)


def test_merge_gives_the_text_to_the_entry_above(report: Report) -> None:
    done = corrected(report, [_for(report, "DRAMAWELL", "merge", into="COPYQUAY")])
    above = done.entries[1]
    assert len(done.entries) == 6
    assert above.text.count("Copyquay this year") == 1 and above.text.count("Dramawell this year") == 1
    assert (above.page_first, above.page_last) == (4, 5)
    assert set(above.passages) == {p.passage_id for p in done.passages if p.entry_id == above.entry_id}
    assert above.domains == report.entries[1].domains


def test_split_brings_an_overlooked_entry_to_light(report: Report, damaged: Report) -> None:
    assert damaged.reconciliation.unexplained_lines > 0
    assert damaged.reconciliation.contents_only == ("COPYQUAY",)
    done = corrected(
        damaged, [_for(damaged, "BERRYLINK", "split", new_heading="COPYQUAY", starts="Nominated as copyquay")]
    )
    for found, meant in zip(done.entries, report.entries, strict=True):
        assert (found.entry_id, found.name, found.based_in) == (meant.entry_id, meant.name, meant.based_in)
        assert (found.text, found.domains, found.country) == (meant.text, meant.domains, meant.country)
    assert done.reconciliation == report.reconciliation
    assert "unexplained-line" not in _codes(done) and "contents-only" not in _codes(done)
    ids = [p.passage_id for p in done.passages]
    assert len(set(ids)) == len(ids)
    assert [p for e in done.entries for p in e.passages] == [p.passage_id for p in done.passages if p.entry_id]


def test_split_within_a_passage(report: Report) -> None:
    correction = _for(
        report, "Satama Bazaar, Oulu", "split", new_heading="Right holders, Kemi", starts="Right holders report"
    )
    old, new = corrected(report, [correction]).entries[5:7]
    assert old.text == "Stalls of this market sell shoes."
    assert new.text.startswith("Right holders report")
    assert (new.name, new.city, new.country) == ("Right holders", "Kemi", "FI")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"heading": "NOBODY"}, "no entry has this heading"),
        ({"source": "0" * 12}, "another one now"),
        ({"action": "merge", "into": "EBOOKBARN"}, "the entry above it is not"),
        ({"action": "split", "new_heading": "X", "starts": "nowhere"}, "no passage"),
    ],
)
def test_what_no_longer_fits_is_told(report: Report, change: dict[str, Any], words: str) -> None:
    correction = replace(_for(report, "DRAMAWELL", "drop"), **change)
    done = corrected(report, [correction])
    assert (done.entries, done.passages) == (report.entries, report.passages)
    assert _codes(done) == ["correction-unmatched"]
    assert words in done.findings[-1].text


def test_other_editions_are_left_alone(report: Report) -> None:
    assert corrected(report, [replace(_for(report, "DRAMAWELL", "drop"), list_year=2030)]) == report


def test_a_users_file_is_read_and_applied(tmp_path: Path, report: Report) -> None:
    pdf = sound_report().draw(tmp_path / "report.pdf")
    table = tmp_path / "mine.toml"
    row = f'[[correction]]\nlist_year = 2031\nheading = "DRAMAWELL"\nsource = "{source_hash(report.entries[2])}"\n'
    table.write_text(row + 'action = "set"\nreason = "seen"\nkind = "online"\nbased_in = "FI"\n')
    assert read_report(pdf, corrections=table).entries[2].based_in == "FI"
    assert read_report(pdf, corrections=read_corrections(table)).entries[2].based_in == "FI"


_ROW = {"list_year": 2031, "heading": "X", "source": "0" * 12, "action": "drop", "reason": "seen"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"action": "forget"}, "not one of rename, set, drop, merge, split"),
        ({"reason": ""}, "needs reason"),
        ({"name": "Y"}, "has no use for name"),
        ({"list_year": "2031"}, "not a year"),
        ({"source": "xyz"}, "hexadecimal"),
        ({"action": "set"}, "needs one of kind"),
        ({"action": "set", "country": "XX"}, "no ISO 3166-1 code"),
        ({"action": "set", "kind": "both"}, "not online or physical"),
        ({"action": "set", "domains": "a.example"}, "not a list"),
        ({"action": "split", "new_heading": "Y"}, "needs starts"),
    ],
)
def test_a_bad_row_is_refused_by_number(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    table = tmp_path / "mine.toml"
    rows = [_ROW, {**_ROW, **change}]
    table.write_text("\n".join(_toml(row) for row in rows))
    with pytest.raises(BadTable, match=r"mine\.toml: correction 2: ") as caught:
        read_corrections(table)
    assert words in str(caught.value)


def _toml(row: dict[str, Any]) -> str:
    cells = [f"{name} = {value}" if isinstance(value, int) else f'{name} = "{value}"' for name, value in row.items()]
    return "[[correction]]\n" + "\n".join(cells)


@pytest.mark.parametrize("text", ["[[correction", "year = 1", "correction = 3"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(text)
    with pytest.raises(BadTable, match=r"mine\.toml"):
        read_corrections(table)


def test_the_projects_own_table_is_sound() -> None:
    assert isinstance(own_corrections(), tuple)
