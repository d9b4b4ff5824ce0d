"""Reports typeset by pdfLaTeX: Type 1 fonts, real hyphenation, floats of footnotes."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from tests.fuzz.programs import find
from tests.fuzz.sheet import Sheet
from tests.fuzz.texmarkup import document


def typeset(sheet: Sheet) -> bytes:
    """The report as PDF, set twice so that page numbers are known. Raises MissingProgram."""
    program = find("pdflatex")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "report.tex").write_text(document(sheet), "utf-8")
        command = [program, "-interaction=nonstopmode", "-halt-on-error", "report.tex"]
        clock = {"SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1"}
        for _ in range(2):
            done = subprocess.run(
                command, cwd=folder, capture_output=True, timeout=120, check=False,
                env={**os.environ, **clock},
            )  # fmt: skip
            if done.returncode:
                raise RuntimeError(f"pdflatex failed: {done.stdout.decode(errors='replace')[-1500:]}")
        return (folder / "report.pdf").read_bytes()
