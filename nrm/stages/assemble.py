"""Reports → the tables of a build: identity, coverage, mentions and history, as rows of the schema."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nrm import records
from nrm.analysis.history_rows import history_rows
from nrm.editions.manifest import EditionFacts, facts, manifest
from nrm.identity import Identification, identify
from nrm.model import Edition, Finding, Report
from nrm.stages.cache import Cache
from nrm.stages.kept_mentions import mentions_in
from nrm.stages.verdicts import Verdict, verdict
from nrm.table_rows import Row, rows

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Assembled:
    """The rows of every table by its name (`nrm.table_rows.rows`), and every finding that they hold."""

    tables: Mapping[str, list[Row]]
    findings: tuple[Finding, ...]

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The tables as typed frames, made anew each time."""
        from nrm.frames import frame

        return {name: frame(name, of_table) for name, of_table in self.tables.items()}


def assemble(
    reports: Sequence[Report],
    findings: Iterable[Finding] = (),
    unreadable: Mapping[int, str] | None = None,
    *,
    model: str | Path | None = None,
    cache: Cache | None = None,
) -> Assembled:
    """The tables of the corpus that some reports make up, one report per edition.

    `findings` are those about files; `unreadable` gives the file of an edition that was recognised and could
    not be read. `model` is the folder of a trained model that looks for markets beside the names; `cache` knows
    mentions that earlier builds found. All reports are facsimiles or none is.
    """
    reports = sorted(reports, key=lambda report: report.edition.list_year)
    sample = any(report.edition.sample for report in reports)
    identified = identify(reports)
    verdicts = _verdicts(reports, identified)
    editions = _edition_rows(reports, verdicts, unreadable or {}, sample)
    all_findings = tuple(
        {
            one.finding_id: one
            for one in (
                *findings,
                *(one for report in reports for one in report.findings),
                *(one for given in verdicts.values() for one in given.findings),
                *identified.findings,
                *_manifest_findings(editions),
            )
        }.values()
    )
    passages = [passage for report in reports for passage in report.passages]
    own: dict[str, set[str]] = defaultdict(set)
    for listing in identified.listings:
        own[listing.entry_id].add(listing.market_id)
    mentions = mentions_in(passages, identified.markets, own, model=model, cache=cache or Cache(None))
    tables = {
        "editions": rows("editions", editions),
        "entries": rows("entries", records.entries_rows((e for r in reports for e in r.entries), sample=sample)),
        "listings": rows("listings", records.listings_rows(identified.listings, sample=sample)),
        "passages": rows("passages", records.passages_rows(passages, sample=sample)),
        "mentions": rows("mentions", records.mentions_rows(mentions, sample=sample)),
        "findings": rows("findings", records.findings_rows(all_findings, sample=sample)),
    }
    tables |= _history_tables(identified, tables, sample)
    return Assembled(tables, all_findings)


def tables_without_text(reports: Sequence[Report]) -> dict[str, list[records.Record]]:
    """The rows of `editions`, `listings` and `entries` alone, which a comparison needs."""
    sample = any(report.edition.sample for report in reports)
    identified = identify(reports)
    return {
        "editions": _edition_rows(reports, _verdicts(reports, identified), {}, sample),
        "listings": records.listings_rows(identified.listings, sample=sample),
        "entries": records.entries_rows((entry for report in reports for entry in report.entries), sample=sample),
    }


def _verdicts(reports: Sequence[Report], identified: Identification) -> dict[int, Verdict]:
    counted = Counter((listing.list_year, listing.kind) for listing in identified.listings)
    return {
        report.edition.list_year: verdict(
            report,
            counted[report.edition.list_year, "online"],
            counted[report.edition.list_year, "physical"],
        )
        for report in reports
    }


def _edition_rows(
    reports: Sequence[Report], verdicts: Mapping[int, Verdict], unreadable: Mapping[int, str], sample: bool
) -> list[records.Record]:
    of_year = {
        known.list_year: records.edition_row(
            _absent(known, unreadable.get(known.list_year, ""), sample),
            status="unreadable" if known.list_year in unreadable else "missing",
            coverage_online="missing",
            coverage_physical="missing",
        )
        for known in manifest()
    }
    for report in reports:
        edition = report.edition
        given = verdicts[edition.list_year]
        row = records.edition_row(
            edition,
            status=given.status,
            coverage_online=given.coverage_online,
            coverage_physical=given.coverage_physical,
            found_online=given.found_online,
            found_physical=given.found_physical,
            reconciliation=report.reconciliation,
        )
        known_facts = facts(edition.list_year)
        if not edition.source_url and known_facts and not sample:
            row["source_url"] = known_facts.official_address
        of_year[edition.list_year] = row
    return list(of_year.values())


def _absent(known: EditionFacts, file: str, sample: bool) -> Edition:
    """An edition of the manifest that is not in the corpus; a facsimile would declare totals of its own."""
    return Edition(
        list_year=known.list_year,
        title=known.title,
        published=known.published,
        file=file,
        sha256="",
        pages=0,
        sample=sample,
        declared_online=None if sample else known.declared_online,
        declared_physical=None if sample else known.declared_physical,
        source_url="" if sample else known.official_address,
    )


def _manifest_findings(editions: Iterable[records.Record]) -> list[Finding]:
    from nrm.findings import finding

    found = []
    for row in editions:
        year = row["list_year"]
        assert isinstance(year, int)
        known = facts(year)
        if row["status"] == "missing":
            found.append(finding("edition-missing", list_year=year, text=str(row["title"])))
        elif known is None:
            found.append(finding("edition-unknown", list_year=year, text=str(row["title"])))
    return found


def _history_tables(
    identified: Identification, tables: Mapping[str, list[Row]], sample: bool
) -> dict[str, list[Row]]:
    told = history_rows(tables["listings"], tables["editions"])
    summaries = {row["market_id"]: row for row in told.markets}
    columns = ("first_year", "last_year", "editions", "spells", "status", "left_truncated", "right_censored")
    markets = [
        records.market_row(market, **{name: summaries[market.market_id][name] for name in columns}, sample=sample)
        for market in identified.markets
    ]
    events = [row | {"sample": sample} for row in told.events]
    return {"markets": rows("markets", markets), "events": rows("events", events)}
