"""A query's tree as the text that FTS5's MATCH takes: every word in quotes, every operation in brackets."""

from __future__ import annotations

from itertools import islice, product

from nrm.fulltext.query import All, Any, Near, Phrase, Query
from nrm.fulltext.variants import Closed, variants

_MOST_SPELLINGS = 64


def expression(query: Query, closed: Closed) -> str:
    """What FTS5 is to match; `closed` are the hyphenated words of the corpus.

    Words stand in quotation marks, so that nothing in them can be taken for an operator, a column or a
    bracket. FTS5's syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax.

    >>> from nrm.fulltext.query import parse
    >>> expression(parse('"fake goods" NOT shoe*'), {})
    '("fake goods" NOT "shoe" *)'
    """
    match query:
        case Phrase():
            return _either(_spelled(query, closed))
        case Near():
            groups = islice(product(*(_spelled(phrase, closed) for phrase in query.phrases)), _MOST_SPELLINGS)
            return _either([f"NEAR({' '.join(group)}, {query.distance})" for group in groups])
        case All():
            wanted = _bracketed(" AND ", [expression(one, closed) for one in query.wanted])
            if not query.unwanted:
                return wanted
            return f"({wanted} NOT {_either([expression(one, closed) for one in query.unwanted])})"
        case Any():
            return _either([expression(one, closed) for one in query.options])


def _spelled(phrase: Phrase, closed: Closed) -> list[str]:
    """The phrase in each spelling of its words; the last one of a prefix is a beginning in each."""
    spellings = islice(product(*(variants(word, closed) for word in phrase.words)), _MOST_SPELLINGS)
    return [_quoted(" ".join(words)) + " *" * phrase.prefix for words in spellings]


def _either(parts: list[str]) -> str:
    return _bracketed(" OR ", parts)


def _bracketed(operator: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
