"""Whole builds that are there already: the same files, the same nrm, and the folder as it was left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nrm.corpus import load
from nrm.errors import NrmError
from nrm.model import Finding
from nrm.pdf import file_hash
from nrm.publish import build_manifest
from nrm.stages.cache import Cache, key_of
from nrm.stages.plain_values import plain, value_of
from nrm.stages.read_file import FileRead
from nrm.stages.result import BuildResult
from nrm.stages.versions import build_version


def build_key(paths: Sequence[Path], target: Path, *options: object) -> str:
    """A name for everything that a build depends on; empty where a file cannot be read."""
    try:
        files = [(str(path), file_hash(path)) for path in paths]
    except OSError:
        return ""
    return key_of("build", build_version(), target.absolute(), options, files)


def kept_build(key: str, target: Path, cache: Cache) -> BuildResult | None:
    """The build that `target` is, if it is the one that was kept under this key and nobody has touched it."""
    given = cache.get("builds", key) if key else None
    try:
        if given is None or not target.is_symlink() or target.resolve().name != given["folder"]:
            return None
        if not build_manifest.is_intact(target.resolve()):
            return None
        return _result(given, target)
    except (TypeError, KeyError, ValueError, OSError, NrmError):
        return None


def keep_build(key: str, result: BuildResult, cache: Cache) -> None:
    """Keep what came of a build, when its folder is in its place."""
    if key and cache.folder is not None:
        cache.put(
            "builds",
            key,
            {
                "folder": result.out.resolve().name,
                "sample": result.sample,
                "counts": dict(result.counts),
                "failed": [plain(one) for one in result.failed],
                "findings": [plain(one) for one in result.findings],
                "charts": [str(path.relative_to(result.out)) for path in result.charts],
            },
        )


def _result(given: dict[str, Any], target: Path) -> BuildResult:
    return BuildResult(
        out=target,
        sample=bool(given["sample"]),
        editions=tuple(load(target).rows("editions")),
        counts=given["counts"],
        failed=tuple(value_of(FileRead, one) for one in given["failed"]),
        findings=tuple(value_of(Finding, one) for one in given["findings"]),
        charts=tuple(target / name for name in given["charts"]),
    )
