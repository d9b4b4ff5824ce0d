"""The spaCy pipeline that knows the reviewed market names, and those of a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from nrm.corpus import Corpus
    from nrm.model import Market
    from nrm.tagging.market_names import MarketName


def nlp(corpus: Corpus | None = None) -> Language:
    """A spaCy `Language` that sets `doc.ents` (MARKET, COUNTRY, DOMAIN, CITY, ORG) in any text.

    It knows the reviewed names that ship with nrm; with a corpus also every name and domain under which the
    corpus lists a market.
    """
    from nrm.tagging.pipeline import nlp as pipeline
    from nrm.tagging.reviewed import reviewed_names

    return pipeline() if corpus is None else pipeline(_together(reviewed_names(), _names_of(corpus)))


def nlp_of_markets(markets: Iterable[Market]) -> Language:
    """The same for the markets that the identity stage found."""
    from nrm.tagging.market_names import from_markets
    from nrm.tagging.pipeline import nlp as pipeline
    from nrm.tagging.reviewed import reviewed_names

    return pipeline(_together(reviewed_names(), from_markets(markets)))


def _together(*groups: Iterable[MarketName]) -> tuple[MarketName, ...]:
    from nrm.tagging.market_names import together

    return together(*groups)


def _names_of(corpus: Corpus) -> Iterable[MarketName]:
    from nrm.model import Market
    from nrm.tagging.market_names import from_markets

    return from_markets(
        Market(
            market_id=row["market_id"],
            name=row["name"],
            kind=row["kind"],
            aliases=tuple(row["aliases"]),
            domains=tuple(row["domains"]),
            countries=tuple(row["countries"]),
            city=row["city"] or "",
            evidence=(),
        )
        for row in corpus.rows("markets")
    )
