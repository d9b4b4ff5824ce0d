"""Of what earlier builds left, what was used of late stays, as far as there is room."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import nrm
from nrm.stages.cache import Cache, key_of
from nrm.stages.cache_trimming import MOST_DAYS, most_bytes, trim
from nrm.stages.discover import sample_files

DAY = 86_400


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Entries of 1, 50, 80 and 100 days ago, each of some 1,000 bytes."""
    found = Cache(tmp_path / "cache")
    for days in (1, 50, 80, 100):
        found.put("lines", key_of(days), "x" * 1000)
        _used(found, days)
    return found


def _used(cache: Cache, days: float) -> None:
    place = cache._place("lines", key_of(days))
    os.utime(place, (time.time() - days * DAY,) * 2)


def kept(cache: Cache) -> set[int]:
    return {days for days in (1, 50, 80, 100) if cache.holds("lines", key_of(days))}


@pytest.mark.parametrize(
    ("most", "left"), [(10_000, {1, 50, 80}), (2_500, {1, 50}), (1_100, {1}), (0, set())], ids=str
)
def test_what_was_not_used_for_longest_goes(cache: Cache, most: int, left: set[int]) -> None:
    assert trim(cache, most=most) == 4 - len(left)
    assert kept(cache) == left
    assert trim(cache, most=most) == 0


def test_what_is_used_again_stays(cache: Cache) -> None:
    assert cache.get("lines", key_of(100)) is not None
    trim(cache, most=2_500)
    assert kept(cache) == {1, 100}


def test_what_a_killed_build_left_goes_in_time(cache: Cache) -> None:
    left = cache._place("lines", key_of(1)).with_name(".new-x")
    left.write_text("half")
    trim(cache, now=time.time() + (MOST_DAYS - 2) * DAY)
    assert left.exists()
    trim(cache, now=time.time() + (MOST_DAYS + 1) * DAY)
    assert not left.exists()


def test_a_file_that_is_no_entry_stays(cache: Cache) -> None:
    assert cache.folder is not None
    foreign = cache.folder / "lines" / "notes.txt"
    foreign.write_text("mine")
    trim(cache, most=0)
    assert foreign.read_text() == "mine"


def test_without_a_folder_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert trim(Cache(None)) == 0
    assert trim(Cache(tmp_path / "none")) == 0


@pytest.mark.parametrize(("given", "most"), [("50", 50_000_000), ("", 10**9), ("-1", 10**9), ("much", 10**9)])
def test_how_much_is_kept_can_be_said(given: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NRM_CACHE_MB", given)
    assert most_bytes() == most


@pytest.mark.usefixtures("samples_read_before")
def test_a_build_trims_and_the_next_one_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("lines", key_of(100), "x")
    _used(cache, 100)
    with sample_files() as files:
        first = nrm.build(files[:1], tmp_path / "out", charts=False, cache=tmp_path / "cache")
        assert not cache.holds("lines", key_of(100))
        assert {one.kind for one in cache.held() if one.entries} >= {"mentions", "builds"}
        monkeypatch.setenv("NRM_CACHE_MB", "0")
        again = nrm.build(files[:1], tmp_path / "two", charts=False, cache=tmp_path / "cache")
    assert not list(cache.files())
    assert again.counts == first.counts
