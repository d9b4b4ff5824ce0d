"""What earlier builds left beside the target: kept, carried over, or taken away."""

from __future__ import annotations

import filecmp
import shutil
from pathlib import Path

from nrm.errors import BadBuild
from nrm.publish import build_manifest

UNFINISHED = ".new-"
"""How the names begin of what is being written or removed."""


def sweep(builds: Path) -> None:
    """Take away what killed builds left. Only the holder of the build lock may call this."""
    for left in builds.glob(f"{UNFINISHED}*"):
        if left.is_symlink() or not left.is_dir():
            left.unlink()
        else:
            shutil.rmtree(left)


def carry_over(old: Path, new: Path) -> None:
    """Copy what the user put into the old build into the new one, so that it stays in sight.

    Raises `BadBuild`, before anything is copied, where nrm itself wrote a file of that name. Where
    the old manifest cannot be read, nobody can tell whose the files are: `retire` keeps them.
    """
    try:
        foreign = build_manifest.foreign_files(old)
    except BadBuild:
        return
    in_the_way = [name for name in foreign if (new / name).exists()]
    if in_the_way:
        raise BadBuild(
            f"{old / in_the_way[0]} is not nrm's and has the name of a file of the build; move it away and build again"
        )
    for name in foreign:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old / name, new / name, follow_symlinks=False)


def retire(builds: Path, current: Path) -> None:
    """Remove builds but the current one and the newest other, which readers may still have open.

    A build in which the user changed a file, or has one that the current build has not, is kept.
    """
    others = sorted(
        (folder for folder in builds.iterdir() if (folder / build_manifest.FILE).is_file() and folder != current),
        key=lambda folder: folder.stat().st_mtime_ns,
    )
    for folder in others[:-1]:
        if _replaceable(folder, current):
            # First out of the way: what a kill leaves of it is then swept by the next build.
            doomed = folder.rename(builds / f"{UNFINISHED}{folder.name}")
            shutil.rmtree(doomed, ignore_errors=True)


def _replaceable(folder: Path, current: Path) -> bool:
    return build_manifest.is_intact(folder) and all(
        (current / name).is_file() and filecmp.cmp(folder / name, current / name, shallow=False)
        for name in build_manifest.foreign_files(folder)
    )
