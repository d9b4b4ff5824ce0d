"""Lines → blocks. The main question: would the next word have fitted on the line before?

A new block starts where the line before still had room for this line's first word. White space,
indents, bullets and a change of style decide where that leaves doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nrm.layout.body import Body, is_centred
from nrm.layout.hyphens import HYPHENS, Vocabulary
from nrm.layout.joined_lines import block_of
from nrm.layout.leads import ABBREVIATION
from nrm.layout.line_ends import ends_sentence, has_room
from nrm.layout.line_style import edge_styles, whole_style
from nrm.layout.marks import Marked
from nrm.layout.plain_titles import ends_plain_title, stands_alone
from nrm.layout.style import (
    BULLET,
    Style,
    in_capitals,
    numbering,
    same_look,
    style_of,
    texts_of,
    traits,
    wordy,
)
from nrm.layout.title_words import ends_within_phrase
from nrm.layout.white_space import far_below, set_apart
from nrm.model import Block, Line, Run

_SEPARATOR_END = re.compile(r"[.:–—-]$")
_ARTICLE = re.compile(r"[.:–—-] [“\"‘']?A$")
_CAPITALS_LEAD = re.compile(r"(?:[^\W\d_a-z][^a-z]{4,}[:–—-]|[^\W\d_a-z]{2}[^a-z]{3,}\.)\s+[^\W\d_a-z]")
_LEADS_ON = re.compile(r"^[:–—\u00ad-]\s")
_BRACKET_FIRST = re.compile(r"\([^()]*\)\s*[.:–—]")
_LEAD_SEPARATOR = re.compile(r"[:–—.]|-(?=\s)")
_STATEMENT = re.compile(
    r"(?:Nominated (?:as|under|at|for|domains?|sites?)|Related (?:sites?|domains?)|Domains?(?=:)"
    r"|Headquartered in|Based in|Available at"
    r"|(?:Alleg|Report)edly (?:based|hosted|operated))\b"
)
"""What opens the line under a market's name, and with a capital no line within a sentence."""
_INDENT = 7.0
_ALIGNED = 2.0
_DEEPEST_INDENT = 4.5
_LEAST_LETTERS = 3
_DASHES = "–—-"


def blocks(marked: Sequence[Marked], body: Body, known: Vocabulary) -> list[Block]:
    """The blocks of a document from its lines in reading order, marks taken out."""
    groups: list[list[Marked]] = []
    for index, item in enumerate(marked):
        group = groups[-1] if groups else None
        following = marked[index + 1].line if index + 1 < len(marked) else None
        above = groups[-2][-1].line if len(groups) > 1 else None
        if (
            group is None
            or starts_block([m.line for m in group], item.line, following, body)
            or set_apart(group[-1], item, body)
            or (len(group) == 1 and ends_plain_title(above, group[0].line, item.line, body))
        ):
            groups.append([item])
        else:
            group.append(item)
    built: list[Block] = []
    for group in groups:
        built.append(block_of(group, built[-1].lines[-1] if built else None, body, known))
    return built


def starts_block(group: Sequence[Line], line: Line, following: Line | None, body: Body) -> bool:
    """Whether a line starts a new block after the lines of `group`."""
    before = group[-1]
    if _broken_word(before, line):
        return False
    same_page = before.page == line.page
    if same_page and far_below(before, line, body):
        return True
    if same_page and _ends_in_capitals(before) and not _opens_in_capitals(line):
        return True
    if _STATEMENT.match(line.text) and not ends_sentence(before):
        return True
    room = has_room(before, line, body)
    if BULLET.match(line.text) and (room or ends_sentence(before)):
        return not (_is_dash_in_text(group, line, body) or (not room and _is_dash_of_title(before, line, body)))
    if same_page and not room and _LEADS_ON.match(line.text):
        return False
    if ends_sentence(before):
        if _opens_run_in(before, line, body) or _CAPITALS_LEAD.match(line.text):
            return True
        if not same_page and (stands_alone(line, following, body) or _all_capitals(line)):
            return True
    first, last = edge_styles(before)[1], edge_styles(line)[0]
    whole, new = whole_style(before, body), whole_style(line, body)
    if whole != new or first != last:
        verdict = _style_change(group, line, room, body)
        if verdict is not None:
            return verdict
    if new is not None and new == whole and is_centred(line, body):
        if is_centred(before, body) or (not room and traits(new, body.style)):
            return not same_page
    if _indented(group, line, body, room):
        return True
    if not room:
        return False
    if new is not None and traits(new, body.style):
        return True
    return ends_sentence(before) or not _goes_on(before, line, body)


def _ends_in_capitals(line: Line) -> bool:
    """Whether a line is of capitals to its end: no separator ends it, nor one and the article "A" of the text."""
    return in_capitals(line.text) and not (_SEPARATOR_END.search(line.text) or _ARTICLE.search(line.text))


def _opens_in_capitals(line: Line) -> bool:
    """Whether a line after one of capitals may go on with it: its first word has no small letter."""
    word = next((word for word in line.text.split() if sum(c.isalpha() for c in word) > 1), "")
    return not any(c.islower() for c in word)


def _is_dash_of_title(before: Line, line: Line, body: Body) -> bool:
    """Whether a dash that opens a line ends the title before it, in whose look it is set: "Name (Place).", "— Text"."""
    end = edge_styles(before)[1]
    if line.text[0] not in _DASHES or end is None:
        return False
    look = traits(end, body.style)
    return bool(look) and same_look(traits(style_of(line.runs[0]), body.style), look)


