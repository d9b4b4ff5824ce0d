"""Editions into a folder: three routes in order, judged by what arrives, pinned once, nothing swapped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nrm.editions.manifest import Address, EditionFacts, Manifest
from nrm.errors import BadTable, CannotFetch, UnknownName
from nrm.fetching import lock as locks
from nrm.fetching.client import Client
from nrm.fetching.cover import judge_here
from nrm.fetching.fetch import Rules, fetch
from nrm.fetching.fetched import EditionFetch, Fetched
from nrm.fetching.lock import FetchLock
from nrm.fetching.retry import RetryPolicy
from nrm.pdf import file_hash
from tests.fetching.covers import edition_pdf, facsimile_pdf, letter_pdf, scan_pdf
from tests.fetching.misbehaving import Behaviour, Server, file, page, resumable, status

RULES = Rules(policy=RetryPolicy(1), judge=judge_here)


def facts(year: int, *addresses: Address, landing: str = "") -> EditionFacts:
    """An edition of a manifest."""
    return EditionFacts(
        list_year=year,
        title=f"{year} Review",
        published=f"{year + 1}-01-15",
        declared_online=None,
        declared_physical=None,
        declared_source="",
        pages=None,
        landing_page=landing,
        addresses=addresses,
        explained="",
        sources=(),
        landing_route="seen" if landing else "",
    )


def manifest(server: Server) -> Manifest:
    """2016 at /2016.pdf with a landing page and a hint, 2017 at /2017.pdf; one page of news; an archive."""
    return Manifest(
        (
            facts(
                2016,
                Address(server.url("/2016.pdf"), "recalled", "pdf"),
                Address(server.url("/copy.pdf"), "archive", "pdf"),
                Address("https://sharing.example/doc/2016", "hint", "page"),
                landing=server.url("/2016-landing"),
            ),
            facts(2017, Address(server.url("/2017.pdf"), "seen", "pdf")),
        ),
        (server.url("/news"),),
        server.url("/web/{day}id_/{url}"),
    )


def ask(
    server: Server, client: Client, folder: Path, years: tuple[int, ...] = (2016,), *, refresh: bool = False
) -> Fetched:
    """Fetch editions of that manifest."""
    return fetch(years, folder, client, manifest(server), replace(RULES, refresh=refresh))


def one(found: Fetched) -> EditionFetch:
    (only,) = found.editions
    return only


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_first_sound_download_is_pinned_and_not_asked_for_again(
    server: Server, client: Client, tmp_path: Path
) -> None:
    server.paths |= {"/2016.pdf": file(edition_pdf(2016), etag='"a"'), "/2017.pdf": file(edition_pdf(2017))}
    folder = tmp_path / "data" / "raw"
    found = ask(server, client, folder, ())
    assert [(e.list_year, e.status, e.file) for e in found.editions] == [
        (2016, "fetched", folder / "nml-2016.pdf"),
        (2017, "fetched", folder / "nml-2017.pdf"),
    ]
    assert found.exit_code == 0
    assert names(folder) == {"nml-2016.pdf", "nml-2017.pdf", "fetch.lock"}
    pin = locks.read(folder).pins[2016]
    assert pin.sha256 == file_hash(folder / "nml-2016.pdf")
    assert (pin.address, pin.route, pin.etag) == (server.url("/2016.pdf"), "manifest", '"a"')
    assert pin.fetched == "2026-03-05T12:00:00+00:00"
    server.asked.clear()
    again = ask(server, client, folder, ())
    assert {e.status for e in again.editions} == {"there"}
    assert server.asked == []


@pytest.mark.parametrize(
    ("arrives", "outcome"),
    [
        (file(edition_pdf(2015)), "another edition"),
        (file(letter_pdf()), "not a list"),
        (file(facsimile_pdf(2016)), "facsimile"),
        (file(scan_pdf()), "no text"),
        (file(edition_pdf(2016)[:-200]), "damaged"),
        (file(b"%PDF-1.7\nnot really\n%%EOF\n"), "damaged"),
        (page("<html><title>Not here</title>"), "web page"),
        (page("<html><title>Just a moment...</title>", 403), "robot check"),
        (status(404), "not found"),
    ],
)
def test_what_arrives_is_judged_by_itself(
    arrives: Behaviour, outcome: str, server: Server, client: Client, tmp_path: Path
) -> None:
    server.paths["/2016.pdf"] = arrives
    found = one(ask(server, client, tmp_path))
    assert (found.status, found.file) == ("not had", None)
    assert found.attempts[0].outcome == outcome
    assert names(tmp_path) == set()


def test_routes_are_tried_in_order_and_hints_never(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016-landing"] = page('<p><a href="/x.pdf">The 2016 Notorious Markets List</a>')
    server.paths["/news"] = page('<p><a href="/release">USTR releases 2016 review of notorious markets</a>')
    server.paths["/release"] = page('<p>The list is <a href="/files/NML_2016.pdf">here</a>')
    found = one(ask(server, client, tmp_path))
    day = "20170115id_"
    assert server.asked_paths == [
        "/2016.pdf",
        "/2016-landing",
        "/x.pdf",
        "/news",
        "/release",
        "/files/NML_2016.pdf",
        f"/web/{day}/{server.url('/2016.pdf')}",
        f"/web/{day}/{server.url('/2016-landing')}",
        "/copy.pdf",
    ]
    assert found.status == "not had"
    assert [a.route for a in found.attempts] == ["manifest", *["discovery"] * 2, *["archive"] * 3]
    told = " ".join(found.by_hand)
    assert "https://sharing.example/doc/2016" in told
    assert server.url("/2016-landing") in told
    assert str(tmp_path) in told


def test_an_edition_is_found_on_its_landing_page(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016-landing"] = page(
        '<base href="/deep/"><a href="letter.pdf">Notorious markets: a letter</a> <a href="r.pdf">2016 NML</a>'
    )
    server.paths |= {"/deep/letter.pdf": file(letter_pdf()), "/deep/r.pdf": file(edition_pdf(2016))}
    found = one(ask(server, client, tmp_path))
    assert (found.status, found.address) == ("fetched", server.url("/deep/r.pdf"))
    assert locks.read(tmp_path).pins[2016].route == "discovery"


def test_an_archived_landing_page_leads_to_archived_files(server: Server, client: Client, tmp_path: Path) -> None:
    archive = f"/web/20170115id_/https://{server.host}"
    server.paths[f"{archive}/2016-landing"] = page('<a href="/files/nml-2016.pdf">2016 Notorious Markets List</a>')
    server.paths[f"{archive}/files/nml-2016.pdf"] = file(edition_pdf(2016))
    found = one(ask(server, client, tmp_path))
    assert found.status == "fetched"
    assert locks.read(tmp_path).pins[2016].route == "archive"


def test_a_page_is_asked_for_once_however_many_editions_need_it(
    server: Server, client: Client, tmp_path: Path
) -> None:
    server.paths["/news"] = page("<p>nothing")
    ask(server, client, tmp_path, ())
    assert server.asked_paths.count("/news") == 1


def test_dropped_files_are_known_by_their_cover(server: Server, client: Client, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "whatever").write_bytes(edition_pdf(2016))
    (tmp_path / "nml-2017.pdf").write_bytes(letter_pdf())
    (tmp_path / "notes.txt").write_text("no PDF")
    server.paths["/2017.pdf"] = file(edition_pdf(2017))
    found = ask(server, client, tmp_path, ())
    assert [(e.status, e.file and e.file.name) for e in found.editions] == [
        ("there", "whatever"),
        ("fetched", f"nml-2017.copy-{found.editions[1].sha256[:12]}.pdf"),
    ]
    assert (tmp_path / "nml-2017.pdf").read_bytes() == letter_pdf()
    assert len(found.notes) == 1
    assert "nml-2017.pdf: skipped: its first pages do not say" in found.notes[0]


def test_two_copies_of_an_edition_are_reported(server: Server, client: Client, tmp_path: Path) -> None:
    for name, pdf in (("a.pdf", edition_pdf(2016)), ("b.pdf", edition_pdf(2016)), ("c.pdf", edition_pdf(2016, "x"))):
        (tmp_path / name).write_bytes(pdf)
    found = ask(server, client, tmp_path)
    assert [note.partition(": ")[2] for note in found.notes] == [
        "the same file as a.pdf (2016); keep one of them",
        "another version of the same edition as a.pdf (2016); keep one of them",
    ]


@pytest.mark.parametrize("gone", [False, True])
def test_a_change_at_the_source_is_kept_beside_the_old_file(
    gone: bool, server: Server, client: Client, tmp_path: Path
) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    old = tmp_path / "nml-2016.pdf"
    if gone:
        old.unlink()
    server.paths["/2016.pdf"] = file(edition_pdf(2016, "second edition"))
    found = ask(server, client, tmp_path, refresh=not gone)
    assert (one(found).status, found.exit_code) == ("changed", 1)
    (change,) = locks.read(tmp_path).changes
    assert (tmp_path / change.file).read_bytes() == edition_pdf(2016, "second edition")
    assert change.file == f"nml-2016.changed-{change.sha256[:12]}.pdf"
    assert old.exists() is not gone
    if not gone:
        assert old.read_bytes() == edition_pdf(2016)
        assert one(found).file == old
        assert "stays as it is" in one(found).note
    assert locks.read(tmp_path).pins[2016].sha256 != change.sha256
    again = ask(server, client, tmp_path, refresh=not gone)
    assert one(again).status == "changed"
    assert len(locks.read(tmp_path).changes) == 1
    assert again.notes == ()


def test_a_pinned_file_that_is_lost_comes_back_as_it_was(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    (tmp_path / "nml-2016.pdf").unlink()
    before = locks.read(tmp_path)
    assert one(ask(server, client, tmp_path)).status == "fetched"
    assert locks.read(tmp_path) == before


@pytest.mark.parametrize("answer", ["same", "304", "gone"])
def test_asking_again_for_what_is_there(answer: str, server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016), etag='"a"')
    ask(server, client, tmp_path)
    now = {"same": file(edition_pdf(2016)), "304": status(304), "gone": status(404)}[answer]
    server.paths["/2016.pdf"] = now
    server.asked.clear()
    found = one(ask(server, client, tmp_path, refresh=True))
    assert found.status == "there"
    assert server.asked[0][1]["if-none-match"] == '"a"'
    assert server.asked_paths == ["/2016.pdf"]
    assert found.note == ("the source could not be asked again" if answer == "gone" else "")
    assert names(tmp_path) == {"nml-2016.pdf", "fetch.lock"}


def test_a_file_that_is_not_the_pinned_one_is_told(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    (tmp_path / "nml-2016.pdf").write_bytes(edition_pdf(2016, "altered"))
    found = one(ask(server, client, tmp_path))
    assert found.status == "there"
    assert "not the file that was fetched first" in found.note


def test_a_killed_download_is_gone_on_with_and_leaves_nothing(server: Server, client: Client, tmp_path: Path) -> None:
    from nrm.fetching.part_file import PartFile

    pdf = edition_pdf(2016)
    part = PartFile.beside(tmp_path / "nml-2016.pdf")
    with part.begin(server.url("/2016.pdf"), {"etag": '"a"'}, resumable=True) as stream:
        stream.write(pdf[:500])
    server.paths["/2016.pdf"] = resumable(pdf, etag='"a"')
    assert one(ask(server, client, tmp_path)).status == "fetched"
    assert server.asked[0][1]["range"] == "bytes=500-"
    assert names(tmp_path) == {"nml-2016.pdf", "fetch.lock"}


def test_an_edition_that_only_the_lock_knows_can_be_fetched(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    (tmp_path / "nml-2016.pdf").unlink()
    bare = Manifest(())
    assert one(fetch((), tmp_path, client, bare, RULES)).status == "fetched"


def test_a_year_that_nobody_knows(server: Server, client: Client, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="only 2016 to 2017"):
        ask(server, client, tmp_path, (2016, 1999))
    assert server.asked == []


def test_one_at_a_time(server: Server, client: Client, tmp_path: Path) -> None:
    from nrm.fetching.keep import folder_of_pdfs

    with folder_of_pdfs(tmp_path), pytest.raises(CannotFetch, match="another nrm is fetching"):
        ask(server, client, tmp_path)
    assert names(tmp_path) == set()


def test_a_folder_that_cannot_be_used(server: Server, client: Client, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotFetch, match="file"):
        ask(server, client, tmp_path / "file")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"nml-2016.pdf"', '"../../etc/passwd"'),
        ('"nml-2016.pdf"', '"/etc/passwd"'),
        ('"nml-2016.pdf"', '"..\\\\x.pdf"'),
        ('"nml-2016.pdf"', '".hidden"'),
        ('"sha256": "', '"sha256": "zz'),
        ('"address": "https:', '"address": "javascript:'),
        ('"fetched": "2', '"fetched": "x'),
        ('"route": "manifest"', '"route": "guess"'),
        ("nrm.fetch-lock/1", "nrm.fetch-lock/9"),
        ("{", "["),
    ],
)
def test_a_damaged_lock_is_said_and_nothing_done(
    old: str, new: str, server: Server, client: Client, tmp_path: Path
) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    path = tmp_path / "fetch.lock"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadTable, match=r"fetch\.lock"):
        ask(server, client, tmp_path)
    assert locks.FILE in names(tmp_path)


def test_a_lock_reads_back_as_it_was_written(tmp_path: Path) -> None:
    assert locks.read(tmp_path) == FetchLock()
    pin = locks.Pin(2016, "Título", "nml-2016.pdf", "0" * 64, 5, 1, "https://a/b", "added", "2026-03-05T12:00:00+00:00")
    change = locks.Change(2016, "other.pdf", "1" * 64, "", "2026-03-05T12:00:00+00:00")
    lock = FetchLock().pinned(pin).changed(change).changed(change)
    locks.write(lock, tmp_path)
    assert locks.read(tmp_path) == lock
    assert len(lock.changes) == 1
    assert lock.of_hash("0" * 64) == pin
