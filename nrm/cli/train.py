"""`nrm train`: a statistical component for names that no list knows, from the corpus at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder
from nrm.tagging.silver import EPOCHS

SUMMARY = "A model for names that no list knows."
EXAMPLES = ("nrm train --out data/model", "nrm train --build data/derived --seed 7 --out data/model-7")
DEFAULT_MODEL = Path("data/model")


def command(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder that the model becomes.")
    ] = DEFAULT_MODEL,
    build: BuildFolder = DEFAULT_BUILD,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="The same seed gives the same model.")] = 0,
    epochs: Annotated[int, typer.Option("--epochs", metavar="N", min=1, help="Times through all passages.")] = EPOCHS,
) -> None:
    """Train spaCy's entity recogniser on the mentions of a build, on the processor, in a minute or two.

    What it learns from are the mentions that names and rules have found. `nrm build --model DIR` uses it beside
    them; `nrm evaluate` says whether that is worth it.
    """
    from nrm.cli.screen import notices, say
    from nrm.corpus import load
    from nrm.stages.training import train_model

    corpus = load(build)
    told = train_model(corpus, out, seed=seed, epochs=epochs)
    say(
        f"Trained on {told.mentions:,} mentions in {told.passages:,} passages of {len(told.list_years)} editions "
        f"({told.epochs} times through, seed {told.seed})."
    )
    print(f"Model: {out}")
    notices(corpus.sample, law=False, to_data=True)
