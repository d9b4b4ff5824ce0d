"""What each heading of the results is: section, category, country, market, or nothing."""

from __future__ import annotations

import pytest

from nrm.entries.roles import is_statement, judge
from nrm.layout import ContentsEntry
from nrm.model import Line
from tests.entries.typescript import blocks_typed, found_in, listed
from tests.layout.lines_of import Set, blocks_of, line, wrapped


def roles(text: str, contents: list[ContentsEntry] | None = None) -> dict[str, str]:
    blocks = blocks_typed(text)
    return {j.candidate.text: j.role for j in judge(found_in(blocks), blocks, contents or []) if j.role != "none"}


ONLINE = """
    ## Online Markets
    > Palace
    Nominated as palace.com. Palace is large.
    > Tower
    Nominated as tower.com. Tower is small.
"""
PHYSICAL = """
    ## Physical Markets
    ! BRAZIL
    > Hall, Old Town
    Hall is large.
    > Gate, New Town
    Gate is small.
    ! CHINA
    > Arch, Putian
    Arch is old.
"""


def test_sections_and_their_markets() -> None:
    assert roles(ONLINE + PHYSICAL) == {
        "Online Markets": "section",
        "Palace": "market",
        "Tower": "market",
        "Physical Markets": "section",
        "BRAZIL": "country",
        "Hall, Old Town": "market",
        "Gate, New Town": "market",
        "CHINA": "country",
        "Arch, Putian": "market",
    }


def test_kinds_come_from_the_sections() -> None:
    blocks = blocks_typed(PHYSICAL + ONLINE)
    kinds = {j.candidate.text: j.kind for j in judge(found_in(blocks), blocks, [])}
    assert (kinds["Hall, Old Town"], kinds["Palace"]) == ("physical", "online")


def test_categories_stand_above_markets() -> None:
    found = roles(ONLINE.replace("> Palace", "* Linking\n    > Palace").replace("> Tower", "* Auctions\n    > Tower"))
    assert [found[name] for name in ("Linking", "Auctions")] == ["category", "category"]
    assert [found[name] for name in ("Palace", "Tower")] == ["market", "market"]


def test_a_category_in_the_look_of_markets_is_known_by_the_heading_below_it() -> None:
    found = roles(ONLINE.replace("> Palace", "> Cyberlockers\n    > Palace"))
    assert (found["Cyberlockers"], found["Palace"]) == ("category", "market")


def test_a_countrys_name_is_no_country_online() -> None:
    assert roles(ONLINE.replace("> Tower", "> Georgia").replace("Tower", "Georgia"))["Georgia"] == "market"


@pytest.mark.parametrize("country", ["BRAZIL", "Kyrgyz Republic", "Türkiye", "Hong Kong", "THAILLAND"])
def test_a_title_that_is_a_country_is_one(country: str) -> None:
    assert roles(PHYSICAL.replace("BRAZIL", country))[country] == "country"


def test_run_in_markets() -> None:
    text = """
        ## Online Markets
        > Palace: Nominated as palace.com. Palace is large.
        > Tower: Nominated as tower.com. Tower is small.
    """
    assert roles(text) == {"Online Markets": "section", "Palace": "market", "Tower": "market"}


def test_bold_statements_are_no_markets() -> None:
    found = roles(ONLINE.replace("Nominated as palace.com.", "> Nominated as palace.com\n    It is so."))
    assert "Nominated as palace.com" not in found
    assert found["Palace"] == "market"


def test_one_report_may_set_markets_in_two_looks() -> None:
    text = ONLINE.replace("> Tower", "! Tower") + "\n! Gate\nNominated as gate.com. Gate is old."
    found = roles(text)
    assert (found["Palace"], found["Tower"], found["Gate"]) == ("market", "market", "market")


