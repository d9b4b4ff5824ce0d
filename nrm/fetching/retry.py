"""When to ask again: back-off with jitter, and what a server says in `Retry-After`. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often an address is asked (`tries`, the first included), and how long is waited at most (seconds)."""

    tries: int = 4
    first: float = 1.0
    longest: float = 60.0

    def pause(self, failed: int, chance: float, asked: float | None = None) -> float | None:
        """Seconds to wait after so many failed tries; `None` where it is not worth waiting.

        Exponential back-off with equal jitter (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog,
        2015): between half of `first` · 2^(failed - 1) and the whole of it. `asked` is what the server asks for; it
        is kept, and jitter added, unless it is longer than `longest`.

        >>> RetryPolicy().pause(3, 0.5), RetryPolicy().pause(1, 0.5, 20.0), RetryPolicy().pause(4, 0.5)
        (3.0, 20.5, None)
        """
        if failed >= self.tries:
            return None
        if asked is not None:
            return asked + chance * self.first if asked <= self.longest else None
        whole = min(self.longest, self.first * 2.0 ** (failed - 1))
        return whole / 2 + chance * whole / 2


def retry_after(header: str, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for: a number of them or a date (RFC 9110, 10.2.3).

    `None` where the header is neither; 0 for a date that has passed.
    """
    value = header.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())
