"""What other official reports say about the list: claims, and what the listings say to them.

The way of a document: `document_date` (first page, metadata) and `chapter_countries` (bookmarks → country per
page) → `SourcePage` → `claims` → `verdicts`.
"""

from __future__ import annotations

from nrm.tagging.corroboration.claims import Claim, ClaimKind, claims
from nrm.tagging.corroboration.document_date import DocumentDate, document_date
from nrm.tagging.corroboration.document_text import SourcePage, chapter_countries
from nrm.tagging.corroboration.list_year import Published, published_lists, stated_date
from nrm.tagging.corroboration.verdicts import CheckedClaim, VerdictKind, verdicts

__all__ = [
    "CheckedClaim",
    "Claim",
    "ClaimKind",
    "DocumentDate",
    "Published",
    "SourcePage",
    "VerdictKind",
    "chapter_countries",
    "claims",
    "document_date",
    "published_lists",
    "stated_date",
    "verdicts",
]
