"""A layout: how one report looks, drawn at random.

Sizes are points; scales and spaces are multiples of the body's size. A layout is drawn before
the text, because a reader must be able to tell a plain heading by other means.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, replace
from typing import Any

from tests.fuzz.styles import CHAPTERS, SEPARATORS, Style, emphasised, entry_style

FONTS = {
    "reportlab": ["Times", "Times", "Helvetica", "Vera", "DejaVuSerif", "DejaVuSans", "STIX", "STIX"],
    "chromium": ["Liberation Serif", "Liberation Serif", "Liberation Sans", "Carlito", "Caladea",
                 "DejaVu Serif", "Linux Libertine O", "TeX Gyre Pagella", "Liberation Sans Narrow"],
    "libreoffice": ["Liberation Serif", "Liberation Serif", "Liberation Sans", "Carlito", "Caladea",
                    "DejaVu Serif", "Linux Libertine O", "TeX Gyre Schola", "DejaVu Sans"],
    "latex": ["Computer Modern", "Computer Modern", "Pagella", "Schola", "Charter", "Heros"],
    "typst": ["Libertinus Serif", "New Computer Modern", "Libertinus Serif"],
}  # fmt: skip
# characters that the fonts have: those of the standard fonts of PDF, or all but a few
CHARSETS = {"Times": "cp1252", "Helvetica": "cp1252", "Vera": "cp1252", "STIX": "no Vietnamese"}
LETTER, A4 = (612.0, 792.0), (595.28, 841.89)


@dataclass(frozen=True, slots=True)
class Folio:
    """Page numbers and running heads. Positions: left, center, right, outer, inner."""

    form: str
    at_top: bool
    position: str
    offset: float
    scale: float
    header: str
    header_position: str
    alternate: bool
    roman_front: bool
    restart: bool
    on_cover: bool
    rule: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes. `mark` and `label` are patterns; `numbering`: continuous, page or symbols."""

    density: float
    mark: str
    superscript: bool
    label: str
    label_superscript: bool
    scale: float
    numbering: str
    rule: bool
    hanging: bool


@dataclass(frozen=True, slots=True)
class Layout:
    family: str
    font: str
    other_font: str
    charset: str
    page: tuple[float, float]
    margins: tuple[float, float, float, float]
    size: float
    leading: float
    justify: bool
    hyphenate: bool
    soft_hyphen: bool
    ligatures: bool
    curly: bool
    first_indent: float
    paragraph_space: float
    cover: str
    blank_after_cover: bool
    contents: str
    leader: str
    contents_typo: bool
    chapters_on_new_page: bool
    chapter: Style
    section: Style
    category: Style
    country: Style
    online: Style
    physical: Style
    physical_other: Style
    decoys: Style
    broken_titles: bool
    strand_headings: bool
    folio: Folio
    notes: Notes
    nominated: str
    based: str
    categories: bool
    category_intros: bool
    results_heading: bool
    sections_named: bool
    domain_headings: float
    places: str
    country_intros: float
    quote_style: str
    tagged: bool
    bookmarks: bool
    word_spacing: str

    def as_dict(self) -> dict[str, Any]:
        """For the truth file."""
        return asdict(self)


def _folio(rng: random.Random) -> Folio:
    return Folio(
        form=rng.choice(["{n}", "{n}", "{n}", "{n}", "Page {n}", "Page {n} of {N}", "– {n} –",
                         "- {n} -", "[{n}]", "{n} | Notorious Markets", "p. {n}", "{n}/{N}"]),
        at_top=rng.random() < 0.25,
        position=rng.choice(["center", "center", "center", "right", "left", "outer", "inner"]),
        offset=rng.uniform(24, 44),
        scale=rng.choice([0.8, 0.9, 1.0, 1.0]),
        header=rng.choice(["", "", "", "title", "office", "short", "date", "FOREIGN TRADE REVIEW"]),
        header_position=rng.choice(["center", "left", "right", "outer", "inner"]),
        alternate=rng.random() < 0.2,
        roman_front=rng.random() < 0.3,
        restart=rng.random() < 0.5,
        on_cover=rng.random() < 0.15,
        rule=rng.random() < 0.2,
    )  # fmt: skip


def _notes(rng: random.Random, family: str) -> Notes:
    bracketed = rng.random() < 0.25
    numbering = rng.choice(["continuous"] * 6 + ["page", "symbols"])
    if family == "libreoffice" and numbering == "symbols":
        numbering = "continuous"
    return Notes(
        density=rng.choice([0.0, 0.05, 0.1, 0.1, 0.2]),
        mark="[{n}]" if bracketed else "{n}",
        superscript=not bracketed or rng.random() < 0.4,
        label=rng.choice(["[{n}] ", "[{n}] "] if bracketed else ["{n}. ", "{n} ", "{n} ", "{n}"]),
        label_superscript=rng.random() < 0.5,
        scale=rng.choice([0.75, 0.8, 0.83, 0.9]),
        numbering=numbering,
        rule=rng.random() < 0.7,
        hanging=rng.random() < 0.2,
    )