def test_the_contents_page_speaks_for_markets() -> None:
    text = """
        ## Online Markets
        Palace
        The site sells shirts.
        Tower
        The site sells shoes.
    """
    assert "Palace" not in roles(text)
    assert roles(text, listed("Palace", "Tower"))["Palace"] == "market"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nominated as palace.com", True),
        ("Also known as Palace", True),
        ("Headquartered in China", True),
        ("Related sites include palace.net", True),
        ("“Palace”", True),
        ("It is a place where many people buy and sell what they like", True),
        ("Domains", True),
        ("Related", True),
        ("Home country", True),
        ("Live Sports Telecasts", False),
        ("Hosting Providers", False),
        ("Palace", False),
        ("Palace of the Old Town", False),
        ("Palace, formerly Hall", False),
        ("Likewise", False),
    ],
)
def test_a_statement_is_no_name(text: str, answer: bool) -> None:
    assert is_statement(text) is answer


def test_what_stands_below_countries_is_a_market_even_without_style() -> None:
    text = """
        ## Physical Markets
        ! BRAZIL
        Hall
        Three stalls sell shirts.
        > Response of the operator. The owner did not reply.
        ! CHINA
        Arch
        The stalls sell shoes.
        > Goods on offer. There are shirts.
        ! PERU
        Gate
        There are stalls of all kinds.
    """
    found = roles(text)
    assert [found.get(name) for name in ("Hall", "Arch", "Gate")] == ["market", "market", "market"]
    assert "Goods on offer" not in found


def test_a_lead_that_recurs_in_its_text_is_no_market_among_titles_that_say_more() -> None:
    text = ONLINE.replace("Tower is small.", "Tower is small.\n    > Enforcement. Enforcement is slow.")
    assert "Enforcement" not in roles(text.replace("> Enforcement.", "> Enforcement:"))


def test_plain_leads_that_say_where_are_markets_beside_styled_ones() -> None:
    text = """
        ## Physical Markets
        Hall, Cork, Ireland — The stalls sell shirts.
        Arch, Lima, Peru — The stalls sell shoes.
        > Gate, Madrid, Spain: The stalls sell hats.
        > Tower, Madrid, Spain: The stalls sell bags.
    """
    names = ("Hall, Cork, Ireland", "Arch, Lima, Peru", "Gate, Madrid, Spain", "Tower, Madrid, Spain")
    assert roles(text) == {"Physical Markets": "section", **dict.fromkeys(names, "market")}


def test_numbered_leads_with_the_markets_separator_are_markets() -> None:
    text = """
        ## Physical Markets
        ! BRAZIL
        > Hall: The stalls sell shirts.
        > Arch: The stalls sell shoes.
        > Mall: The stalls sell bells.
        ! CHINA
        (4) Gate: The stalls sell hats.
        (5) Tower Road: The stalls sell bags.
    """
    found = roles(text)
    assert [found.get(name) for name in ("Hall", "Arch", "Gate", "Tower Road")] == ["market"] * 4


def test_a_category_in_the_markets_look_does_not_speak_against_it() -> None:
    text = """
        ## Online Markets
        > Cyberlockers
        Such sites hold files.
        > Palace
        Nominated as palace.com. Palace is large.
        > Linking
        Such sites hold links.
        > Tower
        Nominated as tower.com. Tower is small.
    """
    found = roles(text)
    assert (found["Cyberlockers"], found["Linking"]) == ("category", "category")
    assert (found["Palace"], found["Tower"]) == ("market", "market")


def test_names_of_capitals_alone_have_the_look_of_their_peers_in_small_capitals() -> None:
    leads = [("Palace", True), ("Tower", True), ("VK", False), ("Gate", True)]
    lines = [line(Set("Online Markets", bold=True, size=14.0))]
    for number, (name, small) in enumerate(leads):
        said = f" {name} is large. Nominated as {name.lower()}.com."
        lines.append(line(Set(f"{name}.", small_caps=small), said, y=2 + 2 * number))
    blocks = blocks_of(lines)
    found = {j.candidate.text: j.role for j in judge(found_in(blocks), blocks, [])}
    assert found == {"Online Markets": "section", **{name: "market" for name, _ in leads}}


