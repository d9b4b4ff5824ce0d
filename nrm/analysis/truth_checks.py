"""The truth checks of each edition of a build: what one answer key says, what was found, and how that ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nrm.analysis.coverage import KINDS, Coverage
from nrm.model import Kind

CheckVerdict = Literal["pass", "explained", "fail", "not applicable"]
CheckName = Literal["online total", "physical total", "contents", "lines", "pages", "file", "other"]

_PAGE_CODES = ("unreadable-page", "partial-page", "empty-page", "picture-page")
_TOTAL_CODES = ("declared-mismatch", "mismatch-explained")
_MOST_NAMED = 5

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TruthCheck:
    """One check of one edition. `expected` and `found` are in words or figures, `text` says what differs.

    `coverage` is what the edition can prove of the kind that the check is about (of both: the lesser of the two);
    `page` is where to look, 0 where no page is meant.
    """

    list_year: int
    check: CheckName
    expected: str
    found: str
    verdict: CheckVerdict
    text: str
    coverage: Coverage
    file: str
    page: int = 0


def truth_checks(editions: Sequence[Row], findings: Sequence[Row]) -> tuple[TruthCheck, ...]:
    """The checks of every edition that is in the corpus, by list year.

    `editions` and `findings` are rows of these tables. An edition has a failed check exactly where its status is
    `unverified` or `unreadable`.
    """
    checks: list[TruthCheck] = []
    for edition in sorted(editions, key=lambda row: int(row["list_year"])):
        if edition["status"] != "missing":
            own = [row for row in findings if row["list_year"] == edition["list_year"]]
            checks += _of_edition(edition, own)
    return tuple(checks)


def _of_edition(edition: Row, findings: Sequence[Row]) -> list[TruthCheck]:
    if edition["status"] == "unreadable":
        found = next((row for row in findings if row["severity"] == "error"), None)
        text = str(found["text"]) if found is not None else "the file could not be read"
        return [_check(edition, "file", "an edition that can be read", "none", "fail", text)]
    checks = [_total(edition, kind, findings) for kind in KINDS]
    checks += [_contents(edition, findings), _lines(edition, findings), _pages(edition, findings)]
    if edition["status"] == "unverified" and all(one.verdict != "fail" for one in checks):
        checks.append(_other(edition, findings))
    return checks


def _total(edition: Row, kind: Kind, findings: Sequence[Row]) -> TruthCheck:
    declared, found = edition[f"declared_{kind}"], edition[f"found_{kind}"]
    name: CheckName = "online total" if kind == "online" else "physical total"
    coverage: Coverage = edition[f"coverage_{kind}"]
    told = [row for row in findings if row["code"] in _TOTAL_CODES and f" {kind} markets " in str(row["text"])]
    verdict: CheckVerdict
    if declared is None:
        verdict, text = "not applicable", "no declared total is known"
        if coverage == "partial" and (not found or edition["sample"]):
            verdict = "fail"
    elif declared == found:
        verdict, text = "pass", ""
    else:
        explained = any(row["code"] == "mismatch-explained" for row in told)
        verdict = "explained" if explained else "fail"
        text = "; ".join(str(row["text"]) for row in told) or f"{found} found, {declared} declared"
    expected = "" if declared is None else str(declared)
    return _check(edition, name, expected, str(found), verdict, text, coverage=coverage)


def _contents(edition: Row, findings: Sequence[Row]) -> TruthCheck:
    only, extra = tuple(edition["contents_only"]), tuple(edition["body_only"])
    parts = [f"only on the contents page: {_named(only)}"] * bool(only)
    parts += [f"a heading, and not on the contents page: {_named(extra)}"] * bool(extra)
    page = _first_page(findings, ("contents-only", "body-only"))
    counted = f"{len(only) or 'no'} name{'s' * (len(only) > 1)} without a heading"
    verdict: CheckVerdict = "fail" if only else "pass"
    return _check(edition, "contents", "no name without a heading", counted, verdict, "; ".join(parts), page=page)


def _lines(edition: Row, findings: Sequence[Row]) -> TruthCheck:
    number = int(edition["unexplained_lines"] or 0)
    texts = [str(row["text"]) for row in findings if row["code"] == "unexplained-line"]
    page = _first_page(findings, ("unexplained-line",))
    return _check(edition, "lines", "0", str(number), "fail" if number else "pass", _named(texts), page=page)


def _pages(edition: Row, findings: Sequence[Row]) -> TruthCheck:
    """Pages that could not be read. A page that only may hold more than was read is told of, and is no failure."""
    about = [row for row in findings if row["code"] in _PAGE_CODES]
    bad = [row for row in about if row["severity"] == "error"]
    text = "; ".join(f"page {row['page']}: {row['text']}" for row in (bad or about)[:_MOST_NAMED])
    numbers = {row["page"] for row in bad if row["page"]}
    read = (edition["pages"] or 0) - len(numbers)
    verdict: CheckVerdict = "fail" if bad else "pass"
    page = min((int(row["page"]) for row in bad or about if row["page"]), default=0)
    return _check(edition, "pages", str(edition["pages"] or ""), str(read), verdict, text, page=page)


def _other(edition: Row, findings: Sequence[Row]) -> TruthCheck:
    """What else speaks against an edition that is not verified."""
    errors = [row for row in findings if row["severity"] == "error"]
    text = "; ".join(str(row["text"]) for row in errors) or "the build does not say why"
    page = min((int(row["page"]) for row in errors if row["page"]), default=0)
    return _check(edition, "other", "no error", f"{len(errors)} errors", "fail", text, page=page)


def _check(
    edition: Row,
    check: CheckName,
    expected: str,
    found: str,
    verdict: CheckVerdict,
    text: str,
    *,
    coverage: Coverage | None = None,
    page: int = 0,
) -> TruthCheck:
    proved = [coverage] if coverage is not None else [edition[f"coverage_{kind}"] for kind in KINDS]
    least: Coverage = "missing" if "missing" in proved else "partial" if "partial" in proved else "complete"
    file = str(edition["file"] or "")
    return TruthCheck(int(edition["list_year"]), check, expected, found, verdict, text, least, file, page)


def _first_page(findings: Sequence[Row], codes: Sequence[str]) -> int:
    return min((int(row["page"]) for row in findings if row["code"] in codes and row["page"]), default=0)


def _named(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def failed_years(checks: Sequence[TruthCheck]) -> Iterator[int]:
    """The list years of the editions of which a check failed, each once, in order."""
    yield from dict.fromkeys(one.list_year for one in checks if one.verdict == "fail")