def _is_dash_in_text(group: Sequence[Line], line: Line, body: Body) -> bool:
    """Whether a dash that opens a line stands between the words of a sentence: "August / – a figure that"."""
    before = group[-1]
    return (
        line.text[0] in _DASHES
        and not ends_sentence(before)
        and not BULLET.match(group[0].text)
        and line.box.x0 - body.left_of(line.page) < before.box.x0 - body.left_of(before.page) + _ALIGNED
        and _fills_half(before, body)
        and line.text[1:].lstrip()[:1].islower()
    )


def _broken_word(before: Line, line: Line) -> bool:
    return (
        before.text[-1:] in HYPHENS
        and len(before.text) > 1
        and before.text[-2].isalpha()
        and line.text[:1].islower()
        and abs(before.size - line.size) < 0.6
    )


def _style_change(group: Sequence[Line], line: Line, room: bool, body: Body) -> bool | None:
    """A verdict from styles alone; None where they leave it open."""
    before = group[-1]
    whole, new = whole_style(before, body), whole_style(line, body)
    end, start = edge_styles(before)[1], edge_styles(line)[0]
    plain = body.style
    if whole is not None and traits(whole, plain):
        if new is not None and not traits(new, plain):
            # a lead that ends with its line, or a heading above its text
            if all(_is_alike(whole_style(one, body), whole, plain) for one in group):
                return room or not (_ends_lead(before) or _BRACKET_FIRST.match(line.text))
            return room or None
        if start is not None and _alike(start, whole, plain):
            return room or _ends_centred(before, line, body)
        throughout = all(_is_alike(whole_style(one, body), whole, plain) for one in group)
        if new is not None or (throughout and not _ends_lead(before)):
            return True
        return True if room else None
    if new is not None and traits(new, plain):
        if end is not None and _alike(end, new, plain) and not room:
            return False
        centred = is_centred(line, body) and not is_centred(before, body)
        apart = centred or "larger" in traits(new, plain)
        return True if room or ends_sentence(before) or apart else None
    return None


def _ends_lead(line: Line) -> bool:
    """Whether a separator ends a line: no full stop of "Ltd."."""
    return bool(_SEPARATOR_END.search(line.text)) and not ABBREVIATION.search(line.text)


def _ends_centred(before: Line, line: Line, body: Body) -> bool:
    """Whether a centred title ends: it stands further in than an indent would, and this line at the left edge."""
    inset = before.box.x0 - body.left_of(before.page)
    return is_centred(before, body) and inset > _DEEPEST_INDENT * before.size and not is_centred(line, body)


def _all_capitals(line: Line) -> bool:
    return in_capitals(line.text) and " " in line.text.strip()


def _opens_run_in(before: Line, line: Line, body: Body) -> bool:
    """A styled stretch, then a separator: a run-in heading even where the line before is full."""
    if whole_style(line, body) is not None:
        return False
    end = edge_styles(before)[1]
    skip = numbering(line.text)
    start = next((run for run, text in texts_of(line) if wordy(text) and run.end > skip), None)
    if start is None or end is None or start.start > 6:
        return False
    lead = traits(style_of(start), body.style) - {"smaller"}
    if not lead or same_look(traits(end, body.style), lead):
        return False
    if lead == {"font"} and not _is_whole_words(line, start):
        return False
    stop = start.end
    for run, text in texts_of(line):
        alike = not wordy(text) or same_look(traits(style_of(run), body.style) - {"smaller"}, lead)
        if run.start >= stop and alike:
            stop = run.end
        elif run.start >= stop:
            break
    last = len(line.text[:stop].rstrip()) - 1
    return bool(_LEAD_SEPARATOR.match(line.text, last)) or bool(
        _LEAD_SEPARATOR.match(line.text[stop:].lstrip())
        or re.match(r"\s*\([^()]*\)\s*[:–—.-]", line.text[stop:])
    )


def _is_whole_words(line: Line, run: Run) -> bool:
    """Whether a stretch is no glyph borrowed from another font: several letters, and no word goes on behind it."""
    letters = sum(c.isalnum() for c in line.text[run.start : run.end])
    goes_on = run.end < len(line.text) and line.text[run.end - 1 : run.end + 1].isalnum()
    return letters >= _LEAST_LETTERS and not goes_on


def _is_alike(one: Style | None, other: Style, body: Style) -> bool:
    return one is not None and _alike(one, other, body)


def _alike(one: Style, other: Style, body: Style) -> bool:
    return same_look(traits(one, body), traits(other, body))


def _indented(group: Sequence[Line], line: Line, body: Body, room: bool) -> bool:
    before = group[-1]
    step = line.box.x0 - before.box.x0
    if before.page % 2 != line.page % 2:
        step -= body.left_of(line.page) - body.left_of(before.page)
    if step > _INDENT:
        opener = group[0].text
        if len(group) == 1 and (BULLET.match(opener) or numbering(opener)):
            return room and ends_sentence(before)
        return not (before.page != line.page and not ends_sentence(before) and not room)
    if step < -_INDENT:
        # the second line of a paragraph with a first-line indent goes back to the edge
        return len(group) > 1 and room
    return False


def _goes_on(before: Line, line: Line, body: Body) -> bool:
    """Ragged text may leave room; it goes on if styles agree and a small letter follows."""
    if before.page != line.page:
        return line.text[:1].islower() and not ends_sentence(before)
    tight = line.baseline - before.baseline < body.leading * 1.15
    return tight and bool(line.text[:1].islower() or ends_within_phrase(before.text)) and _fills_half(before, body)


def _fills_half(line: Line, body: Body) -> bool:
    return line.box.x1 - line.box.x0 > 0.5 * (body.right_of(line.page) - body.left_of(line.page))
