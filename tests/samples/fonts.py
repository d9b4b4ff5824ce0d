"""Find the TrueType files of ``fonts.toml`` and register them with ReportLab."""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

CATALOGUE = Path(__file__).parent / "fonts.toml"
STYLES = ("regular", "bold", "italic", "bold_italic")
SYSTEM_FOLDERS = tuple(Path("/usr/share/fonts/truetype") / name for name in ("liberation2", "liberation", "crosextra"))


class FontMissing(Exception):
    """A font file of the samples is not on this machine; the message names the package that holds it."""


class GlyphMissing(Exception):
    """A font of the samples has no glyph for a letter that an edition prints: a defect of the samples."""


@dataclass(frozen=True, slots=True)
class Family:
    """The registered ReportLab names of a family's four styles."""

    regular: str
    bold: str
    italic: str
    bold_italic: str

    def style(self, bold: bool, italic: bool) -> str:
        """The ReportLab font name for a weight and a slant."""
        return {
            (False, False): self.regular,
            (True, False): self.bold,
            (False, True): self.italic,
            (True, True): self.bold_italic,
        }[bold, italic]


@cache
def family(name: str) -> Family:
    """Register a family of ``fonts.toml``.  Raises ``FontMissing``."""
    registered = {}
    for style in STYLES:
        registered[style] = f"{name}-{style}"
        pdfmetrics.registerFont(TTFont(registered[style], str(_path(name, style))))
    return Family(**registered)


def require_glyphs(font: str, text: str) -> None:
    """Raise ``GlyphMissing`` unless the registered font can draw every letter of ``text``."""
    registered = pdfmetrics.getFont(font)
    assert isinstance(registered, TTFont)
    known = registered.face.charToGlyph
    missing = sorted({letter for letter in text if ord(letter) not in known})
    if missing:
        raise GlyphMissing(f"{font} has no glyph for {', '.join(missing)} in {text!r}")


def same_files(name: str) -> bool:
    """Whether the family's files here are those that made the shipped PDFs.  Raises ``FontMissing``."""
    return all(
        hashlib.sha256(_path(name, style).read_bytes()).hexdigest() == _catalogue()[name][style]["sha256"]
        for style in STYLES
    )


def _path(name: str, style: str) -> Path:
    """The file of a style: one with the recorded checksum where there is one, else any of that file name."""
    wanted = _catalogue()[name][style]
    paths = [folder / str(wanted["file"]) for folder in _folders()]
    found = [path for path in paths if path.is_file()]
    if not found:
        raise FontMissing(f"{wanted['file']} not found: install {_catalogue()[name]['package']}")
    exact = [path for path in found if hashlib.sha256(path.read_bytes()).hexdigest() == wanted["sha256"]]
    return (exact or found)[0]


def _folders() -> tuple[Path, ...]:
    matplotlib = importlib.util.find_spec("matplotlib")
    if matplotlib is None or matplotlib.origin is None:
        return SYSTEM_FOLDERS
    return (Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf", *SYSTEM_FOLDERS)


@cache
def _catalogue() -> dict[str, Any]:
    with CATALOGUE.open("rb") as stream:
        return tomllib.load(stream)
