"""Text with marked matches on a screen: bold on a terminal, between asterisks elsewhere."""

from __future__ import annotations

import re
import textwrap

from nrm.cli.screen import styled, width
from nrm.cli.text_table import harmless
from nrm.fulltext.search import MARK

_MATCH = re.compile(re.escape(MARK) + r"(.*?)" + re.escape(MARK), re.DOTALL)
# Two noncharacters of Unicode; each takes the room of one letter while the text is folded.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_OPENED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def print_marked(text: str, indent: str) -> None:
    """Print a text folded to the terminal, each line behind `indent`, its matches in bold or between asterisks."""
    columns, text = width(), harmless(text)
    in_bold = styled("x", "bold") != "x"
    if in_bold:
        text = _MATCH.sub(rf"{_OPEN}\1{_CLOSE}", text)
    if columns is None:
        folded = indent + text
    else:
        folded = textwrap.fill(text, columns, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    print(_OPENED.sub(lambda match: styled(match.group(1), "bold"), folded) if in_bold else folded)
