"""Reports typeset by Typst, where its Python package is installed."""

from __future__ import annotations

import importlib
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.programs import MissingProgram
from tests.fuzz.sheet import Sheet
from tests.fuzz.typstmarkup import document


def typeset(sheet: Sheet) -> bytes:
    """The report as PDF. Raises MissingProgram where there is no Typst."""
    if find_spec("typst") is None:
        raise MissingProgram("the Python package typst is not installed")
    typst = importlib.import_module("typst")
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "report.typ"
        source.write_text(document(sheet), "utf-8")
        pdf: bytes = typst.compile(str(source), format="pdf")
        return pdf
