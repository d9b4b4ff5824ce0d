"""A sheet as LaTeX source, set with plain paragraph parameters rather than sectioning commands."""

from __future__ import annotations

import re

from tests.fuzz.furniture import header_text
from tests.fuzz.sheet import Block, Face, Run, Sheet

_PACKAGES = {
    "Computer Modern": "lmodern", "Pagella": "tgpagella", "Schola": "tgschola",
    "Charter": "charter", "Times": "mathptmx", "Heros": "tgheros",
}  # fmt: skip
_FAMILIES = {
    "Computer Modern": "lmr", "Pagella": "qpl", "Schola": "qcs", "Charter": "bch",
    "Times": "ptm", "Heros": "qhv",
}  # fmt: skip
_ESCAPES = {c: f"\\{c}" for c in "#$%&_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "•": r"\textbullet{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}",
}  # fmt: skip
_LEADERS = {
    "dots": r"\leaders\hbox to 0.35em{\hss.\hss}\hfill", "spaced dots": r"\dotfill",
    "tight dots": r"\leaders\hbox{.}\hfill", "wide dots": r"\leaders\hbox to 1em{\hss.\hss}\hfill",
    "none": r"\hfill",
}  # fmt: skip


def document(sheet: Sheet) -> str:
    """The source of the report."""
    return _Writer(sheet).document()


def escaped(text: str) -> str:
    """Text as TeX prints it: `escaped("5 %")` is "5 \\\\%"."""
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


