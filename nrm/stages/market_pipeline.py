"""The spaCy pipeline that knows the reviewed market names, those of a corpus, and a trained model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from nrm.corpus import Corpus
    from nrm.model import Market
    from nrm.tagging.market_names import MarketName
    from nrm.tagging.mention_rules import MentionRules


def nlp(corpus: Corpus | None = None, *, model: str | Path | None = None) -> Language:
    """A spaCy `Language` that sets `doc.ents` (MARKET, COUNTRY, DOMAIN, CITY, ORG) in any text.

    It knows the reviewed names that ship with nrm; with a corpus also every name and domain under which the
    corpus lists a market. `model` is a folder that `nrm train` wrote: its statistical component then finds
    markets that no list knows, too. Raises `BadTable` for a folder without such a model.
    """
    from nrm.tagging.reviewed import reviewed_names

    return _pipeline(reviewed_names() if corpus is None else market_names(corpus), model)


def rules(corpus: Corpus | None = None) -> MentionRules:
    """The rules alone, which find the same in any text as `nlp(corpus)`, without spaCy."""
    from nrm.tagging.mention_rules import MentionRules
    from nrm.tagging.reviewed import reviewed_names

    return MentionRules(reviewed_names() if corpus is None else market_names(corpus))


def rules_of_markets(markets: Iterable[Market]) -> MentionRules:
    """The same for the markets that the identity stage found."""
    from nrm.tagging.market_names import from_markets, together
    from nrm.tagging.mention_rules import MentionRules
    from nrm.tagging.reviewed import reviewed_names

    return MentionRules(together(reviewed_names(), from_markets(markets)))


def nlp_of_markets(markets: Iterable[Market], *, model: str | Path | None = None) -> Language:
    """The pipeline for the markets that the identity stage found."""
    from nrm.tagging.market_names import from_markets, together
    from nrm.tagging.reviewed import reviewed_names

    return _pipeline(together(reviewed_names(), from_markets(markets)), model)


def market_names(corpus: Corpus) -> tuple[MarketName, ...]:
    """The reviewed names and those of a corpus's markets, together."""
    from nrm.tagging.market_names import from_markets, together
    from nrm.tagging.reviewed import reviewed_names

    return together(reviewed_names(), from_markets(corpus_markets(corpus)))


def corpus_markets(corpus: Corpus) -> tuple[Market, ...]:
    """The markets of a corpus as values."""
    from nrm.model import Market

    return tuple(
        Market(
            market_id=row["market_id"],
            name=row["name"],
            kind=row["kind"],
            aliases=tuple(row["aliases"]),
            domains=tuple(row["domains"]),
            countries=tuple(row["countries"]),
            city=row["city"] or "",
            evidence=tuple(row["evidence"]),
        )
        for row in corpus.rows("markets")
    )


def _pipeline(names: Iterable[MarketName], model: str | Path | None) -> Language:
    from nrm.tagging.pipeline import nlp as pipeline

    if model is None:
        return pipeline(names)
    from nrm.tagging.train import with_model

    return with_model(names, model)
