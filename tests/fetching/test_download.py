"""Each way in which a server can misbehave ends in its own word, and leaves no file behind."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import trustme

from nrm.errors import CannotFetch
from nrm.fetching.client import Client
from nrm.fetching.download import Limits, download
from nrm.fetching.failure import Failure
from nrm.fetching.hosts import AllowedHosts
from nrm.fetching.part_file import PartFile
from nrm.fetching.retry import RetryPolicy
from tests.fetching.conftest import Time
from tests.fetching.misbehaving import (
    Behaviour,
    Request,
    Server,
    bomb,
    cut_off,
    endless,
    file,
    one_after_the_other,
    page,
    redirect,
    resumable,
    running,
    slow,
    status,
)

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1200 + b"\n%%EOF\n"
SMALL = Limits(size=1024 * 1024, seconds=600)


@pytest.fixture
def part(tmp_path: Path) -> PartFile:
    return PartFile.beside(tmp_path / "nml-2016.pdf")


def failing(client: Client, url: str, part: PartFile, limits: Limits = SMALL, tries: int = 3) -> Failure:
    """The failure in which asking an address ends; nothing is left in the folder."""
    with pytest.raises(Failure) as caught:
        download(client, url, part, limits=limits, policy=RetryPolicy(tries))
    assert list(part.path.parent.iterdir()) == []
    assert str(caught.value).startswith(url)
    return caught.value


@pytest.mark.parametrize(
    ("behaviour", "outcome", "said", "asked"),
    [
        (status(403), "forbidden", "refuses to give it (HTTP 403)", 1),
        (status(401), "forbidden", "HTTP 401", 1),
        (status(404), "not found", "no such page (HTTP 404)", 1),
        (status(410), "not found", "taken away", 1),
        (status(418), "unexpected answer", "HTTP 418", 1),
        (status(206), "unexpected answer", "HTTP 206", 1),
        (status(429), "too many requests", "too many requests (HTTP 429)", 3),
        (status(500), "server error", "HTTP 500", 3),
        (status(503), "server error", "HTTP 503", 3),
        (status(501), "server error", "HTTP 501", 1),
        (page("<html><title>Page &amp; not\n found</title>"), "web page", "('Page & not found') instead of a PDF", 1),
        (page("<!DOCTYPE html>", content_type="application/pdf"), "web page", "a web page instead of a PDF", 1),
        (file(b"PK\3\4 a zip", content_type="application/pdf"), "no pdf", "something else than a PDF", 1),
        (file(b""), "no pdf", "an empty answer", 3),
        (page("<html><title>Just a moment...</title>", 403), "robot check", "by Cloudflare", 1),
        (page("<html>", 503, cf_mitigated="challenge"), "robot check", "by Cloudflare", 1),
        (page("<html><div class='g-recaptcha'>"), "robot check", "by localhost", 1),
        (page("<html>Incapsula incident ID: 1"), "robot check", "by Imperva", 1),
        (cut_off(PDF, 100), "cut off", "broke off before the end", 3),
        (cut_off(PDF, 200_000), "cut off", "broke off before the end", 3),
        (endless(PDF), "too large", "larger than 1 MB", 1),
        (endless(b"<p>no end"), "no pdf", "something else than a PDF", 1),
        (file(PDF, content_length="9999999"), "too large", "larger than 1 MB", 1),
        (bomb(PDF, 20), "too large", "larger than 1 MB", 1),
        (file(PDF, content_encoding="gzip"), "cut off", "cannot be unpacked", 3),
        (redirect("https://elsewhere.example/x.pdf"), "not allowed", "--allow-host elsewhere.example", 1),
        (redirect("http://localhost/x.pdf"), "not allowed", "http is not https", 1),
        (redirect("file:///etc/passwd"), "not allowed", "file is not https", 1),
        (redirect("https://me:secret@localhost/x.pdf"), "not allowed", "holds a user name", 1),
        (redirect("/report.pdf"), "redirect loop", "in a circle", 1),
        (lambda request: request.close_connection, "no connection", "no connection to localhost", 3),
    ],
)
def test_each_misbehaviour_has_its_own_word(
    behaviour: Behaviour, outcome: str, said: str, asked: int, server: Server, client: Client, part: PartFile
) -> None:
    server.paths["/report.pdf"] = behaviour
    failure = failing(client, server.url("/report.pdf"), part)
    assert failure.outcome == outcome
    assert said in failure.why
    assert len(server.asked) == asked


def test_a_file_arrives_with_its_hash_and_state(server: Server, client: Client, part: PartFile) -> None:
    server.paths["/a"] = redirect("/b", 301)
    server.paths["/b"] = file(PDF, etag='"one"', last_modified="Thu, 05 Mar 2026 12:00:00 GMT")
    seen: list[tuple[int, int | None]] = []
    came = download(client, server.url("/a"), part, progress=lambda *one: seen.append(one))
    assert (came.url, came.size, came.etag) == (server.url("/b"), len(PDF), '"one"')
    assert part.path.read_bytes() == PDF
    assert seen[-1] == (len(PDF), len(PDF))
    assert server.asked[0][1]["user-agent"].startswith("nrm/")
    assert "authorization" not in server.asked[0][1]


def test_a_packed_answer_is_unpacked(server: Server, client: Client, part: PartFile) -> None:
    server.paths["/a"] = file(gzip.compress(PDF), content_encoding="gzip", etag='"one"')
    assert download(client, server.url("/a"), part).size == len(PDF)
    assert server.asked[0][1]["accept-encoding"] == "identity"


def test_what_broke_off_is_gone_on_with(server: Server, client: Client, part: PartFile, time: Time) -> None:
    server.paths["/a"] = cut_off(PDF, 120_000, etag='"one"')
    came = download(client, server.url("/a"), part, policy=RetryPolicy(3))
    assert part.path.read_bytes() == PDF
    assert came.size == len(PDF)
    assert [headers.get("range") for _, headers in server.asked] == [None, "bytes=120000-", "bytes=240000-"]
    assert {headers.get("if-range") for _, headers in server.asked[1:]} == {'"one"'}
    assert time.sleeps == [0.75, 1.5]


def test_what_a_killed_program_left_is_gone_on_with(server: Server, client: Client, part: PartFile) -> None:
    url = server.url("/a")
    with part.begin(url, {"etag": '"one"'}, resumable=True) as stream:
        stream.write(PDF[:1000])
    server.paths["/a"] = resumable(PDF, etag='"one"')
    download(client, url, part)
    assert part.path.read_bytes() == PDF
    assert server.asked[0][1]["range"] == "bytes=1000-"


@pytest.mark.parametrize(
    ("left_of", "etag", "now"),
    [("/a", '"old"', '"new"'), ("/other", '"one"', '"one"'), ("/a", 'W/"weak"', 'W/"weak"'), ("/a", "", '"one"')],
)
def test_a_part_of_something_else_is_not_gone_on_with(
    left_of: str, etag: str, now: str, server: Server, client: Client, part: PartFile
) -> None:
    with part.begin(server.url(left_of), {"etag": etag}, resumable=True) as stream:
        stream.write(b"something else entirely")
    server.paths["/a"] = resumable(PDF, etag=now)
    download(client, server.url("/a"), part)
    assert part.path.read_bytes() == PDF


@pytest.mark.parametrize(
    "wrong",
    [
        lambda request: request.answer(206, PDF[5:], content_range=f"bytes 5-{len(PDF) - 1}/{len(PDF)}"),
        lambda request: request.answer(206, PDF[1000:]),
        lambda request: request.answer(416, b"", content_range=f"bytes */{len(PDF)}"),
    ],
)
def test_another_part_than_asked_for_is_not_put_together(
    wrong: Behaviour, server: Server, client: Client, part: PartFile
) -> None:
    with part.begin(server.url("/a"), {"etag": '"one"'}, resumable=True) as stream:
        stream.write(PDF[:1000])
    server.paths["/a"] = one_after_the_other(wrong, file(PDF))
    download(client, server.url("/a"), part)
    assert part.path.read_bytes() == PDF
    assert "range" not in server.asked[1][1]


def test_a_failure_leaves_the_part_of_another_address(server: Server, client: Client, part: PartFile) -> None:
    with part.begin(server.url("/other"), {"etag": '"one"'}, resumable=True) as stream:
        stream.write(PDF[:1000])
    with pytest.raises(Failure):
        download(client, server.url("/nothing"), part)
    assert part.have() == 1000


@pytest.mark.parametrize(
    ("header", "slept", "asked"),
    [
        ("20", [20.5, 20.5], 3),
        ("Thu, 05 Mar 2026 12:00:30 GMT", [30.5, 30.5], 3),
        ("3600", [], 1),
        ("soon", [0.75, 1.5], 3),
    ],
)
def test_the_server_says_when_to_ask_again(
    header: str, slept: list[float], asked: int, server: Server, client: Client, part: PartFile, time: Time
) -> None:
    server.paths["/a"] = status(429, retry_after=header)
    failure = failing(client, server.url("/a"), part)
    assert failure.outcome == "too many requests"
    assert time.sleeps == slept
    assert len(server.asked) == asked
    if header == "3600":
        assert "asks to wait 60 min" in failure.why


def test_a_host_that_wants_rest_is_left_alone(server: Server, client: Client, part: PartFile) -> None:
    server.paths["/a"] = status(429)
    failing(client, server.url("/a"), part)
    failing(client, server.url("/b"), part)
    assert set(server.asked_paths) == {"/a"}


def test_trouble_that_passes_is_waited_out(server: Server, client: Client, part: PartFile) -> None:
    server.paths["/a"] = one_after_the_other(status(503), cut_off(PDF, 50), file(PDF))
    assert download(client, server.url("/a"), part).size == len(PDF)


def test_silence_ends_the_wait(server: Server, time: Time, cacert: Path, part: PartFile) -> None:
    client = Client(AllowedHosts(frozenset([server.host])), time.clock, cacert=cacert, timeout=0.2, pause=0.0)
    server.paths["/a"] = slow(PDF, seconds=0.6, times=1)
    failure = failing(client, server.url("/a"), part, tries=1)
    assert (failure.outcome, failure.why) == ("too slow", "nothing more came in time")


def test_a_trickle_does_not_go_on_for_ever(server: Server, client: Client, part: PartFile) -> None:
    server.paths["/a"] = slow(PDF, seconds=0.02, times=300)
    client.clock = type(client.clock)()  # real time
    failure = failing(client, server.url("/a"), part, Limits(seconds=0.3))
    assert failure.outcome == "too slow"
    assert "not all there after" in failure.why


def test_a_refusal_that_never_ends_is_a_refusal(server: Server, client: Client, part: PartFile) -> None:
    def behave(request: Request) -> None:
        request.answer(403, b"", content_length="none")
        slow(b"", seconds=0.02, times=300)(request)

    server.paths["/a"] = behave
    client.clock = type(client.clock)()  # real time
    assert failing(client, server.url("/a"), part, Limits(seconds=0.3)).outcome == "forbidden"


def test_pauses_between_two_questions_to_a_host(server: Server, time: Time, cacert: Path, part: PartFile) -> None:
    client = Client(AllowedHosts(frozenset([server.host])), time.clock, cacert=cacert, pause=2.0)
    server.paths |= {"/a": redirect("/b"), "/b": file(PDF)}
    download(client, server.url("/a"), part)
    assert time.sleeps == [2.0]


def test_a_certificate_for_another_host(authority: trustme.CA, client: Client, part: PartFile) -> None:
    with running(authority, "elsewhere.test") as other:
        client.hosts = AllowedHosts(frozenset([other.host]))
        failure = failing(client, other.url("/a"), part)
        assert other.asked == []
    assert failure.outcome == "certificate"
    assert "Hostname mismatch" in failure.why


@pytest.mark.parametrize("trusted", [True, False])
def test_a_certificate_of_an_unknown_authority(trusted: bool, client: Client, part: PartFile, time: Time) -> None:
    with running(trustme.CA()) as stranger:
        hosts = AllowedHosts(frozenset([stranger.host]))
        one = client if trusted else Client(hosts, time.clock)
        one.hosts = hosts
        failure = failing(one, stranger.url("/a"), part)
        assert stranger.asked == []
    assert failure.outcome == "certificate"
    assert "--cacert" in failure.why


def test_a_server_that_is_not_there(server: Server, client: Client, part: PartFile) -> None:
    client.hosts = AllowedHosts(frozenset(), any_host=True)
    assert "Connection refused" in failing(client, "https://localhost:9/a", part, tries=1).why
    nowhere = failing(client, "https://nowhere.invalid/a", part, tries=1)
    assert nowhere.outcome == "no connection"
    assert "not known by name" in nowhere.why


def test_a_file_of_certificates_must_hold_some(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("no certificate")
    with pytest.raises(CannotFetch, match="PEM"):
        Client(AllowedHosts(frozenset()), cacert=tmp_path / "x.pem")


def test_a_password_in_netrc_is_not_sent(
    server: Server, client: Client, part: PartFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine localhost login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    server.paths["/a"] = file(PDF)
    download(client, server.url("/a"), part)
    assert "authorization" not in server.asked[0][1]


def test_the_proxy_of_the_environment_is_used(
    server: Server, client: Client, part: PartFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://localhost:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    failure = failing(client, server.url("/a"), part, tries=1)
    assert "the proxy does not let it through" in failure.why
    assert server.asked == []
