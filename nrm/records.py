"""The values of the model as rows of the tables: plain dicts with exactly the schema's columns.

Unknown is `None`; an empty string, and the 0 that stands for "no page" or "no edition", become it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nrm.model import (
    Edition,
    Entry,
    Finding,
    Listing,
    Market,
    Mention,
    Passage,
    Provenance,
    Reconciliation,
)
from nrm.schema import table

Record = dict[str, object]


def entries_rows(entries: Iterable[Entry], *, sample: bool) -> list[Record]:
    """Rows of the table `entries`, in the order given."""
    return [_row("entries", entry, sample=sample) for entry in entries]


def passages_rows(passages: Iterable[Passage], *, sample: bool) -> list[Record]:
    """Rows of the table `passages`, in the order given."""
    return [_row("passages", passage, sample=sample) for passage in passages]


def listings_rows(listings: Iterable[Listing], *, sample: bool) -> list[Record]:
    """Rows of the table `listings`, in the order given."""
    return [_row("listings", listing, sample=sample) for listing in listings]


def mentions_rows(mentions: Iterable[Mention], *, sample: bool) -> list[Record]:
    """Rows of the table `mentions`, in the order given."""
    return [_row("mentions", mention, sample=sample) for mention in mentions]


def findings_rows(findings: Iterable[Finding], *, sample: bool) -> list[Record]:
    """Rows of the table `findings`; each finding once, though several stages may have made it."""
    distinct = {finding.finding_id: finding for finding in findings}
    return [
        _row(
            "findings",
            finding,
            list_year=finding.list_year or None,
            page=finding.page or None,
            sample=sample,
        )
        for finding in distinct.values()
    ]


def edition_row(
    edition: Edition,
    *,
    status: str,
    coverage_online: str,
    coverage_physical: str,
    found_online: int | None = None,
    found_physical: int | None = None,
    reconciliation: Reconciliation | None = None,
) -> Record:
    """A row of the table `editions`; vocabularies `edition_status` and `coverage`.

    An edition of the manifest that is not in the corpus has an empty `file` and `sha256`, 0 pages,
    and `missing` for its status and coverages.
    """
    return _row(
        "editions",
        edition,
        source_sha256=edition.sha256,
        pages=edition.pages or None,
        found_online=found_online,
        found_physical=found_physical,
        contents_only=reconciliation.contents_only if reconciliation else (),
        body_only=reconciliation.body_only if reconciliation else (),
        unexplained_lines=reconciliation.unexplained_lines if reconciliation else None,
        coverage_online=coverage_online,
        coverage_physical=coverage_physical,
        status=status,
    )


def market_row(
    market: Market,
    *,
    first_year: int,
    last_year: int,
    editions: int,
    spells: Sequence[str],
    status: str,
    left_truncated: bool,
    right_censored: bool,
    sample: bool,
) -> Record:
    """A row of the table `markets`; `spells` such as `("2010-2011", "2016")`."""
    return _row(
        "markets",
        market,
        first_year=first_year,
        last_year=last_year,
        editions=editions,
        spells=tuple(spells),
        status=status,
        left_truncated=left_truncated,
        right_censored=right_censored,
        sample=sample,
    )


def provenance_object(provenance: Provenance) -> Record:
    """`{sha256, regions: [{page, printed, box}]}`; boxes in points, to a hundredth."""
    return {
        "sha256": provenance.sha256,
        "regions": [
            {
                "page": region.page,
                "printed": region.printed,
                # Adding 0.0 turns -0.0 into 0.0.
                "box": [round(float(side), 2) + 0.0 for side in region.box],
            }
            for region in provenance.regions
        ],
    }


def _row(table_name: str, value: object, **more: object) -> Record:
    """The columns of a table, taken from `more` or else from the attributes of the value."""
    row: Record = {}
    for name in table(table_name).column_names:
        cell = more[name] if name in more else getattr(value, name)
        if isinstance(cell, Provenance):
            cell = provenance_object(cell)
        row[name] = None if cell == "" else cell
    return row
