"""Tokens: spaCy's English tokenizer, with domains kept whole and tokens ending where names end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex

_DOT: Final = r"(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))"
_LABEL: Final = r"[^\W_](?:[\w-]*[^\W_])?"
# The last label is in one case, so that two sentences glued together ("listed.In") fall apart.
_DOMAIN = re.compile(
    rf"^(?:(?:https?|hxxps?|ftp)://?)?(?:{_LABEL}{_DOT})+(?:[a-z]{{2,24}}|[A-Z]{{2,24}}|xn--[\w-]+)"
    r"(?::\d{2,5})?(?:[/?#][^\s<>\"“”]*[\w/=&%#~-])?/?$"
)
_GLUED: Final = r"(?<=[a-z”\"'’)])\.(?=[A-Z][a-z])"


def keep_domains_whole(nlp: Language) -> None:
    """Changes the pipeline's tokenizer, in a way that is saved with it, so that a domain is one token.

    Subdomains, paths and "kickass[.]to" stay whole; a full stop between two sentences is split off.
    """
    base: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), _GLUED]
    base.token_match = _DOMAIN.match
    base.infix_finditer = compile_infix_regex(infixes).finditer


def split_at(doc: Doc, offsets: Iterable[int]) -> None:
    """Splits the document's tokens where one of these character offsets lies inside a token."""
    inside: dict[int, list[int]] = {}
    wanted = sorted(set(offsets))
    if not wanted:
        return
    for token in doc:
        end = token.idx + len(token)
        cuts = [offset - token.idx for offset in wanted if token.idx < offset < end]
        if cuts:
            inside[token.i] = cuts
    with doc.retokenize() as retokenizer:
        for index, cuts in inside.items():
            _split(retokenizer, doc[index], cuts)


def _split(retokenizer: Any, token: Token, cuts: list[int]) -> None:
    edges = [0, *cuts, len(token)]
    parts = [token.text[a:b] for a, b in zip(edges, edges[1:], strict=False)]
    heads: list[Token | tuple[Token, int]] = [(token, n) for n in range(len(parts))]
    retokenizer.split(token, parts, heads=heads)
