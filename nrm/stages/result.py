"""What a build came to, as a value."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrm.model import Finding
from nrm.stages.read_file import FileRead


@dataclass(frozen=True, slots=True, repr=False)
class BuildResult:
    """A finished build.

    `editions` are the rows of that table as plain dicts; `failed` the files that were not used, with their
    trouble; `findings` everything that was not understood or does not add up; `charts` the charts' files.
    """

    out: Path
    sample: bool
    editions: tuple[Mapping[str, Any], ...]
    counts: Mapping[str, int]
    failed: tuple[FileRead, ...]
    findings: tuple[Finding, ...]
    charts: tuple[Path, ...] = ()

    @property
    def unverified(self) -> tuple[int, ...]:
        """List years of the editions of which a check failed unexplained."""
        return tuple(row["list_year"] for row in self.editions if row["status"] in ("unverified", "unreadable"))

    @property
    def exit_code(self) -> int:
        """0 if every file was read and every check agrees or is explained, else 1."""
        return 1 if self.failed or self.unverified else 0

    def __repr__(self) -> str:
        held = sum(1 for row in self.editions if row["source_sha256"])
        parts = [f"{held} editions", f"{self.counts['markets']} markets", f"{self.counts['listings']} listings"]
        parts += [f"{len(self.failed)} files not used"] * bool(self.failed)
        return f"<Build of {', '.join(parts)} in {self.out}{'; SAMPLE DATA' if self.sample else ''}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{row['list_year']}</td><td>{_of(row, 'online')}</td><td>{_of(row, 'physical')}</td>"
            f"<td>{html.escape(str(row['status']))}</td></tr>"
            for row in self.editions
        )
        heads = "<tr><th>list year</th><th>online</th><th>physical</th><th>status</th></tr>"
        return f"<p>{html.escape(repr(self))}</p><table>{heads}{rows}</table>"


def _of(row: Mapping[str, Any], kind: str) -> str:
    """Found of declared, such as `16 of 17`; empty for an edition that is not there."""
    found, declared = row[f"found_{kind}"], row[f"declared_{kind}"]
    if found is None:
        return ""
    return str(found) if declared is None else f"{found} of {declared}"
