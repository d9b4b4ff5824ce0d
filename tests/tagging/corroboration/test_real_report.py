"""A real report of the Office of the United States Trade Representative, where it is at hand.

The facts below (market, country, page) were read off the 18 pages of the 2025 National Trade Estimate that
speak of the list.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from nrm.pdf.page_texts import page_texts
from nrm.tagging.corroborate import SourcePage, claims
from nrm.tagging.mention_rules import MentionRules
from nrm.tagging.reviewed import reviewed_names
from nrm.tagging.text_pages import tag_pages

FOLDER = Path(os.environ.get("NRM_REPORTS", Path(__file__).parents[4] / "shared" / "reports"))
REPORT = FOLDER / "ustr-2025-nte.pdf"
DAY = date(2025, 4, 1)
NAMED = [
    (25, "La Salada", "AR"),
    (25, "Barrio Once", "AR"),
    (40, "Rua 25 de Março", "BR"),
    (46, "Central Market", "KH"),
    (52, "Pacific Mall", "CA"),
    (106, "San Andresitos", "CO"),
    (193, "Deira District", "AE"),
    (228, "Mangga Dua Market", "ID"),
    (267, "Petaling Street Market", "MY"),
    (273, "El Santuario", "MX"),
    (273, "Mercado San Juan de Dios", "MX"),
    (273, "Tepito", "MX"),
    (301, "Ciudad del Este", "PY"),
    (305, "Gamarra Emporium", "PE"),
    (305, "Polvos Azules", "PE"),
    (312, "Greenhills Shopping Center", "PH"),
    (349, "MBK Mall", "TH"),
    (362, "Tahtakale", "TR"),
    (382, "Saigon Square Shopping Mall", "VN"),
]
UNNAMED = [(68, "CN"), (212, "IN"), (325, "RU")]

pytestmark = pytest.mark.skipif(
    not REPORT.is_file(), reason=f"{REPORT} is not at hand; set NRM_REPORTS to a folder that has it"
)


@pytest.fixture(scope="module")
def pages() -> list[tuple[int, str]]:
    return list(page_texts(REPORT))


@pytest.mark.parametrize("known", [True, False], ids=["names known", "names unknown"])
def test_every_claim_and_no_other(pages: list[tuple[int, str]], known: bool) -> None:
    found, findings = claims((SourcePage(*page) for page in pages), DAY, reviewed_names() if known else ())
    named = [(c.page, c.market, c.country) for c in found if c.market]
    assert [(page, country) for page, _, country in named] == [(page, country) for page, _, country in NAMED]
    assert all(name.startswith(expected) for (_, name, _), (_, expected, _) in zip(named, NAMED, strict=True))
    assert [(c.page, c.country) for c in found if not c.market] == UNNAMED
    assert {(c.list_year, c.claim) for c in found} == {(2024, "listed")}
    assert all(bool(c.market_id) is known for c in found if c.market)
    assert [c.year_printed for c in found if c.page == 106] == ["2025"]
    assert sorted((f.code, f.page) for f in findings) == [
        *[("claim-without-market", page) for page in (68, 68, 212, 325)],
        *[("list-year-settled", page) for page in (68, 106)],
    ]


def test_mentions_stand_on_their_pages(pages: list[tuple[int, str]]) -> None:
    wanted = {25, 40, 273, 305, 362}
    mentions = list(tag_pages(MentionRules(reviewed_names()), [page for page in pages if page[0] in wanted]))
    markets = {(m.page, m.norm) for m in mentions if m.label == "MARKET"}
    assert {(40, "rua-25-de-marco-sao-paulo"), (273, "tepito-mexico-city"), (305, "gamarra-lima")} <= markets
    assert (273, "Mercado San Juan de Dios") in {(m.page, m.text) for m in mentions}
    texts = dict(pages)
    assert all("".join(texts[m.page][m.start : m.end].split()) == "".join(m.text.split()) for m in mentions)
