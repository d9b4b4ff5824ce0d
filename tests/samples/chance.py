"""Repeatable choices: the same key gives the same draw on every machine and under every Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def number(key: str, below: int) -> int:
    """A whole number from 0 to ``below`` - 1, settled by ``key`` alone."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % below


def pick(key: str, options: Sequence[T]) -> T:
    """One of ``options``, settled by ``key`` alone."""
    return options[number(key, len(options))]


def ordered(key: str, options: Sequence[T]) -> list[T]:
    """All of ``options`` in an order settled by ``key`` alone."""
    return [options[i] for i in sorted(range(len(options)), key=lambda i: number(f"{key}/{i}", 1 << 60))]
