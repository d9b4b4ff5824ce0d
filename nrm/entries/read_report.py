"""A PDF → a `Report`: its passages, its entries, and what did not add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from nrm.editions.manifest import manifest
from nrm.editions.recognise import Recognised, recognise
from nrm.entries.chapters import chapter_starts
from nrm.entries.checks.keys import AnswerKeys
from nrm.entries.compose import compose
from nrm.entries.correction_table import Correction, own_corrections, read_corrections
from nrm.entries.corrections import corrected
from nrm.entries.country_leads import with_whole_leads
from nrm.entries.joined_titles import with_joined_titles
from nrm.entries.reconcile import reconcile
from nrm.entries.region import results_region
from nrm.entries.roles import judge
from nrm.errors import EmptyResults, NotANotoriousMarketsList
from nrm.layout import candidates, lay_out
from nrm.model import Block, Edition, Line, Report
from nrm.pdf import Document, ReaderName, read_document

_LOOK = "`nrm inspect` shows how it was read"
_COVER_PAGES = 4


def read_report(
    path: str | Path,
    reader: ReaderName = "pdfium",
    corrections: str | Path | Iterable[Correction] = (),
) -> Report:
    """Read one edition of the Notorious Markets List.

    `corrections` are your own (a TOML file, or what `read_corrections` gave); they come after the
    project's own, which are for official reports only.

    Raises `UnreadablePdf` or `NoText` for a file that cannot be read, `NotANotoriousMarketsList`
    for another document, `EmptyResults` if no entry could be found in it, and `BadTable` for a
    file of corrections that is none.
    """
    given = read_corrections(corrections) if isinstance(corrections, str | Path) else corrections
    return report_of(read_document(path, reader), str(path), given)


def report_of(document: Document, path: str = "", corrections: Iterable[Correction] = ()) -> Report:
    """The report that a document holds; see `read_report`."""
    keys = answer_keys(document, path)
    reconciliation, findings = reconcile(keys)
    found = keys.composed
    report = Report(keys.edition, found.passages, found.entries, findings, reconciliation)
    own = () if keys.edition.sample else own_corrections()
    return corrected(report, (*own, *corrections))


def answer_keys(document: Document, path: str = "") -> AnswerKeys:
    """Everything that was found in a document on the way to its entries; raises as `read_report`."""
    where = path or document.file
    known = recognised(document)
    if known is None:
        raise NotANotoriousMarketsList(
            f"{where}: no Notorious Markets List (its first pages do not say that it is one)"
        )
    layout = with_joined_titles(lay_out(document.pages))
    found = with_whole_leads(candidates(layout.blocks, layout.body), layout.blocks)
    first = _first_text_block(layout.contents_lines, layout.blocks)
    starts = chapter_starts(found, layout.contents, first, len(layout.blocks))
    listed = [entry for entry in layout.contents.entries if entry.level > 1]
    region = results_region(starts, found, layout.blocks, listed)
    if region is None:
        raise EmptyResults(f"{where}: nothing in it looks like the results chapter; {_LOOK}")
    inside = [c for c in found if region.start <= c.block < region.end]
    judged = judge(inside, layout.blocks, listed)
    composed = compose(
        known.list_year,
        document.sha256,
        layout.furniture.printed,
        layout.blocks,
        starts,
        region,
        judged,
        layout.footnotes,
    )
    if not composed.entries:
        raise EmptyResults(f"{where}: a results chapter without a single market heading; {_LOOK}")
    edition = _edition(document, known)
    return AnswerKeys(edition, document, layout, found, starts, region, judged, composed)


def recognised(document: Document) -> Recognised | None:
    """Which edition a document is, from its first pages with text and its metadata."""
    pages = [page for page in document.pages[: _COVER_PAGES + 2] if page.lines][:_COVER_PAGES]
    texts = [line.text for page in pages for line in page.lines]
    return recognise(texts, document.metadata)


def _first_text_block(contents_lines: tuple[Line, ...], blocks: Sequence[Block]) -> int:
    """The first block behind the contents page: titles before it are the cover's."""
    if not contents_lines:
        return 1 if len(blocks) > 1 else 0
    last = contents_lines[-1]
    place = (last.page, last.baseline)
    return next(
        (i for i, b in enumerate(blocks) if (b.page, b.lines[0].baseline) > place), len(blocks)
    )


def _edition(document: Document, known: Recognised) -> Edition:
    facts = next((e for e in manifest() if e.list_year == known.list_year), None)
    official = facts if facts is not None and not known.sample else None
    return Edition(
        list_year=known.list_year,
        title=known.title,
        published=known.published or (facts.published if facts else ""),
        file=document.file,
        sha256=document.sha256,
        pages=len(document.pages),
        sample=known.sample,
        declared_online=official.declared_online if official else known.declared_online,
        declared_physical=official.declared_physical if official else known.declared_physical,
        explained=official.explained if official else "",
    )
