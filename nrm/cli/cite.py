"""`nrm cite`: the reference to an edition, a page or an entry."""

from __future__ import annotations

import json as json_module
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, JsonFlag

if TYPE_CHECKING:
    from nrm.analysis.citation import Reference
    from nrm.corpus import Corpus

SUMMARY = "The reference to an edition or entry."
EXAMPLES = ("nrm cite 2016", "nrm cite 2016 taobao --format bibtex --accessed 2026-05-31")


class CiteFormat(StrEnum):
    """How a reference is printed."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL = "csl"
    JSON = "json"


def command(
    year: Annotated[int, typer.Argument(help="List year of the edition.")],
    name: Annotated[str, typer.Argument(help="A market of it: a name, a domain or a market_id.")] = "",
    page: Annotated[
        int | None, typer.Option("--page", metavar="N", help="Cite this page of the PDF, by the number printed on it.")
    ] = None,
    accessed: Annotated[
        str, typer.Option("--accessed", metavar="DATE", help="The day on which you opened the address (2026-05-31).")
    ] = "",
    build: BuildFolder = DEFAULT_BUILD,
    form: Annotated[CiteFormat, typer.Option("--format", help="How to print the reference.")] = CiteFormat.TEXT,
    json: JsonFlag = False,
) -> None:
    """Print the reference to an edition, or to what it says of one market: title, publisher, date, page, address.

    The page is the one printed in the report; that of the PDF stands beside it where it differs. An edition that is
    not in the build is cited by what is known of it beforehand.
    """
    from nrm.analysis.citation import cite
    from nrm.cli.guard import complain
    from nrm.cli.screen import notices

    found = cite(_corpus(build, needed=bool(name) or page is not None), year, name, page=page, accessed=accessed)
    _print(found, CiteFormat.JSON if json else form)
    if found.url and not found.address_seen:
        complain("the address is not confirmed: open it before you print it")
    notices(found.sample, law=bool(found.entry), to_data=False)


def _corpus(build: Path, *, needed: bool) -> Corpus | None:
    """The build; none where an edition alone is wanted and nothing was built yet in the usual place."""
    from nrm.corpus import load

    return load(build) if needed or build != DEFAULT_BUILD or build.exists() else None


def _print(found: Reference, form: CiteFormat) -> None:
    from nrm.analysis import citation_formats
    from nrm.cli.screen import envelope

    match form:
        case CiteFormat.TEXT:
            print(citation_formats.as_text(found))
        case CiteFormat.BIBTEX:
            print(citation_formats.as_bibtex(found))
        case CiteFormat.CSL:
            print(json_module.dumps([citation_formats.as_csl(found)], ensure_ascii=False, indent=1))
        case CiteFormat.JSON:
            print(envelope("cite", found.sample, rows=[citation_formats.as_row(found)]))
