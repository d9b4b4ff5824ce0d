"""The file of the table is replaced as a whole or stays what it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nrm.errors import BadTable
from nrm.identity.aliases import read, reviewed
from nrm.identity.table_file import read_table, table_file, write_table


def test_the_table_that_ships() -> None:
    assert read(read_table(table_file())).by_id == reviewed().by_id


def test_written_whole_with_the_rights_it_had(tmp_path: Path) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text("# old\n", "utf-8")
    file.chmod(0o640)
    write_table(file, "# neu: März\n")
    assert file.read_text("utf-8") == "# neu: März\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["aliases.toml"]


def test_what_cannot_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text("# old\n", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(BadTable, match="No space left"):
        write_table(file, "# new\n")
    assert file.read_text("utf-8") == "# old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["aliases.toml"]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="cannot be read"):
        read_table(tmp_path / "nowhere.toml")
    with pytest.raises(BadTable, match="cannot be written"):
        write_table(tmp_path / "nowhere" / "aliases.toml", "")
