"""What a font's name and descriptor say of its style: the names that real typesetting programs write."""

from __future__ import annotations

import pytest

from nrm.pdf.fonts import font_style

NAMES = """
Times-Roman                          -
Times-Bold                           b
Times-Italic                         i
Times-BoldItalic                     bi
Helvetica                            -
Helvetica-Oblique                    i
Helvetica-BoldOblique                bi
Helvetica-Light                      -
Helvetica-Black                      b
Courier-BoldOblique                  bi
TimesNewRomanPSMT                    -
TimesNewRomanPS-BoldMT               b
TimesNewRomanPS-ItalicMT             i
ABCDEF+TimesNewRomanPS-BoldItalicMT  bi
TimesNewRoman                        -
TimesNewRoman,Bold                   b
TimesNewRoman,Italic                 i
TimesNewRoman,BoldItalic             bi
Arial,Bold                           b
ArialMT                              -
Arial-BoldMT                         b
Arial-Black                          b
Arial-ItalicMT                       i
BCDEEE+Calibri                       -
BCDFEE+Calibri-Bold                  b
BCDGEE+Cambria,Bold                  b
Carlito-BoldItalic                   bi
LiberationSans-Italic                i
LiberationSerif-Bold                 b
LiberationSerif                      -
DejaVuSerif-Bold                     b
DejaVuSans-Oblique                   i
CMR10                                -
CMR12                                -
CMBX12                               b
CMBX10                               b
CMTI10                               i
CMSL10                               i
CMBXTI10                             bi
CMCSC10                              s
CMSS10                               -
CMSSBX10                             b
CMSSI10                              i
CMTT10                               -
CMMI10                               -
CMSY10                               -
SFRM1000                             -
SFBX1000                             b
SFTI1000                             i
SFCC1000                             s
SFSS1000                             -
LMRoman10-Regular                    -
LMRoman10-Bold                       b
LMRoman10-Italic                     i
LMRoman10-BoldItalic                 bi
LMRomanCaps10-Regular                s
LMRomanDemi10-Regular                b
LMSans10-Oblique                     i
NimbusRomNo9L-Regu                   -
NimbusRomNo9L-Medi                   b
NimbusRomNo9L-ReguItal               i
NimbusRomNo9L-MediItal               bi
NimbusSanL-Bold                      b
URWPalladioL-Bold                    b
URWPalladioL-Ital                    i
URWPalladioL-Roma                    -
Garamond-Bold                        b
AGaramondPro-Semibold                b
AGaramondPro-Regular                 -
MinionPro-It                         i
MinionPro-Regular                    -
MyriadPro-Semibold                   b
LinLibertineO                        -
SourceSerif4-Black                   b
OpenSans-SemiBoldItalic              bi
Georgia-Bold                         b
CenturySchoolbook-BoldItalic         bi
BookAntiqua,Bold                     b
GillSans-Heavy                       b
FrutigerLTStd-Bd                     b
TimesNewRomanPS-SmallCaps            s
MinionPro-RegularSC                  s
"""

ROWS = [row.split() for row in NAMES.strip().splitlines()]


@pytest.mark.parametrize(("name", "style"), ROWS)
def test_a_font_name_tells_weight_slant_and_small_capitals(name: str, style: str) -> None:
    found = font_style(name)
    letters = "b" * found.bold + "i" * found.italic + "s" * found.small_caps
    assert letters == style.strip("-")


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("ABCDEF+Times-Bold", "Times-Bold"),
        ("Times-Bold", "Times-Bold"),
        ("ABCDE+Times", "ABCDE+Times"),
        ("abcdef+Times", "abcdef+Times"),
    ],
)
def test_only_a_subset_tag_is_taken_off(given: str, plain: str) -> None:
    assert font_style(given).name == plain


@pytest.mark.parametrize(
    ("flags", "weight", "angle", "style"),
    [
        (0, 0.0, 0.0, ""),
        (1 << 18, 0.0, 0.0, "b"),
        (1 << 6, 0.0, 0.0, "i"),
        (1 << 17, 0.0, 0.0, "s"),
        (0, 700.0, 0.0, "b"),
        (0, 600.0, 0.0, "b"),
        (0, 500.0, 0.0, ""),
        (0, 0.0, -12.0, "i"),
        (0, 0.0, 1.0, ""),
        (1 << 5, 400.0, 0.0, ""),
    ],
)
def test_a_descriptor_tells_what_the_name_does_not(flags: int, weight: float, angle: float, style: str) -> None:
    found = font_style("F1", flags, weight, angle)
    assert "b" * found.bold + "i" * found.italic + "s" * found.small_caps == style
