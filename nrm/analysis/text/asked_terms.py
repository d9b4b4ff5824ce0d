"""How often the terms that a person asks for stand in each group, also in those where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from nrm.analysis.coverage import Coverage
from nrm.analysis.text.appearance import appearance
from nrm.analysis.text.folded import FoldedText
from nrm.analysis.text.frequencies import PER, Term
from nrm.analysis.text.phrase import Phrase, occurrences, phrase
from nrm.analysis.text.term_counts import commonest


def asked_terms(
    text: FoldedText,
    groups: Mapping[str, Sequence[int]],
    coverage: Mapping[int, Coverage],
    asked: Sequence[str],
) -> Iterator[Term]:
    """A row for each term asked for and each group, in that order, as `frequencies` counts them.

    A term may have any number of words, and a star at its end. First and last appearance look at
    all passages of the text. Raises `BadQuery` for a term without a word.
    """
    for term in asked:
        wanted = phrase(term, text.folding)
        places = {index: spelled for index in range(len(text.passages)) if (spelled := _spellings(text, index, wanted))}
        told = appearance({text.passages[index].list_year for index in places}, coverage)
        for group, indexes in groups.items():
            inside = [index for index in indexes if index in places]
            forms = Counter(spelled for index in inside for spelled in places[index])
            words = sum(len(text.words[index]) for index in indexes)
            yield Term(
                group=group,
                term=" ".join(wanted.terms) + "*" * wanted.prefix,
                size=len(wanted.terms),
                count=forms.total(),
                words=words,
                per_10000=PER * forms.total() / words if words else 0.0,
                passages=len(inside),
                entries=len({text.passages[index].entry_id for index in inside} - {""}),
                appearance=told,
                forms=commonest(forms),
            )


def _spellings(text: FoldedText, index: int, wanted: Phrase) -> list[str]:
    said, words = text.passages[index].text, text.words[index]
    return [
        " ".join(said[words[first].start : words[behind - 1].end].split())
        for first, behind in occurrences(words, wanted)
    ]
