"""Which part of a host name is registered, by the public suffix list (https://publicsuffix.org/list/).

The list is the copy that ships with tldextract, without private domains, and is read as tldextract reads it; that
package itself brings an HTTP client along, which takes longer to import than all domains of a corpus to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from nrm.errors import BadTable

_FILE: Final = ".tld_set_snapshot"
_PRIVATE: Final = "// ===BEGIN PRIVATE DOMAINS==="
_RULE = re.compile(r"^[.*!]*\w\S*", re.MULTILINE)


class PublicSuffixes:
    """The endings under which names are registered, those of the list and some more."""

    def __init__(self, more: Iterable[str] = ()) -> None:
        """Reads the list; raises `BadTable` where tldextract has none."""
        self._rules = frozenset([*_RULE.findall(_icann_part()), *more])
        self._paths = set(self._rules)
        for rule in self._rules:
            while rule := rule.partition(".")[2]:
                self._paths.add(rule)

    def registered(self, host: str) -> str | None:
        """The registrable domain of a host in lower case and Unicode letters ("en.some.co.uk": "some.co.uk").

        None where the host has no ending in the list, or is nothing but an ending.
        """
        labels = host.split(".")
        first = self._first_of_suffix(labels)
        return ".".join(labels[first - 1 :]) if 0 < first < len(labels) else None

    def _first_of_suffix(self, labels: list[str]) -> int:
        """Which label the public suffix begins with; their number where there is none."""
        found, tail = len(labels), ""
        for place in range(len(labels) - 1, -1, -1):
            longer = f"{labels[place]}.{tail}" if tail else labels[place]
            if longer in self._paths:
                found = place if longer in self._rules else found
                tail = longer
            elif tail and f"*.{tail}" in self._rules:
                return place + 1 if f"!{longer}" in self._rules else place
            else:
                break
        return found


def _icann_part() -> str:
    package = find_spec("tldextract")
    place = Path(package.origin).with_name(_FILE) if package is not None and package.origin else Path(_FILE)
    try:
        return place.read_text("utf-8").partition(_PRIVATE)[0]
    except OSError as error:
        raise BadTable(f"{place}: tldextract's copy of the public suffix list cannot be read ({error})") from error
