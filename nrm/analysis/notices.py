"""What is said once wherever results are shown: that data are samples, and what USTR says of the list."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from nrm.analysis import cells

SAMPLE_NOTICE = "SAMPLE DATA from facsimiles, never to be cited"
LAW_NOTICE = "USTR: the list makes no finding of a violation of law."


def is_sample(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether any row is marked as sample data in its column `sample`."""
    return any(not cells.unknown(row["sample"]) and bool(row["sample"]) for row in rows)


def as_html(sample: bool) -> str:
    """The notices as a paragraph: of sample data where they are, of the law always."""
    told = [f"{SAMPLE_NOTICE}."] * sample + [LAW_NOTICE]
    return f"<p><small>{html.escape(' '.join(told))}</small></p>"
