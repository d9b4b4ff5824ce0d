"""The fonts of the ReportLab family: those of PDF itself, and those that come with packages."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_STANDARD = {
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
}
_FILES = {
    "Vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
    "DejaVuSerif": (
        "DejaVuSerif",
        "DejaVuSerif-Bold",
        "DejaVuSerif-Italic",
        "DejaVuSerif-BoldItalic",
    ),
    "DejaVuSans": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique"),
    "STIX": ("STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic", "STIXGeneralBolIta"),
}
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}


@cache
def faces(family: str) -> tuple[str, ...]:
    """The four faces of a family, registered."""
    if family in _STANDARD:
        return _STANDARD[family]
    package, inside = ("reportlab", "fonts") if family == "Vera" else ("matplotlib", "mpl-data/fonts/ttf")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the fonts of {family} come with {package}, which is not installed")
    for name in _FILES[family]:
        file = Path(spec.origin).parent / inside / f"{name}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(file)))
    return _FILES[family]
