"""Sound files damaged by chance: the same seed makes the same damage."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_ODD_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1.5", b"null")


def truncate(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The file up to some point."""
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Up to fifty bits turned over."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 50)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def splice(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """A stretch of another file in place of one of this."""
    other = chance.choice(others)
    start, length = chance.randrange(len(content)), chance.randint(1, 20_000)
    begin = chance.randrange(len(other))
    return content[:start] + other[begin : begin + length] + content[start + chance.randint(0, length) :]


def delete_objects(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Up to ten objects blanked, so that what refers to them finds nothing."""
    changed = content
    for match in _some(list(_OBJECT.finditer(content)), chance, 10):
        changed = changed[: match.start()] + b" " * len(match.group()) + changed[match.end() :]
    return changed


def swap_objects(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The bodies of two objects in each other's place."""
    found = list(_OBJECT.finditer(content))
    if len(found) < 2:
        return flip(content, chance, others)
    first, second = sorted(chance.sample(found, 2), key=lambda match: match.start())
    between = content[first.end() : second.start()]
    return content[: first.start()] + second.group() + between + first.group() + content[second.end() :]


def odd_numbers(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Up to twenty numbers replaced by odd ones."""
    changed = content
    for match in _some(list(_NUMBER.finditer(content)), chance, 20):
        changed = changed[: match.start()] + chance.choice(_ODD_NUMBERS) + changed[match.end() :]
    return changed


def repeat(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """A stretch of the file once more, somewhere else."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 5_000)]
    place = chance.randrange(len(content))
    return content[:place] + piece * chance.randint(1, 5) + content[place:]


MUTATIONS: tuple[Mutation, ...] = (truncate, flip, splice, delete_objects, swap_objects, odd_numbers, repeat)


def mutated(files: Sequence[bytes], seed: int) -> bytes:
    """One of the files with one to three kinds of damage."""
    chance = random.Random(seed)
    content = chance.choice(files)
    for mutation in chance.sample(MUTATIONS, chance.randint(1, 3)):
        content = mutation(content, chance, files) or b"%PDF-"
    return content


def _some(found: list[re.Match[bytes]], chance: random.Random, most: int) -> list[re.Match[bytes]]:
    """Some of the matches, the last one first, so that the places of the others stay right."""
    chosen = chance.sample(found, min(len(found), chance.randint(1, most)))
    return sorted(chosen, key=lambda match: -match.start())
