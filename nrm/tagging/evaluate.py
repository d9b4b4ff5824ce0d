"""What the statistical component adds: one edition left out after the other.

Everything is measured against the rulers that know the whole corpus, so a figure says how well
names are found that are new to an edition, not how right the rulers are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from nrm.tagging.market_names import MarketName
from nrm.tagging.pipeline import nlp
from nrm.tagging.silver import SilverText
from nrm.tagging.train import EPOCHS, recogniser

if TYPE_CHECKING:
    from spacy.language import Language

System = Literal["rulers", "model", "both"]
Scope = Literal["all names", "unseen names"]
_Key = tuple[System, str, Scope]

SAMPLE_NOTE: Final = "These are figures from sample prose: they say nothing about real reports."
SILVER_NOTE: Final = "Measured against what the rulers find that know the whole corpus."


class _Span(NamedTuple):
    passage_id: str
    start: int
    end: int
    label: str

    def overlaps(self, other: _Span) -> bool:
        return self.passage_id == other.passage_id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Score:
    """How a system does on one label. `support` is the number of mentions looked for.

    For unseen names (markets that stand in no other edition) there is no precision, and None for
    it and f1: what is found beside them cannot be told apart.
    """

    system: System
    label: str
    scope: Scope
    support: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return None if self.scope == "unseen names" or not self.found else self.right / self.found

    @property
    def recall(self) -> float | None:
        """The share of what was looked for that was found."""
        return self.right / self.support if self.support else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores, the editions that were left out in turn, and what to bear in mind."""

    scores: tuple[Score, ...]
    list_years: tuple[int, ...]
    notes: tuple[str, ...]
    worth_it: bool
    """Whether the model finds more unseen names without costing the markets' precision a hundredth."""


def evaluate(
    texts: Sequence[SilverText],
    names: Iterable[MarketName],
    *,
    sample: bool,
    seed: int = 0,
    epochs: int = EPOCHS,
    list_years: Collection[int] | None = None,
) -> Evaluation:
    """Leaves each edition out in turn: rulers and model know the others only, and are tried on it.

    `texts` are a build's passages with their mentions, `names` its markets'; `list_years` limits which
    editions are left out. Training takes minutes for each edition of a full corpus. Raises `BadTable`
    where no mention is left to learn from.
    """
    known = tuple(names)
    every = {text.list_year for text in texts}
    years = sorted(every if list_years is None else every & set(list_years))
    counts: dict[_Key, list[int]] = {}
    for year in years:
        _one_edition(year, texts, known, seed, epochs, counts)
    scores = tuple(Score(*key, *counts[key]) for key in sorted(counts))
    notes = (SILVER_NOTE, SAMPLE_NOTE) if sample else (SILVER_NOTE,)
    return Evaluation(scores, tuple(years), notes, _is_worth_it(scores))


def _one_edition(
    year: int,
    texts: Sequence[SilverText],
    names: tuple[MarketName, ...],
    seed: int,
    epochs: int,
    counts: dict[_Key, list[int]],
) -> None:
    tried = [text for text in texts if text.list_year == year]
    others = [text for text in texts if text.list_year != year]
    unseen = _markets(tried) - _markets(others)
    wanted = {_Span(t.passage_id, m.start, m.end, m.label) for t in tried for m in t.mentions}
    new = {
        _Span(t.passage_id, m.start, m.end, m.label)
        for t in tried
        for m in t.mentions
        if m.label == "MARKET" and m.norm in unseen
    }
    rulers = nlp(name for name in names if name.market_id not in unseen)
    by_rulers = _found(rulers, tried)
    by_model = _found(recogniser(others, seed=seed, epochs=epochs), tried)
    added = {
        span for span in by_model if span.label == "MARKET" and not any(span.overlaps(other) for other in by_rulers)
    }
    results: dict[System, set[_Span]] = {"rulers": by_rulers, "model": by_model, "both": by_rulers | added}
    for system, found in results.items():
        for label in sorted({span.label for span in wanted | found}):
            of_label = {span for span in found if span.label == label}
            _count(counts, (system, label, "all names"), {s for s in wanted if s.label == label}, of_label)
        _count(counts, (system, "MARKET", "unseen names"), new, found & new)


def _markets(texts: Iterable[SilverText]) -> set[str]:
    return {mention.norm for text in texts for mention in text.mentions if mention.label == "MARKET"}


def _count(
    counts: dict[_Key, list[int]],
    key: _Key,
    wanted: Collection[_Span],
    found: Collection[_Span],
) -> None:
    row = counts.setdefault(key, [0, 0, 0])
    row[0] += len(wanted)
    row[1] += len(found)
    row[2] += len(set(wanted) & set(found))


def _found(language: Language, texts: Sequence[SilverText]) -> set[_Span]:
    documents = language.pipe(((text.text, text) for text in texts), as_tuples=True)
    return {
        _Span(text.passage_id, entity.start_char, entity.end_char, entity.label_)
        for document, text in documents
        for entity in document.ents
    }


def _is_worth_it(scores: Iterable[Score]) -> bool:
    by_key = {(s.system, s.label, s.scope): s for s in scores}
    new = [by_key.get((system, "MARKET", "unseen names")) for system in ("rulers", "both")]
    every = [by_key.get((system, "MARKET", "all names")) for system in ("rulers", "both")]
    if None in new or None in every:
        return False
    gains = ((new[1] and new[1].recall) or 0.0) > ((new[0] and new[0].recall) or 0.0)
    before, after = ((score and score.precision) or 0.0 for score in every)
    return gains and after >= before - 0.01
