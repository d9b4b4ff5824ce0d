"""How text looks: font, size, colour and slant, put together once for all pieces that share them."""

from __future__ import annotations

from nrm.pdf.assembling import Style
from nrm.pdf.colours import colour_name
from nrm.pdf.pdfium.faces import Face, Faces
from nrm.pdf.pdfium.text_states import TextState, is_sideways, state_of
from nrm.pdf.rows import shown_size

_SLANT = 0.1


class Look:
    """The look of a piece. `size` and `advance` (of an em) in points, `shown` the size to a tenth of a point.

    `below` and `above` are where the box ends, measured downwards from the baseline. `style` is that of a run
    without underline, link and raise; `printed_spaces` counts pieces of a page that were seen to print their spaces.
    """

    __slots__ = ("above", "advance", "below", "colour", "face", "italic", "printed_spaces", "shown", "size", "style")

    def __init__(self, face: Face, state: TextState) -> None:
        self.face = face
        self.size = state.size * abs(state.d)
        self.advance = state.size * abs(state.a)
        self.italic = abs(state.c) > _SLANT * abs(state.d)  # the matrix leans letters over
        self.printed_spaces = 0
        self.shown = shown_size(self.size)
        rgb = (state.red, state.green, state.blue)
        self.colour = colour_name([part / 255 for part in rgb]) if any(rgb) else ""
        self.below = -face.descent * self.size
        self.above = self.below - self.size
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


class PageLooks(dict[tuple[int, bytes], Look | None]):
    """The looks of a page by font handle and packed state (see `text_states`); None for sideways text."""

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self._faces = faces
        self._of_handle: dict[int, Face] = {}

    def __missing__(self, key: tuple[int, bytes]) -> Look | None:
        handle, packed = key
        face = self._of_handle.get(handle)
        found = face.looks.get(packed) if face is not None else None
        if found is None:
            state = state_of(packed)
            if not is_sideways(state):
                if face is None:
                    face = self._of_handle[handle] = self._faces.of(handle)
                    found = face.looks.get(packed)
                if found is None:
                    found = face.looks[packed] = Look(face, state)
        if found is not None:
            found.printed_spaces = 0
        self[key] = found
        return found
