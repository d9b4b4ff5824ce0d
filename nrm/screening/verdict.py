"""What screening found, as values: a verdict for each match, and all of them together."""

from __future__ import annotations

import html
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from nrm.analysis.notices import LAW_NOTICE, SAMPLE_NOTICE
from nrm.analysis.phrases import count, years

if TYPE_CHECKING:
    import pandas as pd

Evidence = Literal["exact domain", "registered domain", "alias", "near name"]
NO_CLEAN_BILL = (
    "A name without a match has no clean bill: the list gives examples, sites change their domains, and a name can "
    "be written in other ways."
)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """A name against one market; `market_id` and what follows are empty where nothing matches.

    `matched` is the listed name or domain that the input met; `list_years` all editions that list the market;
    `current` whether the corpus's newest one does, `None` where that is not established. `score` (0 to 100) is
    given for near names only. `page` (of the PDF), `printed_page` and `address` are those of the newest listing
    under what matched, in the edition `page_year`.
    """

    row: int
    input: str
    market_id: str = ""
    name: str = ""
    list_years: tuple[int, ...] = ()
    current: bool | None = None
    evidence: Evidence | None = None
    score: float | None = None
    matched: str = ""
    page_year: int | None = None
    page: int | None = None
    printed_page: str = ""
    address: str = ""


_FIELDS = tuple(field.name for field in fields(Verdict))


@dataclass(frozen=True, slots=True, repr=False)
class Screening:
    """The verdicts on a list, in its order: one for each market that a name matches, and one where none does.

    `newest` is the list year of which `current` speaks; `missing` and `unverified` are those from which an absence
    proves nothing.
    """

    verdicts: tuple[Verdict, ...]
    newest: int
    missing: tuple[int, ...]
    unverified: tuple[int, ...]
    sample: bool

    @property
    def matches(self) -> tuple[Verdict, ...]:
        """The verdicts that name a market."""
        return tuple(one for one in self.verdicts if one.market_id)

    @property
    def names(self) -> int:
        """How many names were screened."""
        return len({one.row for one in self.verdicts})

    @property
    def names_matched(self) -> int:
        """How many of them match any market."""
        return len({one.row for one in self.matches})

    @property
    def cautions(self) -> tuple[str, ...]:
        """What no match means, and for which editions nothing is established."""
        told = [NO_CLEAN_BILL]
        if self.missing:
            told.append(f"Not established for {years(self.missing)}: not in this build.")
        if self.unverified:
            told.append(f"Not established for {years(self.unverified)}: not verified as complete.")
        return tuple(told)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader must know, each once: what USTR reserves, the cautions, and that data are samples."""
        return (LAW_NOTICE, *self.cautions, *[f"{SAMPLE_NOTICE}."] * self.sample)

    @property
    def frame(self) -> pd.DataFrame:
        """The verdicts as a DataFrame with the fields of `Verdict`, in their order."""
        import pandas as pd

        whole = {"row": "Int64", "page_year": "Int64", "page": "Int64", "current": "boolean", "score": "Float64"}
        return pd.DataFrame(self.records(), columns=list(_FIELDS)).astype(whole)

    def records(self) -> list[dict[str, Any]]:
        """The verdicts as plain dicts."""
        return [{name: getattr(one, name) for name in _FIELDS} for one in self.verdicts]

    def __repr__(self) -> str:
        return f"<Screening of {count(self.names, 'name')}, {self.names_matched} of them matched>"

    def _repr_html_(self) -> str:
        shown = ("input", "name", "list_years", "current", "evidence", "score", "page_year", "page")
        head = "".join(f"<th>{name}</th>" for name in shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_cell(getattr(one, name)))}</td>" for name in shown) + "</tr>"
            for one in self.matches[:_SHOWN]
        )
        notices = html.escape(" ".join(self.notices))
        return f"<p>{html.escape(repr(self))}</p><table><tr>{head}</tr>{body}</table><p><small>{notices}</small></p>"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return years(value)
    return "" if value is None else str(value)
