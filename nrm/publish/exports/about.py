"""What a reader of an exported file must know, as lines of two cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrm.analysis.phrases import years
from nrm.publish import rights

if TYPE_CHECKING:
    from nrm.publish.tables_once import TablesOnce


def about(corpus: TablesOnce) -> list[tuple[str, str]]:
    """Title, what is not established, what USTR reserves, licence and source: a heading and its text each."""
    editions = corpus.rows("editions")
    held = [row for row in editions if row["source_sha256"]]
    partial = [row["list_year"] for row in held if "partial" in (row["coverage_online"], row["coverage_physical"])]
    missing = [row["list_year"] for row in editions if not row["source_sha256"]]
    lines = [("Notorious Markets List", f"List years {years(row['list_year'] for row in held)}")]
    if corpus.sample:
        lines.append(("Sample data", rights.SAMPLE_NOTICE))
    lines += [
        ("Reservation", rights.RESERVATION),
        ("Pages", "Counted from 1, as a PDF viewer does; the number printed on the page stands beside it."),
        ("Empty cells", "Not known. Several values in one cell are joined with “; ”."),
    ]
    if missing:
        lines.append(("Not established", f"Not in this corpus: {years(missing)}."))
    if partial:
        lines.append(("Not established", f"Not verified as complete: {years(partial)}. Absence there proves nothing."))
    licence = rights.licence(sample=corpus.sample)
    lines.append(("Licence", f"{licence['title']} ({licence['path']})"))
    if not corpus.sample:
        lines.append(("Source", f"{rights.PUBLISHER['title']} ({rights.PUBLISHER['path']})"))
    return lines
