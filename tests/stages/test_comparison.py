"""The operands of `nrm diff`: years, builds and PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.corpus import Corpus, load
from nrm.errors import BadTable, DuplicateEdition, MixedSources, UnknownName
from nrm.model import Report
from nrm.stages.assemble import assemble
from nrm.stages.comparison import compare, compare_builds, compare_files
from nrm.stages.discover import sample_files
from tests.fuzz.report import make


@pytest.fixture(scope="module")
def until_2012(sample_reports: tuple[Report, ...]) -> Corpus:
    return Corpus.of(assemble(sample_reports[:3]).frames, sample=True)


@pytest.fixture(scope="module")
def until_2013(sample_reports: tuple[Report, ...]) -> Corpus:
    return Corpus.of(assemble(sample_reports[:4]).frames, sample=True)


def test_two_builds_are_compared_by_their_newest_editions(until_2012: Corpus, until_2013: Corpus) -> None:
    found, sample = compare_builds(until_2012, until_2013)
    assert (found.old, found.new, sample) == (2012, 2013, True)
    assert found.rows
    assert not found.is_empty


def test_a_build_does_not_differ_from_itself(until_2013: Corpus) -> None:
    found, _ = compare_builds(until_2013, until_2013)
    assert (found.old, found.new) == (2013, 2013)
    assert found.is_empty
    assert len(found.retained) > 20


def test_two_pdfs_cannot_tell_what_is_new(sample_build: Path) -> None:
    with sample_files() as files:
        found, sample = compare_files(files[0], files[2])
    assert (found.old, found.new, sample) == (2010, 2012, True)
    assert not found.relisted
    assert all(row.unknown_years == () for row in found.removed)
    assert {row.market_id for row in found.retained} <= {
        row["market_id"] for row in load(sample_build).rows("listings") if row["list_year"] == 2012
    }


def test_operands_that_do_not_go_together(tmp_path: Path) -> None:
    official = tmp_path / "official.pdf"
    official.write_bytes(make("reportlab", 1).pdf)
    with sample_files() as files:
        with pytest.raises(DuplicateEdition, match="2010"):
            compare_files(files[0], files[0])
        with pytest.raises(MixedSources):
            compare_files(files[0], official)
        with pytest.raises(BadTable, match=r"a year and .* a file"):
            compare("2010", str(files[0]), tmp_path)
    with pytest.raises(UnknownName, match="nowhere"):
        compare("nowhere", "2010", tmp_path)
