"""One address → a whole file: streamed into a part file, gone on with where it broke off, asked again where that helps.

What arrives is known to begin like a PDF and to be as long as the server said; what it is, is judged elsewhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nrm.fetching.answers import LOOKED_AT, is_pdf, page_instead, refusal
from nrm.fetching.client import Answer, Client
from nrm.fetching.failure import Failure
from nrm.fetching.part_file import PartFile
from nrm.fetching.retry import RetryPolicy
from nrm.pdf import file_hash

Progress = Callable[[int, int | None], None]
"""Called with the number of bytes that are there and, where the server says it, that of all."""

_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)$")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: bytes, and seconds from the first question to the last byte."""

    size: int = 100 * 1024 * 1024
    seconds: float = 900.0


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A whole file as it arrived: where from (after redirects), its hash and length, and what tells its state."""

    url: str
    sha256: str
    size: int
    etag: str
    last_modified: str


def download(
    client: Client,
    url: str,
    part: PartFile,
    *,
    limits: Limits | None = None,
    policy: RetryPolicy | None = None,
    unless: str = "",
    progress: Progress | None = None,
) -> Downloaded:
    """Bring the file of an address into a part file. `unless` is an `ETag`: the file is not sent if it still has that.

    Raises `Failure`; then the part is gone (only a killed program leaves one, to be gone on with).
    """
    bounds, rules = limits or Limits(), policy or RetryPolicy()
    task = _Task(client, url, part, bounds, client.clock.elapsed() + bounds.seconds, progress)
    failed = 0
    while True:
        try:
            return _once(task, unless)
        except Failure as failure:
            failed += 1
            pause = rules.pause(failed, client.clock.chance(), failure.wait) if failure.temporary else None
            if pause is None or client.clock.elapsed() + pause > task.deadline:
                if not part.is_of_another(url):
                    part.discard()
                client.give_up(failure, url)
                raise
            client.clock.sleep(pause)


@dataclass(frozen=True, slots=True)
class _Task:
    client: Client
    url: str
    part: PartFile
    limits: Limits
    deadline: float
    progress: Progress | None

    def in_time(self) -> bool:
        """Whether there is time left for the file."""
        return self.client.clock.elapsed() <= self.deadline

    def check(self, size: int) -> None:
        """Raise `Failure` where so many bytes are too many, or came too slowly."""
        if size > self.limits.size:
            most = self.limits.size / 1024 / 1024
            raise Failure("too large", self.url, f"larger than {most:,.0f} MB, which no edition is (--max-size)")
        if not self.in_time():
            why = f"not all there after {self.limits.seconds:.0f} s ({size:,} bytes)"
            raise Failure("too slow", self.url, why)


def _once(task: _Task, unless: str) -> Downloaded:
    """Ask once, for the rest where there is a part, and write what comes."""
    url, part = task.url, task.part
    resumed = part.resume_headers(url)
    headers = resumed or ({"If-None-Match": unless} if unless else {})
    with task.client.ask(url, headers) as answer:
        if resumed and answer.status in (206, 416):
            _receive(task, answer, _rest(answer, part))
        elif answer.status == 200:
            _receive(task, answer, None)
        elif answer.status == 304 and unless:
            raise Failure("unchanged", url, "the same as before")
        else:
            start = answer.start(LOOKED_AT, task.in_time)
            raise refusal(url, answer.status, answer.headers, start, task.client.clock.now())
        etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
        return Downloaded(answer.url, file_hash(part.path), part.have(), etag, modified)


def _rest(answer: Answer, part: PartFile) -> int:
    """Where the body goes on from. Raises `Failure` where it is not the rest of what is there."""
    match = _CONTENT_RANGE.match(answer.headers.get("content-range", ""))
    have = part.have()
    if answer.status == 206 and match and int(match[1]) == have and not answer.is_compressed:
        return have
    part.discard()
    raise Failure("unexpected answer", answer.url, "the server sends another part than was asked for", temporary=True)


def _receive(task: _Task, answer: Answer, have: int | None) -> None:
    """Write the body behind the bytes there are; where there are none, once its beginning is that of a PDF."""
    whole = _length(answer, have or 0)
    task.check(whole or 0)
    chunks = answer.chunks()
    if have is None:
        chunk = _start(task, answer, chunks)
        stream = task.part.begin(task.url, answer.headers, resumable=not answer.is_compressed)
    else:
        chunk = next(chunks, b"")
        stream = task.part.go_on()
    size = have or 0
    with stream:
        while chunk:
            size += len(chunk)
            task.check(size)
            stream.write(chunk)
            stream.flush()  # what a kill leaves is as much as came
            if task.progress is not None:
                task.progress(size, whole)
            chunk = next(chunks, b"")
        os.fsync(stream.fileno())


def _start(task: _Task, answer: Answer, chunks: Iterator[bytes]) -> bytes:
    """The beginning of a body, known to be that of a PDF. Raises `Failure` where it is not."""
    start = b""
    for chunk in chunks:
        start += chunk
        task.check(len(start))
        if is_pdf(start) or len(start) >= LOOKED_AT:
            break
    wrong = page_instead(task.url, answer.headers, start)
    if wrong is not None:
        raise wrong
    return start


def _length(answer: Answer, have: int) -> int | None:
    """The length of the whole file, where the server says it and it can be known beforehand."""
    told = answer.headers.get("content-length", "")
    return have + int(told) if told.isascii() and told.isdigit() and not answer.is_compressed else None
