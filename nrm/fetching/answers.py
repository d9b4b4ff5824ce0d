"""What an answer is that does not hold the PDF: an error of the server, a web page, a check for robots."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from nrm.fetching.failure import Failure
from nrm.fetching.hosts import host_of
from nrm.fetching.retry import retry_after
from nrm.fetching.words import Outcome

LOOKED_AT = 65_536
"""So many bytes of an answer are looked at to say what it is."""

_PDF_WITHIN = 1024
"""A PDF's header stands within its first kilobyte (ISO 32000-1, annex H.3.4.1)."""
_STATUS: Mapping[int, tuple[Outcome, str]] = {
    401: ("forbidden", "it wants a user name and a password"),
    403: ("forbidden", "the server refuses to give it"),
    404: ("not found", "there is no such page"),
    410: ("not found", "the page was taken away"),
    429: ("too many requests", "the server has had too many requests"),
    451: ("forbidden", "it is withheld for legal reasons"),
}
_ASK_AGAIN = (408, 425, 429, 500, 502, 503, 504)


def is_pdf(start: bytes) -> bool:
    """Whether the first bytes of a file are those of a PDF."""
    return b"%PDF-" in start[:_PDF_WITHIN]


def refusal(url: str, status: int, headers: Mapping[str, str], start: bytes, now: datetime) -> Failure:
    """What an answer of another status than 200 means; `start` is the beginning of its body."""
    robots = robot_check(url, headers, start)
    if robots is not None:
        return robots
    outcome, why = _STATUS.get(status, ("unexpected answer", "nrm does not know what to do with that"))
    if status >= 500:
        outcome, why = "server error", "the server has a trouble of its own"
    asked = retry_after(headers["retry-after"], now) if "retry-after" in headers else None
    if asked:
        why += f" and asks to wait {_duration(asked)}"
    temporary = status in _ASK_AGAIN
    whole_host = status == 429
    told = f"{why} (HTTP {status})"
    wait = asked if temporary else None
    return Failure(outcome, url, told, temporary=temporary, wait=wait, whole_host=whole_host)


def page_instead(url: str, headers: Mapping[str, str], start: bytes) -> Failure | None:
    """Why the beginning of a body is not that of a PDF; `None` if it is."""
    if is_pdf(start):
        return None
    robots = robot_check(url, headers, start)
    if robots is not None:
        return robots
    if not start:
        return Failure("no pdf", url, "an empty answer", temporary=True)
    if is_page(headers, start):
        title = page_title(start)
        return Failure("web page", url, f"a web page{f' ({title!r})' if title else ''} instead of a PDF")
    kind = headers.get("content-type", "").partition(";")[0].strip()
    return Failure("no pdf", url, f"something else than a PDF{f' ({kind})' if kind else ''}")


def robot_check(url: str, headers: Mapping[str, str], start: bytes) -> Failure | None:
    """The failure where an answer is a page that checks for robots, as `challenges.toml` describes them."""
    if is_pdf(start):
        return None
    text = start.decode("utf-8", "replace").casefold()
    for known in _challenges():
        signs = known["headers"].items()
        by_header = any(name in headers and headers[name].casefold().startswith(value) for name, value in signs)
        if by_header or any(mark in text for mark in known["texts"]):
            by = known["by"] or host_of(url)
            return Failure("robot check", url, f"a check for robots (by {by}) instead of a PDF; a browser gets past it")
    return None


def is_page(headers: Mapping[str, str], start: bytes) -> bool:
    """Whether an answer is a web page, by its beginning, else by what the server calls it."""
    head = start[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<head" in head:
        return True
    return headers.get("content-type", "").casefold().startswith(("text/html", "application/xhtml"))


def page_title(start: bytes) -> str:
    """The title of a web page as one line of at most 80 characters; empty if it has none."""
    match = re.search(r"<title[^>]*>(.*?)</title", start.decode("utf-8", "replace"), re.IGNORECASE | re.DOTALL)
    title = " ".join(html.unescape(match[1]).split()) if match else ""
    title = "".join(c for c in title if c.isprintable())
    return title if len(title) <= 80 else title[:79] + "…"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


@cache
def _challenges() -> tuple[Mapping[str, Any], ...]:
    text = files("nrm.fetching").joinpath("challenges.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["challenge"])
