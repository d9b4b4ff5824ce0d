"""The style of a line: of all its words, and at its edges."""

from __future__ import annotations

from nrm.layout.body import Body
from nrm.layout.style import Style, main_style, same_look, style_of, texts_of, traits, wordy
from nrm.model import Line


def whole_style(line: Line, body: Body) -> Style | None:
    """The style in which all words of a line are set; None for a line of several styles.

    A glyph borrowed from another font does not break a style, so only other traits count.
    """
    wordy_runs = [(run, text) for run, text in texts_of(line) if wordy(text)]
    if not wordy_runs:
        return None
    main = main_style(wordy_runs)
    if main is None:
        return None
    wanted = traits(main, body.style)
    for run, text in wordy_runs:
        style = style_of(run)
        if style != main and not same_look(traits(style, body.style), wanted):
            if not (len(text.strip()) == 1 and style.font != main.font):
                return None
    return main


def edge_styles(line: Line) -> tuple[Style | None, Style | None]:
    runs = [run for run, text in texts_of(line) if wordy(text)]
    return (style_of(runs[0]), style_of(runs[-1])) if runs else (None, None)
