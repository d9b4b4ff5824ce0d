"""The versions of the stages: what of nrm and of its libraries the outcome of a stage depends on.

A stage's version is a hash of the source and the tables of its packages and of those before it, so that a change in
a lexicon of a later stage leaves the outcome of an earlier one valid.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_LINES = ("pdf", "model.py", "errors.py", "one_line.py")
_REPORTS = (
    *(*_LINES, "layout", "entries", "editions", "lexicons", "ids.py", "findings.py"),
    *("schema.py", "schema.toml", "cell_types.py"),
)
_MENTIONS = (
    *("tagging", "lexicons", "identity", "editions", "model.py", "ids.py", "regions.py", "errors.py", "findings.py"),
    *("schema.py", "schema.toml", "cell_types.py", "one_line.py"),
)
_EVERYTHING = ("",)
_SUFFIXES = (".py", ".c", ".toml", ".json")


@cache
def lines_version() -> str:
    """Of what makes lines of a file."""
    return _version(_LINES, ("pypdfium2", "pdfplumber", "pdfminer.six"))


@cache
def reports_version() -> str:
    """Of what makes a report of lines."""
    return _version((*_REPORTS, "stages/read_file.py"), ("pypdfium2", "pdfplumber", "pdfminer.six", "rapidfuzz"))


@cache
def mentions_version() -> str:
    """Of what finds names in passages."""
    return _version((*_MENTIONS, "stages/market_pipeline.py"), ("spacy", "tldextract"))


@cache
def build_version() -> str:
    """Of everything that a build depends on."""
    libraries = ("pypdfium2", "pdfplumber", "pdfminer.six", "rapidfuzz", "spacy", "pandas", "pyarrow", "matplotlib")
    return _version(_EVERYTHING, libraries)


def _version(parts: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        place = _ROOT / part
        files = [place] if place.is_file() else (p for p in place.rglob("*") if p.suffix in _SUFFIXES)
        for file in sorted(files):
            digest.update(str(file.relative_to(_ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    for library in libraries:
        digest.update(f"{library} {_installed(library)}\0".encode())
    return digest.hexdigest()


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
