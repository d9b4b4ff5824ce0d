"""Names that resemble a listed one, for many names at once.

The score is that of `nrm.identity.near`: slips per letter of the longer name (optimal string alignment), and 90 at
least where a name holds all words of a listed one but generic ones ("market").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nrm.identity.aliases import reviewed
from nrm.identity.near import NEAR
from nrm.identity.normalise import domain_label, name_key, words_of
from nrm.screening.keys import whole_address
from nrm.screening.listed import Proof, Proofs

MOST = 3
"""The nearest markets that are given for one name."""
_CONTAINED = 90.0
_FEWEST_LETTERS = 4
_CHUNK = 4096
Near = tuple[float, Proof]


def near_matches(names: Sequence[str], listed: Proofs) -> Iterator[list[Near]]:
    """For each name the nearest markets with their scores (`NEAR` to 100), best first, `MOST` at most.

    `listed` has the proofs by `name_key`. A name is judged by itself: the others make no difference.
    """
    keys = sorted(listed)
    words = _Words({proof.printed for proofs in listed.values() for proof in proofs.values()}, listed)
    for start in range(0, len(names), _CHUNK):
        chunk = names[start : start + _CHUNK]
        for name, alike in zip(chunk, _alike([_key(name) for name in chunk], keys), strict=True):
            yield _best([*alike, *words.within(name)], listed)


def _key(name: str) -> str:
    """The key of a name; of a domain that of its label, for another ending is no likeness."""
    address = whole_address(name)
    return name_key(name if address is None else domain_label(address.host))


def _alike(queries: Sequence[str], keys: Sequence[str]) -> list[list[tuple[float, str]]]:
    """For each query the keys that resemble it in their letters, with scores."""
    import numpy as np
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    found: list[list[tuple[float, str]]] = [[] for _ in queries]
    if not keys:
        return found
    scores = cdist(
        queries, keys, scorer=OSA.normalized_similarity, score_cutoff=NEAR / 100, dtype=np.float32, workers=-1
    )
    for query, key in zip(*np.nonzero(scores), strict=True):
        found[int(query)].append((round(100 * float(scores[query, key]), 1), keys[int(key)]))
    return found


def _best(scored: Sequence[tuple[float, str]], listed: Proofs) -> list[Near]:
    best: dict[str, Near] = {}
    for score, key in scored:
        for market_id, proof in listed[key].items():
            if market_id not in best or score > best[market_id][0]:
                best[market_id] = (score, proof)
    return sorted(best.values(), key=lambda near: (-near[0], near[1].market.market_id))[:MOST]


class _Words:
    """The telling words of listed names, to be looked for in longer ones."""

    def __init__(self, names: set[str], listed: Proofs) -> None:
        self._generic = reviewed().generic_words
        self._of: dict[str, set[tuple[frozenset[str], str]]] = defaultdict(set)
        for name in names:
            key, words = name_key(name), self._telling(name)
            if key in listed and sum(map(len, words)) >= _FEWEST_LETTERS:
                self._of[max(words, key=lambda word: (len(word), word))].add((words, key))

    def within(self, name: str) -> Iterator[tuple[float, str]]:
        """The keys of listed names all of whose telling words stand in a name."""
        words = self._telling(name)
        for word in words & self._of.keys():
            for wanted, key in sorted(self._of[word], key=lambda pair: pair[1]):
                if wanted <= words:
                    yield _CONTAINED, key

    def _telling(self, name: str) -> frozenset[str]:
        return frozenset(words_of(name)) - self._generic
