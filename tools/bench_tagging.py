"""What nrm does in a second of one core's time, on the samples: `make bench-tagging`, best on an idle machine."""

from __future__ import annotations

import time

from spacy.language import Language

from nrm.pdf.page_texts import page_texts
from nrm.stages.discover import sample_files
from nrm.stages.market_pipeline import nlp

ROUNDS = 3


def tagging() -> str:
    """Words a second through the whole pipeline, the best of three rounds."""
    with sample_files() as files:
        texts = [text for file in files for _, text in page_texts(file)]
    words = sum(len(text.split()) for text in texts)
    language = nlp()
    list(language.pipe(texts[:10]))
    best = min(_seconds(language, texts) for _ in range(ROUNDS))
    return f"tagging: {words / best:,.0f} words a second ({words:,} words of the sample editions)"


def _seconds(language: Language, texts: list[str]) -> float:
    begun = time.process_time()
    for _ in language.pipe(texts):
        pass
    return time.process_time() - begun


if __name__ == "__main__":
    print(tagging())
