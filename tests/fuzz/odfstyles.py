"""The named styles and page layouts of a flat OpenDocument text."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from tests.fuzz.layouts import Layout


def named_styles(layout: Layout) -> str:
    """The default style, and those of footnotes, their marks and lists."""
    rules = layout.notes
    kept = 'fo:orphans="2" fo:widows="2"' if layout.paragraph_space else 'fo:orphans="0" fo:widows="0"'
    note_size = round(layout.size * rules.scale, 2)
    hanging = 'fo:margin-left="14pt" fo:text-indent="-14pt"' if rules.hanging else ""
    raised = 'style:text-position="super 58%"'
    start = "page" if rules.numbering == "page" else "document"
    suffix = re.sub(r"^.*\{n\}", "", rules.label) if "[" not in rules.label else ""
    return f"""<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties {kept}/>
<style:text-properties style:font-name={quoteattr(layout.font)} fo:font-family={quoteattr(layout.font)}
 fo:font-size="{layout.size}pt" fo:language="en" fo:country="US" fo:hyphenate="false"
 style:letter-kerning="{str(layout.ligatures).lower()}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties {hanging}/><style:text-properties fo:font-size="{note_size}pt"/></style:style>
<style:style style:name="Anchor" style:family="text"><style:text-properties
 {raised if rules.superscript else ""} fo:font-weight="normal" fo:font-style="normal"/></style:style>
<style:style style:name="Symbol" style:family="text"><style:text-properties
 {raised if rules.label_superscript else ""}/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-14pt"
 fo:margin-left="30pt"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:notes-configuration text:note-class="footnote" style:num-format="1"
 style:num-suffix={quoteattr(suffix)} text:citation-style-name="Symbol"
 text:citation-body-style-name="Anchor" text:default-style-name="Footnote"
 text:start-value="0" text:footnotes-position="page" text:start-numbering-at="{start}"/>
</office:styles>"""


def page_layout(layout: Layout, name: str) -> str:
    """Size, margins, rules and kind of number of pages."""

    folio = layout.folio
    left, bottom, right, top = layout.margins
    rule = 'fo:border-{edge}="0.5pt solid #444444"' if folio.rule else ""
    room = folio.scale * layout.size * 1.3
    number = "i" if name == "Roman" and folio.roman_front else "1"
    width = 0.0176 if layout.notes.rule else 0
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties '
        f'fo:page-width="{layout.page[0]}pt" fo:page-height="{layout.page[1]}pt" style:num-format="{number}" '
        f'fo:margin-left="{left}pt" fo:margin-right="{right}pt" fo:margin-top="{folio.offset}pt" '
        f'fo:margin-bottom="{folio.offset}pt"><style:footnote-sep style:width="{width}cm" '
        'style:distance-before-sep="0.12cm" style:distance-after-sep="0.1cm" style:line-style="solid" '
        'style:adjustment="left" style:rel-width="30%" style:color="#000000"/></style:page-layout-properties>'
        "<style:header-style><style:header-footer-properties "
        f'fo:min-height="{top - folio.offset}pt" fo:margin-bottom="{max(top - folio.offset - room, 6)}pt" '
        f"{rule.format(edge='bottom')}/></style:header-style>"
        "<style:footer-style><style:header-footer-properties "
        f'fo:min-height="{bottom - folio.offset}pt" fo:margin-top="{max(bottom - folio.offset - room, 6)}pt" '
        f"{rule.format(edge='top')}/></style:footer-style></style:page-layout>"
    )
