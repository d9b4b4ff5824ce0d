"""A comparison as a value: groups of rows that can be filtered, counted, and shown as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from nrm.analysis import notices
from nrm.analysis.changes import WHATS, Change
from nrm.errors import UnknownName
from nrm.model import Kind

Group = Literal["added", "relisted", "removed", "retained", "not_established"]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One market of a comparison; pages are those of the PDF, `None` where it is not listed.

    `gap` counts the editions (`away`) that are known not to list it: before it came back, or
    between the two editions for a market that both list. `unknown_years` are the editions that
    are missing or partial and could change what the row says: add to its gap, show that it is not
    new, or, in `not_established`, show that it was listed on both sides.
    """

    group: Group
    market_id: str
    name: str
    kind: Kind
    country: str
    old_country: str = ""
    old_page: int | None = None
    new_page: int | None = None
    gap: int | None = None
    last_list_year: int | None = None
    away: tuple[int, ...] = ()
    unknown_years: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """JSON values; the keys depend on the group as the JSON shape of `nrm diff` says."""
        row: dict[str, Any] = {
            "market_id": self.market_id,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "old_page": self.old_page,
            "new_page": self.new_page,
            "unknown_years": list(self.unknown_years),
        }
        if self.group == "relisted":
            row |= {"gap": self.gap, "last_list_year": self.last_list_year}
        if self.group == "retained":
            row |= {"gap": self.gap, "changes": [change.as_json() for change in self.changes]}
        return row


@dataclass(frozen=True, slots=True)
class Diff:
    """The groups of a comparison from list year `old` to `new`, each in order of market_id.

    `sample` says that the data are facsimiles.
    """

    old: int
    new: int
    added: tuple[DiffRow, ...] = ()
    relisted: tuple[DiffRow, ...] = ()
    removed: tuple[DiffRow, ...] = ()
    retained: tuple[DiffRow, ...] = ()
    not_established: tuple[DiffRow, ...] = ()
    sample: bool = False

    @classmethod
    def of(cls, old: int, new: int, rows: Iterable[DiffRow], *, sample: bool = False) -> Diff:
        """A comparison of rows in any order."""
        groups: dict[Group, list[DiffRow]] = {group: [] for group in GROUPS}
        for row in sorted(rows, key=lambda row: row.market_id):
            groups[row.group].append(row)
        return cls(old, new, **{group: tuple(rows) for group, rows in groups.items()}, sample=sample)

    @property
    def rows(self) -> tuple[DiffRow, ...]:
        """All rows, group by group."""
        return tuple(row for group in GROUPS for row in getattr(self, group))

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs: no market came, went or is open, and none changed."""
        return all(row.group == "retained" and not row.changes for row in self.rows)

    def as_json(self) -> dict[str, Any]:
        """`old`, `new`, and for each group a list of objects."""
        groups: dict[str, Any] = {group: [row.as_json() for row in getattr(self, group)] for group in GROUPS}
        return {"old": self.old, "new": self.new, **groups}

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, g))} {g.replace('_', ' ')}" for g in GROUPS)
        return f"<Diff {self.old} → {self.new}: {counts}>"

    def _repr_html_(self) -> str:
        from nrm.analysis.diff_formats import as_html

        return as_html(self) + notices.as_html(self.sample)


def select(
    whole: Diff,
    *,
    only: Collection[str] = (),
    kind: Kind | None = None,
    country: str | None = None,
) -> Diff:
    """The part of a comparison that the filters keep.

    `only` names groups, or kinds of change: then of the retained markets those with such a change,
    and these changes of them. `country` keeps markets in or at home in that country (ISO code) on
    either side. Raises `UnknownName` for a word that names no group and no change.
    """
    unknown = set(only) - {*GROUPS, *WHATS}
    if unknown:
        choices = ", ".join((*GROUPS, *WHATS))
        raise UnknownName(f"no such part of a comparison: {', '.join(sorted(unknown))}; {choices}")
    wanted = set(only) & set(WHATS)
    rows = []
    for row in whole.rows:
        if kind is not None and row.kind != kind:
            continue
        if country is not None and country.upper() not in (row.country, row.old_country):
            continue
        if not only or row.group in only:
            rows.append(row)
        elif row.group == "retained" and any(change.what in wanted for change in row.changes):
            kept = tuple(change for change in row.changes if change.what in wanted)
            rows.append(replace(row, changes=kept))
    return Diff.of(whole.old, whole.new, rows, sample=whole.sample)
