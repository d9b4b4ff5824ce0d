"""What is odd about the entries themselves: without text, twice, without a country."""

from __future__ import annotations

from collections import defaultdict

from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.ids import fold
from nrm.lexicons.countries import country_named, country_nearly_named, display_name
from nrm.model import Entry, Finding


def check_entries(keys: AnswerKeys) -> list[Finding]:
    """A finding for each entry that a reader should look at, in the order of the report."""
    findings: list[Finding] = []
    for entry in keys.composed.entries:
        if not entry.text.strip():
            findings.append(told(keys, "entry-without-text", entry.page_first, quoted(entry.heading)))
        if entry.kind == "physical":
            findings.extend(_place(keys, entry))
        elif not entry.domains:
            findings.append(told(keys, "no-domain", entry.page_first, quoted(entry.heading)))
    return [*findings, *_namesakes(keys), *_country_titles(keys)]


def _place(keys: AnswerKeys, entry: Entry) -> list[Finding]:
    place = keys.composed.places[entry.entry_id]
    if not entry.country:
        return [told(keys, "no-country", entry.page_first, quoted(entry.heading))]
    if place.near:
        return [_misspelt(keys, entry.page_first, place.near, entry.country)]
    return []


def _misspelt(keys: AnswerKeys, page: int, printed: str, iso: str) -> Finding:
    text = f"{quoted(printed)!r} was taken for {display_name(iso)}"
    return told(keys, "near-country", page, text, "Add a correction if another country is meant.")


def _namesakes(keys: AnswerKeys) -> list[Finding]:
    """Entries that one cannot tell apart by name and place: a running heading may be one of them."""
    alike: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in keys.composed.entries:
        alike[entry.kind, fold(entry.name), entry.country, fold(entry.city)].append(entry)
    return [
        told(
            keys,
            "duplicate-heading",
            later.page_first,
            f"{quoted(later.heading)}, also on page {entries[0].page_first}",
        )
        for entries in alike.values()
        for later in entries[1:]
    ]


def _country_titles(keys: AnswerKeys) -> list[Finding]:
    """Titles in a country's place that are misspelt (and were taken), or no country at all."""
    findings = []
    for judged in keys.judged:
        text = judged.candidate.text
        if judged.role != "country" or country_named(text) is not None:
            continue
        page = keys.layout.blocks[judged.candidate.block].page
        near = country_nearly_named(text)
        if near is not None:
            findings.append(_misspelt(keys, page, text, near[0]))
        else:
            findings.append(told(keys, "unknown-country", page, quoted(text)))
    return findings
