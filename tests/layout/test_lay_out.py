"""Whole documents: every line is in exactly one of blocks, furniture, footnotes and contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from nrm.layout import Layout, lay_out
from nrm.model import Box, Line, Page
from nrm.pdf import read_document
from tests.layout.lines_of import TOP, Set, line, page_of_lines, wrapped

SAMPLES = sorted(Path(__file__).parents[2].glob("nrm/samples/*.pdf"))
TEXT = (
    "This market is a place where many stalls sell shirts and shoes to whoever comes by on a day without rain, and on "
    "other days as well. "
)
NOTE_RULE = Box(72.0, 690.0, 216.0, 690.5)


def place(one: Line) -> tuple[int, float, float]:
    """What tells a line from any other, also when its marks have been taken out: page, height, left edge."""
    return one.page, one.baseline, one.box.x0


def places(layout: Layout, pages: Sequence[Page]) -> Counter[tuple[int, float, float]]:
    """How often each line of a document is found in the layout."""
    found = Counter(place(one) for block in layout.blocks for one in block.lines)
    found.update(place(one) for note in layout.footnotes for one in note.lines)
    found.update(place(one) for one in layout.contents_lines)
    by_number = {page.number: page for page in pages}
    found.update(place(by_number[number].lines[index]) for number, index in layout.furniture.lines)
    return found


def document() -> list[Page]:
    """Four pages with a running header, page numbers, a contents page, and a footnote over two pages."""
    contents = [
        line(Set("Contents", bold=True), y=3),
        *(line(f"{name} {'.' * 40} {n}", y=4 + n) for n, name in enumerate(["Overview", "Results", "Outlook"], 1)),
    ]
    long = " ".join(TEXT.split()) + " " + " ".join(TEXT.split())

    def page(number: int, inner: list[Line], rules: Sequence[Box] = ()) -> Page:
        head = line(Set("Running Header", italic=True, size=9.0), y=-2)
        foot = line(str(number), y=47.5, centred=True)
        return page_of_lines([head, *inner, foot], number, rules)

    body = wrapped(long, y=3)
    marked = line("It was said twice", Set("1", superscript=True, size=7.0), " and then again.", y=9)
    first_note = [
        line(Set("1", superscript=True, size=6.0), Set(" See the report of the town for all", size=9.0), y=44),
        line(Set("that was said about it in the year before, which was", size=9.0), y=45),
    ]
    second_note = [line(Set("more than anybody could bear to hear.", size=9.0), y=44)]
    return [
        page(1, contents),
        page(2, [line(Set("Overview", bold=True), y=1), *body, marked, *first_note], [NOTE_RULE]),
        page(3, [*wrapped(long, y=1), *second_note], [NOTE_RULE]),
        page(4, [line(Set("Results", bold=True), y=1), *wrapped(long, y=3), *wrapped(long, y=10)]),
    ]


def test_every_line_is_somewhere_and_only_once() -> None:
    pages = document()
    found = places(lay_out(pages), pages)
    assert found == Counter(place(one) for page in pages for one in page.lines)


def test_each_kind_of_line_is_where_it_belongs() -> None:
    layout = lay_out(document())
    assert [entry.title for entry in layout.contents.entries] == ["Overview", "Results", "Outlook"]
    assert [(note.mark, len(note.lines)) for note in layout.footnotes] == [("1", 3)]
    assert layout.furniture.printed == {1: "1", 2: "2", 3: "3", 4: "4"}
    assert len(layout.furniture.lines) == 8
    texts = [block.text for block in layout.blocks]
    assert "Overview" in texts
    assert "Results" in texts
    assert not any("Running Header" in text or "that was said about it" in text for text in texts)


def test_a_mark_is_cut_out_of_its_word_and_tied_to_it() -> None:
    marked = next(b for b in lay_out(document()).blocks if b.marks)
    ((at, mark),) = marked.marks
    assert mark == "1"
    assert marked.text[:at].endswith("It was said twice")
    assert marked.text[at:].startswith(" and then again.")


def test_a_mark_alone_on_its_line_belongs_to_the_line_before() -> None:
    body = wrapped(TEXT * 3)
    end = body[-1].baseline
    stray = line(Set("2", size=7.0), y=(end - TOP) / 14.4)
    layout = lay_out([page_of_lines([*body, stray, *wrapped(TEXT * 3, y=(end - TOP) / 14.4 + 2)])])
    marks = [mark for block in layout.blocks for mark in block.marks]
    assert [mark for _, mark in marks] == ["2"]
    assert not any(block.text.strip() == "2" for block in layout.blocks)


def test_a_mark_of_a_large_title_alone_on_its_line_belongs_to_the_title() -> None:
    title = [line(Set("Palace of the Gates", size=18.0), y=1), line(Set("2", size=11.0), y=1.9, x=300.0)]
    layout = lay_out([page_of_lines([*title, *wrapped(TEXT * 6, y=4)])])
    assert [(block.text, block.marks) for block in layout.blocks[:1]] == [("Palace of the Gates", ((19, "2"),))]


def test_brackets_around_a_raised_mark_go_with_it() -> None:
    title = line(Set("Palace of the Gates", bold=True), "[", Set("2", size=7.0, superscript=True), "]", y=1)
    layout = lay_out([page_of_lines([title, *wrapped(TEXT * 6, y=4)])])
    assert [(block.text, block.marks) for block in layout.blocks[:1]] == [("Palace of the Gates", ((19, "2"),))]


def test_a_note_may_stand_on_the_page_before_its_mark() -> None:
    """A program may set a note where its mark was, and then move the line with the mark to the next page."""
    pages = document()
    mark = Set("2", superscript=True)
    moved = line("The trade goes on", mark, " as it did.", y=30)
    note = line(Set("2", superscript=True, size=6.0), Set(" See the report of the year before.", size=9.0), y=46)
    second, third = pages[1], pages[2]
    pages[1] = page_of_lines([*second.lines[:-1], note, second.lines[-1]], 2, second.rules)
    pages[2] = page_of_lines([*third.lines[:-2], moved, *third.lines[-2:]], 3, third.rules)
    (marked,) = [block for block in lay_out(pages).blocks if block.text.startswith("The trade")]
    assert (marked.text, marked.marks) == ("The trade goes on as it did.", ((17, "2"),))


def test_short_notes_that_recur_at_the_foot_are_no_furniture() -> None:
    """"Id. at 9." at the same height of each page differs in numbers alone, but these count with no page."""
    pages = document()
    for index, (mark, where) in enumerate([("2", "31"), ("3", "8"), ("4", "77")], 1):
        page = pages[index]
        note = line(Set(mark, superscript=True, size=6.0), Set(f"Id. at {where}.", size=9.0), y=46)
        text = line("It was said again.", Set(mark, superscript=True, size=7.0), y=32)
        lines = sorted([*page.lines, note, text], key=lambda one: one.baseline)
        pages[index] = page_of_lines(lines, page.number, [NOTE_RULE])
    layout = lay_out(pages)
    assert [note.mark for note in layout.footnotes] == ["1", "2", "3", "4"]
    assert len(layout.furniture.lines) == 8


def test_a_mark_at_the_size_of_the_text_is_cut_from_a_larger_title() -> None:
    pages = document()
    page = pages[3]
    title = line(Set("Palace of the Gates", bold=True, size=14.0), Set("2", bold=True), y=20)
    note = line(Set("2", superscript=True, size=6.0), Set(" See the report of the year before.", size=9.0), y=46)
    pages[3] = page_of_lines([*page.lines[:-1], title, note, page.lines[-1]], 4, [NOTE_RULE])
    assert "Palace of the Gates" in [block.text for block in lay_out(pages).blocks]


def test_a_page_without_lines_does_no_harm() -> None:
    pages = document()
    empty = Page(5, 612.0, 792.0, ())
    assert [b.text for b in lay_out([*pages, empty]).blocks] == [b.text for b in lay_out(pages).blocks]


def test_one_line_is_a_document() -> None:
    layout = lay_out([page_of_lines([line("One line.", y=10)])])
    assert [block.text for block in layout.blocks] == ["One line."]


def _check_sample(path: Path) -> None:
    pages = read_document(path).pages
    layout = lay_out(pages)
    expected = Counter(place(one) for page in pages for one in page.lines)
    found = places(layout, pages)
    # a footnote mark alone on its line has become a mark of the line before
    lost = expected - found
    assert sum(lost.values()) <= sum(len(block.marks) for block in layout.blocks)
    alone = {place(one): one for page in pages for one in page.lines}
    assert [alone[at].text for at in lost if any(c.isalpha() for c in alone[at].text)] == []
    assert found - expected == Counter()


@pytest.mark.parametrize("path", SAMPLES[:8:7], ids=lambda path: path.stem)
def test_no_line_of_a_sample_is_lost_or_doubled(path: Path) -> None:
    _check_sample(path)


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_line_of_any_sample_is_lost_or_doubled(path: Path) -> None:
    _check_sample(path)


@pytest.mark.parametrize("raised", [True, False])
def test_short_footnotes_at_the_same_height_are_no_furniture(raised: bool) -> None:
    def page(number: int) -> Page:
        body = wrapped(TEXT + TEXT, y=3)
        marked = line("It was said twice", Set(str(number), superscript=True, size=7.0), " and then again.", y=9)
        label = Set(str(number), superscript=True, size=6.0) if raised else Set(f"{number}.", size=9.0)
        note = line(label, Set(f" Id. at {10 + number}.", size=9.0), y=45)
        return page_of_lines([*body, marked, note, line(str(number), y=47.5, centred=True)], number, [NOTE_RULE])

    layout = lay_out([page(n) for n in range(1, 6)])
    assert [note.mark for note in layout.footnotes] == ["1", "2", "3", "4", "5"]
    assert not any("Id." in block.text or "twice1" in block.text for block in layout.blocks)


def test_a_mark_in_the_size_of_the_text_behind_a_larger_title_is_cut() -> None:
    title = line(Set("Palace", bold=True, size=14.0), Set("1", bold=True, size=12.0), y=1)
    note = line(Set("1", superscript=True, size=6.0), Set(" See the report of the town.", size=9.0), y=45)
    layout = lay_out([page_of_lines([title, *wrapped(TEXT + TEXT, y=3), note], 1, [NOTE_RULE])])
    assert layout.blocks[0].text == "Palace"
    assert layout.blocks[0].marks == ((6, "1"),)


@pytest.mark.parametrize("marks", [("1", "2"), ("1", "13"), ("14", "2")], ids=["in order", "far ahead", "far back"])
def test_notes_in_brackets_may_stand_in_another_order(marks: tuple[str, str]) -> None:
    """Chapters that were moved take their notes along."""

    def bracketed(number: int, mark: str) -> Page:
        body = wrapped(TEXT + TEXT, y=3)
        marked = line(f"Many came.[{mark}] All were seen.", y=3 + len(body))
        note = line(Set(f"[{mark}] Id. at {10 + number}.", size=9.0), y=45)
        return page_of_lines([*body, marked, note, line(str(number), y=47.5, centred=True)], number)

    layout = lay_out([bracketed(number, mark) for number, mark in enumerate(marks, 1)])
    assert [note.mark for note in layout.footnotes] == list(marks)
