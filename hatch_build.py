"""Compiles the walk over a page (`nrm/pdf/pdfium/page_walk.c`) while nrm is being installed.

Without a C compiler nrm installs as well and gives the same results; it reads PDFs more slowly.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sysconfig
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCE = Path("nrm/pdf/pdfium/page_walk.c")
_OPTIONS = ("-O2", "-shared", "-fPIC", "-fvisibility=hidden")


class CompilePageWalk(BuildHookInterface[Any]):
    """Puts the library beside its source and, but for an editable installation, into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; what goes wrong is said, and ends in a wheel without the library."""
        if self.target_name != "wheel":
            return
        try:
            library = compiled(Path(self.root) / _SOURCE)
        except (OSError, subprocess.CalledProcessError) as error:
            self.app.display_warning(f"{_SOURCE} was not compiled, PDFs will be read more slowly: {error}")
            return
        build_data["artifacts"].append(f"/{_SOURCE.with_name(library.name)}")
        build_data["pure_python"] = False
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["tag"] = f"py3-none-{platform}"


def compiled(source: Path) -> Path:
    """The library of this source, beside it, under a name that tells what it was made of; those of other sources go.

    Raises `OSError` where there is no compiler (that of the environment variable `CC`, or `cc`), or where the folder
    cannot be written to, and `CalledProcessError` where it fails.
    """
    library = source.with_name(f"{source.stem}.{sha256(source.read_bytes()).hexdigest()[:12]}.so")
    compiler = shlex.split(os.environ.get("CC") or "cc")
    if shutil.which(compiler[0]) is None:
        raise FileNotFoundError(f"there is no C compiler {compiler[0]}")
    unfinished = library.with_suffix(f".{os.getpid()}")
    try:
        subprocess.run([*compiler, *_OPTIONS, "-o", str(unfinished), str(source)], check=True, capture_output=True)
        unfinished.replace(library)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in source.parent.glob(f"{source.stem}.*.so"):
        if old != library:
            old.unlink()
    return library