class _Writer:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.layout = sheet.layout
        anchored = [block.anchor for block in sheet.body if block.anchor]
        self.labels = {anchor: f"a{number}" for number, anchor in enumerate(anchored)}

    def document(self) -> str:
        layout, sheet = self.layout, self.sheet
        inline = layout.cover == "inline"
        front = "roman" if layout.folio.roman_front else "arabic"
        parts = [self.preamble(), "\\begin{document}\n\\sloppy\n"]
        if not inline:
            style = "front" if layout.folio.on_cover else "empty"
            parts.append(f"\\pagenumbering{{{front}}}\\pagestyle{{{style}}}\\null\\vskip 0.2\\textheight\n")
            parts += map(self.block, sheet.cover)
            parts.append("\\clearpage\n")
            if layout.blank_after_cover:
                parts.append("\\pagestyle{empty}\\null\\clearpage\n")
        if sheet.front:
            parts.append("\\pagestyle{front}\n")
            parts += map(self.block, sheet.front)
            parts.append("\\clearpage\n")
        keep = "" if layout.folio.restart or inline else "\\setcounter{page}{\\reached}"
        parts.append(f"\\edef\\reached{{\\the\\value{{page}}}}\\pagenumbering{{arabic}}{keep}\\pagestyle{{body}}\n")
        if inline:
            parts += map(self.block, sheet.cover)
        parts += map(self.block, sheet.body)
        parts.append("\\label{the-end}\\end{document}\n")
        return "".join(parts)

    def preamble(self) -> str:
        layout, rules = self.layout, self.layout.notes
        left, bottom, right, top = layout.margins
        foot = layout.size * rules.scale
        mark = {"symbols": r"\ifnum\value{footnote}<9 \fnsymbol{footnote}\else *\fi"}.get(
            rules.numbering, r"\arabic{footnote}"
        )
        shown = mark if rules.numbering == "symbols" else rules.mark.replace("{n}", mark)
        label = rules.label.replace("{n}", mark).rstrip()
        label = rf"\textsuperscript{{{label}}}" if rules.label_superscript else label
        gap = "\\ " if rules.label.endswith(" ") else ""
        raised = r"\textsuperscript{\normalfont\thefootnote}" if rules.superscript else r"{\normalfont\thefootnote}"
        lines = [
            r"\documentclass[twoside]{article}\usepackage[T1]{fontenc}\usepackage{textcomp}",
            rf"\usepackage[paperwidth={layout.page[0]}bp,paperheight={layout.page[1]}bp,left={left}bp,",
            rf"right={right}bp,top={top}bp,bottom={bottom}bp,headsep=14bp,footskip=32bp,headheight=16bp,asymmetric]{{geometry}}",
            rf"\usepackage{{{_PACKAGES[layout.font]}}}\renewcommand{{\familydefault}}{{{_FAMILIES[layout.font]}}}",
            r"\usepackage[normalem]{ulem}\usepackage{xcolor}\usepackage{fancyhdr}",
            rf"\usepackage[protrusion={str(layout.ligatures).lower()},expansion=false]{{microtype}}",
            rf"\usepackage[hidelinks,pdftitle={{{escaped(self.sheet.title) if layout.tagged else ''}}}]{{hyperref}}",
            r"\input{glyphtounicode}\pdfgentounicode=1" if not layout.soft_hyphen else "",
            r"\usepackage{perpage}\MakePerPage{footnote}" if rules.numbering != "continuous" else "",
            "" if layout.ligatures else r"\DisableLigatures[f]{encoding=*}",
            rf"\renewcommand{{\thefootnote}}{{{shown}}}",
            rf"\renewcommand{{\footnotesize}}{{\fontsize{{{foot:.2f}}}{{{foot * 1.18:.2f}}}\selectfont}}",
            r"\makeatletter",
            rf"\renewcommand{{\@makefnmark}}{{\hbox{{{raised}}}}}",
            rf"\renewcommand{{\@makefntext}}[1]{{\noindent {label}{gap}#1}}\makeatother",
            "" if rules.rule else r"\renewcommand{\footnoterule}{\vskip 3pt}",
            r"\clubpenalty=10000 \setlength{\parskip}{0pt}\setlength{\topskip}{0pt plus 0pt}\raggedbottom",
            "" if layout.hyphenate else r"\hyphenpenalty=10000",
            self.furniture(),
        ]  # fmt: skip
        return "\n".join(line for line in lines if line) + "\n"

    def furniture(self) -> str:
        """Page styles of the front and of the body, odd and even pages apart."""
        folio = self.layout.folio
        size = self.layout.size * folio.scale
        number = escaped(folio.form).replace(r"\{n\}", r"\thepage").replace(r"\{N\}", r"\pageref*{the-end}")
        font = rf"\fontsize{{{size:.2f}}}{{{size * 1.2:.2f}}}\selectfont "
        slots = {
            "left": ("LO", "LE"), "right": ("RO", "RE"), "center": ("CO", "CE"),
            "outer": ("RO", "LE"), "inner": ("LO", "RE"),
        }  # fmt: skip
        edges = ("head", "foot") if folio.at_top else ("foot", "head")
        made = []
        for name in ("front", "body"):
            texts = [rf"\fancyhf{{}}\renewcommand{{\headrulewidth}}{{{0.4 if folio.rule else 0}pt}}"]
            texts += [rf"\fancy{edges[0]}[{slot}]{{{font}{number}}}" for slot in slots[folio.position]]
            for page, slot in enumerate(slots[folio.header_position], 1):
                head = escaped(header_text(self.sheet, page))
                if head and name == "body":
                    texts.append(rf"\fancy{edges[1]}[{slot}]{{{font}{head}}}")
            made.append(rf"\fancypagestyle{{{name}}}{{{''.join(texts)}}}")
        return "\n".join(made)

    def block(self, block: Block) -> str:
        layout = self.layout
        if block.target:
            return self.contents_line(block)
        size = max((run.face.size for run in block.runs if not run.note), default=layout.size)
        inside = "".join(self.run(run) for run in block.runs)
        fill = {"center": ("plus 1fil", "plus 1fil"), "justify": ("", "")}.get(block.align, ("", "plus 1fil"))
        last = r"\parfillskip=0pt" if block.align == "center" else ""
        anchor = ""
        if block.anchor:
            anchor = rf"\label{{{self.labels[block.anchor]}}}"
            if layout.bookmarks and 0 < block.level < 3:
                text = escaped(block.text.replace("\n", " "))
                anchor += rf"\pdfbookmark[{block.level - 1}]{{{text}}}{{b{self.labels[block.anchor]}}}"
        bullet = r"\llap{\hbox to 14pt{\textbullet\hss}}" if block.bullet else ""
        keep = r"\nobreak" if block.keep_next else ""
        new = "\\clearpage\n" if block.new_page else ""
        return (
            rf"{new}\vskip {block.before:.2f}pt{{\fontsize{{{size}}}{{{size * layout.leading:.2f}}}\selectfont"
            rf"\leftskip={block.left}pt {fill[0]}\rightskip={block.right}pt {fill[1]}{last}"
            rf"\parindent={block.first}pt\leavevmode {anchor}{bullet}{inside}\par}}{keep}"
            rf"\vskip {block.after:.2f}pt" + "\n"
        )

    def contents_line(self, block: Block) -> str:
        number = rf"\pageref*{{{self.labels[block.target]}}}"
        text = "".join(self.run(run) for run in block.runs)
        fill = "0pt"
        if self.layout.contents == "number first":
            fill = "0pt plus 1fil"
            inside = f"{number}\\quad {text}"
        else:
            inside = rf"{text}\nobreak\ {_LEADERS[self.layout.leader]}\hbox{{\ {number}}}"
        size = self.layout.size
        return (
            rf"{{\fontsize{{{size}}}{{{size * self.layout.leading:.2f}}}\selectfont\parindent=0pt"
            rf"\leftskip={block.left}pt\rightskip=0pt plus 0pt\parfillskip={fill}\leavevmode {inside}\par}}" + "\n"
        )

    def run(self, run: Run) -> str:
        if run.note is not None:
            return rf"\footnote{{{self.text(run.note.text)}}}"
        made = self.faced(r"\hfil\break ".join(map(self.text, run.text.split("\n"))), run.face)
        return rf"\href{{{run.face.link}}}{{{made}}}" if run.face.link else made

    def text(self, text: str) -> str:
        """Escaped; addresses stay whole, long ones may be broken after a stroke."""

        def whole(match: re.Match[str]) -> str:
            if "/" in match[0]:
                return escaped(match[0]).replace("/", r"/\allowbreak{}")
            return rf"\mbox{{{escaped(match[0])}}}"

        pieces = re.split(r"([^ ]*\w\.\w[^ ]*)", text)
        made = "".join(
            whole(found) if (found := re.fullmatch(r"[^ ]*\w\.\w[^ ]*", piece)) else escaped(piece) for piece in pieces
        )
        return re.sub(r"^ | $", r"\\ ", made)

    def faced(self, text: str, face: Face) -> str:
        layout = self.layout
        switches = "".join([
            r"\bfseries" if face.bold else "",
            r"\itshape" if face.italic else "",
            r"\scshape" if face.small_caps else "",
            rf"\color[HTML]{{{face.colour[1:].upper()}}}" if face.colour != "#000000" else "",
            rf"\fontfamily{{{_FAMILIES[layout.other_font]}}}\selectfont" if face.other_family else "",
            rf"\fontsize{{{face.size}}}{{{face.size * layout.leading:.2f}}}\selectfont"
            if face.size != layout.size else "",
        ])  # fmt: skip
        if face.underline:
            text = rf"\uline{{{text}}}"
        if face.tracking:
            text = rf"\textls[{round(face.tracking * 1000)}]{{{text}}}"
        return rf"{{{switches}{{}}{text}}}" if switches else text
