"""Which domains are an entry's own, and which the text merely mentions."""

from __future__ import annotations

import pytest

from nrm.entries.own_domains import own_domains

OWN = """
Nominated as name.com. | name.com
Nominated as name.com, name.net, and name.org. It is large. | name.com name.net name.org
Nominated as www.name.com. | name.com
Also nominated under name.to. | name.to
Related sites include name-two.com and namethree.net. | name-two.com namethree.net
Related domains: name2.com. | name2.com
The site is available at palace.com. | palace.com
It can be reached at name.com or name.net. | name.com name.net
The site is accessible through palace.example. | palace.example
Formerly name.ws, it moved to name.to. | name.ws name.to
Also known as name.cc. | name.cc
Its main domain is name.io. | name.io
It operates under the domain names name.ru and name.su. | name.ru name.su
The site redirected to name.biz. | name.biz
Mirrors include name1.com. | name1.com
Nominated as name.com. Similar to other.org. | name.com
Nominated as name.com. Sites such as other.org are alike. | name.com
Nominated as name.com, unlike other.org. | name.com
Nominated as name.com. According to counter.com, it is large. | name.com
Nominated as name.com. Write to mail@name.org. | name.com
It is a competitor of other.com. |
It links to other.com. |
Payments through pay.com are common. |
A clone of other.com, it is small. |
It is compared to other.com. |
Its imitators other.com and another.net are many. |
The site is hosted by host.net. |
It embeds content from other.com. |
It is not to be confused with other.com. |
Nothing of the kind is said here. |
Name.com is large. |
Nominated as name.com. See more at news.com. | name.com
The site, palace.com, offers films. | palace.com
Its main site (palace.com) offers films. | palace.com
The marketplace at palace.com offers watches. | palace.com
The service, now at palace.com, has grown. | palace.com
palace.com is its main domain. | palace.com
Its users find it at palace.com. | palace.com
The service (at palace.com) is free. | palace.com
Other nominated sites include palace.com and palace.net. | palace.com palace.net
palace.com is a site of another kind. |
Websites: palace.com, palace.net. | palace.com palace.net
The studio's own site, palace.com, warns its viewers. |
It embeds files hosted on palace.com. |
name.com is large. | name.com
Sites such as name.com are alike. |
Name (palace.com, formerly palace.net) is large. | palace.com palace.net
Palace (palace.com) is another. |
Visitors to palace.com find films. | palace.com
Publishers drew attention to palace.com, a forum. | palace.com
The advertising network at palace.com, tower.com, and gate.com is large. | palace.com tower.com gate.com
It is large. Visitors to palace.com find films. |
It is large. Its links lead to files that are stored on palace.com or gate.com. |
Publishers of songs nominated palace.com and gate.com. | palace.com gate.com
It is large. It resolves to palace.com. | palace.com
It is large. Domain names: palace.com, gate.com. | palace.com gate.com
It is large. Also palace.com and gate.com. | palace.com gate.com
It is large. Redirects from palace.com. | palace.com
It is large. Related: palace.com. | palace.com
It is large. Other addresses are palace.com, gate.com. | palace.com gate.com
First seen in China, it now answers at palace.com. | palace.com
It is large. Its traffic is monetized through palace.com. |
It is large. It advertises on palace.com. |
It is large and, like name.com and gate.com, free. |
It is large. On name.com and gate.com films are found. | name.com gate.com
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in OWN.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_own_domains_follow_words_that_introduce_them(text: str, expected: str) -> None:
    assert own_domains("NAME", text) == tuple(expected.split())


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Name (name.com)", "It is large.", ("name.com",)),
        ("Name (name.com and name.net)", "It is large.", ("name.com", "name.net")),
        ("name.com", "It is large.", ("name.com",)),
        ("name.com", "Nominated as name.com. It is large.", ("name.com",)),
        ("name.com", "Nominated as name.net. It is large.", ("name.com", "name.net")),
        ("NAME.COM", "Nominated as name.net.", ("name.com", "name.net")),
        ("Name.com", "Nominated as name.net.", ("name.com", "name.net")),
        ("Name.com", "Nominated as namecom.net.", ("namecom.net",)),
        ("Name.com", "Name.com is a site. Nominated as name.net.", ("name.net",)),
        ("Name and Hall", "The forum Name (name.com) is large.", ("name.com",)),
        ("Name Video Service", "Name (name.com) is large.", ("name.com",)),
        ("Name Ltd. (d/b/a Hall) and Court House", "Hall (hall.com) is large.", ("hall.com",)),
        ("night-hall.to", "The tracker Night Hall (night.com) is large.", ("night-hall.to", "night.com")),
        ("name.to", "The tracker Name (name.com) is large.", ("name.to", "name.com")),
        ("Name", "It is large.", ()),
    ],
)
def test_a_domain_in_the_heading_is_the_entrys_own(heading: str, text: str, expected: tuple[str, ...]) -> None:
    assert own_domains(heading, text) == expected


def test_only_the_opening_of_a_text_tells() -> None:
    text = "It is large and sells a great many things to many people in the town. " * 20
    assert own_domains("NAME", text + "Nominated as name.com.") == ()


def test_each_domain_comes_once_in_order_of_appearance() -> None:
    text = "Nominated as name.net and name.com. Also available at NAME.net."
    assert own_domains("Name (name.com)", text) == ("name.com", "name.net")
