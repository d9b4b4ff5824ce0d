"""A sheet as a flat OpenDocument text, for a word processor to set."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from tests.fuzz.furniture import header_text, position_on
from tests.fuzz.odfstyles import named_styles, page_layout
from tests.fuzz.sheet import Block, Face, Note, Run, Sheet
from tests.fuzz.wording import breaks

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_FIELDS = {"{n}": "<text:page-number/>", "{N}": "<text:page-count/>"}


def document(sheet: Sheet) -> str:
    """The XML of an .fodt file."""
    return _Writer(sheet).document()


class _Writer:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.layout = sheet.layout
        self.styles: dict[str, str] = {}

    def document(self) -> str:
        body = self.body()
        spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
        title = f"<office:meta><dc:title>{escape(self.sheet.title)}</dc:title></office:meta>"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.text">{title if self.layout.tagged else ""}'
            f"{named_styles(self.layout)}{self.automatic_styles()}{self.masters()}"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>\n"
        )

    # styles

    def automatic_styles(self) -> str:
        made = "".join(f'<style:style style:name="{name}" {text}</style:style>' for text, name in self.styles.items())
        pages = page_layout(self.layout, "Plain") + page_layout(self.layout, "Roman")
        return f"<office:automatic-styles>{pages}{made}</office:automatic-styles>"

    def masters(self) -> str:
        def master(name: str, page_layout: str, following: str, *, number: bool, header: bool) -> str:
            inside = self.furniture(number=number, header=header)
            return (f'<style:master-page style:name="{name}" style:page-layout-name="{page_layout}" '
                    f'style:next-style-name="{following}">{inside}</style:master-page>')  # fmt: skip

        on_cover = self.layout.folio.on_cover
        return (
            "<office:master-styles>"
            + master("Cover", "Roman", "Front", number=on_cover, header=False)
            + master("Blank", "Roman", "Front", number=False, header=False)
            + master("Front", "Roman", "Front", number=True, header=False)
            + master("Standard", "Plain", "Standard", number=True, header=True)
            + "</office:master-styles>"
        )

    def furniture(self, *, number: bool, header: bool) -> str:
        """Heads and feet, apart for odd and even pages."""
        folio = self.layout.folio
        found = {}
        for page, side in ((1, ""), (2, "-left")):
            text = escape(folio.form)
            for slot, tag in _FIELDS.items():
                text = text.replace(slot, tag)
            head = escape(header_text(self.sheet, page))
            found["header" if folio.at_top else "footer", side] = (
                text if number else "",
                position_on(folio.position, page),
            )
            found["footer" if folio.at_top else "header", side] = (
                head if header else "", position_on(folio.header_position, page))  # fmt: skip
        parts = []
        for edge in ("header", "footer"):
            for side in ("", "-left"):
                text, position = found[edge, side]
                style = self.style(
                    'style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties '
                    f'fo:text-align="{_align(position)}"/><style:text-properties '
                    f'fo:font-size="{round(self.layout.size * folio.scale, 2)}pt"/>'
                )
                parts.append(
                    f'<style:{edge}{side}><text:p text:style-name="{style}">{text}</text:p></style:{edge}{side}>'
                )
        return "".join(parts)

    def style(self, text: str) -> str:
        return self.styles.setdefault(text, f"S{len(self.styles) + 1}")

    # text

    def body(self) -> str:
        sheet = self.sheet
        inline = self.layout.cover == "inline"
        self.furniture(number=True, header=True)
        parts = []
        first = "Standard" if inline else "Cover"
        for position, block in enumerate(sheet.cover):
            above = 220 if position == 0 and not inline else 0
            parts.append(self.block(block, master=first if position == 0 else "", above=above))
        if self.layout.blank_after_cover and not inline:
            parts.append(self.block(Block("blank", ()), master="Blank"))
        for position, block in enumerate(sheet.front):
            parts.append(self.block(block, master="Front" if position == 0 else ""))
        for position, block in enumerate(sheet.body):
            master = "Standard" if position == 0 and not inline else ""
            restart = 1 if master and self.layout.folio.restart else 0
            parts.append(self.block(block, master=master, restart=restart))
        return "".join(parts)

    def block(self, block: Block, *, master: str = "", restart: int = 0, above: float = 0) -> str:
        layout = self.layout
        properties = {
            "fo:text-align": _align(block.align),
            "fo:margin-top": f"{round(block.before + above, 2)}pt",
            "fo:margin-bottom": f"{round(block.after, 2)}pt",
            "fo:margin-left": f"{block.left}pt",
            "fo:margin-right": f"{block.right}pt",
            "fo:text-indent": f"{-14 if block.bullet else block.first}pt",
            "fo:line-height": f"{round(layout.leading / 1.15 * 100)}%",
            "fo:keep-with-next": "always" if block.keep_next else "",
            "fo:break-before": "page" if block.new_page else "",
            "style:page-number": str(restart) if restart else "",
        }
        named = " ".join(f'{name}="{value}"' for name, value in properties.items() if value)
        stops = ""
        if block.target:
            right = layout.page[0] - layout.margins[0] - layout.margins[2] - block.left
            leader = "" if layout.leader == "none" else 'style:leader-style="dotted" style:leader-text="."'
            stops = (f'<style:tab-stops><style:tab-stop style:position="{right}pt" style:type="right" '
                     f"{leader}/></style:tab-stops>")  # fmt: skip
        page = f' style:master-page-name="{master}"' if master else ""
        style = self.style(f'style:family="paragraph" style:parent-style-name="Standard"{page}>'
                           f"<style:paragraph-properties {named}>{stops}</style:paragraph-properties>")  # fmt: skip
        inside = "".join(self.run(run) for run in block.runs)
        if block.anchor:
            inside = f"<text:bookmark text:name={quoteattr(block.anchor)}/>" + inside
        if block.target:
            inside = self.contents_line(block, inside)
        if block.bullet:
            return (f'<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="{style}">'
                    f"{inside}</text:p></text:list-item></text:list>")  # fmt: skip
        if layout.tagged and block.level and block.keep_next:
            return f'<text:h text:style-name="{style}" text:outline-level="{block.level}">{inside}</text:h>'
        return f'<text:p text:style-name="{style}">{inside}</text:p>'

    def contents_line(self, block: Block, inside: str) -> str:
        number = (f'<text:bookmark-ref text:reference-format="page" text:ref-name={quoteattr(block.target)}>'
                  "1</text:bookmark-ref>")  # fmt: skip
        if self.layout.contents == "number first":
            return f'{number}<text:s text:c="3"/>{inside}'
        typed = {"wide dots": " .", "tight dots": "."}.get(self.layout.leader)
        if typed is None:
            return f"{inside}<text:tab/>{number}"
        room = int((70 if len(typed) == 2 else 90) - len(block.text) * 1.25 - block.left / 6)
        return f"{inside}{typed * max(room // len(typed), 3)} {number}"

    def run(self, run: Run) -> str:
        if run.note is not None:
            return self.note(run.note)
        text = "<text:line-break/>".join(self.text(part) for part in run.text.split("\n"))
        style = self.face(run.face)
        spanned = f'<text:span text:style-name="{style}">{text}</text:span>' if style else text
        if run.face.link:
            return f'<text:a xlink:type="simple" xlink:href="{run.face.link}">{spanned}</text:a>'
        return spanned

    def text(self, text: str) -> str:
        def word(match: re.Match[str]) -> str:
            letters = match[0]
            places = [0, *breaks()[letters], len(letters)]
            return "\u00ad".join(letters[a:b] for a, b in pairwise(places))

        if self.layout.hyphenate:
            text = re.sub(
                r"(?<![\w.@/-])[a-z]+(?![\w@/-]|\.\w)",
                lambda m: word(m) if m[0] in breaks() else m[0],
                text,
            )
        text = escape(text)
        if text.startswith(" "):
            text = "<text:s/>" + text[1:]
        return text[:-1] + "<text:s/>" if text.endswith(" ") else text

    def face(self, face: Face) -> str:
        layout = self.layout
        properties = {
            "fo:font-size": f"{face.size}pt" if face.size != layout.size else "",
            "fo:font-weight": "bold" if face.bold else "",
            "fo:font-style": "italic" if face.italic else "",
            "style:text-underline-style": "solid" if face.underline else ("none" if face.link else ""),
            "style:text-underline-width": "auto" if face.underline else "",
            "fo:font-variant": "small-caps" if face.small_caps else "",
            "fo:color": face.colour if face.colour != "#000000" or face.link else "",
            "style:font-name": layout.other_font if face.other_family else "",
            "fo:font-family": layout.other_font if face.other_family else "",
            "fo:letter-spacing": f"{round(face.tracking * face.size, 2)}pt" if face.tracking else "",
        }
        named = " ".join(f'{name}="{value}"' for name, value in properties.items() if value)
        return self.style(f'style:family="text"><style:text-properties {named}/>') if named else ""

    def note(self, note: Note) -> str:
        rules = self.layout.notes
        label = ""
        if "[" in rules.mark:
            label = f' text:label="[{note.mark}]"'
        gap = "<text:s/>" if rules.label.endswith(" ") else ""
        return (
            f'<text:note text:id="note{note.number}" text:note-class="footnote"><text:note-citation{label}>'
            f'{note.mark}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{gap}'
            f"{escape(note.text)}</text:p></text:note-body></text:note>"
        )


def _align(position: str) -> str:
    return {"left": "start", "right": "end", "justify": "justify", "center": "center"}[position]
