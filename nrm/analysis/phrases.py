"""Numbers, list years and runs of them as a sentence says them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def count(number: int, noun: str) -> str:
    """
    >>> count(4, "edition"), count(1, "edition"), count(13, "edition")
    ('four editions', 'one edition', '13 editions')
    """
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"


def joined(parts: Sequence[str]) -> str:
    """
    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join(", ".join(parts).rsplit(", ", 1)) if len(parts) > 1 else "".join(parts)


def years(listed: Iterable[int]) -> str:
    """List years with runs of calendar years shortened; a run of two stays as it is.

    >>> years([2012, 2013, 2014, 2015]), years([2010, 2011]), years([2012, 2014, 2015, 2016])
    ('2012–2015', '2010 and 2011', '2012 and 2014–2016')
    """
    runs: list[list[int]] = []
    for year in sorted(listed):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)
    return joined(parts)
