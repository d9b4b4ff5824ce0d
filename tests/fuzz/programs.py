"""The programs that typeset: where they are, and a clear word when they are not there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


class MissingProgram(Exception):
    """The program that typesets this family is not installed."""


def find(*names: str) -> str:
    """The path of the first of these programs that is installed. Raises MissingProgram."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise MissingProgram(f"none of these programs is installed: {', '.join(names)}")


def run(command: list[str], expected: Path, *, seconds: int = 120) -> bytes:
    """The bytes of the file that the command is to write. Raises RuntimeError if it does not."""
    done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    if not expected.exists():
        raise RuntimeError(f"{command[0]} wrote no {expected.name}: {done.stderr.decode(errors='replace')[-800:]}")
    return expected.read_bytes()
