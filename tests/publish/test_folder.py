from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nrm.errors import BadBuild
from nrm.publish.folder import current_build, new_build


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "data" / "derived"


def _build(target: Path, content: str, **more: str) -> None:
    with new_build(target) as folder:
        (folder / "listings.csv").write_text(content)
        (folder / "charts").mkdir()
        (folder / "charts" / "timeline.svg").write_text(content)
        for name, text in more.items():
            (folder / name).write_text(text)


def _builds(target: Path) -> set[str]:
    folder = target.with_name(target.name + ".builds")
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def _read(target: Path) -> str:
    return (target / "listings.csv").read_text()


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_appears_when_it_is_whole(target: Path) -> None:
    with new_build(target) as folder:
        (folder / "listings.csv").write_text("one")
        assert not target.exists()
    assert _read(target) == "one"
    assert not Path(os.readlink(target)).is_absolute()


def test_a_failed_build_changes_nothing(target: Path) -> None:
    _build(target, "one")
    before = _snapshot(target.parent)
    with pytest.raises(IsADirectoryError):
        _build(target, "two", charts="a folder already")
    assert _snapshot(target.parent) == before
    assert _read(target) == "one"


def test_a_first_build_that_fails_leaves_nothing(target: Path) -> None:
    with pytest.raises(KeyboardInterrupt), new_build(target):
        raise KeyboardInterrupt
    assert list(target.parent.iterdir()) == []


def test_the_same_content_is_the_same_build(target: Path) -> None:
    _build(target, "one")
    first = _snapshot(target)
    _build(target, "one")
    assert _snapshot(target) == first
    assert len(_builds(target)) == 1


def test_the_build_before_stays_for_its_readers(target: Path) -> None:
    _build(target, "one")
    pinned = current_build(target)
    _build(target, "two")
    _build(target, "two")
    assert _read(pinned) == "one"
    _build(target, "three")
    assert len(_builds(target)) == 2
    assert not pinned.exists()
    assert _read(target) == "three"


def test_an_older_content_can_come_back(target: Path) -> None:
    for content in ("one", "two", "one", "two", "one"):
        _build(target, content)
        assert _read(target) == content
    assert len(_builds(target)) == 2


def test_files_of_the_user_move_along(target: Path) -> None:
    _build(target, "one")
    (target / "notes.txt").write_text("mine")
    (target / "figures").mkdir()
    (target / "figures" / "a.png").write_text("mine too")
    for content in ("two", "three", "four", "one"):
        _build(target, content)
        assert (target / "notes.txt").read_text() == "mine"
        assert (target / "figures" / "a.png").read_text() == "mine too"
    assert len(_builds(target)) == 2


def test_a_user_file_in_the_way_stops_the_build(target: Path) -> None:
    _build(target, "one")
    (target / "extra.csv").write_text("mine")
    with pytest.raises(BadBuild, match=r"extra\.csv is not nrm's"):
        _build(target, "two", **{"extra.csv": "nrm's"})
    assert (target / "extra.csv").read_text() == "mine"
    assert _read(target) == "one"


def test_a_file_that_the_user_changed_is_never_lost(target: Path) -> None:
    _build(target, "one")
    changed = current_build(target)
    (changed / "listings.csv").write_text("corrected by hand")
    for content in ("two", "three", "one", "four"):
        _build(target, content)
        assert _read(target) == content
    assert _read(changed) == "corrected by hand"


def test_damaged_bookkeeping_does_not_stop_a_build(target: Path) -> None:
    _build(target, "one")
    damaged = current_build(target)
    (damaged / "notes.txt").write_text("mine")
    (damaged / "build.json").write_text("{")
    with pytest.raises(BadBuild, match="damaged"):
        current_build(target)
    for content in ("two", "three", "one"):
        _build(target, content)
        assert _read(target) == content
    assert (damaged / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["foreign.txt", ".hidden", "folder/file"])
def test_a_folder_that_is_not_nrms_is_left_alone(target: Path, name: str) -> None:
    (target / name).parent.mkdir(parents=True)
    (target / name).write_text("mine")
    with pytest.raises(BadBuild, match="nothing was changed"):
        _build(target, "one")
    assert _snapshot(target.parent) == {str(target / name): b"mine"}
    assert [path.name for path in target.parent.iterdir()] == ["derived"]


