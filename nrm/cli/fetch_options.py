"""Options of the commands that ask the network, and the client that they mean together."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.errors import BadTable, CannotFetch

if TYPE_CHECKING:
    from nrm.editions.manifest import Manifest
    from nrm.fetching.client import Client
    from nrm.fetching.download import Limits

DEFAULT_FOLDER = Path("data/raw")

Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of the official PDFs.")]
AllowHost = Annotated[
    list[str] | None, typer.Option("--allow-host", metavar="HOST", help="Ask this host, too; repeatable.")
]
AnyHost = Annotated[bool, typer.Option("--any-host", help="Ask any host (still only https).")]
CaCert = Annotated[
    Path | None,
    typer.Option("--cacert", metavar="FILE", help="Certificates (PEM) to trust instead of the usual ones."),
]
Tries = Annotated[int, typer.Option("--tries", metavar="N", min=1, help="How often to ask an address that falters.")]
Silence = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Most time in which nothing may come.")
]
MaxSeconds = Annotated[float, typer.Option("--max-time", metavar="SECONDS", min=0.1, help="Most time for one file.")]
MaxSize = Annotated[float, typer.Option("--max-size", metavar="MB", min=0.001, help="Most size of one file.")]
Pause = Annotated[float, typer.Option("--pause", metavar="SECONDS", min=0, help="Least time between two questions.")]
ManifestFile = Annotated[
    Path | None,
    typer.Option("--manifest", metavar="FILE", help="A manifest of your own, in the form of nrm's editions.toml."),
]


def limits(seconds: float, megabytes: float) -> Limits:
    """The limits that the options mean."""
    from nrm.fetching.download import Limits

    return Limits(size=int(megabytes * 1024 * 1024), seconds=seconds)


def manifest_of(file: Path | None) -> Manifest:
    """The manifest in a file, else the one that ships. Raises `BadTable` for a file that is none."""
    from nrm.editions.manifest import read_manifest, shipped

    if file is None:
        return shipped()
    try:
        return read_manifest(file.read_text("utf-8"), str(file))
    except (OSError, UnicodeError) as error:
        raise BadTable(f"{file}: cannot be read as a manifest ({error})") from error


@contextmanager
def client_of(
    manifest: Manifest, allowed: Iterable[str], any_host: bool, cacert: Path | None, timeout: float, pause: float
) -> Iterator[Client]:
    """A client for the hosts of a manifest and those that the user allows."""
    from nrm.fetching.client import Client
    from nrm.fetching.hosts import AllowedHosts

    if cacert is not None and not cacert.is_file():
        raise CannotFetch(f"{cacert}: no such file (--cacert)")
    hosts = AllowedHosts.of(manifest, allowed, any_host=any_host)
    client = Client(hosts, cacert=cacert, timeout=timeout, pause=pause)
    try:
        yield client
    finally:
        client.close()


def show_progress(list_year: int, address: str, size: int, whole: int | None) -> None:
    """One line on stderr, over the one before; `forget_progress` takes it away."""
    megabytes = f"{size / 1e6:.1f}" + (f" of {whole / 1e6:.1f}" if whole else "")
    line = f"{list_year or ''} {megabytes} MB {address}".strip()
    print(f"\r\x1b[K{line}"[:100], end="", file=sys.stderr, flush=True)


def forget_progress() -> None:
    """Take the line of progress away."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
