"""Which entries of which editions are the same market: splits, joins, stable ids, and the reviewed table."""

from __future__ import annotations

from nrm.identity.aliases import AliasTable, ReviewedMarket, reviewed
from nrm.identity.identify import Identification, identify
from nrm.identity.near import NearName, near_names
from nrm.identity.normalise import name_key

__all__ = [
    "AliasTable",
    "Identification",
    "NearName",
    "ReviewedMarket",
    "identify",
    "name_key",
    "near_names",
    "reviewed",
]
