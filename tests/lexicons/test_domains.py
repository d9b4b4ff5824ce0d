"""Domains in text: tables of what is one and what is not, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nrm.lexicons.domains import DomainSpan, find_domains
from nrm.lexicons.hosts import normal_host, registered_domain

# text, and (span, host, registered domain, path) of each domain in it
FOUND = [
    ("Nominated as piratebay.se.", [("piratebay.se", "piratebay.se", "piratebay.se", "")]),
    ("see www.ustr.gov, please", [("www.ustr.gov", "ustr.gov", "ustr.gov", "")]),
    (
        "https://www.Site.com/a/b_(c)?x=1).",
        [("https://www.Site.com/a/b_(c)?x=1", "site.com", "site.com", "/a/b_(c)?x=1")],
    ),
    ("(http://en.site.co.uk/)", [("http://en.site.co.uk/", "en.site.co.uk", "site.co.uk", "/")]),
    ("kickass[.]to", [("kickass[.]to", "kickass.to", "kickass.to", "")]),
    ("kickass(dot)to", [("kickass(dot)to", "kickass.to", "kickass.to", "")]),
    ("kickass [DOT] to", [("kickass [DOT] to", "kickass.to", "kickass.to", "")]),
    (
        "hxxp://bad[.]site[.]example/x",
        [("hxxp://bad[.]site[.]example/x", "bad.site.example", "site.example", "/x")],
    ),
    (
        "1337x.to, 4shared.com and 91.com",
        [
            ("1337x.to", "1337x.to", "1337x.to", ""),
            ("4shared.com", "4shared.com", "4shared.com", ""),
            ("91.com", "91.com", "91.com", ""),
        ],
    ),
    ("Rapidgator.net’s", [("Rapidgator.net", "rapidgator.net", "rapidgator.net", "")]),
    ("ThePirateBay.se", [("ThePirateBay.se", "thepiratebay.se", "thepiratebay.se", "")]),
    ("E-nuc.com", [("E-nuc.com", "e-nuc.com", "e-nuc.com", "")]),
    ("EGY.BEST", [("EGY.BEST", "egy.best", "egy.best", "")]),
    ("Egy.best", [("Egy.best", "egy.best", "egy.best", "")]),
    (
        "Site.Com Cuevana.TV",
        [("Site.Com", "site.com", "site.com", ""), ("Cuevana.TV", "cuevana.tv", "cuevana.tv", "")],
    ),
    ("www.market.It", [("www.market.It", "market.it", "market.it", "")]),
    ("http://market.It", [("http://market.It", "market.it", "market.it", "")]),
    ("“ex.ua,” [ex.ua] <ex.ua>", [("ex.ua", "ex.ua", "ex.ua", "")] * 3),
    (
        "правда.рф münchen.de",
        [
            ("правда.рф", "правда.рф", "правда.рф", ""),
            ("münchen.de", "münchen.de", "münchen.de", ""),
        ],
    ),
    ("xn--mnchen-3ya.de", [("xn--mnchen-3ya.de", "münchen.de", "münchen.de", "")]),
    ("pirate-\nbay.org", [("pirate-\nbay.org", "pirate-bay.org", "pirate-bay.org", "")]),
    ("piratebay.\norg", [("piratebay.\norg", "piratebay.org", "piratebay.org", "")]),
    ("pirate\u00ad\nbay.org", [("pirate\u00ad\nbay.org", "piratebay.org", "piratebay.org", "")]),
    ("share\u2010rapid.cz", [("share\u2010rapid.cz", "share-rapid.cz", "share-rapid.cz", "")]),
    ("share\u00adrapid.cz", [("share\u00adrapid.cz", "share-rapid.cz", "share-rapid.cz", "")]),
    ("www.\nkinogo.to", [("www.\nkinogo.to", "kinogo.to", "kinogo.to", "")]),
    (
        "not on the list.\nrapidgator.net is",
        [("rapidgator.net", "rapidgator.net", "rapidgator.net", "")],
    ),
    ("taobao.com.The next", [("taobao.com", "taobao.com", "taobao.com", "")]),
    ("Taobao.com.It closed", [("Taobao.com", "taobao.com", "taobao.com", "")]),
    ("listed.Rapidgator.net is", [("Rapidgator.net", "rapidgator.net", "rapidgator.net", "")]),
    ("e.g.taobao.com", [("taobao.com", "taobao.com", "taobao.com", "")]),
    (
        "taobao.com-based, ex.ua‑hosted",
        [("taobao.com", "taobao.com", "taobao.com", ""), ("ex.ua", "ex.ua", "ex.ua", "")],
    ),
    ("rapidgator.net12 is", [("rapidgator.net", "rapidgator.net", "rapidgator.net", "")]),
    ("*.taobao.com", [("taobao.com", "taobao.com", "taobao.com", "")]),
    ("-taobao.com", [("taobao.com", "taobao.com", "taobao.com", "")]),
    (
        "baidu.com/youku.com",
        [("baidu.com", "baidu.com", "baidu.com", ""), ("youku.com", "youku.com", "youku.com", "")],
    ),
    ("ex.ua:8080/x.", [("ex.ua:8080/x", "ex.ua", "ex.ua", "/x")]),
    ("ex.ua/user's.", [("ex.ua/user", "ex.ua", "ex.ua", "/user")]),
    (
        "shop.example is.test",
        [
            ("shop.example", "shop.example", "shop.example", ""),
            ("is.test", "is.test", "is.test", ""),
        ],
    ),
    ("is it ex.ua?", [("ex.ua", "ex.ua", "ex.ua", "")]),
    ("ex.ua—once", [("ex.ua", "ex.ua", "ex.ua", "")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_domains(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    spans = find_domains(text)
    assert [(s.text, s.host, s.registered, s.path) for s in spans] == expected
    assert all(s.kind == "domain" for s in spans)


@pytest.mark.parametrize(
    "text",
    [
        "listed.The",
        "sites.In 2019",
        "U.S.Trade",
        "U.S.TRADE REPRESENTATIVE",
        "e.g.",
        "i.e.",
        "a.k.a.",
        "B.V.",
        "D.C.",
        "U.K.",
        "p.m.in",
        "Inc.Com",
        "Dr.Web",
        "No.1",
        "market.It",
        "closed.In",
        "Taobao.Me",
        "market.US",
        "listed.TV",
        "report.pdf",
        "index.html",
        "node.js",
        "song.mp3",
        "report.zip",
        "clip.mov",
        "README.md",
        "setup.py",
        "ASP.NET",
        "10.30 p.m.",
        "v2.0.1",
        "3.14",
        "$4.50",
        "2019.in",
        "10.am",
        "Co.Ltd",
        "id.at 5",
        "et.al",
        "the list.\nto",
        "the list.\nfood",
        "U.S.\nindustries",
        "and so on...",
        "a..b",
        "nothing",
        "",
        ".",
        "...com",
        "com",
        ".com",
        "co.uk",
        "@user.name",
        "-.com",
        "x_.com_",
        "Gmail.Best",
        "site.invalidending",
        "[.]",
        "(dot)",
        "a[.]",
        "Mr.Me",
        "et al.so",
    ],
)
def test_no_domains(text: str) -> None:
    assert find_domains(text) == []


@pytest.mark.parametrize(
    ("text", "address", "host"),
    [
        ("write to info@site.org.", "info@site.org", "site.org"),
        ("john.doe@mail.site.co.uk", "john.doe@mail.site.co.uk", "mail.site.co.uk"),
        ("<a_b+c@x.example>", "a_b+c@x.example", "x.example"),
    ],
)
def test_mail_addresses_are_told_apart(text: str, address: str, host: str) -> None:
    (span,) = find_domains(text)
    assert (span.text, span.host, span.kind, span.path) == (address, host, "email", "")


PIECES = st.sampled_from(
    [
        "www",
        "http://",
        ".",
        "[.]",
        "(dot)",
        "com",
        "COM",
        "In",
        "in",
        "to",
        "pirate",
        "Bay",
        "-",
        "-\n",
        "\n",
        " ",
        "@",
        "/",
        ":80",
        "\u00ad",
        "\u00ad\n",
        "’s",
        "12",
        "xn--",
        "é",
        "рф",
        "_",
        ".se",
        ".co.uk",
        ".example",
        "e.g.",
        ")",
        "?",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@example("a@b.com@c.com")
@example("x.com/y.com/z.com")
@example("a.com:80x@b.com")
@example("http://http://x.com")
@example("\u0130.com")
def test_spans_are_sound_in_any_text(text: str) -> None:
    position = 0
    for span in find_domains(text):
        assert position <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.host == span.host.lower() == normal_host(span.host)
        assert span.registered == registered_domain(span.host)
        assert span.host.endswith(span.registered)
        assert span.text.endswith(span.path)
        position = span.end


@pytest.mark.parametrize(
    ("piece", "expected"), [("x.com/", 2000), ("Ab.", 0), ("a[.]", 0), ("a-\n", 0), ("a@", 0)]
)
def test_long_chains_come_to_an_end(piece: str, expected: int) -> None:
    assert len(find_domains(piece * 2000)) == expected


LABELS = st.from_regex(r"[a-z]{4,10}[0-9]?", fullmatch=True)
HOSTS = st.builds(
    "{}.{}".format,
    LABELS,
    st.sampled_from(["com", "org", "net", "se", "ru", "to", "co.uk", "com.br"]),
)
FRAMES = st.sampled_from(
    ["{}", "Nominated as {}. Related", "({})", "“{}”", "{}’s", "via {}, and", "at {}/"]
)


@given(HOSTS, FRAMES)
def test_a_plain_host_is_found_whole_wherever_it_stands(host: str, frame: str) -> None:
    for printed in (host, host.upper(), host.capitalize(), f"www.{host}", host.replace(".", "[.]")):
        assert [span.host for span in find_domains(frame.format(printed))] == [host]


def test_spans_are_values() -> None:
    assert find_domains("ex.ua") == [DomainSpan(0, 5, "ex.ua", "ex.ua", "ex.ua", "", "domain")]
