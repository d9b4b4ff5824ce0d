"""A query as a tree. The language:

| written | means |
|---|---|
| `piracy` | the word, with or without accents, capitals and hyphens |
| `counterfeit*` | words that begin so |
| `"stream ripping"` | the words in this order, side by side |
| `a b`, `a AND b` | both in one passage |
| `a OR b` | one of them, or both |
| `a NOT b`, `a AND NOT b` | the first without the second |
| `a NEAR b`, `a NEAR/5 b`, `NEAR(a b c, 5)` | with at most ten, or so many, words between them |
| `( )` | what belongs together; NOT binds first, then AND, then OR |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nrm.errors import BadQuery
from nrm.fulltext.query_tokens import NEAR_DISTANCE, Token, near_number, query_tokens


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side (one word alone is a phrase, too); with `prefix`, the last one is a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most `distance` words between them, in any order."""

    phrases: tuple[Phrase, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """Every one of `wanted`, and none of `unwanted`."""

    wanted: tuple[Query, ...]
    unwanted: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of them."""

    options: tuple[Query, ...]


Query: TypeAlias = "Phrase | Near | All | Any"
_OPERATORS = ("AND", "OR", "NOT", "NEAR")
_DEEPEST = 50


def parse(query: str) -> Query:
    """The tree of a query. Raises `BadQuery`, which says what is wrong and where.

    >>> parse("fake* NOT shoes")
    All(wanted=(Phrase(words=('fake',), prefix=True),), unwanted=(Phrase(words=('shoes',), prefix=False),))
    """
    try:
        return _Parser(list(query_tokens(query))).whole()
    except BadQuery as error:
        raise BadQuery(f"query {query!r}: {error}") from None


class _Parser:
    """Recursive descent over the tokens; each method reads one level of the language."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.position = 0
        self.depth = 0

    def peek(self) -> Token:
        return self.tokens[self.position]

    def take(self) -> Token:
        token = self.peek()
        self.position += token.sort != "end"
        return token

    def skip_commas(self) -> None:
        while self.peek().sort == ",":
            self.take()

    def whole(self) -> Query:
        self.skip_commas()
        if self.peek().sort == "end":
            raise BadQuery("there is nothing to search for")
        found = self.options()
        if self.peek().sort == ")":
            raise BadQuery(f"the bracket at character {self.peek().place} closes nothing")
        return found

    def options(self) -> Query:
        found = [self.all()]
        while self.peek().sort == "OR":
            self.take()
            found.append(self.all())
        return found[0] if len(found) == 1 else Any(tuple(found))

    def all(self) -> Query:
        wanted: list[Query] = []
        unwanted: list[Query] = []
        start = self.peek().place
        while True:
            self.skip_commas()
            if self.peek().sort == "NOT":
                self.take()
                unwanted.append(self.near())
            else:
                wanted.append(self.near())
            self.skip_commas()
            if self.peek().sort == "AND":
                self.take()
            elif self.peek().sort in ("OR", ")", "end"):
                break
        if not wanted:
            raise BadQuery(f"NOT at character {start} only takes away; say first what to search for, as in `a NOT b`")
        return wanted[0] if len(wanted) == 1 and not unwanted else All(tuple(wanted), tuple(unwanted))

    def near(self) -> Query:
        if self.peek().sort == "NEAR":
            return self.near_group()
        found = [self.operand()]
        distances: set[int] = set()
        while self.peek().sort == "NEAR":
            token = self.take()
            distances.add(token.distance)
            found.append(self.operand())
            if len(distances) > 1:
                raise BadQuery(f"NEAR at character {token.place} has another number than the one before; use brackets")
        if len(found) == 1:
            return found[0]
        phrases = tuple(one for one in found if isinstance(one, Phrase))
        if len(phrases) < len(found):
            raise BadQuery("NEAR stands between words or phrases, not between brackets")
        return Near(phrases, distances.pop())

    def near_group(self) -> Query:
        start = self.take()
        if self.peek().sort != "(" or "/" in start.text:
            raise BadQuery(f"nothing stands before {start.text} at character {start.place}")
        self.take()
        phrases: list[Phrase] = []
        while self.peek().sort in ("word", "phrase"):
            phrases.append(_phrase(self.take()))
        distance = NEAR_DISTANCE
        if self.peek().sort == ",":
            self.take()
            distance = near_number(self.peek().text, start.place)
            self.take()
        if self.peek().sort != ")":
            raise BadQuery(f"NEAR( at character {start.place} holds words or phrases, perhaps a comma and a number")
        self.take()
        if len(phrases) < 2:
            raise BadQuery(f"NEAR( at character {start.place} needs two words or more")
        return Near(tuple(phrases), distance)

    def operand(self) -> Query:
        token = self.take()
        match token.sort:
            case "word" | "phrase":
                return _phrase(token)
            case "(":
                if self.peek().sort == ")":
                    raise BadQuery(f"the brackets at character {token.place} hold nothing")
                self.depth += 1
                if self.depth > _DEEPEST:
                    raise BadQuery(f"more than {_DEEPEST} brackets stand one in another")
                found = self.options()
                self.depth -= 1
                if self.peek().sort != ")":
                    raise BadQuery(f"the bracket at character {token.place} is never closed")
                self.take()
                return found
            case _:
                raise BadQuery(self.missing(token))

    def missing(self, token: Token) -> str:
        """What to say where a word was expected and `token` stands."""
        index = self.tokens.index(token)
        before = self.tokens[index - 1]
        if index and before.sort in _OPERATORS:
            return f"nothing follows {before.text} at character {before.place}"
        if token.sort in _OPERATORS:
            return (
                f"nothing stands before {token.text} at character {token.place}"
                f' (the word itself is searched for as "{token.text.lower()}")'
            )
        if token.sort == ")":
            return f"the bracket at character {token.place} closes nothing"
        return "there is nothing to search for"


def _phrase(token: Token) -> Phrase:
    text = token.text.strip()
    prefix = text.endswith("*")
    text = text.removesuffix("*")
    if "*" in text:
        raise BadQuery(f"the star in {token.text!r} stands only at the end of a word, as in counterfeit*")
    if token.sort == "word" and text.startswith("-"):
        raise BadQuery(f"{token.text!r} begins with a minus; to leave out a word write NOT {text.lstrip('-')}")
    words = tuple(word for word in text.split() if any(map(str.isalnum, word)))
    if not words or (prefix and not text[-1:].isalnum()):
        raise BadQuery(f"{token.text!r} at character {token.place} has no letter or digit to search for")
    return Phrase(words, prefix)
