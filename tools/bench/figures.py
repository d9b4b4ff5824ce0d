"""A figure that was measured, and its target; times by the clock and of the processor."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in which unit; `target` is a bound from below (`>=`) or above (`<=`), if there is one."""

    group: str
    name: str
    value: float
    unit: str
    bound: Literal["", ">=", "<="] = ""
    target: float = 0.0

    @property
    def met(self) -> bool | None:
        """Whether the target is met; `None` where there is none."""
        if not self.bound:
            return None
        return self.value >= self.target if self.bound == ">=" else self.value <= self.target


def seconds(what: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def median_of(times: int, *whats: Callable[[], object]) -> tuple[float, ...]:
    """The median time of each call, called in turns, so that a busy moment strikes them alike."""
    taken: list[list[float]] = [[] for _ in whats]
    for _ in range(times):
        for what, so_far in zip(whats, taken, strict=True):
            so_far.append(seconds(what))
    return tuple(statistics.median(so_far) for so_far in taken)
