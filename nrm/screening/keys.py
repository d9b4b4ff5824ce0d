"""The forms in which a user's names meet those of the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nrm.identity.normalise import bare_name
from nrm.ids import fold
from nrm.lexicons.domains import find_domains
from nrm.lexicons.hosts import normal_host, registered_domain

_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+")
_PATH = re.compile(r"[/?#].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """A host in one spelling (see `normal_host`), and whether a page under it is meant."""

    host: str
    has_path: bool


@lru_cache(maxsize=2**17)
def whole_address(text: str) -> Address | None:
    """The address that a text is, or `None` where it is none or holds more, such as a name or an e-mail.

    >>> whole_address("https://www.Shop.Example/x"), whole_address("Shop of shop.example")
    (Address(host='shop.example', has_path=True), None)
    """
    plain = text.strip()
    if "." not in plain and "dot" not in plain.casefold():
        return None
    rest = _SCHEME.sub("", plain)
    path = _PATH.search(rest)
    host_part = rest[: path.start()] if path else rest
    if "@" in host_part and rest == plain:
        return None
    host = normal_host(plain)
    if host is None or registered_domain(host) is None:
        return None
    return Address(host, bool(path and path.group().strip("/")))


def addresses_in(text: str) -> tuple[Address, ...]:
    """The address that a text is, or all that it holds, without e-mail addresses: a provider is not its users."""
    whole = whole_address(text)
    if whole is not None:
        return (whole,)
    found = (span for span in find_domains(text) if span.kind == "domain")
    return tuple(dict.fromkeys(Address(span.host, bool(span.path.strip("/"))) for span in found))


def without_mail(text: str) -> str:
    """The text without e-mail addresses, of which no part is anybody's name.

    >>> without_mail("Shop, sales@shop.example")
    'Shop,'
    """
    return _MAIL.sub("", text).strip() if "@" in text and whole_address(text) is None else text


def alias_key(name: str) -> str:
    """The key of a name as it is written, but for case, accents, spaces and punctuation, and a leading "the".

    Unlike the key by which editions are joined it keeps a domain's ending: another ending is another site.

    >>> alias_key("The Pirate Bay"), alias_key("Pirate-Bay"), alias_key("thepiratebay.example")
    ('piratebay', 'piratebay', 'thepiratebay.example')
    """
    address = whole_address(name)
    if address is not None:
        return address.host
    words = re.findall(r"[^\W_]+", fold(bare_name(name).replace("&", " and ")))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(words) or fold(name).strip()
