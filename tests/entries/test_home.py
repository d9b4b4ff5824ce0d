"""Where a market is at home: sentences that say so, and those that speak of somebody else or somewhere else."""

from __future__ import annotations

import pytest

from nrm.entries.home import based_in

HOMES = """
Headquartered in China. | CN
Based in Canada. | CA
The site is based in Canada. | CA
It is headquartered in Switzerland. | CH
Palace is headquartered in Old Town, Brazil. | BR
Palace is based in São Paulo, Brazil. | BR
The platform is operated from Ukraine. | UA
The site is hosted in the Netherlands. | NL
It is run by a company in Vietnam. | VN
Its operators are believed to be in India. | IN
Palace, a company registered in Hong Kong, sells shirts. | HK
Palace is a Canada-based site. | CA
This China-based platform is large. | CN
Canada-based Palace is large. | CA
A firm established in Cyprus runs the site. | CY
Nominated as palace.com. Headquartered in China. Users in India buy. | CN
The site, which is reportedly based in Türkiye, is large. | TR
Palace has its headquarters in Bulgaria. | BG
Its servers are located in Romania. | RO
The site operates out of Moldova. | MD
Palace is believed to operate from Romania. | RO
Many sellers operate from Romania. |
The company is incorporated in the Seychelles. | SC
The service is at home in Poland. | PL
It is popular in China. |
Users in China buy there. |
Its users are based in China. |
A lawyer based in China said so. |
Courts in China closed it. |
It is not based in China. |
It is no longer hosted in China. |
A competitor is headquartered in China. |
The police of China raided it. |
Most of its visitors are located in India. |
An India-based competitor is larger. |
Rights holders based in Japan complain. |
Goods made in China are sold. |
palace.cn is its domain. |
The site is large. |
Traffic from Brazil is high. |
Users in India buy. The site is based in China. | CN
Courts in Denmark ordered it blocked. It is hosted in Sweden. | SE
Palace is a forum headquartered in Poland. | PL
Palace serves customers in India and Chile from its base in Poland and is large. | PL
The operators of Palace are believed to reside in Poland. | PL
Operators believed to be in Poland. | PL
The company behind Palace, which keeps palace.to, has its head office in Poland. | PL
Palace (palace.to), a music bazaar with offices in Poland, is large. | PL
A file depot run from Poland, Palace is large. | PL
A file depot run from Poland, Hall is large. |
Publishers nominated palace.to, a file depot whose operators reside in Poland. | PL
The forum at palace.to is managed from Poland. | PL
Though courts in India ruled against it, Palace continues to operate from Poland. | PL
A company established in Poland runs Palace, a forum. | PL
A payment service based in Poland is used. |
A team in Poland operates Palace, which is large. | PL
A team in Poland follows Palace. |
Poland is home to Palace (palace.to). | PL
Poland is home to many users of it. |
Palace calls Poland home. | PL
Corporate records place Palace in Old Town, Poland, and its pages are there. | PL
Records place its rival in Poland. |
Palace’s administrators are thought to live in Poland. | PL
Although many buyers live in Poland, it is large. |
Palace lists a business address in Poland. | PL
Its registered office is in Poland. | PL
Location: Poland. | PL
Nominated as palace.to. Hosting location: the Netherlands. | NL
Nominated by brands as hall.to, this music property keeps its servers in Poland. | PL
This forum keeps its servers in Poland. | PL
Run by a group of developers in Poland, Palace is a forum. | PL
Users of Palace are based in Poland. |
Headquartered in Palace de los Reyes, the Dominican Republic. | DO
Palace is a file-hosting site that is headquartered in Old Town, Poland and reachable at palace.to. | PL
Palace, reachable at palace.to, is a site for unlicensed channels based in the Seychelles. | SC
Popular in India, Palace is a cyberlocker based in Poland. | PL
This storefront, operated out of Poland, is large. | PL
Palace is a site for collectors based in Poland. |
Hall, a rival of Palace, is a site based in Poland. |
This site's users, based in Poland, are many. |
Palace is a site run by a firm based in Poland. | PL
Its sellers are located in China, and it is headquartered in Singapore. | SG
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in HOMES.strip().splitlines()]


@pytest.mark.parametrize(("text", "iso"), ROWS)
def test_where_a_market_is_at_home(text: str, iso: str) -> None:
    assert based_in("Palace", text) == iso


@pytest.mark.parametrize("name", ["Palace", "Palace (Hall)", "Hall (Palace)"])
def test_any_form_of_the_name_is_the_market(name: str) -> None:
    assert based_in(name, "Palace is based in Canada.") == "CA"


FORMS = ["palace.to", "Palace and Hall", "Palace Video Service", "Palace’s Sites", "PALACE-HOSTED SITES"]


@pytest.mark.parametrize("name", FORMS)
def test_a_text_calls_the_market_by_a_shorter_name(name: str) -> None:
    assert based_in(name, "Popular in India, Palace is hosted in Canada.") == "CA"


def test_somebody_elses_name_is_not_the_market() -> None:
    assert based_in("Palace", "Hall is based in Canada.") == ""


def test_only_the_opening_of_a_text_tells() -> None:
    text = "It is large and sells a great many things to many people in the town. " * 20
    assert based_in("Palace", text + "It is based in Canada.") == ""


def test_the_first_home_named_is_the_one() -> None:
    assert based_in("Palace", "It is based in Canada. It is hosted in Sweden.") == "CA"


def test_nothing_says_nothing() -> None:
    assert based_in("Palace", "") == ""
