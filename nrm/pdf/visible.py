"""The characters of a pdfplumber page that are drawn to be seen.

Scanned pages carry the text that a program recognised in the picture as invisible text (rendering modes 3 and 7,
ISO 32000-1, table 106). It is the page's text where there is no other, and a second copy of it where there is.
"""

from __future__ import annotations

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

_INVISIBLE = (3, 7)
_HIDDEN = "hidden"


class _Device(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's own device; what is drawn invisibly gets the tag `hidden`."""

    hidden = False

    def render_string(self, textstate: Any, *args: Any, **options: Any) -> None:
        self.hidden = textstate.render in _INVISIBLE
        super().render_string(textstate, *args, **options)

    def tag_cur_item(self) -> None:
        super().tag_cur_item()
        if self.hidden and self.cur_item._objs:
            last: Any = self.cur_item._objs[-1]
            last.tag = _HIDDEN


def visible_chars(page: Any) -> list[dict[str, Any]]:
    """The page's characters without invisible ones; all of them where none can be seen.

    Raises what pdfminer raises for a page that it cannot read.
    """
    if not hasattr(page, "_layout"):
        device = _Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
        PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
        page._layout = device.get_result()
    chars: list[dict[str, Any]] = page.chars
    seen = [c for c in chars if c["tag"] != _HIDDEN]
    return seen or chars
