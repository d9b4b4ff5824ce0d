"""Every rule of the table decides its own examples, and they come out right."""

from __future__ import annotations

import pytest

from nrm.tagging.context_rules import ContextRule, context_rules
from nrm.tagging.market_finder import MarketFinder
from nrm.tagging.market_names import MarketName, form_type
from nrm.tagging.surroundings import Surroundings

RULES = context_rules()
EXAMPLES = [(rule, text, True) for rule in RULES for text in rule.meant] + [
    (rule, text, False) for rule in RULES for text in rule.not_meant
]
PHYSICAL = ("Grand Bazaar", "Central Market", "Silk Market", "Tank Road", "Gamarra")


def marked(example: str) -> tuple[str, int, int]:
    start, end = example.index("["), example.index("]")
    return example[:start] + example[start + 1 : end] + example[end + 1 :], start, end - 1


def kind_of(name: str) -> str:
    return "physical" if name.title() in PHYSICAL else "online"


def test_every_rule_has_examples() -> None:
    assert [rule.name for rule in RULES if not (rule.meant or rule.not_meant)] == []
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("rule", "example", "meant"), EXAMPLES, ids=[f"{r.name}: {t}" for r, t, _ in EXAMPLES])
def test_rule_decides_its_example(rule: ContextRule, example: str, meant: bool) -> None:
    text, start, end = marked(example)
    kind = "physical" if kind_of(text[start:end]) == "physical" else "online"
    around, form = Surroundings(text, start, end, rule.row, rule.own), form_type(text[start:end])
    first = next(r for r in RULES if r.holds(around, form, "physical" if kind == "physical" else "online"))
    assert first is rule
    assert (rule.says == "market") is meant


@pytest.mark.parametrize(("rule", "example", "meant"), EXAMPLES, ids=[t for _, t, _ in EXAMPLES])
def test_finder_agrees(names: tuple[MarketName, ...], rule: ContextRule, example: str, meant: bool) -> None:
    text, start, end = marked(example)
    own = [name.market_id for name in names] if rule.own else []
    found = {(span.start, span.end) for span in MarketFinder(names).find(text, own)}
    assert ((start, end) in found) is meant
