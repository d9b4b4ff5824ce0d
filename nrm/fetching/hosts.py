"""Which addresses may be asked at all: only https, and only the manifest's hosts unless the user says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from nrm.editions.manifest import Manifest
from nrm.errors import CannotFetch


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The hosts that may be asked, each with its port unless that is 443; `any_host` allows all of them."""

    hosts: frozenset[str]
    any_host: bool = False

    @classmethod
    def of(cls, manifest: Manifest, more: Iterable[str] = (), *, any_host: bool = False) -> AllowedHosts:
        """The hosts of a manifest (those of hints for a person are none of them) and `more`, named by the user.

        Raises `CannotFetch` for a name that is no host.
        """
        urls = [*manifest.discovery, *([manifest.archive.partition("{")[0]] if manifest.archive else [])]
        for edition in manifest.editions:
            urls += [edition.landing_page] if edition.landing_page else []
            urls += [address.url for address in edition.addresses if address.route != "hint"]
        return cls(frozenset((*map(host_of, urls), *map(_named, more))), any_host)

    def objection(self, url: str) -> str:
        """Why the address may not be asked; empty if it may."""
        try:
            parts = urlsplit(url)
            host = host_of(url)
        except ValueError:
            return "it is no address"
        if parts.scheme != "https":
            return f"{parts.scheme or 'it'} is not https" if parts.scheme else "it is no https address"
        if not parts.hostname:
            return "it names no host"
        if parts.username is not None or parts.password is not None:
            return "it holds a user name"
        if self.any_host or host in self.hosts:
            return ""
        return f"{host} is not among the hosts of the manifest; --allow-host {host} allows it"


def host_of(url: str) -> str:
    """The host of an address in lower case, with its port unless that is 443. Raises `ValueError` for a bad port."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    return host if parts.port in (None, 443) else f"{host}:{parts.port}"


def named_in(url: str) -> str:
    """The host of an address that the user named. Raises `CannotFetch` where it names none."""
    try:
        host = host_of(url)
    except ValueError:
        host = ""
    if not host:
        raise CannotFetch(f"{url}: no address of a web page")
    return host


def _named(name: str) -> str:
    try:
        host = host_of(f"//{name}")
        clean = bool(host) and urlsplit(f"//{name}").path == "" and "@" not in name
    except ValueError:
        clean = False
    if not clean:
        raise CannotFetch(f"{name!r} is no name of a host (such as example.org)")
    return host
