"""Host names: one spelling, the registrable part, and never a look at the net."""

from __future__ import annotations

import socket
from typing import NoReturn

import pytest

from nrm.lexicons import hosts
from nrm.lexicons.hosts import normal_host, registered_domain


@pytest.mark.parametrize(
    ("host", "normal"),
    [
        ("WWW.Site.COM", "site.com"),
        ("site.com.", "site.com"),
        ("https://site.com:80/x?y#z", "site.com"),
        ("kickass[.]to", "kickass.to"),
        ("kickass (dot) to", "kickass.to"),
        ("xn--mnchen-3ya.de", "münchen.de"),
        ("MÜNCHEN.de", "münchen.de"),
        ("me@site.com", "site.com"),
        ("www.com", "www.com"),
        ("www.www.site.com", "site.com"),
        ("m.site.com", "m.site.com"),
        ("-a.com", None),
        ("a..com", None),
        ("", None),
        ("a b.com", None),
        ("x" * 64 + ".com", None),
        ("xn--\u0020.de", None),
        (".".join(["abcdefgh"] * 40), None),
        ("xn--zzzzzzzz99.de", None),
    ],
)
def test_normal_host(host: str, normal: str | None) -> None:
    assert normal_host(host) == normal


@pytest.mark.parametrize(
    ("host", "registered"),
    [
        ("site.com", "site.com"),
        ("a.b.site.co.uk", "site.co.uk"),
        ("www.site.com.br", "site.com.br"),
        ("shop.example", "shop.example"),
        ("a.b.test", "b.test"),
        ("co.uk", None),
        ("com", None),
        ("site.nosuchending", None),
        ("me.blogspot.com", "blogspot.com"),
        ("localhost", None),
        ("1.2.3.4", None),
        ("xn--mnchen-3ya.de", "münchen.de"),
    ],
)
def test_registered_domain(host: str, registered: str | None) -> None:
    assert registered_domain(host) == registered


def test_the_net_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    hosts.suffix_list.cache_clear()
    hosts._registered.cache_clear()
    assert hosts.suffix_list().suffix_list_urls == ()
    assert registered_domain("never.seen.before.example") == "before.example"
