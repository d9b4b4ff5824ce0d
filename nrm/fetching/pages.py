"""Asking for a web page and taking its links; each page once in a run."""

from __future__ import annotations

from nrm.fetching.answers import is_page, is_pdf, refusal, robot_check
from nrm.fetching.client import Answer, Client
from nrm.fetching.discovery import Link, links_of
from nrm.fetching.failure import Failure
from nrm.fetching.retry import RetryPolicy

_MOST = 5 * 1024 * 1024
_SECONDS = 120


class Pages:
    """The links of the pages that were asked for, and the failures of those that could not be read."""

    def __init__(self, client: Client, policy: RetryPolicy) -> None:
        self._client = client
        self._policy = policy
        self._known: dict[str, tuple[Link, ...] | Failure] = {}

    def links(self, url: str, stood_at: str = "") -> tuple[Link, ...]:
        """The links of a page; `stood_at` is the page's own address where `url` is that of a copy.

        Raises `Failure`, for the same page the same one.
        """
        if url not in self._known:
            try:
                self._known[url] = self._ask(url, stood_at)
            except Failure as failure:
                self._client.give_up(failure, url)
                self._known[url] = failure
        found = self._known[url]
        if isinstance(found, Failure):
            raise found
        return found

    def _ask(self, url: str, stood_at: str) -> tuple[Link, ...]:
        failed = 0
        while True:
            try:
                with self._client.ask(url) as answer:
                    return links_of(self._text(url, answer), stood_at or answer.url)
            except Failure as failure:
                failed += 1
                clock = self._client.clock
                pause = self._policy.pause(failed, clock.chance(), failure.wait) if failure.temporary else None
                if pause is None:
                    raise
                clock.sleep(pause)

    def _text(self, url: str, answer: Answer) -> str:
        clock = self._client.clock
        deadline = clock.elapsed() + _SECONDS
        body = answer.start(_MOST, lambda: clock.elapsed() <= deadline)
        if answer.status != 200:
            raise refusal(url, answer.status, answer.headers, body, clock.now())
        robots = robot_check(url, answer.headers, body)
        if robots is not None:
            raise robots
        if is_pdf(body) or not is_page(answer.headers, body):
            raise Failure("unexpected answer", url, "no web page")
        return body.decode("utf-8", "replace")
