"""The pin that a sound file gets when it is put in its place."""

from __future__ import annotations

from pathlib import Path

from nrm.fetching.clock import Clock
from nrm.fetching.cover import Cover
from nrm.fetching.download import Downloaded
from nrm.fetching.lock import Pin
from nrm.fetching.words import Route


def pin_of(came: Downloaded, cover: Cover, place: Path, route: Route, clock: Clock) -> Pin:
    """What the lock says of a file that came from somewhere, is an edition by its cover, and stands at a place now."""
    return Pin(
        list_year=cover.list_year,
        title=cover.title,
        file=place.name,
        sha256=came.sha256,
        size=came.size,
        pages=cover.pages,
        address=came.url,
        route=route,
        fetched=clock.now().isoformat(timespec="seconds"),
        etag=came.etag,
        last_modified=came.last_modified,
    )