def test_a_file_in_the_place_is_left_alone(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("mine")
    with pytest.raises(BadBuild, match="is a file"):
        _build(target, "one")
    assert target.read_text() == "mine"


def test_an_empty_folder_is_as_good_as_none(target: Path) -> None:
    target.mkdir(parents=True)
    _build(target, "one")
    assert _read(target) == "one"


def test_a_link_of_the_user_is_followed(target: Path, tmp_path: Path) -> None:
    (tmp_path / "disk" / "nrm").mkdir(parents=True)
    target.parent.mkdir()
    target.symlink_to(tmp_path / "disk" / "nrm")
    for content in ("one", "two"):
        _build(target, content)
        assert _read(target) == content
    assert target.readlink() == tmp_path / "disk" / "nrm"
    assert not target.with_name("derived.builds").exists()


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(BadBuild, match="circle"):
        _build(tmp_path / "a", "one")


@pytest.mark.parametrize("place", ["/", "/dev/null/x", "/proc/nrm"])
def test_where_nothing_can_be_written_the_message_says_so(place: str) -> None:
    with pytest.raises(BadBuild, match=r"cannot be"):
        _build(Path(place), "one")


def test_other_errors_are_not_dressed_up(target: Path) -> None:
    with pytest.raises(FileNotFoundError), new_build(target) as folder:
        (folder / "none" / "listings.csv").write_text("one")
    with pytest.raises(PermissionError), new_build(target):
        raise PermissionError(13, "Permission denied", "/elsewhere/report.pdf")


def test_a_relative_target_is_one_place(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.parent.mkdir()
    monkeypatch.chdir(target.parent)
    _build(Path("derived"), "one")
    _build(Path("../data/./derived"), "two")
    assert _read(target) == "two"
    assert len(_builds(target)) == 2


def test_a_second_build_in_the_same_process_is_refused(target: Path) -> None:
    with new_build(target) as folder:
        (folder / "listings.csv").write_text("one")
        with pytest.raises(BadBuild, match="another build is running"):
            _build(target, "two")
    assert _read(target) == "one"


_HOLD = """
import sys, time
from pathlib import Path
from nrm.publish.folder import new_build
with new_build(Path(sys.argv[1])) as folder:
    for number in range(50):
        (folder / f"{number}.csv").write_text("two" * 1000)
    print("writing", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def _holder(target: Path, seconds: float) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(target), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def test_a_second_process_is_told_who_is_building(target: Path) -> None:
    _build(target, "one")
    with _holder(target, 60) as other:
        with pytest.raises(BadBuild, match=f"process {other.pid}"):
            _build(target, "three")
        other.kill()
    assert _read(target) == "one"
    _build(target, "three")
    assert _read(target) == "three"
    left = [path.name for path in target.with_name("derived.builds").glob(".new-*")]
    assert left == []


def test_a_reader_sees_one_whole_build_all_the_time(target: Path) -> None:
    _build(target, "0")
    stop = threading.Event()
    seen: list[str] = []

    def read() -> None:
        while not stop.is_set():
            folder = current_build(target)
            pair = {(folder / name).read_text() for name in ("listings.csv", "charts/timeline.svg")}
            assert len(pair) == 1
            seen.append(pair.pop())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, 25):
            _build(target, str(number))
            before = len(seen)  # one reading may have begun before this build, none before the one before it
            while reader.is_alive() and len(seen) < before + 2:
                time.sleep(0.0005)
    finally:
        stop.set()
        reader.join()
    assert seen[-1] == "24"
    assert len(set(seen)) > 5


def test_reading_where_there_is_no_build(target: Path) -> None:
    with pytest.raises(BadBuild, match="run `nrm build` first"):
        current_build(target)
    target.mkdir(parents=True)
    with pytest.raises(BadBuild, match="no build of nrm"):
        current_build(target)
    (target / "build.json").write_text('{"schema": "nrm.build-folder/1", "version": 0, "files": {}}')
    with pytest.raises(BadBuild, match="schema version 0"):
        current_build(target)
