"""Names against a corpus: which were ever listed, under which name, when, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.analysis.notices import is_sample
from nrm.errors import BadTable
from nrm.screening.keys import Address, addresses_in, alias_key, without_mail
from nrm.screening.listed import Listed, Proof, listed
from nrm.screening.name_list import Given, NameList
from nrm.screening.near import near_matches
from nrm.screening.verdict import Evidence, Screening, Verdict

if TYPE_CHECKING:
    from nrm.corpus import Corpus

Found = tuple[Evidence, Proof, float | None]


def screen(names: Iterable[str] | NameList, corpus: Corpus | str | Path | None = None) -> Screening:
    """Which of some names, domains or addresses were ever on the list.

    `corpus` is a loaded build or its folder (default: where `nrm build` writes). For each name the strongest
    evidence counts: the domain itself, another host or a page of the same registered domain, a name as written,
    then names that resemble it, which a person must judge. Several markets can have one name. The verdict on a
    name depends on nothing but the name and the corpus. Raises `BadTable` for a name that is no text, `BadBuild`
    where there is no build.
    """
    from nrm.corpus import DEFAULT_BUILD, Corpus, load

    if not isinstance(corpus, Corpus):
        corpus = load(DEFAULT_BUILD if corpus is None else corpus)
    given = names.names if isinstance(names, NameList) else _numbered(names)
    index = listed(corpus)
    texts = dict.fromkeys(one.text for one in given)
    found = {text: _settled(text, index) for text in texts}
    unsettled = {text: without_mail(text) for text, settled in found.items() if not settled and without_mail(text)}
    for text, near in zip(unsettled, near_matches(list(unsettled.values()), index.near), strict=True):
        found[text] = [("near name", proof, score) for score, proof in near]
    editions = corpus.rows("editions")
    held = [row for row in editions if row["source_sha256"]]
    return Screening(
        tuple(verdict for one in given for verdict in _verdicts(one, found[one.text])),
        newest=max(row["list_year"] for row in held),
        missing=tuple(row["list_year"] for row in editions if not row["source_sha256"]),
        unverified=tuple(
            row["list_year"] for row in held if "partial" in (row["coverage_online"], row["coverage_physical"])
        ),
        sample=corpus.sample or is_sample(held),
    )


def _numbered(names: Iterable[str]) -> list[Given]:
    if isinstance(names, str):
        raise BadTable(f"a list of names is wanted, not one text ({names[:40]!r})")
    given = []
    for number, name in enumerate(names, 1):
        if not isinstance(name, str):
            raise BadTable(f"name {number} is {name!r}, no text")
        given.append(Given(number, name))
    return given


def _settled(text: str, index: Listed) -> list[Found]:
    """The markets that a name means by its domain or as it is written; none where neither tells."""
    addresses = addresses_in(text)
    exact = [proof for one in addresses if not one.has_path for proof in _of(index.hosts.get(one.host))]
    if exact:
        return [("exact domain", proof, None) for proof in exact]
    related = [proof for one in addresses for proof in _related(one, index)]
    if related:
        return [("registered domain", proof, None) for proof in related]
    return [("alias", proof, None) for proof in _of(index.aliases.get(alias_key(without_mail(text))))]


def _related(address: Address, index: Listed) -> Iterator[Proof]:
    """The markets that have the same host, or whose registrable domain ends this one."""
    if address.host in index.hosts:
        yield from _of(index.hosts[address.host])
        return
    labels = address.host.split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        if domain in index.registered:
            yield from _of(index.registered[domain])
            return


def _of(proofs: dict[str, Proof] | None) -> list[Proof]:
    return [proofs[market_id] for market_id in sorted(proofs)] if proofs else []


def _verdicts(given: Given, found: Sequence[Found]) -> Iterator[Verdict]:
    if not found:
        yield Verdict(given.row, given.text)
    seen: set[str] = set()
    for evidence, proof, score in found:
        market = proof.market
        if market.market_id in seen:
            continue
        seen.add(market.market_id)
        yield Verdict(
            row=given.row,
            input=given.text,
            market_id=market.market_id,
            name=market.name,
            list_years=market.list_years,
            current=market.current,
            evidence=evidence,
            score=score,
            matched=proof.printed,
            page_year=proof.list_year,
            page=proof.page,
            printed_page=proof.printed_page,
            address=proof.address,
        )
