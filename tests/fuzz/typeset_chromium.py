"""Reports printed from HTML by headless Chromium."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.fuzz.markup import document
from tests.fuzz.programs import find, run
from tests.fuzz.sheet import Sheet


def typeset(sheet: Sheet) -> bytes:
    """The report as PDF. Raises MissingProgram where there is no Chromium."""
    program = find("chromium", "chromium-browser", "google-chrome", "chrome")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        page, pdf = folder / "report.html", folder / "report.pdf"
        page.write_text(document(sheet), "utf-8")
        options = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}",
        ]  # fmt: skip
        if sheet.layout.bookmarks and sheet.layout.tagged:
            options.append("--generate-pdf-document-outline")
        return run([program, *options, page.as_uri()], pdf)
