"""Where child processes find this very package."""

from __future__ import annotations

import os
from pathlib import Path


def python_path() -> str:
    """A `PYTHONPATH` with the folder of this package first, so that a child process runs the same code."""
    here = str(Path(__file__).resolve().parents[2])
    more = os.environ.get("PYTHONPATH")
    return os.pathsep.join([here, more]) if more else here
