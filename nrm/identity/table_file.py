"""The file of the reviewed table: where it is, and writing it as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from importlib.resources import files
from pathlib import Path

from nrm.errors import BadTable


def table_file() -> Path:
    """The reviewed table that ships with the package, and that every build reads."""
    return Path(str(files("nrm.identity").joinpath("aliases.toml")))


def read_table(file: Path) -> str:
    """The text of a table. Raises `BadTable` where it cannot be read."""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadTable(f"{file}: the reviewed table cannot be read ({error})") from error


def write_table(file: Path, text: str) -> None:
    """Replace a table's text. Raises `BadTable` where it cannot be written; the old one is then as it was."""
    scratch = ""
    try:
        handle, scratch = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(scratch, file.stat().st_mode & 0o777)
        os.replace(scratch, file)
    except OSError as error:
        if scratch:
            Path(scratch).unlink(missing_ok=True)
        raise BadTable(f"{file}: the reviewed table cannot be written ({error.strerror or error})") from error
