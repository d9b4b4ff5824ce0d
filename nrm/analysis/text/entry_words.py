"""The words of entries as reuse of wording compares them."""

from __future__ import annotations

from nrm.analysis import cells
from nrm.analysis.text.tokens import SOFT_HYPHEN, surfaces_of

_PLAIN = str.maketrans({"\u2019": "'", "\u2010": "-", "\u2011": "-", SOFT_HYPHEN: None})


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without regard to capitals and to the shape of apostrophes and hyphens.

    >>> plain_words("The site’s Owner")
    ('the', "site's", 'owner')
    """
    return tuple(word.translate(_PLAIN).casefold() for word in surfaces_of(text))


def entry_texts(corpus: cells.Corpus) -> dict[str, str]:
    """What each entry says under its heading, by `entry_id`."""
    rows = cells.records(cells.table(corpus, "entries"), ("entry_id", "text"), "entries")
    return {str(row["entry_id"]): cells.text(row["text"]) for row in rows}


def entry_words(corpus: cells.Corpus) -> dict[str, tuple[str, ...]]:
    """The words of each entry, without its heading, by `entry_id`."""
    return {entry: plain_words(text) for entry, text in entry_texts(corpus).items()}
