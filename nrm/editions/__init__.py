"""Which editions exist, what is known of them beforehand, and which one a PDF is."""

from __future__ import annotations

from nrm.editions.manifest import (
    Address,
    EditionFacts,
    Neighbours,
    facts,
    manifest,
    neighbours,
)
from nrm.editions.recognise import Recognised, recognise

__all__ = [
    "Address",
    "EditionFacts",
    "Neighbours",
    "Recognised",
    "facts",
    "manifest",
    "neighbours",
    "recognise",
]
