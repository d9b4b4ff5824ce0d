"""Markets in text: names found, judged by their spelling, their surroundings and their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from nrm.ids import fold
from nrm.lexicons.cities import find_cities
from nrm.lexicons.countries import find_countries
from nrm.tagging.context_rules import decide
from nrm.tagging.market_names import MarketName, NameForm, name_forms
from nrm.tagging.name_tree import Hit, NameTree
from nrm.tagging.spans import TaggedSpan
from nrm.tagging.surroundings import Surroundings

_WORD = re.compile(r"[^\W_]+")
_PLACE_LINK = re.compile(
    r"(?:\s+(?:markets?|malls?|bazaars?|area|districts?|complex))?\s*(?:,|\(|\bin\b|\bof\b|\bnear\b|–|—|-)\s*(?:the\s)?$"
)
_ROW = re.compile(r"\s*(?:[,;/&]|(?:,\s*)?\b(?:and|or|as well as)\b)\s*")
_PLACE_WINDOW: Final = 70
_BEFORE_WINDOW: Final = 40
_LOWER_CASE_LENGTH: Final = 5
_LIGHT: Final = frozenset({"of", "the", "and", "de", "del", "da", "do", "la", "le", "el", "dos", "for", "in", "s"})


class MarketFinder:
    """Looks for the names of known markets. Made once for a set of names, used on many texts."""

    def __init__(self, markets: Iterable[MarketName]) -> None:
        """Takes the markets with all their names; raises `ValueError` for a name without a letter."""
        self.markets = tuple(markets)
        self._tree = NameTree((form.text, form) for form in name_forms(self.markets))

    def find(self, text: str, own: Collection[str] = ()) -> list[TaggedSpan]:
        """Mentions of markets from left to right, as `MARKET` spans with the market_id as norm.

        A name that several markets share and that nothing in the text settles has an empty norm.
        A name written as a domain ("uploaded.net") has the subtype "domain". `own` are the market_ids
        under whose heading the text stands: there an everyday word is believed more readily.
        """
        hits = list(self._tree.find(text))
        meant = [_meant(text, hit, own, in_row=False) for hit in hits]
        for n in _in_a_row(text, hits, meant):
            meant[n] = _meant(text, hits[n], own, in_row=True)
        return [span for hit, forms in zip(hits, meant, strict=True) if (span := _span(text, hit, forms)) is not None]


def _meant(text: str, hit: Hit[NameForm], own: Collection[str], *, in_row: bool) -> list[NameForm]:
    return [
        form
        for form in hit.values
        if _is_meant(
            hit, form, Surroundings(text, hit.start, hit.end, in_row=in_row, is_own=form.market.market_id in own)
        )
    ]


def _in_a_row(text: str, hits: list[Hit[NameForm]], meant: list[list[NameForm]]) -> Iterator[int]:
    """The names not believed yet that only a comma or an "and" parts from one that is, nearest first."""
    believed = [bool(forms) for forms in meant]
    for places in (range(1, len(hits)), range(len(hits) - 2, -1, -1)):
        step = -1 if places.step > 0 else 1
        for n in places:
            one, other = sorted((hits[n], hits[n + step]), key=lambda hit: hit.start)
            if not believed[n] and believed[n + step] and _ROW.fullmatch(text, one.end, other.start):
                believed[n] = True
                yield n


def _span(text: str, hit: Hit[NameForm], forms: list[NameForm]) -> TaggedSpan | None:
    if not forms:
        return None
    norm = _settled(text, hit.start, hit.end, forms)
    if norm is None:
        return None
    subtype = "domain" if "." in text[hit.start : hit.end] and forms[0].domain else ""
    return TaggedSpan(hit.start, hit.end, "MARKET", norm, subtype)


def place_isos(text: str, start: int, end: int) -> frozenset[str]:
    """The countries in which the words beside a name put it ("in Jakarta", "(Delhi, India)").

    Empty where nothing is said. Several where a city's name stands in several countries.
    """
    after = text[end : end + _PLACE_WINDOW]
    places = sorted(
        [(s.start, s.end, frozenset(s.isos)) for s in find_cities(after)]
        + [(s.start, s.end, frozenset((s.iso,))) for s in find_countries(after) if s.subtype == "name"]
    )
    for begin, _, isos in places:
        if _PLACE_LINK.fullmatch(after, 0, begin):
            return isos
    before = text[max(0, start - _BEFORE_WINDOW) : start]
    for city in find_cities(before):
        if re.fullmatch(r"(?:['’]s?)?\s+", before[city.end :]):
            return frozenset(city.isos)
    for country in find_countries(before):
        if re.fullmatch(r"['’]s?\s+", before[country.end :]):
            return frozenset((country.iso,))
    return frozenset()


def _is_meant(hit: Hit[NameForm], form: NameForm, around: Surroundings) -> bool:
    text, found = around.text, around.text[hit.start : hit.end]
    if not _case_fits(found, form):
        return False
    if "." in found and form.domain:
        return True
    if form.type == "phrase" and found.isalnum():
        # "ThePaperBoat": run together, everyday words are none any more.
        return True
    verdict = decide(around, form.type, form.market.kind)
    if verdict == "other":
        return False
    if form.type == "phrase" and form.market.country:
        isos = place_isos(text, hit.start, hit.end)
        return not isos or form.market.country in isos
    return True


def _case_fits(found: str, form: NameForm) -> bool:
    """Whether the capitals found are good enough for this name."""
    given, printed = " ".join(form.text.split()), " ".join(found.split())
    if printed == given:
        return True
    if form.type == "short":
        return printed == given.upper() and not given.islower()
    words = [w for w in _WORD.findall(printed) if fold(w) not in _LIGHT] or [printed]
    if form.type == "word" or (form.type == "phrase" and not printed.isalnum()):
        return all(w[0].isupper() or w[0].isdigit() for w in words)
    if len(words) == 1 and len(printed) >= _LOWER_CASE_LENGTH:
        return True
    return any(w[0].isupper() or w[0].isdigit() for w in words)


def _settled(text: str, start: int, end: int, forms: list[NameForm]) -> str | None:
    """The market_id meant; empty where several remain, None where the place speaks against all."""
    ids = {form.market.market_id for form in forms}
    if len(ids) == 1:
        return ids.pop()
    isos = place_isos(text, start, end) or frozenset(s.iso for s in find_countries(text))
    near = {form.market.market_id for form in forms if form.market.country in isos}
    if len(near) != 1:
        cities = {fold(span.name) for span in find_cities(text)}
        near = {form.market.market_id for form in forms if fold(form.market.city) in cities}
    return near.pop() if len(near) == 1 else ""
