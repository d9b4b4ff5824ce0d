"""What the statistical component adds: one edition left out after the other.

Everything is measured against the rulers that know the whole corpus, so a figure says how well
names are found that are new to an edition, not how right the rulers are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from nrm.tagging.market_names import MarketName
from nrm.tagging.pipeline import nlp
from nrm.tagging.silver import EPOCHS, SilverText
from nrm.tagging.train import recogniser

if TYPE_CHECKING:
    from spacy.language import Language

System = Literal["rulers", "model", "both"]
Scope = Literal["all names", "unseen names"]
Progress = Callable[[int, int, int], None]
"""Called with the editions done, how many there are, and the list year just done."""
_Key = tuple[System, str, Scope, str]

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
    """How a system does on one label. `wanted` is the number of mentions looked for.

    For unseen names (markets that stand in no other edition) there is no precision, and None for
    it and f1: what is found beside them cannot be told apart.
    """

    system: System
    label: str
    scope: Scope
    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return None if self.scope == "unseen names" or not self.found else self.right / self.found

    @property
    def recall(self) -> float | None:
        """The share of what was looked for that was found."""
        return self.right / self.wanted if self.wanted else None

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

    @property
    def verdict(self) -> str:
        """What the figures say about the model, in a sentence or two."""
        scores = {(s.system, s.scope): s for s in self.scores if s.label == "MARKET"}
        new = {system: scores.get((system, "unseen names")) for system in ("rulers", "both")}
        every = {system: scores.get((system, "all names")) for system in ("rulers", "both")}
        rulers, both = new["rulers"], new["both"]
        if not rulers or not both or not both.wanted:
            return "No market is named in one edition alone, so nothing can be said of unseen names: leave it off."
        before, after = (_percent(one.precision if one else None) for one in (every["rulers"], every["both"]))
        told = (
            f"Of {both.wanted} mentions of markets that no other edition names, names and rules alone find "
            f"{rulers.right}, with the model {both.right}; precision on all markets {before} alone, {after} with it."
        )
        return f"{told} {'It is worth using' if self.worth_it else 'Leave it off, as it is by default'}."


def evaluate(
    texts: Sequence[SilverText],
    names: Iterable[MarketName],
    *,
    sample: bool,
    seed: int = 0,
    epochs: int = EPOCHS,
    list_years: Collection[int] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Evaluation:
    """Leaves each edition out in turn: rulers and model know the others only, and are tried on it.

    `texts` are a build's passages with their mentions, `names` its markets'; `list_years` limits which
    editions are left out; `workers` processes train at once. Training takes about a minute for each edition
    of a full corpus. Raises `BadTable` where no mention is left to learn from.
    """
    known = tuple(names)
    every = {text.list_year for text in texts}
    years = sorted(every if list_years is None else every & set(list_years))
    one_edition = partial(_one_edition, texts=tuple(texts), names=known, seed=seed, epochs=epochs)
    counts: Counter[_Key] = Counter()
    for done, counted in enumerate(_in_order(one_edition, years, workers), start=1):
        counts.update(counted)
        if progress is not None:
            progress(done, len(years), years[done - 1])
    keys = sorted({key[:3] for key in counts})
    scores = tuple(Score(*key, *(counts[*key, what] for what in ("wanted", "found", "right"))) for key in keys)
    notes = (SILVER_NOTE, SAMPLE_NOTE) if sample else (SILVER_NOTE,)
    return Evaluation(scores, tuple(years), notes, _is_worth_it(scores))


def _in_order(
    one_edition: Callable[[int], Counter[_Key]], years: Sequence[int], workers: int
) -> Iterable[Counter[_Key]]:
    """The counts of each edition, oldest first, by so many processes at once."""
    if min(workers, len(years)) <= 1:
        yield from map(one_edition, years)
        return
    with ProcessPoolExecutor(min(workers, len(years)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(one_edition, years)


def _one_edition(
    year: int, *, texts: Sequence[SilverText], names: tuple[MarketName, ...], seed: int, epochs: int
) -> Counter[_Key]:
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
    counts: Counter[_Key] = Counter()
    for system, found in results.items():
        for label in sorted({span.label for span in wanted | found}):
            of_label = {span for span in found if span.label == label}
            _count(counts, system, label, "all names", {s for s in wanted if s.label == label}, of_label)
        _count(counts, system, "MARKET", "unseen names", new, found & new)
    return counts


def _markets(texts: Iterable[SilverText]) -> set[str]:
    return {mention.norm for text in texts for mention in text.mentions if mention.label == "MARKET"}


def _count(
    counts: Counter[_Key], system: System, label: str, scope: Scope, wanted: set[_Span], found: set[_Span]
) -> None:
    counts[system, label, scope, "wanted"] += len(wanted)
    counts[system, label, scope, "found"] += len(found)
    counts[system, label, scope, "right"] += len(wanted & found)


def _found(language: Language, texts: Sequence[SilverText]) -> set[_Span]:
    documents = language.pipe(((text.text, text) for text in texts), as_tuples=True)
    return {
        _Span(text.passage_id, entity.start_char, entity.end_char, entity.label_)
        for document, text in documents
        for entity in document.ents
    }


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{100 * share:.1f} %"


def _is_worth_it(scores: Iterable[Score]) -> bool:
    by_key = {(s.system, s.label, s.scope): s for s in scores}
    new = [by_key.get((system, "MARKET", "unseen names")) for system in ("rulers", "both")]
    every = [by_key.get((system, "MARKET", "all names")) for system in ("rulers", "both")]
    if None in new or None in every:
        return False
    gains = ((new[1] and new[1].recall) or 0.0) > ((new[0] and new[0].recall) or 0.0)
    before, after = ((score and score.precision) or 0.0 for score in every)
    return gains and after >= before - 0.01
