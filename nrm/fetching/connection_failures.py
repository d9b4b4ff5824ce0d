"""What goes wrong with a connection, in words: one `Failure` for each error of the HTTP library."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from nrm.fetching.failure import Failure
from nrm.fetching.hosts import host_of


def connection_failure(url: str, error: BaseException) -> Failure:
    """Why no answer came from an address. `error` is what `requests` raised; its causes tell more."""
    import requests
    from urllib3.exceptions import NameResolutionError

    host = host_of(url)
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = cause.verify_message or "it cannot be verified"
            hint = "a firm's proxy needs its certificate in --cacert FILE"
            return Failure(
                "certificate", url, f"the certificate of {host} is not valid: {why} ({hint})", whole_host=True
            )
    if isinstance(error, requests.exceptions.ProxyError):
        return _none(url, f"the proxy does not let it through ({_last_words(causes)})")
    if isinstance(error, requests.exceptions.SSLError):
        return _none(url, f"{host} does not speak TLS as it should ({_last_words(causes)})")
    if isinstance(error, requests.exceptions.Timeout):
        return Failure("too slow", url, f"no answer from {host} in time", temporary=True, whole_host=True)
    if any(isinstance(cause, NameResolutionError | socket.gaierror) for cause in causes):
        return _none(url, f"{host} is not known by name; is there a network?")
    if isinstance(error, requests.exceptions.ConnectionError):
        return _none(url, f"no connection to {host} ({_last_words(causes)})")
    return Failure("unexpected answer", url, f"the answer of {host} makes no sense ({_last_words(causes)})")


@contextmanager
def reading_failure(url: str) -> Iterator[None]:
    """Turn what goes wrong while a body comes in into a `Failure`."""
    from urllib3.exceptions import DecodeError, HTTPError, ProtocolError, ReadTimeoutError

    try:
        yield
    except ReadTimeoutError as error:
        raise Failure("too slow", url, "nothing more came in time", temporary=True) from error
    except DecodeError as error:
        raise Failure("cut off", url, "what came is packed and cannot be unpacked", temporary=True) from error
    except (ProtocolError, HTTPError, ssl.SSLError, OSError) as error:
        raise Failure("cut off", url, "the connection broke off before the end", temporary=True) from error


def _none(url: str, why: str) -> Failure:
    return Failure("no connection", url, f"{why}", temporary=True, whole_host=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it: libraries put it into the arguments, the reason, or the context."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        more = [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
        waiting += [cause for cause in more if isinstance(cause, BaseException)]


def _last_words(causes: list[BaseException]) -> str:
    """What the system itself says of the trouble, else the name of the error."""
    for cause in causes:
        if isinstance(cause, OSError) and cause.strerror and not isinstance(cause, ssl.SSLError):
            return cause.strerror
    deepest = causes[-1]
    return (deepest.reason if isinstance(deepest, ssl.SSLError) else "") or type(deepest).__name__
