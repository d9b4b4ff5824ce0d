"""The operands of a comparison: two list years of a build, two builds, or two PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from nrm.corpus import Corpus, load
from nrm.errors import BadTable, DuplicateEdition, MixedSources, UnknownName

if TYPE_CHECKING:
    from nrm.analysis.diff_value import Diff

_TABLES = ("editions", "listings", "entries")
# Where two builds hold the same edition, they are compared under these stand-ins for the list year.
_OLD, _NEW = 1, 2


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that a comparison needs, as plain rows."""

    editions: Sequence[Mapping[str, Any]]
    listings: Sequence[Mapping[str, Any]]
    entries: Sequence[Mapping[str, Any]]

    def rows(self, table_name: str) -> Sequence[Mapping[str, Any]]:
        """The rows of one of the three tables."""
        found: Sequence[Mapping[str, Any]] = getattr(self, table_name)
        return found


def compare(old: str, new: str, build: Path) -> tuple[Diff, bool]:
    """The comparison that two operands mean, and whether the data are facsimiles.

    Two list years are compared within the finished build in the folder `build`; two build folders by the newest
    edition of each; two PDFs by what they say. Raises `BadTable` for operands of two sorts, `UnknownName` for a
    year that the build does not have, `MixedSources` for a facsimile and an official report.
    """
    sorts = (_sort(old), _sort(new))
    if sorts == ("year", "year"):
        from nrm.analysis.diff import diff

        corpus = load(build)
        return diff(corpus, int(old), int(new)), corpus.sample
    if sorts == ("build", "build"):
        return compare_builds(load(old), load(new))
    if sorts == ("file", "file"):
        return compare_files(Path(old), Path(new))
    raise BadTable(f"{old} is a {sorts[0]} and {new} a {sorts[1]}: compare two years, two builds or two PDFs")


def compare_builds(old: Corpus, new: Corpus) -> tuple[Diff, bool]:
    """The newest edition of one build compared with the newest of another.

    Everything but the older edition is taken from the newer build, where that has it, so that it can be told what
    is relisted. Two versions of the same edition are compared as such.
    """
    from nrm.analysis.diff import diff

    if old.sample is not new.sample:
        raise MixedSources("one of the builds is of sample data, the other of official reports")
    first, second = _newest(old), _newest(new)
    if first != second:
        return diff(_joined(old, first, new), first, second), new.sample
    both = Tables(*([*_as(old, name, first, _OLD), *_as(new, name, first, _NEW)] for name in _TABLES))
    found = diff(both, _OLD, _NEW)
    rows = [replace(row, unknown_years=(first,) if row.unknown_years else ()) for row in found.rows]
    return type(found).of(first, second, rows), new.sample


def compare_files(old: Path, new: Path) -> tuple[Diff, bool]:
    """Two PDFs compared by list year. Raises `DuplicateEdition` where both are the same edition."""
    from nrm.analysis.diff import diff
    from nrm.entries import read_report
    from nrm.stages.assemble import tables_without_text

    reports = [read_report(old), read_report(new)]
    first, second = (report.edition for report in reports)
    if first.list_year == second.list_year:
        raise DuplicateEdition(f"{old} and {new} are both the edition {first.list_year}: nothing to compare")
    if first.sample is not second.sample:
        raise MixedSources(f"of {old} and {new} one is a facsimile (sample data) and one an official report")
    tables = Tables(**tables_without_text(reports))
    return diff(tables, first.list_year, second.list_year), first.sample


def _sort(operand: str) -> Literal["year", "build", "file"]:
    path = Path(operand)
    if path.is_dir():
        return "build"
    if path.is_file():
        return "file"
    if operand.isdigit():
        return "year"
    raise UnknownName(f"{operand} is no list year, no folder and no file")


def _newest(corpus: Corpus) -> int:
    return max(int(row["list_year"]) for row in corpus.rows("editions") if row["source_sha256"])


def _joined(old: Corpus, year: int, new: Corpus) -> Tables:
    """The tables of `new`, with the edition `year` as `old` has it."""
    return Tables(
        *(
            [
                *(row for row in new.rows(name) if row["list_year"] != year),
                *(row for row in old.rows(name) if row["list_year"] == year),
            ]
            for name in _TABLES
        )
    )


def _as(corpus: Corpus, table_name: str, year: int, stand_in: int) -> list[dict[str, Any]]:
    """The rows of one edition under another list year; ids of entries are told apart by it, too."""
    renamed = []
    for row in corpus.rows(table_name):
        if row["list_year"] == year:
            other = row | {"list_year": stand_in}
            if "entry_id" in row:
                other["entry_id"] = f"{stand_in}/{row['entry_id']}"
            renamed.append(other)
    return renamed
