"""Leads of the form "COUNTRY – Name (City). Text", cut behind the name and not behind the country.

The first dash or colon ends such a lead where nothing but words tells how far it goes, or where only the
country is set in a style of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nrm.layout import Candidate
from nrm.layout.leads import ABBREVIATION
from nrm.layout.title_words import reads_as_title
from nrm.lexicons.countries import country_named
from nrm.model import Block

_JOINS = "–—-:"
_SIGN = re.compile(r"\s*(?:(?P<sign>[:–—]|\.(?=[\s–—])|(?<=\s)-)[–—]?(?:\s+|(?=[^\W\d_a-z]))|(?P<dash>—)(?=\w))")
_LONGEST = 160


def with_whole_leads(found: Sequence[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """The candidates, those that lead with a country and a name cut behind the name."""
    return [_whole(candidate, blocks[candidate.block]) for candidate in found]


def _whole(candidate: Candidate, block: Block) -> Candidate:
    if candidate.mode != "run-in" or candidate.separator not in _JOINS or country_named(candidate.text) is None:
        return candidate
    for match in _SIGN.finditer(candidate.rest, 0, _LONGEST):
        name = candidate.rest[: match.start()]
        if match["sign"] == "." and ABBREVIATION.search(f"{name}."):
            continue
        after = candidate.rest[match.end() : match.end() + 1]
        if not _is_name(name) or not after or after.islower():
            return candidate
        at = candidate.rest_at + match.end()
        return replace(
            candidate,
            text=f"{candidate.text}{':' if candidate.separator == ':' else ' ' + candidate.separator} {name}",
            rest=block.text[at:],
            rest_at=at,
            look=candidate.look if name.isupper() else candidate.look - {"capitals"},
            separator=match["sign"] or match["dash"],
        )
    return candidate


def _is_name(text: str) -> bool:
    return text.count("(") == text.count(")") and text[:1].isalnum() and reads_as_title(text)
