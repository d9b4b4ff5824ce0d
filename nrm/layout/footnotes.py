"""Footnotes: cut from the foot of each page, tied to their marks, continued over pages.

In the zone of the notes (see `note_zone`) a note begins at each label that the text's marks or the
sequence of numbers vouch for, so that a table or quotation in small print is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nrm.layout.hyphens import Vocabulary, join, vocabulary
from nrm.layout.note_labels import Label, follows, label_of, text_marks
from nrm.layout.note_zone import Zone, zone_of
from nrm.model import Line, Page

_CLOSED = (".", "?", "!", "”", "’", '"', ")")
_SAME_SIZE = 0.25
_SAME_EDGE = 3.0
_MOST_SKIPPED = 3


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its mark, text and lines, over one page or several."""

    mark: str
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document, their lines as (page, index), and whether marks are `[1]`."""

    footnotes: tuple[Footnote, ...]
    lines: frozenset[tuple[int, int]]
    bracketed: bool


@dataclass(slots=True)
class _Found:
    """What has been found up to a page; `marks` are those of the whole text so far."""

    known: Vocabulary
    notes: list[Footnote] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    bracketed: bool = False
    marks: frozenset[str] = frozenset()

    def last_number(self) -> str | None:
        """The mark of the last numbered note."""
        return next((n.mark for n in reversed(self.notes) if n.mark.isdigit()), None)


def find_footnotes(pages: Sequence[Page], furniture: frozenset[tuple[int, int]], body_size: float) -> Notes:
    """Every footnote of a document in order. `furniture` holds lines as (page, index); `body_size` is in points."""
    kept = {page.number: [i for i in range(len(page.lines)) if (page.number, i) not in furniture] for page in pages}
    found = _Found(vocabulary(page.lines[i].text for page in pages for i in kept[page.number]))
    written = [page for page in pages if kept[page.number]]
    zones = [zone_of(page, kept[page.number], body_size) for page in written]
    marks = [
        text_marks(page.lines[i] for i in kept[page.number] if not zone.indices or i < zone.indices[0])
        for page, zone in zip(written, zones, strict=True)
    ]
    before = 0
    for place, (page, zone) in enumerate(zip(written, zones, strict=True)):
        near = frozenset().union(*marks[max(0, place - 1) : place + 2])
        found.marks |= marks[place]
        _read_page(page, zone, near, before, found)
        before = page.number
    return Notes(tuple(found.notes), frozenset(found.taken), found.bracketed)


def marks_by_page(footnotes: Iterable[Footnote]) -> dict[int, frozenset[str]]:
    """Page → the marks whose notes begin on it or on a neighbouring one.

    A note may be pushed over the page's end, or stand where its mark would have been before a line was moved on.
    """
    found: dict[int, set[str]] = {}
    for note in footnotes:
        for page in range(note.lines[0].page - 1, note.lines[0].page + 2):
            found.setdefault(page, set()).add(note.mark)
    return {page: frozenset(marks) for page, marks in found.items()}


def _read_page(page: Page, zone: Zone, near: frozenset[str], before: int, found: _Found) -> None:
    """`near` are the marks in the text of this page and its neighbours, `before` is the page before that has text."""
    running_on = bool(found.notes) and found.notes[-1].lines[-1].page == before
    started = False
    for place, index in enumerate(zone.indices):
        line = page.lines[index]
        label = label_of(line)
        if label is not None and (_opens_note(label, zone, near, found) or (started and _is_next(label, found))):
            found.bracketed = found.bracketed or label.bracketed
            found.notes.append(Footnote(label.mark, line.text[label.end :], (line,)))
        elif started or (running_on and place == 0 and _runs_on(page, zone, near, found)):
            found.notes[-1] = _continued(found.notes[-1], line, found.known)
        else:
            found.marks |= text_marks([line])
            continue
        started = True
        found.taken.add((page.number, index))


def _opens_note(label: Label, zone: Zone, near: frozenset[str], found: _Found) -> bool:
    """Whether a label is one: raised, or borne by the text and in sequence, or in sequence below a rule."""
    if not label.mark.isdigit():
        return label.form == "raised" or label.mark in near
    if label.form == "raised":
        return True
    last = found.last_number()
    if not follows(label.mark, last):
        # notes are missing or stand in another order: a label that has its mark on this page is one all the same
        skipped = int(label.mark) - int(last or 0)
        alike = label.form == "bracketed" or (label.form == "signed" and 0 < skipped <= _MOST_SKIPPED)
        return alike and label.mark in near
    if last is None and found.notes and label.mark != "1":
        return False  # numbers in a document whose notes have symbols
    if label.mark in near or zone.ruled:
        return True
    starts_anew = last is not None and int(label.mark) != int(last) + 1
    return label.mark in found.marks and not starts_anew


def _is_next(label: Label, found: _Found) -> bool:
    """Whether a label whose mark was lost in the text is the next number after a note that has ended."""
    last = found.last_number()
    ended = found.notes[-1].text.rstrip().endswith(_CLOSED)
    return ended and last is not None and label.mark.isdigit() and int(label.mark) == int(last) + 1


def _runs_on(page: Page, zone: Zone, near: frozenset[str], found: _Found) -> bool:
    """Whether a zone's first line goes on with the note of the page before."""
    line, last = page.lines[zone.indices[0]], found.notes[-1]
    if zone.ruled:
        return True
    if abs(line.size - last.lines[-1].size) > _SAME_SIZE:
        return False
    if not last.text.rstrip().endswith(_CLOSED):
        return True
    labels = (label_of(page.lines[i]) for i in zone.indices[1:])
    follower = any(label is not None and _opens_note(label, zone, near, found) for label in labels)
    return follower and abs(line.box.x0 - min(one.box.x0 for one in last.lines)) < _SAME_EDGE


def _continued(note: Footnote, line: Line, known: Vocabulary) -> Footnote:
    if not note.text.strip():
        return replace(note, text=line.text, lines=(*note.lines, line))
    text, glue = join(note.text.rstrip(), line.text, known)
    return replace(note, text=f"{text}{glue}{line.text}", lines=(*note.lines, line))
