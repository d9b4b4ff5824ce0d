"""`nrm cache`: shows and clears."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nrm.stages.cache import Cache, key_of
from tests.cli.running import nrm


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setenv("NRM_CACHE", str(tmp_path / "cache"))
    found = Cache(tmp_path / "cache")
    found.put("lines", key_of("a"), "x" * 1000)
    return found


def test_it_shows_what_is_held_and_where(cache: Cache) -> None:
    ran = nrm("cache")
    assert ran.returncode == 0
    assert str(cache.folder) in ran.stdout.replace("\n", "")
    shown = json.loads(nrm("cache", "--json").stdout)
    assert shown["schema"] == "nrm.cache/1"
    assert (shown["most_bytes"], shown["most_days"]) == (10**9, 90)
    assert "used in the last 90 days, 1,000.0 MB at most" in ran.stdout
    assert {row["kind"]: row["entries"] for row in shown["rows"] if row["entries"]} == {"lines": 1}


def test_it_clears(cache: Cache) -> None:
    ran = nrm("cache", "--clear")
    assert "Removed: 1" in ran.stdout
    assert cache.get("lines", key_of("a")) is None
