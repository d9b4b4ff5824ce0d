"""One document → its claims about the list, checked against the listings of a corpus."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nrm.analysis import notices
from nrm.corpus import Corpus
from nrm.editions.wording import is_facsimile
from nrm.model import Finding
from nrm.pdf.page_texts import page_texts
from nrm.pdf.told_by_file import told_by_file
from nrm.tagging.corroborate import (
    CheckedClaim,
    DocumentDate,
    SourcePage,
    chapter_countries,
    claims,
    document_date,
    verdicts,
)

_SHOWN = ("page", "list_year", "market", "country", "claim", "verdict")


@dataclass(frozen=True, slots=True, repr=False)
class Corroboration:
    """What a document says of the list and what the listings say to it.

    `date` is the day on which the document is taken to have appeared and what told it (`option`, `cover`,
    `metadata`, `unknown`). `findings` are sentences that were not understood, that name no market, or whose list
    year was settled by other than its words. `sample` is true where the listings, or the document, are facsimiles.
    """

    file: str
    date: DocumentDate
    checked: tuple[CheckedClaim, ...]
    findings: tuple[Finding, ...]
    sample: bool

    @property
    def rows(self) -> tuple[dict[str, Any], ...]:
        """One dict per claim, with the columns of the record `claim` of the schema."""
        return tuple({**asdict(one.claim), "verdict": one.verdict} for one in self.checked)

    @property
    def verdicts(self) -> Counter[str]:
        """How many claims have which verdict."""
        return Counter(one.verdict for one in self.checked)

    def __repr__(self) -> str:
        counted = ", ".join(f"{number} {verdict}" for verdict, number in self.verdicts.most_common()) or "no claim"
        return f"<Corroboration of {self.file}: {counted}{'; SAMPLE DATA' if self.sample else ''}>"

    def _repr_html_(self) -> str:
        heads = "".join(f"<th>{name.replace('_', ' ')}</th>" for name in _SHOWN)
        body = "".join(
            f'<tr title="{html.escape(row["sentence"], quote=True)}">'
            + "".join(f"<td>{html.escape(str(row[name] or ''))}</td>" for name in _SHOWN)
            + "</tr>"
            for row in self.rows
        )
        return f"<p>{html.escape(repr(self))}</p><table><tr>{heads}</tr>{body}</table>{notices.as_html(self.sample)}"


def corroborate(path: str | Path, corpus: Corpus, *, on: date | None = None) -> Corroboration:
    """What a PDF or a text file claims about the list, checked against a corpus.

    `on` is the day on which the document appeared; else it is taken from its first page or its metadata. It
    settles which list was the newest where a sentence prints no year. Raises `UnreadablePdf` or `NoText` where the
    document cannot be read.
    """
    from nrm.stages.market_pipeline import market_names

    pages = list(page_texts(path))
    told = told_by_file(path)
    first = pages[0][1] if pages else ""
    day = DocumentDate(on, "option") if on is not None else document_date(first, told.metadata)
    chapters = chapter_countries([(mark.title, mark.page) for mark in told.bookmarks], len(pages))
    found, findings = claims(
        (SourcePage(number, text, chapters.get(number, "")) for number, text in pages),
        day.day,
        market_names(corpus),
        file=Path(path).name,
    )
    return Corroboration(
        file=Path(path).name,
        date=day,
        checked=verdicts(found, corpus.listings, corpus.editions),
        findings=findings,
        sample=corpus.sample or is_facsimile(first.splitlines(), {}),
    )
