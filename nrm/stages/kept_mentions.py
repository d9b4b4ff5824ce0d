"""Mentions found in earlier builds, for the editions of which neither the text nor a name in it has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from nrm.model import Market, Mention, Passage
from nrm.stages.cache import Cache, key_of
from nrm.stages.market_pipeline import nlp_of_markets, rules_of_markets
from nrm.stages.plain_values import plain, value_of
from nrm.stages.versions import mentions_version


def mentions_in(
    passages: Sequence[Passage],
    markets: Sequence[Market],
    own: Mapping[str, Collection[str]],
    *,
    model: str | Path | None,
    cache: Cache,
) -> Iterator[Mention]:
    """The mentions in passages, which come edition by edition, in their order; `own` has each entry's markets.

    An edition is tagged anew where its text, or a name or domain that occurs in it, is not what it was; and always
    where a trained model looks for more than names.
    """
    if model is not None or cache.folder is None:
        yield from _tagged(passages, markets, own, model)
        return
    editions = [list(group) for _, group in groupby(passages, key=lambda passage: passage.list_year)]
    keys = [
        key_of("mentions", mentions_version(), _owners(one, own), *map(repr, one), *names)
        for one, names in _with_names(editions, markets)
    ]
    kept = [_kept(key, cache) for key in keys]
    new = [passage for one, found in zip(editions, kept, strict=True) if found is None for passage in one]
    tagged = iter(_by_edition(_tagged(new, markets, own, None)) if new else ())
    upcoming = next(tagged, None)
    for one, key, found in zip(editions, keys, kept, strict=True):
        if found is None:
            found = []
            if upcoming is not None and upcoming[0] == one[0].list_year:
                found = upcoming[1]
                upcoming = next(tagged, None)
            cache.put("mentions", key, [plain(mention) for mention in found])
        yield from found


def _tagged(
    passages: Iterable[Passage],
    markets: Iterable[Market],
    own: Mapping[str, Collection[str]],
    model: str | Path | None,
) -> Iterator[Mention]:
    from nrm.tagging.mentions import mentions_by_rules, tag_passages

    if model is not None:
        return tag_passages(nlp_of_markets(markets, model=model), passages, own)
    return mentions_by_rules(rules_of_markets(markets), passages, own)


def _owners(passages: Sequence[Passage], own: Mapping[str, Collection[str]]) -> list[tuple[str, list[str]]]:
    entries = {passage.entry_id for passage in passages if passage.entry_id}
    return [(entry, sorted(own.get(entry, ()))) for entry in sorted(entries)]


def _by_edition(mentions: Iterator[Mention]) -> Iterator[tuple[int, list[Mention]]]:
    for year, group in groupby(mentions, key=lambda mention: mention.list_year):
        yield year, list(group)


def _kept(key: str, cache: Cache) -> list[Mention] | None:
    given = cache.get("mentions", key)
    if given is None:
        return None
    try:
        return [value_of(Mention, one) for one in given]
    except (TypeError, ValueError):
        return None


def _with_names(
    editions: Sequence[Sequence[Passage]], markets: Sequence[Market]
) -> Iterator[tuple[Sequence[Passage], list[str]]]:
    """Each edition with what is known of the markets of which a name or domain may occur in it."""
    from nrm.tagging.market_names import from_markets, name_forms, together
    from nrm.tagging.name_tree import key_of as letters
    from nrm.tagging.reviewed import reviewed_names

    names = together(reviewed_names(), from_markets(markets))
    spelled: dict[str, list[str]] = {repr(name): [letters(domain) for domain in name.domains] for name in names}
    for form in name_forms(names):
        spelled[repr(form.market)].append(letters(form.text))
    for passages in editions:
        text = letters("\n".join(passage.text for passage in passages))
        yield passages, [name for name, forms in spelled.items() if any(form in text for form in forms)]
