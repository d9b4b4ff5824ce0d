"""`nrm chart`: one chart, to a file or on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, Format, FormatOption, JsonFlag, chosen

SUMMARY = "Draw one chart."
EXAMPLES = ("nrm chart timeline", "nrm chart map --out map.svg")


def command(
    name: Annotated[str | None, typer.Argument(help="Name of the chart; without it, the charts there are.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="File ending in .png or .svg. [default: NAME.png]")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the file in the system's viewer.")] = False,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
) -> None:
    """Draw one chart of a finished build into a file."""
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load
    from nrm.stages.standard_charts import draw_one

    if name is None:
        _print_catalogue()
        return
    corpus = load(build)
    file = out or Path(f"{name}.png")
    draw_one(corpus, name, file)
    form = chosen(form, json)
    if form is Format.TABLE:
        print(f"{name}: {file}")
    else:
        print_rows(form, "chart", corpus.sample, [{"chart": name, "file": str(file)}])
    notices(corpus.sample, law=True, to_data=form is Format.TABLE)
    if show:
        typer.launch(str(file))


def _print_catalogue() -> None:
    from nrm.charts.catalogue import CATALOGUE
    from nrm.cli.screen import print_table

    print_table(("chart", "shows"), [(one.name, one.about) for one in CATALOGUE.values()], "bold")
