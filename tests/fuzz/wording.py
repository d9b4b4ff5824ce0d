"""Invented names, domains and sentences, drawn from wording.toml and from syllables."""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.fuzz.places import countries


@cache
def vocabulary() -> dict[str, Any]:
    """wording.toml."""
    return tomllib.loads((Path(__file__).parent / "wording.toml").read_text("utf-8"))


@cache
def breaks() -> dict[str, tuple[int, ...]]:
    """Where a word may be divided: `breaks()["ministry"]` is (3,)."""
    table: dict[str, tuple[int, ...]] = {}
    for entry in vocabulary()["breaks"]:
        places, length = [], 0
        for part in entry.split("-")[:-1]:
            length += len(part)
            places.append(length)
        table[entry.replace("-", "")] = tuple(places)
    return table


def domain_stem(name: str) -> str:
    """A name as the first label of a domain: `domain_stem("Nhà Phim!")` is "nhaphim"."""
    folded = unicodedata.normalize("NFD", name.casefold().replace("đ", "d").replace("ı", "i"))
    return re.sub(r"[^a-z0-9]", "", folded)


class Wording:
    """Draws words of one report; never the same name, domain or coined word twice.

    `charset` is what the fonts can print, see `printable`.
    """

    def __init__(self, rng: random.Random, *, charset: str, curly: bool) -> None:
        self._rng = rng
        self._charset = charset
        self._curly = curly
        self._used: set[str] = set()

    def coin(self) -> str:
        """A capitalised word that occurs once in the report."""
        return self._unused(lambda: self._word(self._rng.randint(2, 3)).capitalize() + "ov")

    def online_name(self) -> str:
        return self._name("online_names")

    def physical_name(self) -> str:
        return self._name("physical_names")

    def domain(self, name: str = "", *, hyphens: bool = False) -> str:
        """A domain that looks as if it were `name`'s, or anybody's."""
        rng = self._rng

        def draw() -> str:
            stem = domain_stem(name.split(" (")[0])[:22] if name else self._word(3)
            kind = rng.random()
            if name and kind < 0.15:
                stem = stem[:2] + domain_stem(self._word(1))
            elif kind < 0.25:
                stem += rng.choice(["hd", "24", "tv", "x", "shop", "online"])
            elif kind < 0.32 and hyphens:
                stem += "-" + domain_stem(self._word(1))
            elif kind < 0.38:
                stem = rng.choice(["app", "m", "en", "store"]) + "." + stem
            return f"{stem}.{self.pick('suffixes')}"

        return self._unused(draw)

    def sentence(self, frames: str, **given: str) -> str:
        """One sentence of a group of frames in wording.toml, its slots filled."""
        text = self._rng.choice(vocabulary()[frames])
        text = re.sub(r"\{(\w+)\}", lambda slot: self._fill(slot[1], given), text)
        return self.typed(text)

    def pick(self, group: str) -> str:
        return str(self._rng.choice(vocabulary()[group]))

    def typed(self, text: str) -> str:
        """Quotation marks and apostrophes curly or straight, as this report has them."""
        if self._curly:
            return text.replace("'", "’")
        return text.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'", ord("‘"): "'"})

    def _fill(self, slot: str, given: dict[str, str]) -> str:
        rng = self._rng
        lower = slot.rstrip("2").lower()
        if lower in given:
            return given[lower]
        if lower == "coin":
            text = self.coin()
        elif lower == "n":
            text = str(rng.randint(11, 990))
        elif lower in "md":
            text = str(rng.randint(2, 9))
        elif lower == "year":
            text = str(rng.randint(1998, 2009))
        elif lower == "country":
            text = rng.choice(countries()).in_text
        elif lower == "domain":
            text = self.domain()
        elif lower == "email":
            text = f"{self._word(2).lower()}@{self.domain()}"
        else:
            text = self.pick(lower)
        return text[:1].upper() + text[1:] if slot[:1].isupper() else text

    def _name(self, group: str) -> str:
        def draw() -> str:
            text = self.pick(group)
            for letter in "ABCD":
                word = self._word(self._rng.choice([1, 2, 2, 2, 3]))
                text = text.replace(f"{{{letter}}}", word.capitalize())
                text = text.replace(f"{{{letter.lower()}}}", word)
            return self.typed(text)

        return self._unused(draw)

    def _word(self, syllables: int) -> str:
        parts = [self.pick("onsets") + self.pick("vowels") for _ in range(max(2, syllables))]
        return "".join(parts[:-1]) + parts[-1] + self.pick("codas")

    def _unused(self, draw: Callable[[], str]) -> str:
        while True:
            text = draw()
            key = domain_stem(text)
            if len(key) > 2 and key not in self._used and printable(text, self._charset):
                self._used.add(key)
                return text


def printable(text: str, charset: str) -> bool:
    """Whether fonts with this character set have all of `text`: cp1252, no Vietnamese, or wide."""
    if charset == "cp1252":
        return text.encode(charset, "ignore").decode(charset) == text
    return charset == "wide" or not set(text) & set("ợșầảộ")
