"""A sheet as Typst source. All text goes in as string literals, so nothing in it is markup."""

from __future__ import annotations

import json
import re

from tests.fuzz.furniture import header_text
from tests.fuzz.sheet import Block, Face, Note, Run, Sheet

_GAPS = {"dots": "1pt", "spaced dots": "4pt", "tight dots": "0pt", "wide dots": "8pt"}


def document(sheet: Sheet) -> str:
    """The source of the report."""
    anchors = {block.anchor: f"a{n}" for n, block in enumerate(sheet.body) if block.anchor}
    return _Writer(sheet, anchors).document()


def literal(text: str) -> str:
    """A string literal: `literal('a "b"')` is '"a \\\\"b\\\\""'."""
    return json.dumps(text, ensure_ascii=False)


class _Writer:
    def __init__(self, sheet: Sheet, anchors: dict[str, str]) -> None:
        self.sheet = sheet
        self.layout = sheet.layout
        self.anchors = anchors

    def document(self) -> str:
        layout, sheet = self.layout, self.sheet
        inline = layout.cover == "inline"
        parts = [self.settings()]
        if not inline:
            parts.append(self.part("cover") + f"#v({layout.page[1] * 0.2}pt)\n")
            parts += map(self.block, sheet.cover)
            if layout.blank_after_cover:
                parts.append(self.part("blank") + "#pagebreak(weak: true)\n#hide[.]\n")
        if sheet.front:
            parts.append(self.part("front"))
            parts += map(self.block, sheet.front)
        parts.append(self.part("body"))
        parts.append("#metadata(none)<body-start>\n")
        if inline:
            parts += map(self.block, sheet.cover)
        parts += map(self.block, sheet.body)
        return "".join(parts)

    def settings(self) -> str:
        layout, folio, rules = self.layout, self.layout.folio, self.layout.notes
        left, bottom, right, top = layout.margins
        roman = '"i"' if folio.roman_front else '"1"'
        form = literal(folio.form)
        label = literal(re.sub(r"\{n\}", "{n}", rules.label))
        inline = layout.cover == "inline"
        restart = "locate(<body-start>).page() - 1" if folio.restart and not inline else "0"
        separator = "line(length: 30%, stroke: 0.5pt)" if rules.rule else "v(2pt)"
        numbering = {"symbols": '"*"'}.get(rules.numbering, '"[1]"' if "[" in rules.mark else '"1"')
        raised = "super(t.trim())" if rules.label_superscript else "t.trim()"
        on_cover = str(folio.on_cover).lower()
        heads = ", ".join(literal(header_text(self.sheet, page)) for page in (1, 2))
        places = f"{literal(folio.position)}, {literal(folio.header_position)}"
        return f"""#let side(p, n) = {{
  let outer = if calc.odd(n) {{ right }} else {{ left }}
  let inner = if calc.odd(n) {{ left }} else {{ right }}
  (left: left, right: right, center: center, outer: outer, inner: inner).at(p)
}}
#let printed(spot, part) = {{
  let skipped = {restart}
  if part == "body" {{ str(spot.page() - skipped) }} else {{ numbering({roman}, spot.page()) }}
}}
#let furniture(part, numbers) = context {{
  let n = here().page()
  let shown = printed(here(), part)
  let place = ({places}).at(if numbers {{ 0 }} else {{ 1 }})
  let text-of = if numbers {{
    if part == "blank" or (part == "cover" and not {on_cover}) {{ "" }} else {{
      {form}.replace("{{n}}", shown).replace("{{N}}", str(counter(page).final().first())) }}
  }} else if part == "body" {{ ({heads}).at(if calc.odd(n) {{ 0 }} else {{ 1 }}) }} else {{ "" }}
  set align(side(place, n))
  text(size: {layout.size * folio.scale}pt, text-of)
}}
#set document(title: {literal(self.sheet.title if layout.tagged else "Report")})
#set page(width: {layout.page[0]}pt, height: {layout.page[1]}pt,
  margin: (left: {left}pt, right: {right}pt, top: {top}pt, bottom: {bottom}pt),
  header-ascent: {folio.offset * 0.6:.1f}pt, footer-descent: {folio.offset * 0.6:.1f}pt)
#set text(font: {literal(layout.font)}, size: {layout.size}pt, lang: "en",
  hyphenate: {str(layout.hyphenate).lower()}, ligatures: {str(layout.ligatures).lower()})
#set par(justify: {str(layout.justify).lower()}, leading: {(layout.leading - 0.72) * layout.size:.2f}pt,
  spacing: {(layout.leading - 0.72) * layout.size:.2f}pt)
#set footnote(numbering: {numbering})
#set footnote.entry(separator: {separator}, gap: 0.3em)
#show footnote.entry: it => {{
  set text(size: {layout.size * rules.scale:.2f}pt)
  set par(leading: 0.4em)
  let mark = numbering({numbering.replace("[", "").replace("]", "")}, counter(footnote).at(it.note.location()).first())
  let t = {label}.replace("{{n}}", mark)
  [#{raised}#if t.ends-with(" ") [~]#it.note.body]
}}
#show heading: it => it.body
"""

    def part(self, name: str) -> str:
        """From here on pages have the furniture of this part; a new page begins."""
        at_top = self.layout.folio.at_top
        top, foot = (f"furniture({literal(name)}, {str(edge).lower()})" for edge in (at_top, not at_top))
        return f"#set page(header: {top}, footer: {foot})\n"

    def block(self, block: Block) -> str:
        layout = self.layout
        if block.target:
            return self.contents_line(block)
        inside = "".join(self.run(run) for run in block.runs)
        if block.anchor in self.anchors:
            inside = f"#metadata(none)#label({literal(self.anchors[block.anchor])})" + inside
        if block.bullet:
            inside = f"#box(width: 14pt, {literal(block.bullet)})" + inside
        gap = (layout.leading - 0.72) * layout.size
        indent = f"(amount: {block.first}pt, all: true)"
        hanging = "14pt" if block.bullet else "0pt"
        justified = str(block.align == "justify").lower()
        text = f"#par(justify: {justified}, first-line-indent: {indent}, hanging-indent: {hanging})[{inside}]"
        if layout.tagged and block.level and block.keep_next:
            bookmarked = str(layout.bookmarks).lower()
            text = f"#heading(level: {block.level}, bookmarked: {bookmarked})[{inside}]"
        align = {"justify": "left"}.get(block.align, block.align)
        padding = f"pad(left: {max(block.left - (14 if block.bullet else 0), 0)}pt, right: {block.right}pt"
        made = (
            f"#block(width: 100%, above: {gap + block.before:.2f}pt, below: {gap + block.after:.2f}pt, "
            f"sticky: {str(block.keep_next).lower()}, {padding}, align({align})[{text}]))\n"
        )
        return f"#pagebreak(weak: true)\n{made}" if block.new_page else made

    def contents_line(self, block: Block) -> str:
        name = literal(self.anchors[block.target])
        number = f'#context printed(locate(label({name})), "body")'
        text = "".join(self.run(run) for run in block.runs)
        gap = _GAPS.get(self.layout.leader)
        leader = "#h(1fr)" if gap is None else f"#box(width: 1fr, repeat(gap: {gap})[.])"
        inside = f"{number} {text}" if self.layout.contents == "number first" else f"{text} {leader} {number}"
        return f"#block(width: 100%, above: 0.7em, below: 0.7em, pad(left: {block.left}pt)[{inside}])\n"

    def run(self, run: Run) -> str:
        if run.note is not None:
            return self.note(run.note)
        made = "#linebreak()".join(self.text(part, run.face) for part in run.text.split("\n"))
        if run.face.link:
            made = f"#link({literal(run.face.link)})[{made}]"
        return made

    def text(self, text: str, face: Face) -> str:
        """One stretch of a face; addresses are boxed, so that nothing divides them."""
        layout = self.layout
        options = {
            "size": f"{face.size}pt" if face.size != layout.size else "",
            "weight": '"bold"' if face.bold else "",
            "style": '"italic"' if face.italic else "",
            "fill": f"rgb({literal(face.colour)})" if face.colour != "#000000" else "",
            "font": literal(layout.other_font) if face.other_family else "",
            "tracking": f"{face.tracking}em" if face.tracking else "",
        }
        given = "".join(f"{name}: {value}, " for name, value in options.items() if value)
        parts = []
        for token in re.split(r"([^ ]*\w\.\w[^ ]*)", text):
            if not token:
                continue
            made = f"text({given}{literal(token)})"
            made = f"smallcaps({made})" if face.small_caps else made
            made = f"underline({made})" if face.underline else made
            parts.append(f"#box({made})" if re.search(r"\w\.\w", token) and "/" not in token else f"#{made}")
        return "".join(parts)

    def note(self, note: Note) -> str:
        return f"#footnote[#text({literal(note.text)})]"
