"""Whatever a file is, reading it ends in a report or in one trouble with a name."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from nrm.stages.read_file import FileRead, read_file
from nrm.stages.reading import Limits, read_files
from tests.torture.made import CASES, LARGE, Case

_QUICK = [case for case in CASES if not case.costly]
_COSTLY = [*(case for case in CASES if case.costly), *LARGE]


def _check(case: Case, read: FileRead, path: Path) -> None:
    assert read.trouble in case.ends, read.message + read.details
    assert read.report is None, "none of the files lists a market"
    assert path.name in read.message
    assert len(read.message.splitlines()) == 1
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in read.message)


@pytest.mark.parametrize("case", _QUICK, ids=lambda case: case.name)
def test_an_odd_file_has_a_trouble_with_a_name(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(case.make())
    _check(case, read_file(path), path)


@pytest.mark.slow
@pytest.mark.parametrize("case", _COSTLY, ids=lambda case: case.name)
def test_a_file_that_wants_too_much_is_ended(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(case.make())
    (read,) = read_files([path], limits=Limits(seconds=30, megabytes=1024))
    _check(case, read, path)
