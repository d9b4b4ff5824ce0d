"""The dtypes of the tables that the analysis makes: those of `nrm.frames`, so that both agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from nrm.schema import vocabulary

TEXT = pd.StringDtype("python")
WHOLE = pd.Int64Dtype()
NUMBER = pd.Float64Dtype()
TRUTH = pd.BooleanDtype()


def category(name: str) -> pd.CategoricalDtype:
    """The categorical dtype of a vocabulary of the schema."""
    return pd.CategoricalDtype(list(vocabulary(name)))


def typed(records: Iterable[Mapping[str, object]], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """The records as a DataFrame with exactly these columns and dtypes, even without a record."""
    rows = list(records)
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtypes[name]) for name in dtypes})
