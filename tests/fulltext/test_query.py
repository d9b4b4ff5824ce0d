from __future__ import annotations

import pytest

from nrm.errors import BadQuery
from nrm.fulltext.query import All, Any, Near, Phrase, Query, parse

A, B, C, D = (Phrase((letter,)) for letter in "abcd")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a", A),
        ("a*", Phrase(("a",), prefix=True)),
        ('"a b"', Phrase(("a", "b"))),
        ("“a b”", Phrase(("a", "b"))),
        ("„a b“", Phrase(("a", "b"))),
        ('"a b*"', Phrase(("a", "b"), prefix=True)),
        ("on-line", Phrase(("on-line",))),
        ("shop.example", Phrase(("shop.example",))),
        ("a b", All((A, B))),
        ("a, b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a and b", All((A, Phrase(("and",)), B))),
        ("a OR b OR c", Any((A, B, C))),
        ("a OR b c", Any((A, All((B, C))))),
        ("a NOT b", All((A,), (B,))),
        ("a AND NOT b", All((A,), (B,))),
        ("NOT b a", All((A,), (B,))),
        ("a NOT b c", All((A, C), (B,))),
        ("a NOT b NOT c", All((A,), (B, C))),
        ("a (b OR c)", All((A, Any((B, C))))),
        ("((a))", A),
        ("a NEAR b", Near((A, B), 10)),
        ("a NEAR/3 b NEAR/3 c", Near((A, B, C), 3)),
        ('NEAR(a "b c", 4)', Near((A, Phrase(("b", "c"))), 4)),
        ("NEAR(a b)", Near((A, B), 10)),
        ("a NEAR/2 b OR c", Any((Near((A, B), 2), C))),
        ("a NOT b NEAR c", All((A,), (Near((B, C), 10),))),
    ],
)
def test_the_language(query: str, tree: Query) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "there is nothing to search for"),
        (" , ", "there is nothing to search for"),
        ('"a', "the quotation mark at character 1 is never closed"),
        ("a” b", "the ” at character 2 closes nothing"),
        ('a ""', "'' at character 3 has no letter or digit"),
        ("$ a", r"'\$' at character 1 has no letter or digit"),
        ("a OR", "nothing follows OR at character 3"),
        ("a AND AND b", "nothing follows AND at character 3"),
        ("OR a", 'nothing stands before OR at character 1 .*searched for as "or"'),
        ("NOT a", "NOT at character 1 only takes away"),
        ("a OR NOT b", "NOT at character 6 only takes away"),
        ("(a", "the bracket at character 1 is never closed"),
        ("a)", "the bracket at character 2 closes nothing"),
        ("a ()", "the brackets at character 3 hold nothing"),
        ("a*b", r"the star in 'a\*b' stands only at the end"),
        ("a-*", "has no letter or digit"),
        ("-a b", "to leave out a word write NOT a"),
        ("NEAR a", "nothing stands before NEAR at character 1"),
        ("a NEAR/x b", "NEAR at character 3 needs a whole number of words"),
        ("a NEAR/2 b NEAR/3 c", "NEAR at character 12 has another number"),
        ("a NEAR (b c)", "NEAR stands between words or phrases"),
        ("NEAR(a, b)", "needs a whole number of words, such as NEAR/5, not 'b'"),
        ("NEAR(a b", r"NEAR\( at character 1 holds words"),
        ("NEAR(a)", r"NEAR\( at character 1 needs two words"),
        ("(" * 60 + "a" + ")" * 60, "more than 50 brackets"),
    ],
)
def test_what_is_wrong_is_said_and_where(query: str, message: str) -> None:
    with pytest.raises(BadQuery, match=message) as caught:
        parse(query)
    assert str(caught.value).startswith(f"query {query!r}: ")
