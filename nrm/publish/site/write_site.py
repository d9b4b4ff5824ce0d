"""The site as files: pages, style sheet, script, and the files of the build to download."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.publish import build_manifest, rights
from nrm.publish.site.environment import environment
from nrm.publish.site.pages import pages
from nrm.publish.site.site_folder import new_site
from nrm.publish.site.site_tables import SiteTables, site_tables
from nrm.schema import tables as schema_tables

if TYPE_CHECKING:
    from nrm.corpus import Corpus

_STATIC = ("site.css", "site.js")
_NOT_OFFERED = ("charts/",)


@dataclass(frozen=True, slots=True)
class Site:
    """A written site: its folder, how many pages it has, the bytes of the largest one, and the files to download."""

    folder: Path
    pages: int
    largest: int
    downloads: int
    sample: bool


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the build that the site offers."""

    name: str
    about: str
    bytes: int
    sha256: str


def write_site(corpus: Corpus, folder: Path) -> Site:
    """Write the site of a corpus into a folder; see `site_folder` for what becomes of what is there.

    The same corpus gives the same bytes. Raises `BadBuild` where the folder cannot be written or a file that is not
    the site's is in the way.
    """
    found = site_tables(corpus)
    with new_site(folder) as work:
        for name in _STATIC:
            with as_file(files("nrm.publish.site").joinpath("static", name)) as source:
                (work / "static").mkdir(exist_ok=True)
                shutil.copyfile(source, work / "static" / name)
        downloads = list(_downloads(corpus, work))
        sizes = [_write(path, text, work) for path, text in _rendered(found, downloads)]
    return Site(folder, len(sizes), max(sizes), len(downloads), corpus.sample)


def _rendered(found: SiteTables, downloads: list[Download]) -> Iterator[tuple[str, str]]:
    shared = {
        "tables": found,
        "reservation": rights.RESERVATION,
        "licence": rights.licence(sample=found.sample),
        "publisher": rights.PUBLISHER,
    }
    for page in pages(found, downloads):
        template = environment().get_template(page.template)
        yield page.path, template.render(**shared, page=page, root=page.root, **page.context)


def _write(path: str, text: str, work: Path) -> int:
    target = work / path
    target.parent.mkdir(exist_ok=True)
    content = text.encode()
    target.write_bytes(content)
    return len(content)


def _downloads(corpus: Corpus, work: Path) -> Iterator[Download]:
    """The files of the build, copied; none for a corpus that is in memory only."""
    if corpus.path is None:
        return
    described = {table.file: f"One row is {table.row}." for table in schema_tables().values()}
    for name, digest in build_manifest.read(corpus.path).files.items():
        if name.startswith(_NOT_OFFERED):
            continue
        target = work / "downloads" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(corpus.path / name, target)
        yield Download(f"downloads/{name}", described.get(name, _about(name)), target.stat().st_size, digest)


def _about(name: str) -> str:
    if name.endswith(".parquet"):
        return f"The table {name.removesuffix('.parquet')}, typed (Parquet)."
    if name.startswith("domains/"):
        return "Domains, one on each line."
    return {
        "nrm.sqlite": "All tables as an SQLite database with full-text search.",
        "datapackage.json": "All files described, with types and hashes (Data Package).",
        "metadata.json": "For a Datasette server over nrm.sqlite.",
    }.get(name, "")
