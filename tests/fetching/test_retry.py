"""When to ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.fetching.retry import RetryPolicy, retry_after

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@given(st.integers(1, 30), st.floats(0, 1, exclude_max=True), st.none() | st.floats(0, 1e6))
def test_a_pause_is_bounded_and_keeps_what_the_server_asks(failed: int, chance: float, asked: float | None) -> None:
    policy = RetryPolicy(tries=8, first=0.5, longest=20)
    pause = policy.pause(failed, chance, asked)
    if failed >= 8 or (asked is not None and asked > 20):
        assert pause is None
    else:
        assert pause is not None
        assert (asked or 0) <= pause <= 20.5


def test_pauses_double() -> None:
    assert [RetryPolicy(tries=9).pause(n, 0) for n in range(1, 10)] == [0.5, 1, 2, 4, 8, 16, 30, 30, None]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("soon", None),
        ("Thu, 05 Mar 2026 12:02:00 GMT", 120),
        ("Thu, 05 Mar 2026 12:02:00 -0000", 120),
        ("Thursday, 05-Mar-26 12:02:00 GMT", 120),
        ("Wed, 04 Mar 2026 12:00:00 GMT", 0),
        ("Thu, 99 Mar 2026 12:02:00 GMT", None),
        ("²", None),
    ],
)
def test_what_the_server_asks_for(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.integers(0, 10**6), st.integers(-12, 12))
def test_dates_count_from_now_in_any_zone(ahead: int, zone: int) -> None:
    date = (NOW + timedelta(seconds=ahead)).astimezone(timezone(timedelta(hours=zone)))
    assert retry_after(format_datetime(date), NOW) == ahead
