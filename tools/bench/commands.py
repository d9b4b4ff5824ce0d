"""Commands run as a user runs them: in a process of their own, with the bytecode that an installed package has."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[2]


class Taken(NamedTuple):
    """How long a command took by the clock, and of all processors together, in seconds."""

    clock: float
    processor: float


def with_bytecode() -> None:
    """Let all processes from now on keep compiled modules, even where the environment forbids it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def nrm(*arguments: str, cache: Path | None = None) -> Taken:
    """Run `nrm` with these arguments, whatever its exit code."""
    return python("-m", "nrm.cli", *arguments, **({"NRM_CACHE": str(cache)} if cache else {}))


def python(*arguments: str, **environment: str) -> Taken:
    """Run Python with these arguments, whatever its exit code."""
    start, before = time.perf_counter(), _of_children()
    subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | environment | {"PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return Taken(time.perf_counter() - start, _of_children() - before)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
