"""How text looks: font, size, colour and slant, put together once for all pieces that share them."""

from __future__ import annotations

from nrm.pdf.assembling import Style
from nrm.pdf.colours import colour_name
from nrm.pdf.pdfium.faces import Face
from nrm.pdf.rows import shown_size

_SLANT = 0.1


class Look:
    """The look of a piece. `size` and `advance` (of an em) in points, `shown` the size to a tenth of a point.

    `below` and `above` are where the box ends, measured downwards from the baseline. `style` is that of a run
    without underline, link and raise; `printed_spaces` counts pieces that were seen to print their spaces.
    """

    __slots__ = ("above", "advance", "below", "colour", "face", "italic", "printed_spaces", "shown", "size", "style")

    def __init__(self, face: Face, size: float, advance: float, italic: bool, rgb: tuple[int, int, int]) -> None:
        self.face = face
        self.size = size
        self.advance = advance
        self.italic = italic
        self.printed_spaces = 0
        self.shown = shown_size(size)
        self.colour = colour_name([part / 255 for part in rgb]) if any(rgb) else ""
        self.below = -face.descent * size
        self.above = self.below - size
        self.style = self.styled()

    def styled(
        self, *, bold: bool = False, underlined: bool = False, raised: bool = False, link: str = ""
    ) -> Style:
        """The style of a run that looks like this and is treated so besides."""
        style = self.face.style
        return (
            style.name,
            self.shown,
            bold or style.bold,
            self.italic or style.italic,
            underlined,
            raised,
            style.small_caps,
            self.colour,
            link,
        )


def is_slanted(across: float, up: float) -> bool:
    """Whether a text matrix with these entries (c and d) leans letters over."""
    return abs(across) > _SLANT * abs(up)
