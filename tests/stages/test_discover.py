"""Which files are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.errors import UnreadablePdf
from nrm.stages.discover import pdf_files, sample_files


def test_folders_are_searched_and_files_taken_as_they_are(tmp_path: Path) -> None:
    for name in ("a.pdf", "deep/er/B.PDF", "notes.txt", ".hidden.pdf", ".cache/c.pdf", "._a.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert pdf_files([tmp_path]) == (tmp_path / "a.pdf", tmp_path / "deep/er/B.PDF")
    assert pdf_files([tmp_path / "notes.txt"]) == (tmp_path / "notes.txt",)


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "link.pdf").symlink_to("a.pdf")
    assert len(pdf_files([tmp_path, tmp_path / "a.pdf", str(tmp_path / "link.pdf")])) == 1


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf, match="no such file"):
        pdf_files([tmp_path / "missing"])
    with pytest.raises(UnreadablePdf, match="--sample"):
        pdf_files([tmp_path])


def test_the_samples_are_fifteen_editions() -> None:
    with sample_files() as files:
        assert [path.name for path in files] == [f"nml-{year}-facsimile.pdf" for year in range(2010, 2025)]
