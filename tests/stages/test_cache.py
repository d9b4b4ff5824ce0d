"""What earlier builds left: found again, never in the way, and no error whatever has become of it."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.stages.cache import Cache, cache_folder, key_of

KEY = key_of("a", 1)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entry(cache: Cache) -> Path:
    assert cache.folder is not None
    (found,) = cache.folder.rglob("*.json")
    return found


def test_what_is_put_is_found_again(cache: Cache) -> None:
    cache.put("lines", KEY, {"text": ["é", 1.5, None, True]})
    assert cache.get("lines", KEY) == {"text": ["é", 1.5, None, True]}
    assert cache.get("lines", key_of("a", 2)) is None
    assert cache.get("reports", KEY) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("lines", KEY, 1)
    assert cache.get("lines", KEY) is None
    assert [one.entries for one in cache.held()] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[:40],
        lambda content: content.replace(b"kept", b"kepT"),
        lambda content: b"\x80\x04" + content,
        lambda content: b"0" * 64 + content[64:],
    ],
    ids=["empty", "cut", "cut in its checksum", "changed", "not text", "another checksum"],
)
def test_a_damaged_entry_is_as_good_as_none(cache: Cache, damage: object) -> None:
    cache.put("lines", KEY, "kept")
    place = entry(cache)
    assert callable(damage)
    place.write_bytes(damage(place.read_bytes()))
    assert cache.get("lines", KEY) is None
    cache.put("lines", KEY, "kept")
    assert cache.get("lines", KEY) == "kept"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    cache = Cache(tmp_path / "cache")
    cache.put("lines", KEY, 1)
    assert cache.get("lines", KEY) is None
    assert cache.clear() == 0


def test_clearing_removes_entries_and_nothing_else(cache: Cache) -> None:
    cache.put("lines", KEY, 1)
    assert cache.folder is not None
    foreign = cache.folder / "lines" / "notes.txt"
    foreign.write_text("mine")
    assert cache.clear() == 1
    assert cache.get("lines", KEY) is None
    assert foreign.read_text() == "mine"


def test_what_is_held_is_counted_by_kind(cache: Cache) -> None:
    cache.put("lines", KEY, "x" * 100)
    cache.put("mentions", KEY, [])
    held = {one.kind: (one.entries, one.size > 60) for one in cache.held()}
    assert held == {"lines": (1, True), "reports": (0, False), "mentions": (1, True), "builds": (0, False)}


def _put_often(folder: str, number: int) -> None:
    cache = Cache(Path(folder))
    for turn in range(60):
        cache.put("lines", KEY, [number] * 2000)
        found = cache.get("lines", KEY)
        if found is None or len(set(found)) != 1:
            os._exit(1 + turn % 2)


def test_several_processes_at_once_never_see_half_an_entry(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=_put_often, args=(str(tmp_path), number)) for number in range(3)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    assert [one.exitcode for one in running] == [0, 0, 0]
    assert not list(tmp_path.rglob(".new-*"))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_others_cannot_write_there(cache: Cache) -> None:
    cache.put("lines", KEY, 1)
    assert entry(cache).parent.stat().st_mode & 0o077 == 0


def test_the_folder_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NRM_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("NRM_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == tmp_path / "nrm"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder() == tmp_path / ".cache/nrm"


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_other_parts_make_another_key(one: list[str], other: list[str]) -> None:
    assert (key_of(*one) == key_of(*other)) == (one == other)
