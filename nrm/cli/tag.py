"""`nrm tag`: the markets, countries, domains, cities and organisations named in any document."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

SUMMARY = "Names in any PDF or text."
EXAMPLES = ("nrm tag report.pdf --label MARKET", "nrm tag notes.txt --json")


class LabelOption(StrEnum):
    """What a mention can name."""

    MARKET = "MARKET"
    COUNTRY = "COUNTRY"
    DOMAIN = "DOMAIN"
    CITY = "CITY"
    ORG = "ORG"


def command(
    file: Annotated[Path, typer.Argument(help="Any PDF, or a text file in UTF-8.")],
    label: Annotated[
        list[LabelOption] | None, typer.Option("--label", help="Only mentions of this label; repeatable.")
    ] = None,
    build: Annotated[
        Path | None, typer.Option("--build", metavar="DIR", help="Look for the names of this build's markets, too.")
    ] = None,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Find the markets, countries, domains, cities and organisations that a document names, with pages.

    Offsets count characters within the text of the page. To be named is not to be listed.
    """
    from dataclasses import asdict

    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load
    from nrm.editions.wording import is_facsimile
    from nrm.pdf.page_texts import page_texts
    from nrm.stages.market_pipeline import rules
    from nrm.tagging.text_pages import tag_pages

    form = chosen(form, json, excel)
    pages = list(page_texts(file))
    corpus = load(build) if build is not None else None
    sample = is_facsimile(pages[0][1].splitlines(), {}) or (corpus is not None and corpus.sample)
    wanted = {one.value for one in label} if label else set(LabelOption)
    rows = [asdict(one) for one in tag_pages(rules(corpus), pages) if one.label in wanted]
    if form is Format.TABLE:
        _print_table(rows)
    else:
        print_rows(form, "tag", sample, rows, excel=excel)
    notices(sample, law=any(row["label"] == "MARKET" for row in rows), to_data=form is Format.TABLE)


def _print_table(rows: list[dict[str, Any]]) -> None:
    from nrm.cli.screen import print_table

    heads = ("page", "label", "text", "meaning", "at")
    cells = [(str(row["page"]), row["label"], row["text"], row["norm"], str(row["start"])) for row in rows]
    print_table(heads, cells, "bold")
    counted = Counter(row["label"] for row in rows)
    print("\n" + (", ".join(f"{number:,} {label}" for label, number in counted.most_common()) or "No mention found."))
