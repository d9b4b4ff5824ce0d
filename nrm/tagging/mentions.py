"""Passages in, mentions out: the rules alone, or a spaCy pipeline with a trained model, run over a report's text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, cast

from nrm.ids import mention_id
from nrm.model import Label, Mention, Passage
from nrm.regions import region_at
from nrm.tagging.mention_rules import MentionRules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SPANS_KEY: Final = "nrm"
_OWN_KEY: Final = "nrm_own"
_BATCH: Final = 128


def tag_passages(
    language: Language, passages: Iterable[Passage], own: Mapping[str, Collection[str]] | None = None
) -> Iterator[Mention]:
    """The mentions that a pipeline finds in passages, in their order and left to right.

    `own` gives for an entry_id the market_ids that are listed under its heading: in its passages a name that is
    also an everyday word is believed more readily.

    Offsets are into the passage's text. Mentions do not overlap, but that a market named by its
    domain ("uploaded.net") is there twice: as the DOMAIN, and as a MARKET of subtype "domain".
    The page of a mention in a passage that runs over several is estimated from how much of the
    passage's height stands on each.
    """
    known = own or {}

    def made(passage: Passage) -> tuple[Doc, Passage]:
        document = language.make_doc(passage.text)
        if markets := known.get(passage.entry_id):
            document.user_data[_OWN_KEY] = sorted(markets)
        return document, passage

    documents = language.pipe((made(p) for p in passages), as_tuples=True, batch_size=_BATCH)
    for document, passage in documents:
        for span in document.spans.get(_SPANS_KEY, ()):
            label = cast(Label, span.label_)
            yield _mention(passage, span.start_char, span.end_char, label, span.kb_id_, span.id_)


def mentions_by_rules(
    rules: MentionRules, passages: Iterable[Passage], own: Mapping[str, Collection[str]] | None = None
) -> Iterator[Mention]:
    """The same mentions as `tag_passages` gives for a pipeline of these rules, without spaCy."""
    known = own or {}
    for passage in passages:
        for span in rules.spans(passage.text, sorted(known.get(passage.entry_id, ()))):
            yield _mention(passage, span.start, span.end, span.label, span.norm, span.subtype)


def _mention(passage: Passage, start: int, end: int, label: Label, norm: str, subtype: str) -> Mention:
    return Mention(
        mention_id=mention_id(passage.passage_id, start, end, label),
        passage_id=passage.passage_id,
        entry_id=passage.entry_id,
        list_year=passage.list_year,
        chapter=passage.chapter,
        label=label,
        subtype=subtype,
        text=passage.text[start:end],
        norm=norm,
        start=start,
        end=end,
        page=page_of(passage, start),
    )


def page_of(passage: Passage, offset: int) -> int:
    """The PDF page on which a character of a passage stands.

    Exact for a passage on one page; else right to about a line (see `region_at`).
    """
    regions = passage.provenance.regions
    heights = [max(region.box.bottom - region.box.top, 0.0) for region in regions]
    return regions[region_at(heights, len(passage.text), offset)].page
