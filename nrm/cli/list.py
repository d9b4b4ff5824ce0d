"""`nrm list`: the markets of an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, Country, ExcelFlag, Format, FormatOption, JsonFlag, Kind, chosen
from nrm.errors import UnknownName

if TYPE_CHECKING:
    from nrm.corpus import Corpus

SUMMARY = "The markets of an edition."
EXAMPLES = ("nrm list 2016", "nrm list 2016 --kind physical --country CN --format csv")


def command(
    year: Annotated[int | None, typer.Argument(help="List year of the edition. [default: the newest]")] = None,
    kind: Kind = None,
    country: Country = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Show the markets that an edition lists."""
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    form = chosen(form, json, excel)
    corpus = load(build)
    edition = _edition(corpus, year)
    rows = [
        row
        for row in corpus.rows("listings")
        if row["list_year"] == edition["list_year"]
        and (kind is None or row["kind"] == kind.value)
        and (country is None or country.upper() in (row["country"], row["based_in"]))
    ]
    if form is Format.TABLE:
        _print_table(edition, rows)
    else:
        print_rows(form, "list", corpus.sample, rows, excel=excel)
    notices(corpus.sample, law=bool(rows), to_data=form is Format.TABLE)


def _edition(corpus: Corpus, year: int | None) -> Mapping[str, Any]:
    """The row of an edition that the corpus has. Raises `UnknownName` for another."""
    held = {row["list_year"]: row for row in corpus.rows("editions") if row["source_sha256"]}
    wanted = max(held) if year is None else year
    if wanted not in held:
        raise UnknownName(f"this build has no edition {wanted}; it has {', '.join(map(str, sorted(held)))}")
    return held[wanted]


def _print_table(edition: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    from nrm.cli.screen import print_table, say, styled

    say(f"{edition['list_year']}: {edition['title']}")
    for kind in ("online", "physical"):
        listed = [row for row in rows if row["kind"] == kind]
        if not listed:
            continue
        partial = "" if edition[f"coverage_{kind}"] == "complete" else ", not verified as complete"
        print(f"\n{styled(kind.capitalize(), 'bold')} ({len(listed)}{partial})")
        if kind == "online":
            heads: tuple[str, ...] = ("page", "name", "at home in", "domains", "group")
            cells: list[tuple[str, ...]] = [
                (_page(r), r["name"], r["based_in"] or "", "; ".join(r["domains"]), _group(r)) for r in listed
            ]
        else:
            heads = ("page", "name", "city", "country")
            cells = [(_page(r), r["name"], r["city"] or "", r["country_name"] or r["country"] or "") for r in listed]
        print_table(heads, cells)
    if not rows:
        print("\nNo market of this kind or country.")
    else:
        print()
        say(f"Pages are those of {edition['file']} as a PDF viewer counts them.")


def _page(row: Mapping[str, Any]) -> str:
    return str(row["page_first"])


def _group(row: Mapping[str, Any]) -> str:
    return str(row["category"] or "")
