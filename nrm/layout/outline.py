"""The outline of a document: its headings and chapters, from bookmarks, tags, contents page and typography.

Bookmarks can be flat, tags can be few or wrong, a contents page can be missing: each source that knows a
heading is named with it, and what none of them tells is taken from the type: the larger and bolder a
heading, the higher it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nrm.layout.candidate import Candidate
from nrm.layout.headings import candidates
from nrm.layout.lay_out import Layout
from nrm.layout.outline_keys import Key, Source, outline_keys, same_title
from nrm.model import Block
from nrm.pdf.document import Document

_NEAR = (0, 1, -1)
_AHEAD = 4
_PARAGRAPH = 60
_TRUST: tuple[Source, ...] = ("tag", "bookmark", "contents")

Rank = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A heading: title as printed, level from 1, PDF page, index of its block, and who names it.

    `block` is None for a title of the bookmarks or the contents page that no heading of the text bears.
    """

    title: str
    level: int
    page: int
    block: int | None
    sources: frozenset[Source]


def outline(document: Document, layout: Layout) -> tuple[OutlineItem, ...]:
    """The headings of a document in reading order, with levels.

    Levels are those of the structure tree, else of nested bookmarks or contents: what they tell of one
    heading holds for all of its look. Other looks stand one below the nearest more prominent heading before
    them. Headings known by their type alone must stand on a line of their own, above text.
    """
    keys = outline_keys(document, layout.contents.entries, layout.furniture.printed)
    found = {c.block: c for c in candidates(layout.blocks, layout.body)}
    named, bare = _placed(keys, list(found.values()), layout.blocks)
    known_looks = {rank(found[index]) for index in named}
    chosen = [
        c
        for c in found.values()
        if c.block in named or (_is_heading(c, known_looks) and _heads_text(c, layout.blocks))
    ]
    chosen = _without_repeats(chosen, named)
    return _in_order(_levelled(chosen, named, layout.blocks), _unborne(bare))


def chapters(items: Iterable[OutlineItem]) -> tuple[OutlineItem, ...]:
    """The items of the highest level that has at least two, and any above it, in reading order."""
    kept = tuple(items)
    counts = Counter(item.level for item in kept)
    top = min((level for level, count in counts.items() if count > 1), default=1)
    return tuple(item for item in kept if item.level <= top)


def rank(candidate: Candidate) -> Rank:
    """How prominent a heading looks, less for more: size, capitals, weight, underline, slant.

    Whether it is centred or numbered counts last, for a short title may be either by chance.
    """
    look = candidate.look
    strong = ("capitals", "bold", "underlined", "small_caps", "colour", "font")
    return (-candidate.size, *(-float(name in look) for name in strong), float("italic" in look))


def _placed(
    keys: Sequence[Key], found: Sequence[Candidate], blocks: Sequence[Block]
) -> tuple[dict[int, list[Key]], list[Key]]:
    """The keys of each block that bears a title, and the keys whose title no block bears."""
    on_page: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in found:
        on_page[blocks[candidate.block].page].append(candidate)
    named: dict[int, list[Key]] = defaultdict(list)
    bare = []
    for key in keys:
        near = [c for step in _NEAR for c in on_page[key.page + step]] if key.page else found
        free = [c for c in near if all(other.source != key.source for other in named.get(c.block, ()))]
        bearer = next((c for c in free if same_title(c.text, key.title)), None)
        if bearer is not None:
            named[bearer.block].append(key)
        elif key.page and key.source != "tag":
            bare.append(key)
    return dict(named), bare


def _is_heading(candidate: Candidate, known_looks: set[Rank]) -> bool:
    """Whether type alone makes a heading: a look of its own, at least as large as the text."""
    if candidate.mode != "own line" or candidate.plain or "smaller" in candidate.look:
        return False
    return rank(candidate) in known_looks or bool(candidate.look - {"numbered", "font"})


def _heads_text(candidate: Candidate, blocks: Sequence[Block]) -> bool:
    """Whether a paragraph follows soon: a title page has lines in large type too, but heads no text."""
    following = blocks[candidate.block + 1 : candidate.block + 1 + _AHEAD]
    page = blocks[candidate.block].page
    return any(len(block.text) >= _PARAGRAPH and block.page <= page + 1 for block in following)


def _without_repeats(chosen: Sequence[Candidate], named: Mapping[int, object]) -> list[Candidate]:
    """Without a title printed again right behind itself, as on a chapter's title page and its first."""
    kept: list[Candidate] = []
    for one in chosen:
        before = kept[-1] if kept else None
        again = before is not None and rank(before) == rank(one) and same_title(before.text, one.text)
        if not again or one.block in named:
            kept.append(one)
    return kept


def _levelled(
    chosen: Sequence[Candidate], named: Mapping[int, Sequence[Key]], blocks: Sequence[Block]
) -> list[OutlineItem]:
    told: dict[Rank, Counter[int]] = defaultdict(Counter)
    for one in chosen:
        level = _told(named.get(one.block, ()))
        if level:
            told[rank(one)][level] += 1
    items: list[OutlineItem] = []
    above: list[tuple[Rank, int]] = []
    for one in chosen:
        look, keys = rank(one), named.get(one.block, ())
        while above and above[-1][0] >= look:
            above.pop()
        level = above[-1][1] + 1 if above else 1
        if look in told:
            level = told[look].most_common(1)[0][0]
        level = _told(keys) or level
        above.append((look, level))
        sources: set[Source] = {key.source for key in keys}
        if not one.plain:
            sources.add("typography")
        items.append(OutlineItem(one.text, level, blocks[one.block].page, one.block, frozenset(sources)))
    return items


def _told(keys: Iterable[Key]) -> int:
    """The level that the most trusted of these keys tells; 0 if none does."""
    levels = {key.source: key.level for key in keys if key.level}
    return next((levels[source] for source in _TRUST if source in levels), 0)


def _unborne(bare: Sequence[Key]) -> list[OutlineItem]:
    """Items for keys without a block; what two sources say of one page is one item."""
    merged: list[list[Key]] = []
    for key in bare:
        same = next((m for m in merged if m[0].page == key.page and same_title(m[0].title, key.title)), None)
        if same is None:
            merged.append([key])
        else:
            same.append(key)
    return [
        OutlineItem(keys[0].title, _told(keys) or 1, keys[0].page, None, frozenset(key.source for key in keys))
        for keys in merged
    ]


def _in_order(items: Iterable[OutlineItem], bare: Iterable[OutlineItem]) -> tuple[OutlineItem, ...]:
    """By page; what no block bears stands first on its page."""
    return tuple(sorted([*bare, *items], key=lambda i: (i.page, -1 if i.block is None else i.block)))
