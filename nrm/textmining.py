"""Text mining from Python: what the commands of the same names print, as DataFrames.

Years are list years or ranges of them (2016, "2010-2013", or several); a market is given by its id,
a name or a domain, a country by its ISO code. Each function raises `UnknownName` for what the
corpus does not have.
"""

from __future__ import annotations

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
    return notebook_frame(found.hits, _HIT, title, sample=found.sample)


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
