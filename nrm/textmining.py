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


def passages(
    corpus: Corpus,
    *,
    years: Wanted = None,
    chapters: Wanted = None,
    types: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> NotebookFrame:
    """The passages of a part of the corpus in reading order, each with the market of its entry, its page and box.

    `types` are paragraph, heading, footnote, list item. Columns: list_year, chapter, type, market_id, page,
    printed_page, x0, top, x1, bottom (points, from the top left), text, passage_id, entry_id, sample;
    `corpus.passages` has the same passages with every page that they touch.
    """
    from nrm.analysis.text.passages import text_passages
    from nrm.notebook_frame import notebook_frame

    part = choose_part(
        corpus, years=years, chapters=chapters, types=types, kinds=kinds, countries=countries, markets=markets
    )
    found = text_passages(corpus, part)
    rows = (one.placed() for one in found)
    return notebook_frame(rows, "placed_passage", f"{len(found):,} passages", sample=corpus.sample)


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
    return notebook_frame(map(asdict, found.hits), "hit", title, sample=found.sample)


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
    return notebook_frame(map(asdict, lines), "concordance", title, sample=corpus.sample, to_the_right=("left",))


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
    return notebook_frame((row.flat() for row in table.rows), "term", title, sample=corpus.sample)


def keyness(
    corpus: Corpus,
    a: str,
    b: str,
    *,
    sizes: Iterable[int] = (1,),
    min_count: int = 5,
    correction: str = "bh",
    all_words: bool = False,
    numbers: bool = False,
    no_fold: Iterable[str] = (),
) -> NotebookFrame:
    """The terms that set one part apart from another, highest log-likelihood first.

    A part is written as `nrm keyness` takes it: "2024", "2010-2013", "online", "issue focus",
    "country:CN", some of them joined with "+"; one of the two may be "rest". `correction` is bh
    (Benjamini and Hochberg), holm or bonferroni. Columns: term, size, count_a, count_b, per_10000_a,
    per_10000_b, passages_a, passages_b, g2, log_ratio (positive: more frequent in `a`), log_ratio_low,
    log_ratio_high, p, p_adjusted, sample; for the formulae see `nrm.analysis.text.keyness_measures`.
    """
    from nrm.analysis.text.folding import rules_without
    from nrm.analysis.text.keyness import keyness as compared
    from nrm.analysis.text.keyness_measures import correction_named
    from nrm.analysis.text.term_counts import Wanted as WantedTerms
    from nrm.notebook_frame import notebook_frame

    found = compared(
        corpus,
        a,
        b,
        wanted=WantedTerms(tuple(sizes), min_count, all_words, numbers),
        in_force=rules_without(no_fold),
        correction=correction_named(correction),
    )
    title = f"{a} ({found.words_a:,} words) against {b} ({found.words_b:,} words)"
    return notebook_frame(map(asdict, found.keywords), "keyword", title, sample=corpus.sample)


def comentions(
    corpus: Corpus,
    of: Iterable[str] = ("country", "market", "org"),
    *,
    within: str = "entry",
    min_together: int = 1,
    years: Wanted = None,
    chapters: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> NotebookFrame:
    """Which countries, markets and organisations are named in the same entry (or `within` a paragraph).

    Columns: label_a, id_a, name_a, label_b, id_b, name_b, together (units that name both), units_a,
    units_b, jaccard, list_years, first_established, last_established, sample. networkx takes it with
    `from_pandas_edgelist(frame, "name_a", "name_b", "together")`.
    """
    from nrm.analysis.text.comentions import comentions as pairs
    from nrm.analysis.text.comentions import labels_named, within_named
    from nrm.notebook_frame import notebook_frame

    found = pairs(
        corpus,
        within=within_named(within),
        labels=labels_named(of),
        part=choose_part(corpus, years=years, chapters=chapters, kinds=kinds, countries=countries, markets=markets),
        min_together=min_together,
    )
    title = f"Named together in one {within}"
    return notebook_frame((one.flat() for one in found), "comention", title, sample=corpus.sample)


def reuse(corpus: Corpus, market: str | None = None, *, shortest: int = 5) -> NotebookFrame:
    """How much of each entry was carried over word for word from the edition before, of all markets or of one.

    Runs of at least `shortest` words that both entries have count, the longest first. Columns:
    list_year, market_id, name, kind, old_year, status, words, carried, share, old_words, dropped,
    entry_id, old_entry_id, sample; for what is not established see `nrm.analysis.text.reuse`.
    """
    from nrm.analysis.text.reuse import reuse as rows_of
    from nrm.notebook_frame import notebook_frame

    wanted = choose_part(corpus, markets=market).markets
    rows = [row for row in rows_of(corpus, shortest=shortest) if not wanted or row.market_id in wanted]
    return notebook_frame(map(asdict, rows), "reused", "Carried over from the edition before", sample=corpus.sample)


def boilerplate(corpus: Corpus, *, shortest: int = 6) -> NotebookFrame:
    """Sentences of at least `shortest` words that stand in the entries of several markets, most markets first.

    Columns: text, words, markets, entries, editions, first_year, last_year, market_ids, sample.
    """
    from nrm.analysis.text.boilerplate import boilerplate as sentences
    from nrm.notebook_frame import notebook_frame

    found = sentences(corpus, shortest=shortest)
    title = "Sentences in the entries of several markets"
    return notebook_frame(map(asdict, found), "boilerplate", title, sample=corpus.sample)
