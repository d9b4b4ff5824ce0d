"""`nrm build`: PDFs in, every table and chart out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from nrm.stages.result import BuildResult

SUMMARY = "PDFs in, all tables and charts out."
EXAMPLES = ("nrm build data/raw --workers 4", "nrm build --sample --out /tmp/tryout")
DEFAULT_SOURCE = Path("data/raw")


class ReaderOption(StrEnum):
    """The readers there are."""

    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


def command(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="PDFs, or folders of them. [default: data/raw]")
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder that the build becomes.")
    ] = DEFAULT_BUILD,
    sample: Annotated[bool, typer.Option("--sample", help="Use the sample editions that ship with nrm.")] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes that read. [default: processors]")
    ] = None,
    reader: Annotated[ReaderOption, typer.Option("--reader", help="What reads the PDFs.")] = ReaderOption.PDFIUM,
    no_charts: Annotated[bool, typer.Option("--no-charts", help="Draw no charts.")] = False,
    model: Annotated[
        Path | None, typer.Option("--model", metavar="DIR", help="Look for markets with a trained model, too.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", metavar="FILE", help="Your own corrections of entries (TOML).")
    ] = None,
    seconds: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0, help="Most time for one file; 0 is no limit.")
    ] = 300.0,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", min=0, help="Most memory for one file; 0 is no limit.")
    ] = 4096,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Take nothing from earlier builds.")] = False,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="Let the workers of a Dask scheduler read.")
    ] = None,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Read the PDFs of all editions and write tables, a database and charts.

    The result appears as a whole or not at all. Ends with 1 where a file could not be read or a check failed.
    """
    form = chosen(form, json, excel)
    if sample and paths:
        raise typer.BadParameter("give either --sample or PATHs: samples and official reports are never mixed")
    from nrm.stages.build import build
    from nrm.stages.reading import Limits

    with _executor(dask) as executor:
        result = build(
            paths or [DEFAULT_SOURCE],
            out,
            sample=sample,
            workers=workers,
            reader=reader.value,
            charts=not no_charts,
            corrections=corrections,
            model=model,
            limits=Limits(seconds, memory),
            progress=_progress if sys.stderr.isatty() else None,
            cache=not no_cache,
            executor=executor,
        )
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    _print(result, form, excel)
    if result.exit_code:
        raise typer.Exit(result.exit_code)


def _executor(address: str | None) -> AbstractContextManager[Executor | None]:
    if address is None:
        return nullcontext()
    from nrm.stages.dask_executor import dask_executor

    return dask_executor(address)


def _progress(done: int, total: int, name: str) -> None:
    print(f"\r\x1b[K{done} of {total} files read: {name}"[:78], end="", file=sys.stderr, flush=True)


def _print(result: BuildResult, form: Format, excel: bool) -> None:
    from nrm.cli.screen import envelope, notices, print_rows

    if form is Format.TABLE:
        _print_summary(result)
        notices(result.sample, law=False, to_data=True)
        return
    rows = list(result.editions)
    if form is Format.JSON:
        print(envelope("build", result.sample, out=str(result.out), rows=rows, findings=len(result.findings)))
    else:
        print_rows(form, "build", result.sample, rows, excel=excel)
    notices(result.sample, law=False, to_data=False)


def _print_summary(result: BuildResult) -> None:
    from nrm.analysis.phrases import years
    from nrm.cli.screen import print_table, say

    heads = ("year", "published", "pages", "online", "physical", "status")
    rows = [
        (
            str(row["list_year"]),
            str(row["published"] or ""),
            str(row["pages"] or ""),
            _of(row, "online"),
            _of(row, "physical"),
            str(row["status"]),
        )
        for row in result.editions
        if row["status"] != "missing"
    ]
    print_table(heads, rows, "bold")
    missing = [row["list_year"] for row in result.editions if row["status"] == "missing"]
    if missing:
        say(f"Not among the files: {years(missing)}.")
    print()
    counted = [_count(len(rows), "edition")]
    counted += [_count(result.counts[f"{noun}s"], noun) for noun in ("market", "listing", "passage", "mention")]
    say(f"{', '.join(counted)}; {_findings(result)}.")
    _print_trouble(result)
    print()
    print(f"Tables: {result.out}  (CSV, JSON Lines, Parquet, {result.out / 'nrm.sqlite'})")
    if result.charts:
        names = dict.fromkeys(path.stem for path in result.charts)
        say(f"Charts: {result.charts[0].parent}  ({', '.join(names)})", further="        ")


def _print_trouble(result: BuildResult) -> None:
    from nrm.cli.screen import say, styled

    if result.failed:
        print("\n" + styled("Files that were not used:", "red"))
        for one in result.failed:
            say(one.message, "  ", "    ")
    if result.unverified:
        print("\n" + styled("Editions that could not be verified (absence from them proves nothing):", "red"))
    for finding in result.findings:
        if finding.list_year in result.unverified and finding.severity == "error":
            page = f", page {finding.page}" if finding.page else ""
            say(f"{finding.list_year}{page}: {finding.text}", "  ", "    ")


def _findings(result: BuildResult) -> str:
    counted = Counter(finding.severity for finding in result.findings)
    parts = [f"{counted[severity]} {severity}" for severity in ("error", "warning", "info") if counted[severity]]
    return f"{_count(len(result.findings), 'finding')} ({', '.join(parts)})" if parts else "no findings"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _of(row: Mapping[str, Any], kind: str) -> str:
    """Listings found, of how many declared, such as `16 of 17`."""
    found, declared = row[f"found_{kind}"], row[f"declared_{kind}"]
    if found is None:
        return ""
    return f"{found}" if declared is None else f"{found} of {declared}"
