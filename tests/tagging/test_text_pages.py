"""Mentions in any document, page by page."""

from __future__ import annotations

import pytest

from nrm.tagging.mention_rules import MentionRules
from nrm.tagging.reviewed import reviewed_names
from nrm.tagging.text_pages import PageMention, tag_pages, undivided


def test_rows_by_page() -> None:
    rows = list(tag_pages(MentionRules(reviewed_names()), [(3, "Tepito"), (4, ""), (9, "In the Rua 25 de\nMarço")]))
    assert rows == [
        PageMention(3, 0, 6, "MARKET", "Tepito", "tepito-mexico-city"),
        PageMention(9, 7, 22, "MARKET", "Rua 25 de Março", "rua-25-de-marco-sao-paulo"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hong\n Kong", "Hong Kong"),
        ("Indo-\nnesia", "Indonesia"),
        ("Sci-\nHub", "Sci- Hub"),
        ("Thai\u00adland", "Thailand"),
    ],
)
def test_undivided(text: str, expected: str) -> None:
    assert undivided(text) == expected
