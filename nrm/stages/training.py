"""A corpus → a statistical component trained on it, and how well such a one does."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.corpus import Corpus
from nrm.errors import MixedSources, UnknownName
from nrm.stages.market_pipeline import market_names
from nrm.tagging.saved_model import TrainedOn, check_free, save, trained_on
from nrm.tagging.silver import EPOCHS, SilverText, silver_of_rows

if TYPE_CHECKING:
    from nrm.tagging.evaluate import Evaluation, Progress


def train_model(corpus: Corpus, folder: str | Path, *, seed: int = 0, epochs: int = EPOCHS) -> TrainedOn:
    """Train spaCy's NER on a corpus's passages and their mentions, and write it as a model folder.

    The same corpus, seed and versions of the libraries give the same model. Raises `BadTable` where there is
    nothing to learn from or the folder is not to be written.
    """
    from nrm.tagging.train import train

    check_free(folder)  # before a minute of training
    texts = _texts(corpus)
    language = train(texts, market_names(corpus), seed=seed, epochs=epochs)
    told = TrainedOn(
        sample=corpus.sample,
        list_years=tuple(sorted({text.list_year for text in texts})),
        passages=len(texts),
        mentions=sum(len(text.mentions) for text in texts),
        seed=seed,
        epochs=epochs,
    )
    save(language, told, folder)
    return told


def evaluate_model(
    corpus: Corpus,
    *,
    list_years: Collection[int] | None = None,
    seed: int = 0,
    epochs: int = EPOCHS,
    workers: int = 1,
    progress: Progress | None = None,
) -> Evaluation:
    """Train without one edition after the other, and try each time how that edition's names are found.

    `list_years` limits which editions are left out. Raises `UnknownName` for one that the corpus does not have,
    and where it has but one.
    """
    from nrm.tagging.evaluate import evaluate

    texts = _texts(corpus)
    held = {text.list_year for text in texts}
    for year in sorted(set(list_years or ()) - held):
        raise UnknownName(f"no edition {year} in this build; it has {', '.join(map(str, sorted(held)))}")
    if len(held) < 2:
        raise UnknownName("leaving one edition out needs a build of at least two")
    return evaluate(
        texts,
        market_names(corpus),
        sample=corpus.sample,
        seed=seed,
        epochs=epochs,
        list_years=list_years,
        workers=workers,
        progress=progress,
    )


def refuse_sample_model(folder: str | Path, *, sample: bool) -> None:
    """Raise `MixedSources` where a model learned from facsimiles would read official reports.

    Raises `BadTable` for a folder that is no model of nrm's.
    """
    if trained_on(folder).sample and not sample:
        raise MixedSources(f"{folder}: this model was trained on sample data; train one on official reports")


def _texts(corpus: Corpus) -> tuple[SilverText, ...]:
    mentions = [row for row in corpus.rows("mentions") if row["subtype"] != "statistical"]
    return silver_of_rows(corpus.rows("passages"), mentions)
