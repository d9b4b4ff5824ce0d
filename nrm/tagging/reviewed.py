"""The market names of the reviewed table that ships with the package."""

from __future__ import annotations

from functools import cache

from nrm.identity.aliases import reviewed
from nrm.tagging.market_names import MarketName


@cache
def reviewed_names() -> tuple[MarketName, ...]:
    """Every market of the reviewed table (`nrm/identity/aliases.toml`) with all its printed forms."""
    return tuple(
        MarketName(
            market_id=market.market_id,
            name=market.name,
            kind=market.kind,
            aliases=tuple(dict.fromkeys(alias.name for alias in market.aliases)),
            country=market.country,
            city=market.city,
            domains=market.domains,
        )
        for market in reviewed().markets
    )
