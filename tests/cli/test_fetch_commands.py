"""`nrm fetch` and `nrm add` as a user runs them, against a server on this machine."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from typer.testing import CliRunner

from nrm.cli.app import app
from nrm.json_shapes import check_document
from tests.cli.running import ROOT, nrm
from tests.entries.small_report import sound_report
from tests.fetching.covers import edition_pdf, letter_pdf
from tests.fetching.misbehaving import Request, Server, bundle, file, page, resumable, running, status, without_proxy

QUICK = ("--tries", "1", "--pause", "0")


@pytest.fixture(autouse=True)
def no_proxy_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[Server]:
    with running(authority) as one:
        yield one


@pytest.fixture
def options(server: Server, authority: trustme.CA, tmp_path: Path) -> tuple[str, ...]:
    """The options with which a command asks that server and nobody else, and the folder `raw`."""
    manifest = tmp_path / "editions.toml"
    rows = [
        f'[[edition]]\nlist_year = {year}\ntitle = "{year} Review"\npublished = "{year + 1}-01-15"\nsources = []\n'
        f'addresses = [{{ url = "{server.url(f"/{year}.pdf")}", route = "recalled", kind = "pdf" }},'
        f' {{ url = "https://sharing.example/{year}", route = "hint", kind = "page" }}]\n'
        for year in (2016, 2017)
    ]
    manifest.write_text(f'discovery = ["{server.url("/news")}"]\n' + "".join(rows), "utf-8")
    cacert = bundle(authority, tmp_path)
    return ("--manifest", str(manifest), "--cacert", str(cacert), "--to", str(tmp_path / "raw"), *QUICK)


def test_some_are_had_and_the_others_are_told_with_what_to_do(
    server: Server, options: tuple[str, ...], tmp_path: Path
) -> None:
    server.paths |= {"/2016.pdf": file(edition_pdf(2016)), "/2017.pdf": status(403)}
    ran = nrm("fetch", *options)
    assert (ran.returncode, ran.stderr) == (1, "")
    lines = ran.stdout.splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["2016", "fetched"], ["2017", "not"]]
    assert "forbidden: the server refuses to give it (HTTP 403)" in ran.stdout
    assert "https://sharing.example/2017" in ran.stdout
    assert f"Save the PDF into {tmp_path / 'raw'}" in ran.stdout
    assert "1 of 2 editions there. Next: nrm build" in ran.stdout
    again = nrm("fetch", "2016", *options)
    assert (again.returncode, again.stderr) == (0, "")
    assert "there" in again.stdout


def test_json_and_csv(server: Server, options: tuple[str, ...], tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ran = nrm("fetch", *options, "--json")
    document = json.loads(ran.stdout)
    check_document(document)
    assert [row["status"] for row in document["rows"]] == ["fetched", "not had"]
    assert document["rows"][1]["attempts"][0]["outcome"] == "not found"
    rows = list(csv.DictReader(io.StringIO(nrm("fetch", *options, "--format", "csv").stdout)))
    assert [row["status"] for row in rows] == ["there", "not had"]


def test_a_dry_run_asks_nothing_and_writes_nothing(server: Server, options: tuple[str, ...], tmp_path: Path) -> None:
    ran = nrm("fetch", "--dry-run", *options)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert server.url("/2016.pdf") in ran.stdout
    assert server.asked == []
    assert not (tmp_path / "raw").exists()
    document = json.loads(nrm("fetch", "--dry-run", *options, "--json").stdout)
    check_document(document)
    assert {row["status"] for row in document["rows"]} == {"would ask"}


def test_check_tells_of_a_new_edition(server: Server, options: tuple[str, ...]) -> None:
    server.paths["/news"] = page("<p>nothing new")
    none = nrm("fetch", "--check", *options)
    assert (none.returncode, none.stderr) == (0, "")
    assert "No edition after 2017" in none.stdout
    server.paths["/news"] = page('<p><a href="/b.pdf">The 2018 Notorious Markets List</a>')
    seen = nrm("fetch", "--check", *options)
    assert seen.returncode == 1
    assert f"nrm add {server.url('/b.pdf')}" in seen.stdout
    document = json.loads(nrm("fetch", "--check", *options, "--json").stdout)
    check_document(document)
    assert document["rows"][0]["list_year"] == 2018
    del server.paths["/news"]
    lost = nrm("fetch", "--check", *options)
    assert (lost.returncode, lost.stdout) == (2, "")
    assert len(lost.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fetch", "1999"), "no edition 1999"),
        (("fetch", "--manifest", "nowhere.toml"), "nowhere.toml"),
        (("fetch", "--cacert", "nowhere.pem"), "nowhere.pem"),
        (("fetch", "--allow-host", "a/b"), "no name of a host"),
        (("add", "nowhere.pdf"), "no such file"),
        (("add", "http://ustr.gov/x.pdf"), "not https"),
        (("add", "file:///etc/passwd"), "no address of a web page"),
        (("add", "https:///x"), "no address"),
    ],
)
def test_trouble_of_the_users_is_one_line_and_two(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(app, list(arguments))
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert not list(tmp_path.rglob("*.pdf*"))


@pytest.mark.parametrize("more", [("2016",), ("--refresh",), ("--dry-run",)])
def test_check_goes_alone(more: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, ["fetch", "--check", *more]).exit_code == 2


def test_an_edition_that_nobody_knew_is_added_and_built(
    server: Server, options: tuple[str, ...], tmp_path: Path
) -> None:
    report = sound_report().draw(tmp_path / "report.pdf").read_bytes()
    server.paths |= {"/new.pdf": file(report), "/letter.pdf": file(letter_pdf())}
    network = options[2:6]
    refused = nrm("add", server.url("/letter.pdf"), *network)
    assert (refused.returncode, refused.stdout) == (2, "")
    ran = nrm("add", server.url("/new.pdf"), *network, "--json")
    document = json.loads(ran.stdout)
    check_document(document)
    assert (ran.returncode, document["rows"][0]["list_year"], document["rows"][0]["status"]) == (0, 2031, "added")
    # another version, dropped in by hand, does not take its place
    (tmp_path / "raw" / "dropped").write_bytes(report + b"\n% another copy\n%%EOF\n")
    built = nrm("build", tmp_path / "raw", "--out", tmp_path / "out", "--no-charts", "--json")
    (edition,) = [row for row in json.loads(built.stdout)["rows"] if row["list_year"] == 2031]
    assert (built.returncode, edition["file"], edition["status"]) == (0, "nml-2031.pdf", "verified")
    assert edition["source_url"] == server.url("/new.pdf")
    told = (tmp_path / "out" / "findings.jsonl").read_text("utf-8")
    assert "dropped is another version of nml-2031.pdf" in told
    assert nrm("verify", "--build", tmp_path / "out").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_download_is_gone_on_with(
    how: signal.Signals, server: Server, options: tuple[str, ...], tmp_path: Path
) -> None:
    pdf = edition_pdf(2016)
    raw = tmp_path / "raw"

    def never_ending(request: Request) -> None:
        request.answer(200, pdf[:800], content_length=str(len(pdf)), etag='"a"')
        time.sleep(30)

    server.paths["/2016.pdf"] = never_ending
    command = [sys.executable, "-m", "nrm.cli", "fetch", "2016", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        part = raw / ".nml-2016.pdf.part"
        until = time.monotonic() + 120
        while not (part.is_file() and part.stat().st_size) and time.monotonic() < until:
            time.sleep(0.05)
        assert part.is_file()
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    assert process.returncode not in (0, 1, 3)
    assert b"Traceback" not in said
    assert [path.name for path in raw.iterdir() if not path.name.startswith(".")] == []
    had = part.stat().st_size
    server.paths["/2016.pdf"] = resumable(pdf, etag='"a"')
    server.asked.clear()
    again = nrm("fetch", "2016", *options)
    assert again.returncode == 0, again.stdout + again.stderr
    assert {path.name for path in raw.iterdir()} == {"nml-2016.pdf", "fetch.lock"}
    assert (raw / "nml-2016.pdf").read_bytes() == pdf
    assert had > 0
    assert server.asked[0][1]["range"] == f"bytes={had}-"
