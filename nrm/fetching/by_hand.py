"""What a person can do where the program could not get an edition: where to click, where to drop the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nrm.editions.manifest import EditionFacts, Manifest
from nrm.fetching.routes import Attempt, listed, start_pages


def by_hand(edition: EditionFacts, manifest: Manifest, attempts: Sequence[Attempt], folder: Path) -> tuple[str, ...]:
    """The steps, one sentence each. Addresses of document-sharing sites are named here and never asked."""
    own = [edition.landing_page] if edition.landing_page else []
    direct = [url for _, url in listed(edition)]
    refused = [one.address for one in attempts if one.outcome in ("robot check", "forbidden")]
    steps = []
    opened = list(dict.fromkeys([*refused[:1], *own, *direct]))[:3]
    if opened:
        which = "Open one of these in a browser" if len(opened) > 1 else "Open in a browser"
        steps.append(f"{which}: {' '.join(opened)}")
    pages = [page for page in start_pages(edition, manifest) if page not in opened][:1]
    look = f"Else look for {edition.title!r} of {edition.published}"
    steps.append(f"{look} on {pages[0]}" if pages else look)
    hints = [address for address in edition.addresses if address.route == "hint"]
    for hint in hints:
        what = "its text" if hint.kind == "text" else "a copy"
        steps.append(f"A document-sharing site shows {what}: {hint.url}")
    steps.append(f"Save the PDF into {folder}, under any name, or run `nrm add FILE`")
    return tuple(steps)
