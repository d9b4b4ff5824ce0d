"""An extractor's report against the truth: figures between 0 and 1, and the first differences.

Only the names of the result's fields are known here: `entries`, each with name, kind, category,
country, city, based_in, domains, page_first and text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fuzz.truth import letters

FIGURES = (
    "precision", "recall", "country", "city", "based_in", "domains", "category", "page",
    "whole", "clean", "verbatim",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts that add up over reports. F1 of a field: twice the hits by what both sides named."""

    hits: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def count(self, figure: str, hits: float, total: float) -> None:
        self.hits[figure] += hits  # type: ignore[assignment]
        self.totals[figure] += total  # type: ignore[assignment]

    def add(self, other: Tally) -> None:
        self.hits.update(other.hits)
        self.totals.update(other.totals)

    @property
    def figures(self) -> dict[str, float]:
        """Every figure; 1.0 where there was nothing to find and nothing was claimed."""
        return {name: self.hits[name] / self.totals[name] if self.totals[name] else 1.0 for name in FIGURES}

    @property
    def perfect(self) -> bool:
        return all(value == 1.0 for value in self.figures.values())


def score(report: Any, truth: Mapping[str, Any]) -> Tally:
    """The tally of one report.

    An entry is found when a truth of the same kind has its name, but for case, spaces and
    punctuation. Fields are judged on found entries; texts ignore spaces, hyphens and
    punctuation. `verbatim` wants the truth's text without a letter between, before (but the
    heading) or after; it needs the truth to give texts, as practice reports do not.
    """
    tally = Tally()
    wanted = list(truth["entries"])
    pairs, spurious = _paired(list(report.entries), wanted)
    tally.count("precision", len(pairs), len(pairs) + len(spurious))
    tally.count("recall", len(pairs), len(wanted))
    found = {id(row) for _, row in pairs}
    tally.differences += [f"missing: {row['name']!r} (page {row['page']})" for row in wanted if id(row) not in found]
    tally.differences += [f"not an entry: {entry.name!r} ({entry.kind}, page {entry.page_first})" for entry in spurious]
    strangers = _strangers(truth)
    for entry, row in pairs:
        _fields(tally, entry, row)
        _text(tally, entry, row, wanted, strangers)
    for row in wanted:
        if id(row) not in found:
            _unfound(tally, row)
    return tally


def _paired(
    entries: list[Any], wanted: list[Mapping[str, Any]]
) -> tuple[list[tuple[Any, Mapping[str, Any]]], list[Any]]:
    open_rows = {(row["kind"], letters(row["name"])): row for row in wanted}
    pairs, spurious = [], []
    for entry in entries:
        row = open_rows.pop((str(entry.kind), letters(entry.name)), None)
        if row is None:
            spurious.append(entry)
        else:
            pairs.append((entry, row))
    return pairs, spurious


def _values(row: Mapping[str, Any]) -> dict[str, set[str]]:
    online = row["kind"] == "online"
    return {
        "country": _single("" if online else row.get("country", "")),
        "city": _single("" if online else letters(row.get("city", ""))),
        "based_in": _single(row.get("based_in", "") if online else ""),
        "domains": {domain.casefold() for domain in row.get("domains", ()) or ()},
        "category": _single(letters(row.get("category", "") or "")),
    }


def _single(value: str) -> set[str]:
    return {value} if value else set()


def _fields(tally: Tally, entry: Any, row: Mapping[str, Any]) -> None:
    got = _values({name: getattr(entry, name) for name in
                   ("kind", "country", "city", "based_in", "domains", "category")})  # fmt: skip
    for name, right in _values(row).items():
        both = len(got[name] & right)
        tally.count(name, 2 * both, len(got[name]) + len(right))
        if got[name] != right:
            tally.differences.append(f"{name} of {row['name']!r}: {sorted(got[name])}, not {sorted(right)}")
    tally.count("page", entry.page_first == row["page"], 1)
    if entry.page_first != row["page"]:
        tally.differences.append(f"page of {row['name']!r}: {entry.page_first}, not {row['page']}")


def _unfound(tally: Tally, row: Mapping[str, Any]) -> None:
    """What was missed with an entry that was not found counts as missed."""
    for name, right in _values(row).items():
        tally.count(name, 0, len(right))
    for name in ("page", "whole", "clean", *(("verbatim",) if "text" in row else ())):
        tally.count(name, 0, 1)


def _strangers(truth: Mapping[str, Any]) -> list[str]:
    """Letters of sentences and lines that belong to no entry.

    Short furniture is left out, because an entry may well contain the same letters itself;
    `verbatim` sees to that.
    """
    lines: Iterable[str] = [
        *truth.get("elsewhere", ()), *truth.get("footnotes", ()), *truth.get("furniture", ()),
    ]  # fmt: skip
    return [line for line in map(letters, lines) if len(line) > 15]


def _text(
    tally: Tally,
    entry: Any,
    row: Mapping[str, Any],
    wanted: list[Mapping[str, Any]],
    strangers: list[str],
) -> None:
    text = letters(entry.text)
    first, last = letters(row["first"]), letters(row["last"])
    whole = first in text and last in text
    tally.count("whole", whole, 1)
    if not whole:
        end = "first" if first not in text else "last"
        tally.differences.append(f"text of {row['name']!r} lacks its {end} sentence: {row[end]!r}")
    others = [letters(other[end]) for other in wanted if other is not row for end in ("first", "last")]
    said = letters(row.get("text", ""))  # "a notorious market said" has the letters of a running head
    intruder = next((line for line in (*others, *strangers) if line in text and line not in said), "")
    tally.count("clean", not intruder, 1)
    if intruder:
        tally.differences.append(f"text of {row['name']!r} has what is not its own: {intruder[:60]!r}")
    if "text" in row:
        own = letters(row["text"])
        extra = text.removesuffix(own) if text.endswith(own) else None
        exact = extra is not None and extra in letters(getattr(entry, "heading", "") + row["name"])
        tally.count("verbatim", exact, 1)
        if not exact and whole and not intruder:
            tally.differences.append(f"text of {row['name']!r} differs: {_parting(text, own)}")


def _parting(text: str, own: str) -> str:
    """Where two texts part, as a reader would look for it."""
    start = max(text.find(own[:12]), 0)
    same = next((n for n, (a, b) in enumerate(zip(text[start:], own, strict=False)) if a != b), len(own))
    got, right = text[start + same : start + same + 25], own[same : same + 25]
    return f"after …{own[max(same - 20, 0) : same]!r} comes {got!r}, not {right!r}"
