"""What of the cache stays: what was used of late, and of that as much as there is room for.

An entry's time of change is when it was last used, to a day. Nothing here is an error: an entry that another
build has just taken away is gone, and a folder that cannot be changed stays as it is.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from nrm.stages.cache import DAY, Cache

MOST_DAYS = 90
"""Entries that no build has used for so many days go."""
_MOST_MEGABYTES = 1000


def most_bytes() -> int:
    """How much is kept: `NRM_CACHE_MB` megabytes, or 1,000; what is no whole number counts as not set."""
    given = os.environ.get("NRM_CACHE_MB", "")
    return (int(given) if given.isdecimal() else _MOST_MEGABYTES) * 1_000_000


def trim(cache: Cache, *, most: int | None = None, now: float | None = None) -> int:
    """Remove what was not used for `MOST_DAYS`, then what was not used for longest, until the rest has `most` bytes.

    `now` is a time stamp as `time.time()` gives it. Gives the number of entries removed.
    """
    limit = most_bytes() if most is None else most
    oldest = (time.time() if now is None else now) - MOST_DAYS * DAY
    used: list[tuple[float, int, Path]] = []
    for path in cache.files():
        with contextlib.suppress(OSError):
            known = path.stat()
            used.append((known.st_mtime, known.st_size, path))
    size = sum(one for _, one, _ in used)
    removed = 0
    for when, bytes_of_entry, path in sorted(used):
        if when >= oldest and size <= limit:
            break
        size -= bytes_of_entry
        with contextlib.suppress(OSError):
            path.unlink()
            removed += 1
    return removed
