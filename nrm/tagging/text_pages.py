"""Mentions in any document: page texts in, rows of `nrm tag` out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nrm.model import Label
from nrm.tagging.mention_rules import MentionRules

_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_A-Z])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageMention:
    """A mention: `start` and `end` are offsets into its page's text as it was given.

    `text` is what stands there on one line; `norm` is the market_id, ISO code, registered domain,
    city or organisation, empty where that is not settled.
    """

    page: int
    start: int
    end: int
    label: Label
    text: str
    norm: str


def tag_pages(rules: MentionRules, pages: Iterable[tuple[int, str]]) -> Iterator[PageMention]:
    """The mentions in the pages of a document, given as (page number from 1, text), in order.

    Names may be broken over lines. A market named by its domain is there twice: as DOMAIN and as
    MARKET.
    """
    for page, text in pages:
        for span in rules.spans(text):
            printed = undivided(text[span.start : span.end])
            yield PageMention(page, span.start, span.end, span.label, printed, span.norm)


def undivided(text: str) -> str:
    """A text without line breaks, soft hyphens and the hyphens that only divide a word."""
    return _SPACE.sub(" ", _DIVIDED.sub("", text.replace("\u00ad", ""))).strip()
