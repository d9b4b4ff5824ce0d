"""A web server on this machine that speaks https and misbehaves on request, path by path."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

Behaviour = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One question; the behaviour of its path answers it."""

    protocol_version = "HTTP/1.1"
    server: _Listening

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        behaviour = self.server.paths.get(self.path, status(404))
        with suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
            behaviour(self)
        self.close_connection = True

    def answer(self, code: int, body: bytes, **headers: str) -> None:
        """Send an answer; a header `content_length` replaces the true one, and `none` leaves it out."""
        self.send_response(code)
        told = {"Content-Length": str(len(body)), "Connection": "close"}
        told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        for name, value in told.items():
            if value != "none":
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    paths: dict[str, Behaviour]
    asked: list[tuple[str, dict[str, str]]]

    def handle_error(self, request: object, client_address: object) -> None:
        """Who hangs up, or does not like the certificate, is no error here."""


@dataclass
class Server:
    """A server that runs: its host with port, and what each of its paths does."""

    host: str
    paths: dict[str, Behaviour]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"https://{self.host}{path}"

    @property
    def asked_paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]


@contextmanager
def running(authority: trustme.CA, name: str = "localhost") -> Iterator[Server]:
    """A server on a free port with a certificate for a name."""
    listening = _Listening(("127.0.0.1", 0), Request)
    listening.paths, listening.asked = {}, []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    listening.socket = context.wrap_socket(listening.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(f"localhost:{listening.server_address[1]}", listening.paths, listening.asked)
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def without_proxy(patched: pytest.MonkeyPatch) -> None:
    """Have questions go to the server itself, with the certificates that the test names, whatever the machine says."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        patched.delenv(name, raising=False)
        patched.delenv(name.lower(), raising=False)


def file(body: bytes, **headers: str) -> Behaviour:
    """Give a file."""
    return lambda request: request.answer(200, body, **headers)


def page(html: str, code: int = 200, **headers: str) -> Behaviour:
    """Give a web page."""
    return lambda request: request.answer(code, html.encode(), **{"content_type": "text/html", **headers})


def status(code: int, **headers: str) -> Behaviour:
    """Give nothing but a status."""
    return lambda request: request.answer(code, b"", **headers)


def redirect(target: str, code: int = 302) -> Behaviour:
    """Send on."""
    return lambda request: request.answer(code, b"", location=target)


def one_after_the_other(*behaviours: Behaviour) -> Behaviour:
    """Behave so the first time, so the second, and like the last for ever after."""
    waiting = list(behaviours)
    return lambda request: (waiting.pop(0) if len(waiting) > 1 else waiting[0])(request)


def cut_off(body: bytes, after: int, **headers: str) -> Behaviour:
    """Promise the whole file and hang up after some bytes; goes on from there when asked to, and hangs up again."""

    def behave(request: Request) -> None:
        first = _first_byte(request)
        part = body[first : first + after]
        told = {"content_length": str(len(body) - first), **headers}
        if first:
            told["content_range"] = f"bytes {first}-{len(body) - 1}/{len(body)}"
        request.answer(206 if first else 200, part, **told)

    return behave


def resumable(body: bytes, **headers: str) -> Behaviour:
    """Give the whole file, or the rest where that is asked for and the file is still the same."""

    def behave(request: Request) -> None:
        first = _first_byte(request)
        state = request.headers.get("If-Range")
        if first and state in (None, *headers.values()):
            told = f"bytes {first}-{len(body) - 1}/{len(body)}"
            request.answer(206, body[first:], content_range=told, **headers)
        else:
            request.answer(200, body, **headers)

    return behave


def endless(start: bytes, most: int = 64 * 1024 * 1024) -> Behaviour:
    """Never stop (but for the sake of the test at some time)."""

    def behave(request: Request) -> None:
        request.answer(200, start, content_length="none")
        for _ in range(most // 65_536):
            request.wfile.write(b"%" * 65_536)

    return behave


def slow(start: bytes, seconds: float, times: int = 200) -> Behaviour:
    """Give a few bytes now and then."""

    def behave(request: Request) -> None:
        request.answer(200, start, content_length="none")
        for _ in range(times):
            time.sleep(seconds)
            request.wfile.write(b"%")
            request.wfile.flush()

    return behave


def bomb(start: bytes, megabytes: int) -> Behaviour:
    """Give a small answer that becomes a large one when it is unpacked."""
    return file(gzip.compress(start + b"\0" * megabytes * 1024 * 1024, 9), content_encoding="gzip")


def _first_byte(request: Request) -> int:
    asked = request.headers.get("Range", "bytes=0-")
    return int(asked.removeprefix("bytes=").removesuffix("-"))


def bundle(authority: trustme.CA, folder: Path) -> Path:
    """The certificate of an authority as a file."""
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path
