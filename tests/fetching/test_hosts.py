"""Which addresses may be asked."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.editions.manifest import manifest, shipped
from nrm.errors import CannotFetch
from nrm.fetching.hosts import AllowedHosts

HOSTS = AllowedHosts(frozenset(["ustr.gov", "localhost:8443"]))


@pytest.mark.parametrize(
    "url",
    ["https://ustr.gov/x.pdf", "https://USTR.gov:443/x", "https://ustr.gov./x", "https://localhost:8443", "https://ustr.gov"],
)
def test_allowed(url: str) -> None:
    assert HOSTS.objection(url) == ""


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://ustr.gov/x.pdf", "http is not https"),
        ("ftp://ustr.gov/x.pdf", "not https"),
        ("file:///etc/passwd", "not https"),
        ("//ustr.gov/x", "no https address"),
        ("https:///x", "names no host"),
        ("https://ustr.gov.evil.example/x", "--allow-host ustr.gov.evil.example"),
        ("https://evil.example/ustr.gov", "evil.example"),
        ("https://ustr.gov@evil.example/x", "user name"),
        ("https://evil.example\\@ustr.gov/x", "user name"),
        ("https://ustr.gov:8443/x", "ustr.gov:8443"),
        ("https://localhost/x", "localhost"),
        ("https://ustr.gov:port/x", "no address"),
        ("https://[ustr.gov/x", "no address"),
    ],
)
def test_refused(url: str, why: str) -> None:
    assert why in HOSTS.objection(url)


@given(st.text(max_size=40))
def test_nothing_but_https_on_a_known_host_passes(rest: str) -> None:
    for url in (rest, f"https://{rest}", f"http://{rest}"):
        if HOSTS.objection(url) == "":
            parts = urlsplit(url)
            assert parts.scheme == "https"
            assert (parts.hostname or "").rstrip(".") in ("ustr.gov", "localhost")


def test_any_host_is_still_https() -> None:
    every = AllowedHosts(frozenset(), any_host=True)
    assert every.objection("https://anything.example/x") == ""
    assert every.objection("http://anything.example/x")


def test_hosts_of_the_manifest_and_no_hints() -> None:
    hosts = AllowedHosts.of(shipped(), ["Mirror.example:8443"])
    assert {"ustr.gov", "web.archive.org", "mirror.example:8443"} <= hosts.hosts
    hints = [one.url for edition in manifest() for one in edition.addresses if one.route == "hint"]
    assert hints
    assert all(hosts.objection(url) for url in hints)


@pytest.mark.parametrize("name", ["", "a/b", "me@host", "host:port", "https://host"])
def test_what_is_no_host(name: str) -> None:
    with pytest.raises(CannotFetch, match="no name of a host"):
        AllowedHosts.of(shipped(), [name])
