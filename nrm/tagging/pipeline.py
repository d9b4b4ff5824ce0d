"""The spaCy pipeline: blank English, nothing downloaded, everything from the tables and the names.

`nlp()` gives a `Language` whose documents have `ents` with the labels MARKET, COUNTRY, DOMAIN, CITY
and ORG. `ent.kb_id_` is the market_id, ISO code, registered domain, city or organisation meant,
`ent.ent_id_` the subtype ("adjective" for a country's). `doc.spans["nrm"]` holds the same and, on
top of domains, the markets of which they are names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from nrm.errors import BadTable
from nrm.tagging.market_names import MarketName
from nrm.tagging.mention_rules import MentionRules
from nrm.tagging.reviewed import reviewed_names
from nrm.tagging.spans import TaggedSpan
from nrm.tagging.tokens import keep_domains_whole, split_at

COMPONENT: Final = "nrm_mentions"
SPANS_KEY: Final = "nrm"
OWN_KEY: Final = "nrm_own"
"""`doc.user_data[OWN_KEY]`: the market_ids under whose heading the text stands, where the caller knows them."""
_FILE: Final = "markets.json"


def nlp(names: Iterable[MarketName] | None = None) -> Language:
    """A pipeline that tags markets, countries, domains, cities and organisations in any text.

    `names` are the markets to look for; without them those of the reviewed table that ships.
    The result can be saved and loaded (`to_disk`, `spacy.load`) and needs no network.
    """
    language = spacy.blank("en")
    keep_domains_whole(language)
    component = cast("MentionRuler", language.add_pipe(COMPONENT))
    component.set_names(reviewed_names() if names is None else names)
    return language


class MentionRuler:
    """The pipeline component that finds mentions by tables and rules and sets `doc.ents`.

    A market that an earlier component has found stays where it overlaps nothing of the rules', with
    the subtype "statistical". Of countries, domains and the rest the tables are the better judge.
    """

    def __init__(self, markets: Iterable[MarketName] = ()) -> None:
        """Takes the markets to look for."""
        self._rules = MentionRules(markets)

    @property
    def names(self) -> tuple[MarketName, ...]:
        """The markets that are looked for."""
        return self._rules.names

    def set_names(self, names: Iterable[MarketName]) -> None:
        """Replaces the markets to look for."""
        self._rules = MentionRules(names)

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.ents` and `doc.spans["nrm"]`."""
        tagged = self._rules.spans(doc.text, doc.user_data.get(OWN_KEY, ()))
        edges = [s.start for s in tagged] + [s.end for s in tagged]
        starts = {token.idx for token in doc}
        ends = {token.idx + len(token) for token in doc}
        split_at(doc, [e for e in edges if e not in starts and e not in ends])
        spans = [_span(doc, s) for s in tagged]
        entities = _without_inner(spans)
        taken = {token.i for span in entities for token in span}
        for other in doc.ents:
            if other.label_ == "MARKET" and not any(token.i in taken for token in other):
                entities.append(Span(doc, other.start, other.end, other.label, span_id="statistical"))
                spans.append(entities[-1])
        doc.spans[SPANS_KEY] = sorted(spans, key=lambda s: (s.start, s.label_ != "DOMAIN", s.end))
        doc.ents = tuple(entities)
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """The names as JSON."""
        return json.dumps([asdict(n) for n in self.names], ensure_ascii=False, indent=1).encode()

    def from_bytes(self, content: bytes, **_: Any) -> MentionRuler:
        """Reads what `to_bytes` wrote; `BadTable` where it is something else."""
        try:
            rows: list[dict[str, Any]] = json.loads(content)
            self.set_names(
                MarketName(**(row | {key: tuple(row[key]) for key in ("aliases", "domains")})) for row in rows
            )
        except (ValueError, TypeError, KeyError) as error:
            raise BadTable(f"{_FILE}: not the names that a pipeline was saved with ({error})") from error
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes the names into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> MentionRuler:
        """Reads the names from a folder."""
        return self.from_bytes((Path(path) / _FILE).read_bytes())


@Language.factory(COMPONENT, assigns=["doc.ents", "doc.spans"], retokenizes=True)
def make_mention_ruler(nlp: Language, name: str) -> MentionRuler:
    """The factory behind `nlp.add_pipe("nrm_mentions")`: without names until they are set or loaded."""
    return MentionRuler()


def _span(doc: Doc, tagged: TaggedSpan) -> Span:
    span = doc.char_span(tagged.start, tagged.end, label=tagged.label, kb_id=tagged.norm, span_id=tagged.subtype)
    assert span is not None, "tokens were split at every edge"
    return span


def _without_inner(spans: list[Span]) -> list[Span]:
    """The spans without those inside the one before: what `doc.ents` can hold."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
