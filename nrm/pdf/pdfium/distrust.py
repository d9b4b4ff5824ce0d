"""Signs that pdfium's text of a page does not tell all: the page is left to the other reader."""

from __future__ import annotations


class Distrust(Exception):
    """Why a page, or with `whole` the document, is better read character by character."""

    def __init__(self, reason: str, *, whole: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.whole = whole