def draw_layout(rng: random.Random, family: str) -> Layout:
    """A layout for one family of typesetters."""
    font = rng.choice(FONTS[family])
    other = rng.choice([name for name in FONTS[family] if name != font])
    run_in_online = rng.random() < 0.36
    run_in_physical = run_in_online if rng.random() < 0.8 else not run_in_online
    online = entry_style(rng, run_in=run_in_online)
    same = run_in_physical == run_in_online and rng.random() < 0.6
    physical = online if same else entry_style(rng, run_in=run_in_physical)
    contents = rng.choice(["none"] * 4 + ["chapters", "chapters", "number first", "two levels"]
                          + ["full"] * 3)  # fmt: skip
    early = contents in ("none", "chapters", "number first") and rng.random() < 0.4
    nominated = rng.choice(["line", "line", "italic line", "sentence", "sentence", "reached", "bracket"])
    if rng.random() < 0.05 and not run_in_online and (contents == "full" or "line" in nominated):
        online = Style(before=1.1, after=0.1)
    if rng.random() < 0.04 and not run_in_physical:
        physical = Style(before=1.1, after=0.1)
    country = emphasised(rng, before=rng.choice([0.6, 1.0, 1.4]), after=rng.choice([0.0, 0.3]))
    country = replace(country, align="center" if rng.random() < 0.15 else "left")
    if rng.random() < 0.07:
        country = replace(country, run_in=True, scale=1.0, align="left", separator=rng.choice(SEPARATORS))
    chapter = Style(bold=True, before=1.4, after=0.5, **rng.choice(CHAPTERS))
    section = rng.choice([
        Style(bold=True, scale=1.1), Style(bold=True), Style(bold=True, align="center"),
        Style(underline=True), Style(italic=True, scale=1.2), Style(bold=True, italic=True, scale=1.1),
        Style(caps=True, bold=True), Style(small_caps=True, scale=1.15), replace(chapter, numbering=""),
        Style(bold=True, scale=1.1, numbering="{A}. "), Style(scale=1.25, colour="#1f4e79"),
    ])  # fmt: skip
    section = replace(section, before=1.1, after=0.4)
    category = section if rng.random() < 0.4 else emphasised(rng, before=1.0, after=0.3)
    if rng.random() < 0.25:
        category = replace(category, align="center")
    category = replace(category, run_in=False, numbering="")
    decoy_style = rng.choice([online, online, physical, replace(country, run_in=False, separator="")])
    if decoy_style.plain:
        decoy_style = Style(bold=True)
    folio = _folio(rng)
    justify = rng.random() < 0.55
    space = rng.choice([0.0, 0.35, 0.6, 1.0])
    bottom_to_top = (rng.uniform(60, 86), rng.uniform(60, 86))
    return Layout(
        family=family,
        font=font,
        other_font=other,
        charset=(
            "cp1252" if family == "latex"
            else min(CHARSETS.get(font, "wide"), CHARSETS.get(other, "wide"))
        ),
        page=LETTER if rng.random() < 0.8 else A4,
        margins=(rng.choice([64.0, 72.0, 72.0, 90.0]), bottom_to_top[0],
                 rng.choice([64.0, 72.0, 72.0, 90.0]), bottom_to_top[1]),
        size=rng.choice([10.0, 10.5, 11.0, 11.0, 12.0, 12.0, 12.5]),
        leading=rng.choice([1.12, 1.15, 1.2, 1.3, 1.45]),
        justify=justify,
        hyphenate=rng.random() < (0.5 if justify else 0.25),
        soft_hyphen=rng.random() < 0.2,
        ligatures=rng.random() < 0.5,
        curly=rng.random() < 0.8,
        first_indent=rng.choice([18.0, 24.0, 36.0]) if space == 0 else rng.choice([0.0, 0.0, 0.0, 36.0]),
        paragraph_space=space,
        cover=rng.choice(["page", "page", "page", "designed", "inline", "inline"]
                         if contents == "none" else ["page", "page", "designed"]),
        blank_after_cover=rng.random() < 0.1,
        contents=contents,
        leader=rng.choice(["dots", "dots", "spaced dots", "none", "tight dots", "wide dots"]),
        contents_typo=contents == "full" and rng.random() < 0.3,
        chapters_on_new_page=rng.random() < 0.3,
        chapter=chapter,
        section=section,
        category=category,
        country=country,
        online=online,
        physical=physical,
        physical_other=(
            entry_style(rng, run_in=run_in_physical) if rng.random() < 0.15 else physical
        ),
        decoys=decoy_style,
        broken_titles=rng.random() < 0.25,
        strand_headings=rng.random() < 0.12,
        folio=folio,
        notes=_notes(rng, family),
        nominated=nominated,
        based=rng.choice(["mixed"] * 4 + ["adjective"]),
        categories=early,
        category_intros=early and rng.random() < 0.3,
        results_heading=not (early and rng.random() < 0.6),
        sections_named=not (early and rng.random() < 0.6),
        domain_headings=rng.choice([0.0, 0.0, 0.0, 0.3, 1.0]),
        places=rng.choice(["Name, City", "Name, City", "Name, City, Province", "Name (City)", "Name",
                           "Name (City, Country)", "Name, City, Country", "COUNTRY – Name (City)",
                           "Country: Name, City", "Name, City (Country)", "Name – City, Country"]),
        country_intros=rng.choice([0.0, 0.2, 0.5]),
        quote_style=rng.choice(["indent", "italic indent"]),
        tagged=rng.random() < 0.5,
        bookmarks=rng.random() < 0.3,
        word_spacing=rng.choice(["words", "words with spaces", "lines", "lines", "characters"]),
    )  # fmt: skip
