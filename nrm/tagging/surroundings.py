"""What stands around a stretch of text: the facts that rules about names ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from nrm.lexicons.cities import city_named
from nrm.lexicons.countries import country_named, find_countries

_WINDOW: Final = 160
_BESIDE: Final = 25
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;…]['\"”’)\]]*|[•●▪*]|\n\s*\n)\s*(?:[“\"‘'(\[]\s*)?$")
_ABBREVIATION = re.compile(r"(?i)\b(?:mr|mrs|ms|dr|st|no|vs|v|e\.g|i\.e|cf|inc|ltd|u\.s|[a-z])\.\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_CAPITAL_RUN_BEFORE = re.compile(r"((?:[A-Z\u00c0-\u00de][\w.]*[ \n])+)$")
_CAPITAL_AFTER = re.compile(r"[ \n]((?:[A-Z\u00c0-\u00de][\w]*)(?:[ \n][A-Z\u00c0-\u00de]\w*)*)")
_PART_BEFORE = re.compile(r"[\W\d_]*|.*[–—:,(|]\s*")
_PART_AFTER = re.compile(r"\s*(?:$|[,(–—:)|]|\.{2,}|[\d\s]+$)")
_SMALL: Final = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"})
# Capitalised words beside a name that do not make it part of another one.
_HARMLESS_AFTER: Final = frozenset(
    {"market", "markets", "mall", "malls", "bazaar", "center", "centre", "shopping", "area", "street"}
    | {"district", "plaza", "complex", "emporium", "online", "i", "in", "and", "or", "on"}
)
_HARMLESS_BEFORE: Final = frozenset(
    "the a an this that these those such each every all both neither either nor only even not no many some "
    "several most in at of like with for from to by on near into onto via per through throughout across around "
    "inside outside within between among against under over about behind beyond before after during since until "
    "following despite unlike besides including and or but yet so while although though whereas because if when "
    "where which who whose as than once then there here also again still now today recently currently previously "
    "formerly finally meanwhile moreover furthermore additionally similarly likewise conversely instead however "
    "overall notably specifically according compared it its is was are were has have had market mall".split()
)
_TITLE_WORDS: Final = 3


@dataclass(frozen=True)
class Surroundings:
    """The text around `text[start:end]`; `before` and `after` have single blanks for white space."""

    text: str
    start: int
    end: int
    in_row: bool = False
    """Whether it stands in a row with names that surely are markets: "A, B and C"."""
    is_own: bool = False
    """Whether the text is what a report says of the market under its own heading."""

    @cached_property
    def before(self) -> str:
        """Up to 160 characters before it."""
        return _SPACE.sub(" ", self.text[max(0, self.start - _WINDOW) : self.start])

    @cached_property
    def after(self) -> str:
        """Up to 160 characters behind it."""
        return _SPACE.sub(" ", self.text[self.end : self.end + _WINDOW])

    @cached_property
    def starts_sentence(self) -> bool:
        """Whether a sentence, a list item or the text begins with it."""
        before = self.text[max(0, self.start - _WINDOW) : self.start]
        if _ABBREVIATION.search(before):
            return False
        return _SENTENCE_END.search(before) is not None

    @cached_property
    def is_whole_line(self) -> bool:
        """Whether its line, or the text, holds no other letter or digit, as a heading does."""
        first, last = self._line
        outside = self.text[first : self.start] + self.text[self.end : last]
        return not any(map(str.isalnum, outside))

    @cached_property
    def is_whole_part(self) -> bool:
        """Whether it fills a part of its line, as in "China – Harbour Market (Beijing)"."""
        first, last = self._line
        before, after = self.text[first : self.start], self.text[self.end : last]
        return _PART_BEFORE.fullmatch(before) is not None and _PART_AFTER.match(after) is not None

    @cached_property
    def is_title_line(self) -> bool:
        """Whether nearly every word of its line has a capital: a heading, not a sentence."""
        first, last = self._line
        line = self.text[first:last]
        if line.rstrip().endswith((".", "?", "!")):
            return False
        words = [w for w in _WORD.findall(line) if w.lower() not in _SMALL]
        return len(words) >= _TITLE_WORDS and all(word[0].isupper() for word in words)

    @property
    def _line(self) -> tuple[int, int]:
        last = self.text.find("\n", self.end)
        return self.text.rfind("\n", 0, self.start) + 1, len(self.text) if last < 0 else last

    @cached_property
    def is_in_capitals(self) -> bool:
        """Whether it is all in capitals where the words beside it are not."""
        found = self.text[self.start : self.end]
        beside = _WORD.findall(self.before[-_BESIDE:] + " " + self.after[:_BESIDE])
        return found.isupper() and any(word.islower() and len(word) > 1 for word in beside)

    @cached_property
    def has_capital_neighbour(self) -> bool:
        """Whether a capitalised word directly before or behind may make it part of a longer name."""
        return self._neighbour_behind() or self._neighbour_before()

    def _neighbour_behind(self) -> bool:
        run = _CAPITAL_AFTER.match(self.text, self.end)
        if run is None:
            return False
        words = run.group(1).split()
        return words[0].lower() not in _HARMLESS_AFTER or len(words) > 1

    def _neighbour_before(self) -> bool:
        run = _CAPITAL_RUN_BEFORE.search(self.text[max(0, self.start - _WINDOW) : self.start])
        if run is None:
            return False
        words = run.group(1).split()
        first = self.start - len(run.group(1))
        if words and words[0].lower() in _HARMLESS_BEFORE and Surroundings(self.text, first, first + 1).starts_sentence:
            words = words[1:]
        if not words or words[-1].lower() in _HARMLESS_BEFORE:
            return False
        place = " ".join(words)
        if country_named(place) is not None or city_named(place) is not None:
            return False
        return not any(span.end == len(place) for span in find_countries(place))
