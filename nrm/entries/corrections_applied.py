"""What each sort of correction does to a report: rename, set, drop, merge, split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nrm import ids
from nrm.entries.chapters import same_title
from nrm.entries.correction_table import Correction
from nrm.entries.home import based_in
from nrm.entries.names import display_name, without_aside
from nrm.entries.own_domains import own_domains
from nrm.entries.places import take_apart
from nrm.lexicons.countries import display_name as country_display
from nrm.model import Entry, Finding, Passage, Provenance, Reconciliation, Region, Report

_SEPARATORS = " .:–—-"


class Unfit(Exception):
    """A correction that does not fit the report any more; says why."""


def applied(report: Report, entry: Entry, correction: Correction) -> Report:
    """The report with one correction made to this entry of it.

    Raises `Unfit` where the entry to merge into or the words to split at are not there.
    """
    match correction.action:
        case "rename":
            return _exchanged(report, [entry], [replace(entry, name=correction.name)])
        case "set":
            return _exchanged(report, [entry], [_with_facts(entry, correction)])
        case "drop":
            freed = [replace(p, entry_id="") for p in report.passages if p.entry_id == entry.entry_id]
            return _settled(_exchanged(report, [entry], [], freed), gone=entry.heading)
        case "merge":
            return _merged(report, entry, correction)
        case "split":
            return _split(report, entry, correction)


def _with_facts(entry: Entry, correction: Correction) -> Entry:
    facts = correction.facts
    if "country" in facts and facts["country"] != entry.country:
        facts["country_name"] = country_display(facts["country"]) if facts["country"] else ""
    return replace(entry, **facts)


def _merged(report: Report, entry: Entry, correction: Correction) -> Report:
    """Give an entry's heading and text to the entry above it."""
    at = report.entries.index(entry)
    above = report.entries[at - 1] if at else None
    if above is None or above.heading != correction.into:
        raise Unfit(f"the entry above it is not {correction.into!r}")
    moved = [
        replace(p, entry_id=above.entry_id, type="paragraph" if p.type == "heading" else p.type)
        for p in report.passages
        if p.entry_id == entry.entry_id
    ]
    whole = replace(
        above,
        text="\n".join(part for part in (above.text, entry.heading, entry.text) if part),
        passages=(*above.passages, *entry.passages),
        provenance=_together([above.provenance, entry.provenance]),
    )
    return _settled(_exchanged(report, [above, entry], [whole], moved), gone=entry.heading)


def _split(report: Report, entry: Entry, correction: Correction) -> Report:
    """Cut an entry in two where the new one's words begin a passage or stand within one."""
    own = [p for p in report.passages if p.entry_id == entry.entry_id]
    cut = next((i for i, p in enumerate(own) if p.type != "heading" and correction.starts in p.text), None)
    if cut is None:
        raise Unfit(f"no passage of the entry holds {correction.starts!r}")
    at = own[cut].text.index(correction.starts)
    before, behind = own[cut].text[:at].rstrip(), own[cut].text[at:]
    identity = ids.entry_id(entry.list_year, correction.new_heading, [e.entry_id for e in report.entries])
    first = [*own[:cut], *([replace(own[cut], text=before)] if before else [])]
    second = _renamed([*_opened(own[cut], behind, correction.new_heading), *own[cut + 1 :]], identity)
    old = replace(
        entry,
        text=_text(first),
        passages=tuple(p.passage_id for p in first),
        provenance=_together([p.provenance for p in first]),
    )
    if old.kind == "online":
        old = replace(old, based_in=based_in(old.name, old.text), domains=own_domains(old.heading, old.text))
    new = _new_entry(old, identity, correction.new_heading, second)
    passages: list[Passage] = []
    for passage in report.passages:
        if passage.passage_id == own[cut].passage_id:
            passages += [*first[cut:], *second]
        elif passage not in own[cut:]:
            passages.append(passage)
    split = _exchanged(replace(report, passages=tuple(passages)), [entry], [old, new])
    return _settled(split, found=new)


def _opened(passage: Passage, text: str, heading: str) -> list[Passage]:
    """The new entry's heading and what follows it; the heading need not stand in the text."""
    if not text.startswith(heading):
        return [replace(passage, text=text)]
    rest = text[len(heading) :].lstrip(_SEPARATORS)
    opened = [replace(passage, text=heading, type="heading")]
    return [*opened, replace(passage, text=rest)] if rest else opened


def _renamed(passages: Sequence[Passage], identity: str) -> list[Passage]:
    return [
        replace(p, entry_id=identity, passage_id=ids.passage_id(identity, n)) for n, p in enumerate(passages, 1)
    ]


def _text(passages: Sequence[Passage]) -> str:
    return "\n".join(p.text for p in passages if p.type != "heading")


def _new_entry(above: Entry, identity: str, heading: str, passages: Sequence[Passage]) -> Entry:
    """The entry that a split brings to light, read as any other."""
    text = _text(passages)
    entry = replace(
        above,
        entry_id=identity,
        heading=heading,
        text=text,
        passages=tuple(p.passage_id for p in passages),
        provenance=_together([p.provenance for p in passages]),
    )
    if above.kind == "physical":
        place = take_apart(heading, above.country, above.country_name)
        name = display_name(place.name, [text])
        return replace(
            entry, name=name, city=place.city, country=place.country, country_name=place.country_name
        )
    name = without_aside(heading)
    return replace(
        entry,
        name=display_name(name, [text]),
        based_in=based_in(name, text),
        domains=own_domains(heading, text),
    )


def _together(all_of: Sequence[Provenance]) -> Provenance:
    """One region per page over several texts."""
    regions: dict[int, Region] = {}
    for region in (region for one in all_of for region in one.regions):
        known = regions.get(region.page, region)
        a, b = known.box, region.box
        box = type(a)(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
        regions[region.page] = replace(known, box=box)
    return Provenance(all_of[0].sha256, tuple(regions[page] for page in sorted(regions)))


def _exchanged(
    report: Report, old: Sequence[Entry], new: Sequence[Entry], passages: Sequence[Passage] = ()
) -> Report:
    """The report with some neighbouring entries replaced, and passages by others of the same id."""
    at = report.entries.index(old[0])
    entries = (*report.entries[:at], *new, *report.entries[at + len(old) :])
    other = {p.passage_id: p for p in passages}
    return replace(
        report,
        entries=entries,
        passages=tuple(other.get(p.passage_id, p) for p in report.passages),
    )


def _settled(report: Report, *, gone: str = "", found: Entry | None = None) -> Report:
    """The report without the differences that a correction has settled."""
    checks = report.reconciliation
    kept = [f for f in report.findings if not _settles(f, gone, found)]
    unexplained = sum(f.code == "unexplained-line" for f in report.findings) - sum(
        f.code == "unexplained-line" for f in kept
    )
    return replace(
        report,
        findings=tuple(kept),
        reconciliation=Reconciliation(
            contents_only=tuple(n for n in checks.contents_only if not (found and same_title(n, found.heading))),
            body_only=tuple(n for n in checks.body_only if n != gone),
            unexplained_lines=checks.unexplained_lines - unexplained,
            unreadable_pages=checks.unreadable_pages,
        ),
    )


def _settles(finding: Finding, gone: str, found: Entry | None) -> bool:
    said = finding.text.split(": ", 1)[-1]
    match finding.code:
        case "body-only":
            return bool(gone) and said == gone
        case "contents-only":
            return found is not None and same_title(said, found.heading)
        case "unexplained-line":
            line = said.rstrip("…-\u2010\u00ad")
            return found is not None and line in f"{found.heading} {found.text}"
    return False