def test_a_long_title_among_centred_ones_is_centred_though_it_fills_its_line() -> None:
    words = ("Grand", "Royal", "Silver", "Golden")
    names = [f"{word} Palace of the Old and the New Town of the North" for word in words]
    said = "Stalls of all kinds are found there, and few of them are said to be honest."
    long = "Northern Palace Ltd. (d/b/a Old Palace) and New Palace Network Information House"
    lines = [line(Set("Online Markets", bold=True, size=14.0))]
    for number, name in enumerate([*names, long]):
        lines.append(line(Set(name, small_caps=True), y=3 + 4 * number, centred=name != long))
        lines += wrapped(said, y=4.5 + 4 * number)
    blocks = blocks_of(lines)
    found = {j.candidate.text: j.role for j in judge(found_in(blocks), blocks, [])}
    assert found == {"Online Markets": "section", **dict.fromkeys([*names, long], "market")}


def _items(names: list[str], told: str) -> list[Line]:
    return [line("• ", Set(f"{name}.", bold=True), told.format(name), y=4 + 2 * n) for n, name in enumerate(names)]


def test_items_of_a_list_are_markets_where_nothing_else_is() -> None:
    names = ["Palace", "Tower", "Gate"]
    section = line(Set("Online Markets", bold=True, size=14.0))
    blocks = blocks_of([section, *_items(names, " Nominated as {}.com. It is large.")])
    found = {j.candidate.text: j.role for j in judge(found_in(blocks), blocks, [])}
    assert found == {"Online Markets": "section", **dict.fromkeys(names, "market")}
    title = line(Set("Hall", italic=True), y=2)
    said = line("Nominated as hall.com. Hall is large.", y=3)
    items = _items(["Payment", "Delivery", "Returns"], " {} of any kind is offered.")
    blocks = blocks_of([section, title, said, *items])
    found = {j.candidate.text: j.role for j in judge(found_in(blocks), blocks, [])}
    assert {name: role for name, role in found.items() if role == "market"} == {"Hall": "market"}


def test_a_category_above_plain_leads_does_not_take_their_words_for_its_own() -> None:
    text = """
        ## Online Markets
        * Linking
        Palace: Nominated as palace.com. The owner did not reply.
        Tower: Nominated as tower.com. The owner did not reply.
        * Auctions
        Hall: Nominated as hall.com. The owner did not reply.
    """
    found = roles(text)
    assert [found.get(name) for name in ("Linking", "Auctions")] == ["category", "category"]
    assert [found.get(name) for name in ("Palace", "Tower", "Hall")] == ["market"] * 3


def test_plain_names_of_several_words_with_the_markets_separator_are_markets() -> None:
    text = """
        ## Physical Markets
        ! BRAZIL
        Hall Gate. Hall Gate opened in 2004.
        Arch Gate. Arch Gate opened in 2005.
        Old Tower Road. The stalls sell shirts.
        Small parcels remain a matter of concern. The owner did not reply.
    """
    found = roles(text)
    assert [found.get(name) for name in ("Hall Gate", "Arch Gate", "Old Tower Road")] == ["market"] * 3
    assert len(found) == 5


def test_leads_without_places_are_none_under_titles_that_have_them() -> None:
    text = """
        ## Physical Markets
        ! BRAZIL
        > Hall Gate, Recife
        The stalls sell shirts.
        > Enforcement: Enforcement is slow.
        ! PERU
        > Arch Gate, Lima
        The stalls sell shoes.
    """
    found = roles(text)
    assert [found.get(name) for name in ("Hall Gate, Recife", "Arch Gate, Lima")] == ["market"] * 2
    assert "Enforcement" not in found


def test_plain_leads_that_are_countries_are_their_titles_where_there_are_no_others() -> None:
    text = """
        ## Physical Markets
        Brazil. The government closed many stalls.
        > Hall Gate: The stalls sell shirts.
        Peru. The government opened many stalls.
        > Arch Gate: The stalls sell shoes.
    """
    found = roles(text)
    assert (found["Brazil"], found["Peru"], found["Hall Gate"]) == ("country", "country", "market")
    assert "Brazil" not in roles(text.replace("> Hall", "! CHINA\n        > Hall"))
