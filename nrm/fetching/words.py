"""The closed vocabularies of fetching, as types; `schema.toml` says what each word means."""

from __future__ import annotations

from typing import Literal

Outcome = Literal[
    "fetched",
    "unchanged",
    "another edition",
    "not a list",
    "facsimile",
    "web page",
    "robot check",
    "no pdf",
    "damaged",
    "no text",
    "cut off",
    "too large",
    "too slow",
    "certificate",
    "not allowed",
    "redirect loop",
    "forbidden",
    "not found",
    "too many requests",
    "server error",
    "no connection",
    "unexpected answer",
]
"""How asking an address ended."""

Route = Literal["manifest", "discovery", "archive", "added"]
"""How an address was found."""

Status = Literal["there", "fetched", "changed", "not had", "would ask"]
"""What became of an edition that was to be fetched."""
