"""Running `nrm` as a user does: its exit code, its stdout and its stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def nrm(
    *arguments: str | Path, columns: int | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """`nrm ARGUMENTS` in a process of its own, on a terminal of so many columns or in a pipe."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("COLUMNS", None)
    if columns is not None:
        environment["COLUMNS"] = str(columns)
    command = [sys.executable, "-m", "nrm.cli", *map(str, arguments)]
    return subprocess.run(
        command, env=environment, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
