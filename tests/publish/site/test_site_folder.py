from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from nrm.errors import BadBuild
from nrm.publish.site.site_folder import MANIFEST, new_site, own_files


def put(target: Path, files: Mapping[str, str]) -> None:
    with new_site(target) as work:
        for name, text in files.items():
            (work / name).parent.mkdir(exist_ok=True)
            (work / name).write_text(text)


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


FIRST = {"index.html": "one", "market/a.html": "a", "market/b.html": "b"}
SECOND = {"index.html": "two", "market/a.html": "a2", "year/c.html": "c"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    put(tmp_path / "site", FIRST)
    return tmp_path / "site"


def test_a_new_site_replaces_the_old_one_and_only_that(place: Path) -> None:
    (place / "CNAME").write_text("mine")
    (place / "market/notes.txt").write_text("mine too")
    put(place, SECOND)
    assert held(place) == SECOND | {"CNAME": "mine", "market/notes.txt": "mine too"}
    assert own_files(place).keys() == SECOND.keys()
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_empty_folders_of_the_old_site_go(place: Path) -> None:
    put(place, {"index.html": "two"})
    assert held(place) == {"index.html": "two"}
    assert not (place / "market").exists()


def test_an_old_page_that_somebody_changed_is_kept(place: Path) -> None:
    (place / "market/b.html").write_text("my own words")
    put(place, SECOND)
    assert held(place)["market/b.html"] == "my own words"


@pytest.mark.parametrize("name", ["index.html", "market/a.html"])
def test_what_is_in_the_way_stops_everything(place: Path, name: str) -> None:
    (place / name).write_text("my own words")
    before = held(place)
    with pytest.raises(BadBuild, match="is not nrm's, or was changed"):
        put(place, SECOND)
    assert held(place) == before


def test_a_foreign_folder_is_filled_and_nothing_in_it_lost(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/mine.txt").write_text("mine")
    put(tmp_path / "site", FIRST)
    assert held(tmp_path / "site") == FIRST | {"mine.txt": "mine"}
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.html").write_text("mine")
    with pytest.raises(BadBuild, match=r"index\.html is not nrm's"):
        put(tmp_path / "other", FIRST)
    assert held(tmp_path / "other") == {"index.html": "mine"}


def test_trouble_while_writing_leaves_all_as_it_was(place: Path) -> None:
    def half() -> None:
        with new_site(place) as work:
            (work / "index.html").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert held(place) == FIRST
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_an_interrupted_move_can_be_done_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_truth = os.replace

    def replace(source: Path, target: Path) -> None:
        if target.name == "c.html":
            raise KeyboardInterrupt
        in_truth(source, target)

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", replace)
        with pytest.raises(KeyboardInterrupt):
            put(place, SECOND)
    assert (place / "index.html").read_text() == "one"
    put(place, SECOND)
    assert held(place) == SECOND


def test_a_file_in_place_of_the_folder_and_a_damaged_manifest_are_clear(place: Path) -> None:
    (place.parent / "file").write_text("x")
    with pytest.raises(BadBuild, match="is a file"):
        put(place.parent / "file", FIRST)
    (place / MANIFEST).write_text("{}")
    with pytest.raises(BadBuild, match="is damaged"):
        put(place, SECOND)
    assert held(place) == FIRST
