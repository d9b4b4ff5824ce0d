"""One file or address into its place."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from nrm.errors import CannotFetch
from nrm.fetching import lock as locks
from nrm.fetching.add import Added, add_address, add_file
from nrm.fetching.client import Client
from nrm.fetching.cover import judge_here
from nrm.fetching.retry import RetryPolicy
from tests.fetching.covers import edition_pdf, facsimile_pdf, letter_pdf
from tests.fetching.misbehaving import Server, file, status


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


def add(path: Path, raw: Path, *, replacing: bool = False) -> Added:
    return add_file(path, raw, replacing=replacing, judged=judge_here)


def written(path: Path, body: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_edition_that_nobody_knew_gets_its_place(tmp_path: Path, raw: Path) -> None:
    added = add(written(tmp_path / "download (1)", edition_pdf(2031)), raw)
    assert (added.list_year, added.status, added.file) == (2031, "added", raw / "nml-2031.pdf")
    assert names(raw) == {"nml-2031.pdf", "fetch.lock"}
    assert (tmp_path / "download (1)").exists()
    assert locks.read(raw).pins[2031].sha256 == added.sha256


def test_the_same_again_is_there(tmp_path: Path, raw: Path) -> None:
    path = written(tmp_path / "a.pdf", edition_pdf(2031))
    add(path, raw)
    assert add(path, raw).status == "there"
    assert names(raw) == {"nml-2031.pdf", "fetch.lock"}


@pytest.mark.parametrize("name", ["dropped", "nml-2031.pdf"])
def test_a_file_in_the_folder_is_named_and_not_doubled(name: str, raw: Path) -> None:
    added = add(written(raw / name, edition_pdf(2031)), raw)
    assert added.status == "added"
    assert names(raw) == {"nml-2031.pdf", "fetch.lock"}


def test_another_version_is_taken_only_when_told_and_the_old_one_kept(tmp_path: Path, raw: Path) -> None:
    old, new = edition_pdf(2031), edition_pdf(2031, "again")
    add(written(tmp_path / "a.pdf", old), raw)
    before = locks.read(raw)
    with pytest.raises(CannotFetch, match="--replace"):
        add(written(tmp_path / "b.pdf", new), raw)
    assert (names(raw), locks.read(raw)) == ({"nml-2031.pdf", "fetch.lock"}, before)
    added = add(tmp_path / "b.pdf", raw, replacing=True)
    assert added.status == "replaced"
    assert added.replaced is not None
    assert (raw / "nml-2031.pdf").read_bytes() == new
    assert added.replaced.read_bytes() == old
    assert locks.read(raw).pins[2031].sha256 == added.sha256
    back = add(added.replaced, raw, replacing=True)
    assert (raw / "nml-2031.pdf").read_bytes() == old
    assert [change.sha256 for change in locks.read(raw).changes] == [added.sha256]
    assert back.replaced is not None
    assert len(names(raw)) == 3


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (letter_pdf(), "do not say that it is a Notorious Markets List"),
        (facsimile_pdf(2016), "facsimile"),
        (edition_pdf(2016)[:-100], "breaks off"),
        (b"<html>", "a web page"),
        (b"PK", "no PDF"),
        (b"", "an empty file"),
    ],
)
def test_what_is_no_edition_is_refused_and_left_where_it_is(body: bytes, why: str, tmp_path: Path, raw: Path) -> None:
    for path in (written(tmp_path / "x.pdf", body), written(raw / "x.pdf", body)):
        with pytest.raises(CannotFetch, match=why):
            add(path, raw)
        assert path.read_bytes() == body
        assert names(raw) <= {"x.pdf"}


def test_what_is_not_there(tmp_path: Path, raw: Path) -> None:
    with pytest.raises(CannotFetch, match="no such file"):
        add(tmp_path / "nothing.pdf", raw)
    assert not raw.exists()


def test_an_address(server: Server, client: Client, raw: Path) -> None:
    server.paths |= {"/a": file(edition_pdf(2031), etag='"a"'), "/letter": file(letter_pdf()), "/no": status(404)}
    added = add_address(server.url("/a"), raw, client, judged=judge_here)
    assert (added.file, added.address) == (raw / "nml-2031.pdf", server.url("/a"))
    pin = locks.read(raw).pins[2031]
    assert (pin.address, pin.route, pin.etag) == (server.url("/a"), "added", '"a"')
    for path in ("/letter", "/no"):
        with pytest.raises(CannotFetch, match=server.url(path)):
            add_address(server.url(path), raw, client, judged=judge_here, policy=RetryPolicy(1))
    assert names(raw) == {"nml-2031.pdf", "fetch.lock"}


def test_a_file_system_without_hard_links(tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    add(written(tmp_path / "a.pdf", edition_pdf(2031)), raw)
    assert names(raw) == {"nml-2031.pdf", "fetch.lock"}


def test_a_full_disk_leaves_nothing(tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = written(tmp_path / "a.pdf", edition_pdf(2031))
    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(CannotFetch, match="No space left"):
        add(path, raw)
    assert names(raw) == set()
