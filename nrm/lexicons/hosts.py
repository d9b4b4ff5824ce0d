"""Host names: one spelling for each, and the registrable part by the public suffix list.

Works offline: the suffix list is the one that ships with tldextract, without private domains.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final, NamedTuple

from nrm.lexicons.public_suffixes import PublicSuffixes

if TYPE_CHECKING:
    from tldextract import TLDExtract

_DEFANGED = re.compile(r"\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_LONGEST_LABEL: Final = 63
_LONGEST_HOST: Final = 253


class Facts(NamedTuple):
    """What `domains.toml` says, in lower case except `not_domains`."""

    reserved_suffixes: frozenset[str]
    file_suffixes: frozenset[str]
    file_names: frozenset[str]
    word_suffixes: frozenset[str]
    abbreviations: frozenset[str]
    never_words: frozenset[str]
    not_domains: frozenset[str]


@cache
def facts() -> Facts:
    """The table that ships with the package."""
    source = resources.files("nrm.lexicons").joinpath("domains.toml")
    rows = tomllib.loads(source.read_text(encoding="utf-8"))
    return Facts(**{key: frozenset(words) for key, words in rows.items()})


def normal_host(host: str) -> str | None:
    """The one spelling of a host name, or None where it cannot be one.

    Lower case, Unicode letters rather than punycode, "[.]" and "(dot)" undone, without scheme,
    "www.", port, path and closing dot: `normal_host("WWW.Site[.]to/new")` is "site.to".
    """
    plain = _DEFANGED.sub(".", _SCHEME.sub("", host.strip()))
    plain = re.split(r"[/?#:]", plain, maxsplit=1)[0].rsplit("@", 1)[-1]
    plain = unicodedata.normalize("NFKC", plain.replace("\u00ad", "")).casefold().strip(".")
    labels = [_unicode_label(label) for label in plain.split(".")]
    if None in labels or len(plain) > _LONGEST_HOST:
        return None
    known = [label for label in labels if label]
    while len(known) > 2 and known[0] == "www":
        known = known[1:]
    return ".".join(known)


def registered_domain(host: str) -> str | None:
    """The registrable domain of a host ("en.some.co.uk" gives "some.co.uk"), or None.

    None where the host has no ending in the public suffix list, or is nothing but an ending.
    `.example` and `.test` count as endings.
    """
    normal = normal_host(host)
    return None if normal is None else _registered(normal)


@lru_cache(maxsize=16384)
def _registered(normal: str) -> str | None:
    return _suffixes().registered(normal)


@cache
def _suffixes() -> PublicSuffixes:
    return PublicSuffixes(facts().reserved_suffixes)


@cache
def suffix_list(*, private: bool = False) -> TLDExtract:
    """The public suffix list that ships with tldextract; with `private` also endings under which names are rented.

    `registered_domain` says the same of the list without these, and does not import tldextract.
    """
    from tldextract import TLDExtract

    return TLDExtract(
        cache_dir=None,
        suffix_list_urls=(),
        fallback_to_snapshot=True,
        include_psl_private_domains=private,
        extra_suffixes=sorted(facts().reserved_suffixes),
    )


def _unicode_label(label: str) -> str | None:
    if not _LABEL.fullmatch(label) or len(label) > _LONGEST_LABEL:
        return None
    if label.isascii() and not label.startswith("xn--"):
        return label
    import idna

    try:
        return idna.decode(idna.encode(label, uts46=True))
    except (idna.IDNAError, UnicodeError):
        return None
