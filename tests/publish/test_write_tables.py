from __future__ import annotations

from pathlib import Path

import pytest

from nrm.errors import BadTable
from nrm.frames import frame
from nrm.publish import write_tables
from nrm.schema import tables
from tests.publish.made_up import made_up_frames


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_tables(made_up_frames(), tmp_path / name, sample=True)
    written = _contents(tmp_path / "one")
    assert written == _contents(tmp_path / "two")
    assert {table.file for table in tables().values()} < written.keys()
    assert {f"{name}.parquet" for name in tables()} < written.keys()


def test_samples_and_official_data_do_not_mix(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="sample data and official data"):
        write_tables(made_up_frames(sample=True), tmp_path, sample=False)
    frames = made_up_frames(sample=False) | {"events": made_up_frames(sample=True)["events"]}
    with pytest.raises(BadTable, match="events: sample data and official data"):
        write_tables(frames, tmp_path, sample=False)


def test_a_table_too_few_is_refused(tmp_path: Path) -> None:
    frames = made_up_frames()
    del frames["events"]
    with pytest.raises(BadTable, match="tables are"):
        write_tables(frames, tmp_path, sample=True)
    assert not list(tmp_path.iterdir())


def test_a_row_that_leads_nowhere_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    frames = made_up_frames() | {"markets": frame("markets", [])}
    with pytest.raises(BadTable, match=r"refers to markets that are not there: fair-windhoek"):
        write_tables(frames, tmp_path, sample=True)
    assert not list(tmp_path.iterdir())
