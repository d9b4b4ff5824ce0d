"""Which chapter each block belongs to; where the results begin and end.

The title of the results is known by its wording, by the contents page, or (early editions have
none) by what stands there: category titles and entries that follow the overview directly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from nrm.entries.places import says_where
from nrm.entries.titles import bare_title, chapter_titled, section_titled
from nrm.layout import Candidate, Contents
from nrm.lexicons.countries import country_named
from nrm.model import Chapter, Kind

_SAME_TITLE = 88.0
_NEAR = 6
"""So many blocks below its section's title a first title still belongs to it."""
_Look = tuple[frozenset[str], float, bool]


@dataclass(frozen=True, slots=True)
class ChapterStart:
    """A chapter's first block and its title; `titled` is false where no title was printed."""

    chapter: Chapter
    block: int
    title: str
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the results: its kind and the blocks from its title to the next one's."""

    kind: Kind
    block: int


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same up to typing errors."""
    a, b = bare_title(one), bare_title(other)
    return a == b or (min(len(a), len(b)) >= 5 and fuzz.ratio(a, b) >= _SAME_TITLE)


def chapter_starts(
    candidates: Sequence[Candidate], contents: Contents, first_block: int, blocks: int
) -> list[ChapterStart]:
    """The chapters in order, from their titles. The first one is what stands before any title."""
    own = [c for c in candidates if c.mode == "own line" and c.block >= first_block]
    first_level = [e.title for e in contents.entries if e.level == 1]
    deeper = [e.title for e in contents.entries if e.level > 1]
    starts = [ChapterStart("front matter", 0, "", titled=False)]
    looks: list[tuple[frozenset[str], float, bool]] = []
    sections: set[Kind] = set()
    section_looks: list[tuple[frozenset[str], float, bool]] = []
    inner: set[_Look] = set()
    opened, opener = False, 0
    in_results = False
    for candidate in own:
        kind = section_titled(candidate.text)
        if kind is not None:
            sections.add(kind)
            section_looks.append(_look(candidate))
            opened, opener = True, candidate.block
            continue
        if opened and not candidate.plain and candidate.block - opener <= _NEAR:
            # what stands first under a section's or a country's title is no chapter
            inner.add((candidate.look, candidate.size, candidate.centred))
        opened, opener = bool(sections) and country_named(candidate.text) is not None, candidate.block
        chapter = _chapter(candidate, first_level, deeper)
        whole = in_results and len(sections) == 2
        if chapter is None and (whole or "physical" in sections):
            within = _is_inner(candidate, inner, looks)
            chapter = None if within else _closing(candidate, looks, section_looks, deeper, whole)
        if chapter is None or (candidate.plain and not first_level):
            continue
        if in_results and not _ends_results(chapter, candidate, sections, looks, first_level):
            continue
        if chapter == "results" and starts[-1].chapter == "results":
            continue
        if not in_results or chapter != "results":
            looks.append(_look(candidate))
        in_results = chapter == "results"
        if in_results:
            sections, section_looks, inner = set(), [], set()
        starts.append(ChapterStart(chapter, candidate.block, candidate.text))
    return _one_results(starts, own, blocks)


def _chapter(
    candidate: Candidate, first_level: Sequence[str], deeper: Sequence[str]
) -> Chapter | None:
    chapter = chapter_titled(candidate.text)
    listed = any(same_title(candidate.text, title) for title in first_level)
    if chapter is not None:
        return chapter
    if listed and not any(same_title(candidate.text, title) for title in deeper):
        return "other" if country_named(candidate.text) is None else None
    return None


def _look(candidate: Candidate) -> tuple[frozenset[str], float, bool]:
    return candidate.look - {"numbered"}, candidate.size, candidate.centred


def _is_inner(candidate: Candidate, inner: set[_Look], looks: Sequence[_Look]) -> bool:
    """Whether a title looks like those right under the sections' and countries' titles.

    A long title fills its line and then seems centred, so that counts only where a chapter's
    title has the same look otherwise.
    """
    if (candidate.look, candidate.size, candidate.centred) in inner:
        return True
    if any((candidate.look - {"numbered"}, candidate.size) == (look, size) for look, size, _ in looks):
        return False
    return any((candidate.look, candidate.size) == (look, size) for look, size, _ in inner)


def _closing(
    candidate: Candidate,
    looks: Sequence[tuple[frozenset[str], float, bool]],
    section_looks: Sequence[tuple[frozenset[str], float, bool]],
    deeper: Sequence[str],
    whole: bool,
) -> Chapter | None:
    """An unknown title that looks like a chapter's, not like a country's or a market's.

    It stands after both sections (`whole`), or at least after the physical markets.
    """
    if country_named(candidate.text) or any(same_title(candidate.text, t) for t in deeper):
        return None
    if says_where(candidate.text):
        return None
    look = _look(candidate)
    if look in looks or (look in section_looks and look in looks):
        return "other"
    biggest = max((size for _, size, _ in section_looks), default=0.0)
    chapters = min((size for _, size, _ in looks), default=0.0)
    larger = candidate.size > biggest + 0.75 and candidate.size >= chapters - 0.1
    return "other" if larger and whole else None


def _ends_results(
    chapter: Chapter,
    candidate: Candidate,
    sections: set[Kind],
    looks: Sequence[tuple[frozenset[str], float, bool]],
    first_level: Sequence[str],
) -> bool:
    """Whether a title found within the results really opens another chapter.

    A market can bear a name that reads like a chapter's ("Spotlight"), so the title must look
    like the other chapters', or stand in the contents page.
    """
    if any(same_title(candidate.text, title) for title in first_level):
        return True
    if chapter == "results":
        return False
    return bool(sections) and (_look(candidate) in looks or len(sections) == 2)


def _one_results(
    starts: list[ChapterStart], own: Sequence[Candidate], blocks: int
) -> list[ChapterStart]:
    """Keep one results chapter: the one within which the sections stand, else the last."""
    results = [i for i, start in enumerate(starts) if start.chapter == "results"]
    if len(results) < 2:
        return starts
    ends = [start.block for start in starts[1:]] + [blocks]

    def sections_in(i: int) -> int:
        return sum(
            section_titled(c.text) is not None for c in own if starts[i].block < c.block < ends[i]
        )

    best = max(results, key=lambda i: (sections_in(i), i))
    return [
        ChapterStart("other", s.block, s.title) if i in results and i != best else s
        for i, s in enumerate(starts)
    ]
