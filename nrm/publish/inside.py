"""Whether a path that a manifest names stays within the manifest's folder."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath


def stays_inside(name: str) -> bool:
    """Whether a relative path cannot lead out of a folder, whatever system reads it.

    >>> stays_inside("charts/a.png"), stays_inside("../a.png"), stays_inside("C:\\\\a.png")
    (True, False, False)
    """
    paths = PurePosixPath(name), PureWindowsPath(name)
    return bool(name) and "\\0" not in name and not any(path.anchor or ".." in path.parts for path in paths)
