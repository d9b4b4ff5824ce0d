"""A sheet as HTML for a browser, to be set on pages by paginate.js."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from html import escape
from itertools import pairwise
from pathlib import Path

from tests.fuzz.furniture import header_text
from tests.fuzz.sheet import Block, Face, Note, Run, Sheet
from tests.fuzz.wording import breaks

_LEADERS = {"dots": ".", "spaced dots": " .", "tight dots": ".", "wide dots": "  . ", "none": ""}
_STYLE = """
@page {{ size: {width}pt {height}pt; margin: 0; }}
* {{ box-sizing: border-box; -webkit-print-color-adjust: exact; }}
html, body {{ margin: 0; padding: 0; }}
body {{ font: {size}pt/{leading} "{font}", serif; font-variant-ligatures: {ligatures};
  font-kerning: {kerning}; }}
.page {{ position: relative; width: {width}pt; height: {height}pt; break-after: page;
  overflow: hidden; }}
.page:last-child {{ break-after: auto; }}
.area {{ position: absolute; left: {left}pt; top: {top}pt; width: {inner}pt; }}
.area.cover {{ top: 33%; }}
.area.designed::before {{ content: ""; position: absolute; left: -{left}pt; top: -260pt;
  width: {width}pt; height: 110pt; background: #1f4e79; }}
.notes {{ position: absolute; left: {left}pt; bottom: {bottom}pt; width: {inner}pt;
  font-size: {note_size}pt; line-height: 1.18; }}
.notes > :first-child {{ padding-top: 8pt; }}
.notes.ruled::before {{ content: ""; }}
.note {{ text-align: left; }}
.note.hanging {{ padding-left: 14pt; text-indent: -14pt; }}
.area > *, .note {{ margin: 0; padding: 0; font-weight: normal; font-style: normal; font-size: inherit; }}
.area > .continued {{ text-indent: 0 !important; margin-top: 0 !important; }}
.note.continued {{ text-indent: 0; }}
.area > :first-child {{ margin-top: 0 !important; }}
.cut.justify {{ text-align-last: justify; }}
.area > .cut {{ margin-bottom: 0 !important; }}
.whole {{ white-space: nowrap; }}
.area > .bullet::before {{ content: "•"; position: absolute; margin-left: -14pt; }}
.area > .bullet.continued::before {{ content: ""; }}
.raised {{ font-size: 65%; vertical-align: 0.35em; line-height: 0; }}
.furniture {{ position: absolute; left: {left}pt; width: {inner}pt; font-size: {folio_size}pt;
  line-height: 1.2; }}
.contents {{ display: flex; align-items: flex-end; }}
.contents .title {{ max-width: 88%; }}
.contents .leader {{ flex: 1; white-space: pre; overflow: hidden; text-align: right; }}
"""


def document(sheet: Sheet) -> str:
    """The whole page: source blocks, footnotes, the sheet's settings and the script."""
    layout = sheet.layout
    left, bottom, right, top = layout.margins
    notes = [run.note for block in sheet.body for run in block.runs if run.note is not None]
    style = _STYLE.format(
        width=layout.page[0], height=layout.page[1], size=layout.size, leading=layout.leading,
        font=layout.font, ligatures="normal" if layout.ligatures else "none",
        kerning="normal" if layout.soft_hyphen else "none", left=left, top=top,
        inner=layout.page[0] - left - right, bottom=bottom,
        note_size=layout.size * layout.notes.scale, folio_size=layout.size * layout.folio.scale,
    )  # fmt: skip
    if layout.notes.rule:
        style += ".notes > :first-child { border-top: 0.6pt solid black; border-image: "
        style += "linear-gradient(to right, black 144pt, transparent 144pt) 1; }\n"
    settings = {
        "title": sheet.title if layout.tagged else "report",
        "height": (layout.page[1] - top - bottom) / 0.75,
        "line": layout.size * layout.leading / 0.75,
        "perPage": layout.notes.numbering == "page",
        "inline": layout.cover == "inline",
        "cover": layout.cover,
        "blank": layout.blank_after_cover and layout.cover != "inline",
        "folio": asdict(layout.folio),
        "headers": [header_text(sheet, 1), header_text(sheet, 2)],
        "leader": _LEADERS[layout.leader],
    }
    parts = (("cover", sheet.cover), ("front", sheet.front), ("body", sheet.body))
    body = "".join(
        f'<div data-part="{name}">{"".join(_block(block, sheet) for block in blocks)}</div>' for name, blocks in parts
    )
    script = (Path(__file__).parent / "paginate.js").read_text("utf-8")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>{style}</style></head>'
        f'<body><div id="source">{body}{"".join(_note(note, sheet) for note in notes)}</div>'
        f'<div id="output"></div><script>const sheet = {json.dumps(settings)};\n{script}</script></body></html>'
    )


def _block(block: Block, sheet: Sheet) -> str:
    """One block; headings are heading elements only in tagged reports."""
    layout = sheet.layout
    tag = "p"
    if layout.tagged and block.level and not (layout.online.run_in and block.level > 2):
        tag = f"h{min(block.level, 4)}"
    styles = {
        "text-align": block.align, "margin-top": f"{block.before}pt", "margin-bottom": f"{block.after}pt",
        "margin-left": f"{block.left}pt", "margin-right": f"{block.right}pt", "text-indent": f"{block.first}pt",
    }  # fmt: skip
    attributes = {
        "class": f"{'bullet' if block.bullet else block.role.split()[0]} {block.align}",
        "style": ";".join(f"{name}:{value}" for name, value in styles.items()),
        "data-keep": "1" if block.keep_next else "",
        "data-solid": "1" if block.keep_next or block.target else "",
        "data-new-page": "1" if block.new_page else "",
        "data-anchor": block.anchor,
        "data-target": block.target,
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items() if value)
    inside = "".join(_run(run, sheet) for run in block.runs)
    if block.target and layout.contents == "number first":
        written = written.replace('class="contents', 'class="plain')
        inside = f'<span class="number">00</span> {inside}'
    elif block.target:
        inside = (f'<span class="title">{inside}</span><span class="leader"></span>'
                  '<span class="number">00</span>')  # fmt: skip
    return f"<{tag} {written}>{inside}</{tag}>"


def _run(run: Run, sheet: Sheet) -> str:
    if run.note is not None:
        return _mark(run.note, sheet)
    text = "<br>".join(_text(part, sheet) for part in run.text.split("\n"))
    css = _css(run.face, sheet)
    if run.face.link:
        return f'<a href="{run.face.link}" style="{css}">{text}</a>'
    return f'<span style="{css}">{text}</span>' if css else text


def _text(text: str, sheet: Sheet) -> str:
    """Escaped, with soft hyphens where words may be divided; addresses stay whole."""

    def word(match: re.Match[str]) -> str:
        token = match[0]
        if re.search(r"\w\.\w", token):
            return f'<span class="whole">{escape(token)}</span>'
        core = re.match(r"(\W*)([a-z]+)(.*)", token, re.DOTALL)
        if not (sheet.layout.hyphenate and core and core[2] in breaks()):
            return escape(token)
        places = [0, *breaks()[core[2]], len(core[2])]
        parts = [core[2][a:b] for a, b in pairwise(places)]
        return escape(core[1]) + "&shy;".join(parts) + escape(core[3])

    return re.sub(r"[^ ]+", word, text)


def _css(face: Face, sheet: Sheet) -> str:
    layout = sheet.layout
    rules = {
        "font-size": f"{face.size}pt" if face.size != layout.size else "",
        "font-weight": "bold" if face.bold else "",
        "font-style": "italic" if face.italic else "",
        "text-decoration": "underline" if face.underline else ("none" if face.link else ""),
        "font-variant-caps": "small-caps" if face.small_caps else "",
        "color": face.colour if face.colour != "#000000" else "",
        "font-family": f"'{layout.other_font}', sans-serif" if face.other_family else "",
        "letter-spacing": f"{face.tracking}em" if face.tracking else "",
    }
    return ";".join(f"{name}:{value}" for name, value in rules.items() if value)


def _mark(note: Note, sheet: Sheet) -> str:
    rules = sheet.layout.notes
    raised = " raised" if rules.superscript else ""
    text = rules.mark.format(n=f'<span class="n">{note.mark}</span>')
    return f'<span class="mark{raised}" data-note="{note.number}">{text}</span>'


def _note(note: Note, sheet: Sheet) -> str:
    rules = sheet.layout.notes
    label = rules.label.format(n=f'<span class="n">{note.mark}</span>')
    space = " " if label.endswith(" ") else ""
    raised = ' class="raised mark-label"' if rules.label_superscript else ""
    hanging = " hanging" if rules.hanging else ""
    return (f'<div class="note{hanging}" id="note{note.number}"><span{raised}>{label.strip()}</span>'
            f"{space}{escape(note.text)}</div>")  # fmt: skip
