"""A market as one entry names it: the unit that is joined with those of other editions."""

from __future__ import annotations

from dataclasses import dataclass, field

from nrm.identity.alias_rows import Place
from nrm.identity.aliases import AliasTable
from nrm.identity.normalise import name_key, other_names
from nrm.lexicons.domains import registered_domain
from nrm.model import Entry, Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """One market named by one entry.

    `domains` are the hosts that are its own, as printed; `own` those among them that can prove an identity, as
    registered domains, the first one being the first named. `market_id` and `told_by` are what the reviewed
    table says (empty: nothing); `parts` is how many markets the entry's heading names. `key` is the comparable form
    of the name; `order` is where it stands among all: a function of content alone, never of the order of editions.
    """

    entry: Entry
    ordinal: int
    name: str
    domains: tuple[str, ...]
    own: tuple[str, ...]
    place: Place
    market_id: str
    told_by: str
    parts: int = 1
    key: str = field(init=False)
    order: tuple[int, str, int] = field(init=False)

    def __post_init__(self) -> None:
        # they are asked for again and again when candidates are compared
        object.__setattr__(self, "key", name_key(self.name))
        object.__setattr__(self, "order", (self.entry.list_year, self.entry.entry_id, self.ordinal))

    @property
    def list_year(self) -> int:
        """The list year of its edition."""
        return self.entry.list_year

    @property
    def kind(self) -> Kind:
        """Online or physical."""
        return self.entry.kind

    @property
    def other_keys(self) -> frozenset[str]:
        """The comparable forms of the further names that the heading gives."""
        return frozenset(name_key(name) for name in other_names(self.name)) - {self.key}


def own_domains(domains: tuple[str, ...], table: AliasTable) -> tuple[str, ...]:
    """The registered domains among hosts, in order, without those that anybody can have a page under."""
    found = (registered_domain(domain) for domain in domains)
    return tuple(
        dict.fromkeys(one for one in found if one is not None and one not in table.shared_hosts)
    )


def candidate(
    entry: Entry,
    name: str,
    domains: tuple[str, ...],
    table: AliasTable,
    *,
    ordinal: int = 0,
    parts: int = 1,
    market_id: str = "",
    told_by: str = "",
) -> Candidate:
    """A market named by an entry, with what the reviewed table says of it unless that is given already."""
    place = table.place(entry.country, entry.city) if entry.kind == "physical" else Place("", "")
    own = own_domains(domains, table)
    if not market_id:
        market_id, told_by = _reviewed(entry, name, place, own, table)
    return Candidate(entry, ordinal, name, domains, own, place, market_id, told_by, parts)


def _reviewed(
    entry: Entry, name: str, place: Place, own: tuple[str, ...], table: AliasTable
) -> tuple[str, str]:
    for form, words in (
        (name, "reviewed name"),
        *((other, "its heading gives the reviewed name") for other in other_names(name)),
    ):
        found = table.named(form, entry.kind, place, entry.list_year, own)
        if len(found) == 1:
            return found[0].market_id, _told(
                words, form, found[0].names, name_key(form), table, found[0].market_id
            )
    return "", ""


def _told(
    words: str,
    form: str,
    names: tuple[str, ...],
    key: str,
    table: AliasTable,
    market_id: str,
) -> str:
    """Why the table knows a name, with the source of the line that says so."""
    known = form if form in names else next(name for name in names if name_key(name) == key)
    market = table.by_id[market_id]
    source = next(
        (alias.source for alias in market.aliases if alias.name == known and alias.source),
        "",
    )
    told = words if form == known else f'{words} "{known}"'
    return f"{told} ({source})" if source else told
