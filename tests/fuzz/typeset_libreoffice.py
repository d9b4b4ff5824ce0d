"""Reports exported by LibreOffice Writer from flat OpenDocument text."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path

from tests.fuzz.opendocument import document
from tests.fuzz.programs import find, run
from tests.fuzz.sheet import Sheet


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """A user profile of our own, kept for as long as the process lives: the first start is slow."""
    return tempfile.TemporaryDirectory(prefix="fuzz-office-")


def typeset(sheet: Sheet) -> bytes:
    """The report as PDF. Raises MissingProgram where there is no LibreOffice."""
    program = find("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source, pdf = folder / "report.fodt", folder / "report.pdf"
        source.write_text(document(sheet), "utf-8")
        export = {
            "UseTaggedPDF": {"type": "boolean", "value": str(sheet.layout.tagged).lower()},
            "ExportBookmarks": {"type": "boolean", "value": str(sheet.layout.bookmarks).lower()},
        }
        return run([
            program, "--headless", f"-env:UserInstallation={Path(_profile().name).as_uri()}",
            "--convert-to", f"pdf:writer_pdf_Export:{json.dumps(export)}", "--outdir", str(folder), str(source),
        ], pdf)  # fmt: skip
