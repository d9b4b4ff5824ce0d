"""The main job: PDFs in, a build folder with every table and chart out, as a whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.corpus import DEFAULT_BUILD
from nrm.errors import DuplicateEdition, MixedSources
from nrm.fetching.lock import Pin, pins_beside
from nrm.findings import finding
from nrm.model import Finding, Report
from nrm.pdf import ReaderName
from nrm.stages.cache import Cache, cache_folder
from nrm.stages.cache_trimming import trim
from nrm.stages.discover import DEFAULT_SOURCE, pdf_files, sample_files
from nrm.stages.read_file import FileRead
from nrm.stages.reading import Limits, Progress, read_files
from nrm.stages.result import BuildResult
from nrm.stages.training import refuse_sample_model

if TYPE_CHECKING:
    from nrm.entries.correction_table import Correction


def build(
    paths: str | Path | Iterable[str | Path] = DEFAULT_SOURCE,
    out: str | Path = DEFAULT_BUILD,
    *,
    sample: bool = False,
    workers: int | None = None,
    reader: ReaderName = "pdfium",
    charts: bool = True,
    model: str | Path | None = None,
    corrections: str | Path | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    cache: bool | str | Path = True,
    executor: Executor | None = None,
) -> BuildResult:
    """Build the tables (and charts) of all editions among some files and folders into the folder `out`.

    With `sample` the sample editions that ship with nrm are used instead of `paths`. `model` is a folder that
    `nrm train` wrote: it looks for markets beside the names, and what it finds has the subtype `statistical`.
    `corrections` is a TOML file of your own; each that was made, or that fits no longer, becomes a finding.
    What earlier builds found in the same files is taken from the user's cache, or from the folder that `cache`
    names, unless it is false. Files are read in `workers` processes within `limits`, or by an `executor`
    (`concurrent.futures.Executor`) of your own. The result is the same in every case.

    A file that cannot be read, or is no Notorious Markets List, becomes a finding where there are others and an
    error where it is all there is; so does a second file of an edition where `fetch.lock` says which is meant.
    Raises `MixedSources` for facsimiles beside official reports (or a model trained on them), `BadTable` for a
    folder that is no model, corrections that are none or a damaged `fetch.lock`, `DuplicateEdition` for two
    different files of one edition, `UnreadablePdf`, `NoText`, `NotANotoriousMarketsList` or `EmptyResults` where
    nothing could be read, and `BadBuild` where `out` cannot be written. After an error `out` is what it was.
    """
    target = Path(out)
    kept = _cache(cache)
    own = _corrections(corrections) if corrections is not None else ()
    if model is not None:
        refuse_sample_model(model, sample=True)  # a folder that is no model is said before hours of reading
    from nrm.publish import new_build, write_rows
    from nrm.stages.kept_builds import build_key, keep_build, kept_build

    with ExitStack() as stack:
        given = stack.enter_context(sample_files()) if sample else pdf_files(_listed(paths))
        pins = {} if sample else pins_beside(given)
        key = build_key(given, target, reader, charts, sample, sorted(pins.items()), own) if model is None else ""
        if (there := kept_build(key, target, kept)) is not None:
            return there
        folder = stack.enter_context(new_build(target))
        read = read_files(
            given,
            reader=reader,
            workers=workers,
            limits=limits,
            progress=progress,
            cache=kept,
            executor=executor,
            meanwhile=_load_what_follows,
        )
        from nrm.stages.assemble import assemble

        reports, findings = _one_per_edition([one for one in read if one.report is not None], pins)
        failed = tuple(one for one in read if one.report is None)
        if not reports:
            raise _nothing_read(failed)
        findings += [_about(one) for one in failed]
        unreadable = {one.list_year: Path(one.path).name for one in failed if one.list_year}
        if own:
            from nrm.entries.corrections import corrected

            reports = [corrected(report, own) for report in reports]
        is_sample = reports[0].edition.sample
        if model is not None:
            refuse_sample_model(model, sample=is_sample)
        assembled = assemble(reports, findings, unreadable, model=model, cache=kept)
        write_rows(assembled.tables, folder, sample=is_sample)
        drawn = _draw(folder, sample=is_sample, workers=workers) if charts else ()
        result = BuildResult(
            out=target,
            sample=is_sample,
            editions=tuple(assembled.tables["editions"]),
            counts={name: len(rows) for name, rows in assembled.tables.items()},
            failed=failed,
            findings=assembled.findings,
            charts=tuple(target / path.relative_to(folder) for path in drawn),
        )
    keep_build(key, result, kept)
    trim(kept)
    return result


def _corrections(file: str | Path) -> tuple[Correction, ...]:
    from nrm.entries.correction_table import read_corrections

    return read_corrections(file)


def _load_what_follows() -> None:
    """Import what comes after the reading, while other processes read."""
    import nrm.publish.parquet_tables
    import nrm.stages.assemble
    import nrm.tagging.mentions  # noqa: F401


def _cache(given: bool | str | Path) -> Cache:
    if given is False:
        return Cache(None)
    return Cache(cache_folder() if given is True else Path(given))


def _listed(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _one_per_edition(read: Sequence[FileRead], pins: Mapping[str, Pin]) -> tuple[list[Report], list[Finding]]:
    """One report per edition, that of the pinned file where several are there; the others become findings.

    Raises `DuplicateEdition` for two different files of an edition of which not exactly one is pinned.
    """
    of_year: dict[int, list[FileRead]] = defaultdict(list)
    for one in read:
        assert one.report is not None
        of_year[one.report.edition.list_year].append(one)
    _refuse_mixture(read)
    reports, findings = [], []
    for year, files in sorted(of_year.items()):
        first, *others = sorted(files, key=lambda one: _sha256(one) not in pins)
        assert first.report is not None
        pin = pins.get(_sha256(first))
        reports.append(_from(first.report, pin.address if pin is not None else ""))
        for other in others:
            if _sha256(other) == _sha256(first):
                text = f"{Path(other.path).name} is the same file as {first.report.edition.file}"
            elif pin is not None and _sha256(other) not in pins:
                text = f"{Path(other.path).name} is another version of {first.report.edition.file}, which was used"
            else:
                raise DuplicateEdition(
                    f"{first.path} and {other.path} are both the edition {year}; keep one of them, or say with "
                    "`nrm add FILE --replace` which is to be used"
                )
            findings.append(finding("duplicate-edition", list_year=year, file=Path(other.path).name, text=text))
    return reports, findings


def _sha256(one: FileRead) -> str:
    assert one.report is not None
    return one.report.edition.sha256


def _from(report: Report, address: str) -> Report:
    """The report with the address that its file came from."""
    return replace(report, edition=replace(report.edition, source_url=address)) if address else report


def _refuse_mixture(read: Sequence[FileRead]) -> None:
    """Raise `MixedSources` unless all are facsimiles or none is."""
    by_kind: dict[bool, str] = {}
    for one in read:
        if one.report is not None:
            by_kind.setdefault(one.report.edition.sample, one.path)
    if len(by_kind) > 1:
        raise MixedSources(
            f"{by_kind[True]} is a facsimile (sample data) and {by_kind[False]} an official report: build them apart"
        )


def _nothing_read(failed: Sequence[FileRead]) -> Exception:
    """The error where not one file could be used: that of the file, or of the first of several."""
    error = failed[0].error
    if len(failed) == 1:
        return error
    return type(error)(f"none of {len(failed)} files is an edition that can be read; the first: {error}")


def _about(one: FileRead) -> Finding:
    code = "unreadable-file" if one.trouble == "defect" else one.trouble
    return finding(code, list_year=one.list_year, file=Path(one.path).name, text=one.message)


def _draw(folder: Path, *, sample: bool, workers: int | None) -> tuple[Path, ...]:
    from nrm.stages.standard_charts import draw_standard_set

    return draw_standard_set(folder, sample=sample, workers=workers)
