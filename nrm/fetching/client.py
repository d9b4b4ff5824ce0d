"""Asking an address over https: redirects looked at one by one, the certificate checked, the body as a stream.

`requests` does the protocol; it and what it needs are imported when a client is made. Proxies, and the certificates
that a firm adds, are taken from the environment as `requests` does (`HTTPS_PROXY`, `NO_PROXY`, `REQUESTS_CA_BUNDLE`).
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from nrm import __version__
from nrm.errors import CannotFetch
from nrm.fetching.clock import Clock
from nrm.fetching.connection_failures import connection_failure, reading_failure
from nrm.fetching.failure import Failure
from nrm.fetching.hosts import AllowedHosts, host_of

if TYPE_CHECKING:
    import requests

USER_AGENT = f"nrm/{__version__} (reads the Notorious Markets List for research; asks rarely, one file at a time)"
_MOST_REDIRECTS = 6
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is no redirect: the address that gave it, its status and headers (names in lower case)."""

    url: str
    status: int
    headers: Mapping[str, str]
    _response: requests.Response = field(repr=False)

    @property
    def is_compressed(self) -> bool:
        """Whether the body is packed, so that its length on the way is not that of the file."""
        return self.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")

    def chunks(self) -> Iterator[bytes]:
        """The body, unpacked, as it comes in and at most 64 KiB at a time. Raises `Failure` where it breaks off."""
        with reading_failure(self.url):
            while chunk := self._response.raw.read1(_CHUNK, decode_content=True):
                yield chunk

    def start(self, most: int, in_time: Callable[[], bool]) -> bytes:
        """The first bytes of the body, as far as they come in without trouble and `in_time` says that there is time."""
        found = b""
        try:
            for chunk in self.chunks():
                found += chunk
                if len(found) >= most or not in_time():
                    break
        except Failure:
            pass  # what is there says enough
        return found[:most]


class Client:
    """Asks the allowed hosts, one address at a time, with a pause between two questions to one host.

    `cacert` is a file of certificates (PEM) to trust instead of the usual ones; `timeout` is the most seconds in which
    nothing may come. Raises `CannotFetch` for a file that holds no certificate.
    """

    def __init__(
        self,
        hosts: AllowedHosts,
        clock: Clock | None = None,
        *,
        cacert: Path | None = None,
        timeout: float = 30.0,
        pause: float = 1.0,
    ) -> None:
        import requests

        if cacert is not None:
            _check_certificates(cacert)
        self.hosts = hosts
        self.clock = clock or Clock()
        self._verify: str | bool = str(cacert) if cacert is not None else True
        self._timeout = timeout
        self._pause = pause
        self._asked: dict[str, float] = {}
        self._given_up: dict[str, Failure] = {}
        self._session = requests.Session()
        self._session.auth = _no_password
        self._session.headers.update({"User-Agent": USER_AGENT, "Accept-Encoding": "identity"})

    def close(self) -> None:
        """Give back the connections."""
        self._session.close()

    def give_up(self, failure: Failure, url: str) -> None:
        """Ask the host of an address no more, where the failure says that it would end in the same way."""
        if failure.whole_host:
            self._given_up[host_of(url)] = failure

    def check(self, url: str) -> None:
        """Raise `Failure` for an address that may not be asked."""
        objection = self.hosts.objection(url)
        if objection:
            raise Failure("not allowed", url, f"not asked: {objection}")

    @contextmanager
    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Iterator[Answer]:
        """The answer of an address, after redirects, for the time of the `with` block.

        Every address on the way must be https and on an allowed host. Raises `Failure`.
        """
        response = self._final(url, headers or {})
        try:
            lower = {name.lower(): value for name, value in response.headers.items()}
            yield Answer(str(response.url), response.status_code, lower, response)
        finally:
            response.close()

    def _final(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        self.check(url)
        seen = [url]
        while True:
            response = self._one(seen[-1], headers)
            if response.status_code not in _REDIRECTS or not response.headers.get("location"):
                return response
            response.close()
            target = urljoin(seen[-1], _as_text(response.headers["location"]))
            objection = self.hosts.objection(target)
            if objection:
                raise Failure("not allowed", url, f"sends on to {target}: not followed: {objection}")
            if target in seen or len(seen) > _MOST_REDIRECTS:
                raise Failure("redirect loop", url, f"sends on in a circle ({len(seen)} times)")
            seen.append(target)

    def _one(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        import requests

        host = host_of(url)
        if host in self._given_up:
            before = self._given_up[host]
            raise Failure(before.outcome, url, before.why)
        since = self.clock.elapsed() - self._asked.get(host, float("-inf"))
        if since < self._pause:
            self.clock.sleep(self._pause - since)
        try:
            return self._session.get(
                url, headers=headers, stream=True, allow_redirects=False, timeout=self._timeout, verify=self._verify
            )
        except requests.RequestException as error:
            raise connection_failure(url, error) from error
        finally:
            self._asked[host] = self.clock.elapsed()


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No user name or password is sent, whatever the user's .netrc holds."""
    return request


def _as_text(location: str) -> str:
    """The header as the server meant it: `requests` takes the bytes for Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _check_certificates(file: Path) -> None:
    try:
        ssl.create_default_context(cafile=str(file))
    except (OSError, ssl.SSLError) as error:
        why = error.strerror if not isinstance(error, ssl.SSLError) else "it holds no certificate in PEM form"
        raise CannotFetch(f"{file}: cannot be used for --cacert: {why}") from error
