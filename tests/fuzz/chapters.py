"""The chapters of a made-up report, in an order drawn at random, decoys and all."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.fuzz.layouts import Layout
from tests.fuzz.markets import online_entry, online_groups, physical_groups
from tests.fuzz.places import countries
from tests.fuzz.plan import Author, Chapter, Paragraph, Passage, Plan
from tests.fuzz.wording import printable, vocabulary


def draw_plan(rng: random.Random, layout: Layout) -> Plan:
    """A whole report for this layout."""
    author = Author(rng, layout)
    year = rng.randint(2010, 2049)
    if rng.random() < 0.5:
        title = f"{year} Out-of-Cycle Review of Notorious Markets"
    else:
        title = f"{year} Review of Notorious Markets for Counterfeiting and Piracy"

    def titled(group: str) -> str:
        text = author.words.pick(group)
        return author.words.typed(text.format(title=title, year=year, before=year - 1))

    before, after = _order(rng, layout)
    chapters = []
    for role in [*before, "results", *after]:
        if role == "results":
            chapters.append(_results(author, titled))
        elif role in ("positive", "other"):
            passages = tuple(_decoy(author, year) for _ in range(rng.randint(1, 4)))
            chapters.append(Chapter(role, titled(f"{role}_titles"), author.prose(0, 2), passages))
        elif role == "issue":
            heads = rng.sample(vocabulary()["issue_subheads"], rng.randint(0, 3))
            passages = tuple(Passage(head, author.prose(1, 2)) for head in heads)
            chapters.append(Chapter(role, titled("issue_titles"), author.prose(1, 2), passages))
        else:
            intro = author.prose(1, 4)
            if rng.random() < 0.3:
                intro += author.bullets()
            chapters.append(Chapter(role, titled(f"{role}_titles"), intro))
    return Plan(year, title, rng.choice(vocabulary()["month"]), tuple(chapters), tuple(author.elsewhere))


def _order(rng: random.Random, layout: Layout) -> tuple[list[str], list[str]]:
    """The roles of the chapters before and after the results."""
    middle = [role for role in ("positive", "issue") if rng.random() < 0.75]
    rng.shuffle(middle)
    after = [role for role, chance in (("other", 0.3), ("public", 0.7)) if rng.random() < chance]
    if not layout.results_heading:
        return ["overview"], middle + after if rng.random() < 0.5 else after
    if rng.random() < 0.12:
        return ["overview"], middle + after
    return ["overview", *middle], after


def _results(author: Author, titled: Callable[[str], str]) -> Chapter:
    rng, layout = author.rng, author.layout
    intro = author.prose(0, 2)
    if not layout.results_heading:
        intro = ()
    named = layout.sections_named or not layout.categories
    return Chapter(
        role="results",
        title=titled("results_titles") if layout.results_heading else "",
        intro=intro,
        online_title=titled("online_titles") if named else "",
        online_intro=author.prose(0, 2) if named else (),
        online=online_groups(author),
        physical_title=titled("physical_titles"),
        physical_intro=author.prose(0, 2),
        physical=physical_groups(author),
        physical_first=named and rng.random() < 0.05,
    )


def _decoy(author: Author, year: int) -> Passage:
    """A market that was closed, or a country that did well: it looks like an entry and is none."""
    rng, words = author.rng, author.words
    kind = rng.choice(["name", "entry", "country", "physical"])
    if kind == "entry":
        entry = online_entry(author)
        author.elsewhere += [entry.first, entry.last]
        return Passage(entry.name, entry.paragraphs)
    country = rng.choice([c for c in countries() if c.cities])
    title = {
        "name": words.typed(words.pick("positive_subheads").format(
            market=words.online_name(), country=country.name, physical=words.physical_name(),
            city="Riverside", domain=words.domain())),
        "country": country.name,
        "physical": f"{words.physical_name()}, {country.cities[0].name}",
    }[kind]  # fmt: skip
    if not printable(title, author.layout.charset):
        title = country.name
    paragraphs = author.prose(1, 2)
    return Passage(title, paragraphs or (Paragraph(author.aside()),))
