"""Text with its mentions in colour, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any, Final

from nrm.model import Passage, Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COLOURS: Final = {
    "MARKET": "#ffd27f",
    "COUNTRY": "#a8d5ba",
    "DOMAIN": "#a7c7f2",
    "CITY": "#d8c5ec",
    "ORG": "#f3b8b8",
}
_ENTITY: Final = (
    '<mark style="background: {bg}; padding: 0.1em 0.3em; border-radius: 0.3em;" title="{norm}">{text}'
    '<span style="font-size: 0.7em; margin-left: 0.4em; opacity: 0.75;">{label}</span></mark>'
)
_SAMPLE: Final = "SAMPLE DATA: a facsimile made for trying nrm out, never to be cited."


class Html(str):
    """A piece of HTML that shows itself in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def displacy(source: Report | Passage | Iterable[Passage] | str, language: Language | None = None) -> Html:
    """A text, a passage, several, or a whole report as HTML in which every mention has its label's colour.

    What a mention means (market_id, ISO code, domain …) shows when the pointer rests on it. Without `language`
    the pipeline with the reviewed names is used. A facsimile says that it is one.
    """
    if language is None:
        from nrm.tagging.pipeline import nlp

        language = nlp()
    note = f"<p><strong>{_SAMPLE}</strong></p>\n" if isinstance(source, Report) and source.edition.sample else ""
    passages = list(_texts(source))
    documents = language.pipe(text for text, _ in passages)
    body = "\n".join(_rendered(doc, heading=heading) for doc, (_, heading) in zip(documents, passages, strict=True))
    return Html(f'<div class="nrm-mentions" style="line-height: 1.8;">\n{note}{body}\n</div>')


def _texts(source: Report | Passage | Iterable[Passage] | str) -> Iterator[tuple[str, bool]]:
    """Each text and whether it is a heading."""
    if isinstance(source, str):
        yield source, False
        return
    passages = source.passages if isinstance(source, Report) else source
    for passage in (passages,) if isinstance(passages, Passage) else passages:
        yield passage.text, passage.type == "heading"


def _rendered(doc: Doc, *, heading: bool) -> str:
    from spacy.displacy.render import EntityRenderer

    renderer = EntityRenderer({"colors": COLOURS, "template": _ENTITY})
    spans: list[dict[str, Any]] = [
        {
            "start": entity.start_char,
            "end": entity.end_char,
            "label": entity.label_,
            "params": {"norm": escape(entity.kb_id_, quote=True)},
        }
        for entity in doc.ents
    ]
    html = renderer.render_ents(doc.text, spans, None)
    return f"<h4>{html}</h4>" if heading else html
