"""What names a document's headings without looking at type: bookmarks, tagged headings, the contents page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from nrm.layout.contents import ContentsEntry
from nrm.layout.style import numbering
from nrm.pdf.document import Document

Source = Literal["bookmark", "tag", "contents", "typography"]
_SAME_TITLE = 88.0
_SHORTEST_FUZZY = 5
_LONGEST_TAGGED = 240
_SENTENCE = re.compile(r"[a-z0-9)”\"]\.$|;$")


@dataclass(frozen=True, slots=True)
class Key:
    """A title that a source names: its level from 1 (0 where the source tells none) and PDF page (0: unknown)."""

    title: str
    level: int
    page: int
    source: Source


def outline_keys(
    document: Document, contents: Sequence[ContentsEntry], printed: Mapping[int, str]
) -> list[Key]:
    """The keys of all three sources, each in its order; `printed` maps PDF page → page label.

    A source whose titles are all on one level (flat bookmarks) tells no level. Tagged running text is no key.
    """
    marks = [Key(b.title, b.level, b.page, "bookmark") for b in document.bookmarks if _letters(b.title)]
    tags = [Key(h.text, h.level, h.page, "tag") for h in document.headings if _is_title(h.text)]
    pages = pages_by_label((entry.label for entry in contents), printed)
    listed = [Key(e.title, e.level, pages.get(e.label, 0), "contents") for e in contents]
    return [*_unless_flat(marks), *tags, *_unless_flat(listed)]


def pages_by_label(labels: Iterable[str], printed: Mapping[int, str]) -> dict[str, int]:
    """The PDF page of each label; an arabic number printed nowhere is counted from those that are.

    `printed` maps PDF page → label. A label whose page cannot be told is left out.
    """
    first: dict[str, int] = {}
    offsets = Counter[int]()
    for page, label in sorted(printed.items()):
        first.setdefault(label.casefold(), page)
        if label.isdigit():
            offsets[page - int(label)] += 1
    found = {}
    for label in labels:
        if label.isdigit() and offsets:
            found[label] = int(label) + offsets.most_common(1)[0][0]
        elif label.casefold() in first:
            found[label] = first[label.casefold()]
    return {label: page for label, page in found.items() if page > 0}


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, accents, signs, a number before them and typing errors.

    >>> same_title("KRYGYZ REPUBLIC", "3. Kyrgyz Republic"), same_title("Peru", "Iran")
    (True, False)
    """
    a, b = _letters(one), _letters(other)
    if a == b:
        return bool(a)
    if re.sub(r"\D", "", a) != re.sub(r"\D", "", b) or min(len(a), len(b)) < _SHORTEST_FUZZY:
        return False
    return fuzz.ratio(a, b) >= _SAME_TITLE


def _letters(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title[numbering(title) :].casefold())
    return "".join(c for c in folded if c.isalnum())


def _is_title(text: str) -> bool:
    return bool(_letters(text)) and len(text) <= _LONGEST_TAGGED and not _SENTENCE.search(text)


def _unless_flat(keys: list[Key]) -> list[Key]:
    if len({key.level for key in keys}) > 1:
        return keys
    return [Key(key.title, 0, key.page, key.source) for key in keys]
