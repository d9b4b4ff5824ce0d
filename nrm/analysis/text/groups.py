"""The groups that frequencies are counted by: editions, chapters, kinds or countries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from nrm.analysis.text.passages import TextPassage
from nrm.errors import UnknownName
from nrm.schema import vocabulary

By = Literal["edition", "chapter", "kind", "country"]
"""What frequencies can be counted by."""

_OF: dict[By, Callable[[TextPassage], Iterable[str]]] = {
    "edition": lambda passage: (str(passage.list_year),),
    "chapter": lambda passage: (passage.chapter,),
    "kind": lambda passage: {place.kind for place in passage.places},
    "country": lambda passage: {country for place in passage.places for country in place.countries},
}


def by_named(name: str) -> By:
    """The grouping of that name. Raises `UnknownName` with those there are."""
    for by in get_args(By):
        if by == name:
            found: By = by
            return found
    raise UnknownName(f"frequencies are counted by {', '.join(get_args(By))}, not by {name!r}")


def groups(passages: Sequence[TextPassage], by: By) -> dict[str, list[int]]:
    """Each group with the indexes of its passages, in order (chapters in that of the vocabulary).

    A passage outside entries has no kind and no country; one of an entry on markets in two
    countries belongs to both.
    """
    found: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        for group in _OF[by](passage):
            found.setdefault(group, []).append(index)
    order = {word: place for place, word in enumerate(vocabulary("chapter"))} if by == "chapter" else {}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0], 0), item[0])))
