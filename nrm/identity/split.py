"""A heading that names several markets: one entry, a listing for each, where the evidence is good enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nrm.findings import finding
from nrm.identity.aliases import AliasTable, ReviewedSplit
from nrm.identity.candidates import Candidate, candidate
from nrm.identity.normalise import domain_label, name_key, other_names
from nrm.lexicons.domains import registered_domain
from nrm.model import Entry, Finding

_SEPARATOR = re.compile(
    r"\s*[,;]\s+and\s+|\s+and\s+|\s+&\s+|\s+/\s+|\s+\+\s+|\s*[,;]\s+", re.IGNORECASE
)
_WEAK = re.compile(r"\s*[,;]\s*")
_BRACKET = re.compile(r"\([^()]*\)")
_CORPORATE = re.compile(
    r"[\s,]+(?:ltd|llc|inc|corp|co|jsc|ojsc|pjsc|gmbh|ag|sa|srl|bv|b\.v|plc|pte|oy|ab|limited|s\.a)\.?$",
    re.IGNORECASE,
)
_SHORTEST_BEGINNING = 4


def split_entry(
    entry: Entry, table: AliasTable, known: Callable[[Entry, str], str]
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """The markets that an entry names, and the finding where that remains open.

    The reviewed table decides first. Else a heading is split where each part has its own domain or
    `known(entry, part)` names the market that it is elsewhere (an empty string: none), and the parts are not all
    the same. Else it is one market and a finding. A domain goes to the part that it names, and to no other.
    """
    reviewed = table.split(entry.name) or table.split(entry.heading)
    if reviewed is not None:
        return _by_table(entry, reviewed, table)
    whole = candidate(entry, entry.name, entry.domains, table)
    parts = parts_of(entry.name)
    if whole.market_id or len(parts) < 2:
        return (whole,), ()
    shares, left = share_domains(parts, entry.domains)
    meant = [known(entry, part) or name_key(part) for part in parts]
    if len(set(meant)) == 1:
        return (whole,), ()
    evident = [
        bool(share) or bool(_is_domain(part)) or bool(known(entry, part))
        for part, share in zip(parts, shares, strict=True)
    ]
    if not all(evident) or len(set(meant)) < len(parts):
        text = f"{entry.heading}: {' | '.join(parts)}"
        return (whole,), (_open(entry, text),)
    found = tuple(
        candidate(entry, part, share or _is_domain(part), table, ordinal=i, parts=len(parts))
        for i, (part, share) in enumerate(zip(parts, shares, strict=True))
    )
    return found, _leftover(entry, left)


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name that "and", "&", " / " or a list joins, brackets left whole; one if there are none.

    Commas alone make a list only between domains: "Name, City" is one name.
    """
    plain = _BRACKET.sub(lambda match: "\0" * len(match[0]), name)
    cuts = list(_SEPARATOR.finditer(plain))
    if cuts and all(_WEAK.fullmatch(cut[0]) for cut in cuts):
        pieces = [piece.strip() for piece in re.split(r"[,;]\s+", name)]
        if not all(_is_domain(piece) for piece in pieces):
            return (name,)
    edges = [0, *(edge for cut in cuts for edge in cut.span()), len(name)]
    pieces = [
        name[start:end].strip(" ,;") for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    return tuple(piece for piece in pieces if piece)


def share_domains(
    parts: Sequence[str], domains: Sequence[str]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Which domains each part owns by its name, and those that name none of them or several."""
    shares: list[list[str]] = [[] for _ in parts]
    left = []
    for domain in domains:
        fits = [_fit(part, domain) for part in parts]
        best = max(fits)
        if best and fits.count(best) == 1:
            shares[fits.index(best)].append(domain)
        else:
            left.append(domain)
    return tuple(tuple(share) for share in shares), tuple(left)


def _fit(part: str, domain: str) -> int:
    """How well a domain names a part: the length of the agreement, 0 for none; a whole name counts most."""
    label = name_key(domain_label(domain))
    best = 0
    for form in (part, _CORPORATE.sub("", part), *other_names(part)):
        key = name_key(form)
        if key == label:
            return 1000
        short = min(len(key), len(label))
        if short >= _SHORTEST_BEGINNING and (key.startswith(label) or label.startswith(key)):
            best = max(best, short)
    return best


def _by_table(
    entry: Entry, split: ReviewedSplit, table: AliasTable
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    names = [part.name for part in split.parts]
    owner = {
        domain: part.name for part in split.parts for domain in table.by_id[part.market_id].domains
    }
    shares, rest = share_domains(
        names, [d for d in entry.domains if registered_domain(d) not in owner]
    )
    found = tuple(
        candidate(
            entry,
            part.name,
            tuple(
                domain
                for domain in entry.domains
                if owner.get(registered_domain(domain) or "") == part.name or domain in share
            ),
            table,
            ordinal=i,
            parts=len(split.parts),
            market_id=part.market_id,
            told_by=f'reviewed split of "{split.heading}" ({split.source})',
        )
        for i, (part, share) in enumerate(zip(split.parts, shares, strict=True))
    )
    return found, _leftover(entry, rest)


def _leftover(entry: Entry, domains: Sequence[str]) -> tuple[Finding, ...]:
    if not domains:
        return ()
    text = f"{entry.heading}: {', '.join(domains)} belongs to none of the markets by its name"
    hint = "Look at the page; add the domain to its market in the reviewed table."
    return (_open(entry, text, hint),)


def _open(entry: Entry, text: str, hint: str = "") -> Finding:
    return finding(
        "two-markets-one-heading",
        list_year=entry.list_year,
        page=entry.page_first,
        text=text,
        hint=hint,
    )


def _is_domain(part: str) -> tuple[str, ...]:
    """The part itself where it is written as a domain."""
    return (part.casefold(),) if " " not in part and registered_domain(part) is not None else ()
