"""A statistical component for names that no list knows: spaCy's NER, taught by the rulers' own mentions.

The mentions of a corpus are silver, not gold: what the rulers found. Off by default; `nrm evaluate`
says whether it is worth its errors on the corpus at hand.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, cast

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.training import Example
from thinc.api import fix_random_seed

from nrm.errors import BadTable
from nrm.tagging.market_names import MarketName
from nrm.tagging.pipeline import COMPONENT, MentionRuler, nlp
from nrm.tagging.silver import EPOCHS, SilverText
from nrm.tagging.tokens import keep_domains_whole

_BATCH: Final = 32
_DROPOUT: Final = 0.2
_NER: Final = "ner"


def train(
    texts: Sequence[SilverText], names: Iterable[MarketName] = (), *, seed: int = 0, epochs: int = EPOCHS
) -> Language:
    """A pipeline with spaCy's NER before the rulers, which know `names`; the same seed gives the same model.

    `texts` are a build's passages with their mentions (`silver`). Save it with `to_disk`; `add_model` puts
    it beside other rulers. Raises `BadTable` where the texts have no mention to learn from.
    """
    language = recogniser(texts, seed=seed, epochs=epochs)
    cast(MentionRuler, language.add_pipe(COMPONENT)).set_names(names)
    return language


def add_model(language: Language, folder: str | Path) -> None:
    """Puts the NER of a saved model before the rulers of a pipeline, which it changes.

    Raises `BadTable` where the folder holds no model with an NER.
    """
    try:
        model = spacy.load(folder)
    except (OSError, ValueError) as error:
        raise BadTable(f"{folder}: not a model that `nrm train` wrote ({error})") from error
    if _NER not in model.pipe_names:
        raise BadTable(f"{folder}: the model has no {_NER} component")
    language.add_pipe(_NER, source=model, before=COMPONENT)


def with_model(names: Iterable[MarketName], folder: str | Path) -> Language:
    """The pipeline of these names with the NER of a saved model beside its rulers."""
    language = nlp(names)
    add_model(language, folder)
    return language


def recogniser(texts: Sequence[SilverText], *, seed: int = 0, epochs: int = EPOCHS) -> Language:
    """The NER alone, trained; see `train`."""
    language = spacy.blank("en")
    keep_domains_whole(language)
    # What stands in several editions word for word is learned once.
    examples = [_example(language, text) for text in {(one.text, one.mentions): one for one in texts}.values()]
    labels = sorted({entity.label_ for example in examples for entity in example.reference.ents})
    if not labels:
        raise BadTable("the passages have no mention to learn from; build a corpus first")
    fix_random_seed(seed)
    shuffled = random.Random(seed)
    ner = cast(EntityRecognizer, language.add_pipe(_NER))
    for label in labels:
        ner.add_label(label)
    optimizer = language.initialize(lambda: examples)
    for _ in range(epochs):
        shuffled.shuffle(examples)
        for start in range(0, len(examples), _BATCH):
            language.update(examples[start : start + _BATCH], sgd=optimizer, drop=_DROPOUT)
    return language


def _example(language: Language, text: SilverText) -> Example:
    document = language.make_doc(text.text)
    # Where a name ends within a token, spaCy cannot learn it from this passage.
    entities = [
        (mention.start, mention.end, mention.label)
        for mention in text.mentions
        if document.char_span(mention.start, mention.end) is not None
    ]
    return Example.from_dict(document, {"entities": entities})
