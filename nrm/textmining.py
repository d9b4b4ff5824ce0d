"""Text mining from Python: what the commands of the same names print, as DataFrames.

Years are list years or ranges of them (2016, "2010-2013", or several); a market is given by its id,
a name or a domain, a country by its ISO code. Each function raises `UnknownName` for what the
corpus does not have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from nrm.analysis.text.choose_part import Wanted, choose_part
from nrm.corpus import Corpus

if TYPE_CHECKING:
    from nrm.notebook_frame import NotebookFrame


def search(
    corpus: Corpus,
    query: str,
    *,
    years: Wanted = None,
    chapters: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> NotebookFrame:
    """The passages that match a query (see `nrm.fulltext.query`), best first, one a row.

    Columns: list_year, chapter, market_id, page, printed_page, snippet (matches between `**`),
    passage_id, type, start, end (offsets of the first match in the passage's text), matches, score
    (BM25), sample. Raises `BadQuery` for a query that is not well formed.
    """
    from nrm.fulltext import search as fulltext
    from nrm.notebook_frame import notebook_frame

    part = choose_part(corpus, years=years, chapters=chapters, kinds=kinds, countries=countries, markets=markets)
    found = fulltext.search(corpus, query, part)
    title = f"{query}: {found.matches:,} matches in {len(found.hits):,} passages"
    return notebook_frame(map(asdict, found.hits), _HIT, title, sample=found.sample)


def kwic(
    corpus: Corpus,
    term: str,
    *,
    regex: bool = False,
    sort: str = "year",
    context: int = 80,
    no_fold: Iterable[str] = (),
    years: Wanted = None,
    chapters: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> NotebookFrame:
    """A concordance: every place of a word, a phrase, begin* or (with `regex`) a regular expression.

    `sort` is year, left, right, match or market; `context` the most characters on each side;
    `no_fold` names rules of folding to leave out (case, accents, possessives, hyphens, plurals).
    Columns: list_year, chapter, market_id, page, printed_page, left, match, right, passage_id, type,
    start, end (offsets in the passage's text), sample. Raises `BadQuery` for a term or an expression
    that is not well formed.
    """
    from nrm.analysis.text.concordance import concordance, concordance_of_pattern, order_named
    from nrm.analysis.text.folding import rules_without
    from nrm.analysis.text.passages import text_passages
    from nrm.notebook_frame import notebook_frame

    part = choose_part(corpus, years=years, chapters=chapters, kinds=kinds, countries=countries, markets=markets)
    passages, order = text_passages(corpus, part), order_named(sort)
    if regex:
        lines = concordance_of_pattern(passages, term, context=context, order=order)
    else:
        in_force = rules_without(no_fold)
        lines = concordance(passages, term, in_force=in_force, context=context, order=order)
    title = f"{term}: {len(lines):,} occurrences"
    return notebook_frame(map(asdict, lines), _CONCORDANCE, title, sample=corpus.sample, to_the_right=("left",))


def terms(
    corpus: Corpus,
    asked: Iterable[str] | str = (),
    *,
    by: str | None = None,
    sizes: Iterable[int] = (1, 2, 3),
    min_count: int = 2,
    all_words: bool = False,
    numbers: bool = False,
    no_fold: Iterable[str] = (),
    most: int | None = None,
    years: Wanted = None,
    chapters: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> NotebookFrame:
    """How often terms of one to three words stand in the reports: the commonest, or those asked for.

    `by` counts each edition, chapter, kind or country apart, `most` is the most terms of each;
    without `all_words` and `numbers`, words of grammar and numbers are no terms. Columns: group, term,
    size, count, words (of the group), per_10000, passages, entries, forms (spellings), first_year,
    first_established, last_year, last_established (of all editions), sample.
    """
    from nrm.analysis.text.folding import rules_without
    from nrm.analysis.text.groups import by_named
    from nrm.analysis.text.term_counts import Wanted as WantedTerms
    from nrm.analysis.text.term_table import term_table
    from nrm.notebook_frame import notebook_frame

    table = term_table(
        corpus,
        choose_part(corpus, years=years, chapters=chapters, kinds=kinds, countries=countries, markets=markets),
        asked=(asked,) if isinstance(asked, str) else tuple(asked),
        by=by_named(by) if by is not None else None,
        wanted=WantedTerms(tuple(sizes), min_count, all_words, numbers),
        in_force=rules_without(no_fold),
        most=most,
    )
    title = "Terms" if by is None else f"Terms by {by}"
    return notebook_frame((row.flat() for row in table.rows), _TERM, title, sample=corpus.sample)


_HIT = {
    "list_year": "Int64",
    "chapter": "string",
    "market_id": "string",
    "page": "Int64",
    "printed_page": "string",
    "snippet": "string",
    "passage_id": "string",
    "type": "string",
    "start": "Int64",
    "end": "Int64",
    "matches": "Int64",
    "score": "Float64",
    "sample": "boolean",
}
_CONCORDANCE = {
    "list_year": "Int64",
    "chapter": "string",
    "market_id": "string",
    "page": "Int64",
    "printed_page": "string",
    "left": "string",
    "match": "string",
    "right": "string",
    "passage_id": "string",
    "type": "string",
    "start": "Int64",
    "end": "Int64",
    "sample": "boolean",
}
_TERM = {
    "group": "string",
    "term": "string",
    "size": "Int64",
    "count": "Int64",
    "words": "Int64",
    "per_10000": "Float64",
    "passages": "Int64",
    "entries": "Int64",
    "forms": "object",
    "first_year": "Int64",
    "first_established": "boolean",
    "last_year": "Int64",
    "last_established": "boolean",
    "sample": "boolean",
}
