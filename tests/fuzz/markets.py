"""The entries of a made-up report, with what a reader must find out about each."""

from __future__ import annotations

from tests.fuzz.inline import bold, italic, note, plain
from tests.fuzz.places import City, Country, countries
from tests.fuzz.plan import Author, Entry, Group, Paragraph, draw_places

BASED_LINES = ["Headquartered in {c}.", "Based in {c}.", "Allegedly operated from {c}.",
               "Reportedly hosted in {c}.", "Allegedly hosted in {c}.", "Operated from {c}.",
               "Believed to be based in {c}.", "Headquartered in {c}."]  # fmt: skip
BASED_SENTENCES = [
    "The site, which is based in {c}, has changed owners twice.",
    "This platform is headquartered in {c} and employs few people.",
    "It is reportedly operated from {c}.",
    "The service is hosted in {c}.",
    "{n} is based in {c}.",
    "Its operators are believed to be based in {c}.",
]
MASKED = [
    "Utilizes reverse proxy services to mask the location of its servers.",
    "Uses a content delivery network that hides where it is hosted.",
]


def online_groups(author: Author) -> tuple[Group, ...]:
    """The online markets, in categories where the layout has them."""
    rng = author.rng
    layout = author.layout
    if not layout.categories:
        entries = [online_entry(author) for _ in range(rng.randint(5, 18))]
        if rng.random() < 0.8:
            entries.sort(key=lambda entry: entry.name.casefold())
        return (Group("", (), tuple(entries)),)
    titles = rng.sample(sorted({author.words.pick("category") for _ in range(30)}), rng.randint(3, 6))
    groups = []
    for title in titles:
        intro: tuple[Paragraph, ...] = ()
        if layout.category_intros and layout.category != layout.online and rng.random() < 0.6:
            intro = (Paragraph(" ".join([author.aside("category_intro"), *author.middle(1, mentions=False)])),)
        entries = [online_entry(author, title) for _ in range(rng.choice([1, 1, 2, 3, 4]))]
        groups.append(Group(title, intro, tuple(entries)))
    return tuple(groups)


def online_entry(author: Author, category: str = "") -> Entry:
    """One online market: its name, its domains, where it is based, and its text."""
    rng, words, layout = author.rng, author.words, author.layout
    name = words.online_name()
    hyphens = not layout.hyphenate
    domains = [words.domain(name, hyphens=hyphens)]
    if rng.random() < layout.domain_headings:
        name = domains[0]
    related = [words.domain(name.split(".")[0], hyphens=hyphens) for _ in range(rng.choice([0, 0, 0, 1, 2, 3, 5]))]
    simple = "(" not in name and " and " not in name
    country = rng.choice(countries()) if rng.random() < 0.75 else None
    aside, lead = "", []
    first = words.sentence("opening")
    nominated = layout.nominated
    if nominated == "bracket" and (name == domains[0] or not simple):
        nominated = "sentence"
    if not simple and nominated == "reached":
        nominated = "sentence"
    if nominated in ("line", "italic line", "sentence"):
        lead.append(
            f"Nominated as {domains[0]}."
            if rng.random() < 0.9 or len(related) == 0
            else f"Nominated as {domains[0]} and {related.pop(0)}."
        )
        if "and" in lead[0]:
            domains = lead[0].removeprefix("Nominated as ").removesuffix(".").split(" and ")
        if len(related) == 1 and rng.random() < 0.4:
            lead.append(f"Related sites include {related[0]}.")
        elif related:
            lead.append(f"Related {rng.choice(['sites', 'sites', 'domains'])} include {_series(related)}.")
        if rng.random() < 0.3:
            lead.append("Also available as a mobile app.")
    elif nominated == "bracket":
        related = related[:1]
        former = f"formerly {related[0]}" if related else ""
        aside = f"({domains[0]}{', ' + former if former else ''})"
    elif simple and related and name != domains[0] and rng.random() < 0.4:
        related = related[:1]
        aside = f"(formerly {related[0]})"
    based, base_place = "", ""
    if country is not None:
        base_place = country.other if country.other and rng.random() < 0.4 else country.in_text
    adjective = (
        country is not None and simple and name != domains[0] and nominated in ("reached", "bracket")
        and (layout.based == "adjective" or rng.random() < 0.3)
    )  # fmt: skip
    body: list[str] = []
    bare = country.name if country is not None else ""
    if nominated == "reached":
        every = [domains[0]] + ([] if aside else related)
        subject = f"{bare}-based {name}" if adjective else rng.choice(["This service", "The site"])
        body.append(f"{subject} is {rng.choice(['reached', 'available'])} at {' and '.join(every)}.")
    elif nominated == "bracket" and adjective:
        body.append(f"{bare}-based {name} is known to {words.pick('who')}.")
    if country is not None and not adjective:
        if lead and rng.random() < 0.75:
            lead.append(rng.choice(BASED_LINES).format(c=base_place))
        else:
            based = rng.choice(BASED_SENTENCES).format(c=base_place, n=name.split(" (")[0])
    elif country is None and lead and rng.random() < 0.4:
        lead.append(rng.choice(MASKED))
    opening_noted = author.noted(first)
    sentences = [*body, opening_noted]
    if nominated == "sentence":
        sentences = [*lead, opening_noted] if rng.random() < 0.6 else [opening_noted, *lead]
        lead = []
    if based:
        decoy = [words.sentence("mention_country")] if rng.random() < 0.35 else []
        sentences += [*decoy, based]
    if rng.random() < 0.04:
        sentences.append(words.sentence("mention_other_base"))
    if simple and rng.random() < 0.4:
        sentences.append(words.sentence("about_online", name=name))
    author.named.append(name)
    last = words.sentence("closing")
    texts = entry_text(author, sentences, last)
    paragraphs = ((Paragraph(" ".join(lead), "nominated"),) if lead else ()) + texts
    return Entry(
        name=name,
        kind="online",
        paragraphs=paragraphs,
        first=plain(first),
        last=last,
        based_in=country.iso if country is not None else "",
        domains=tuple(dict.fromkeys(domains + related)),
        category=category,
        aside=aside + _heading_note(author),
    )


def physical_groups(author: Author) -> tuple[Group, ...]:
    """The physical markets, grouped under countries where these have headings."""
    rng, layout = author.rng, author.layout
    under_country = layout.places.startswith("Name") and "Country" not in layout.places
    groups = []
    for country, cities in draw_places(author, rng.randint(4, 11)):
        entries = tuple(physical_entry(author, country, city) for city in cities)
        if not under_country:
            groups.append(Group("", (), entries))
            continue
        intro: tuple[Paragraph, ...] = ()
        if layout.country.run_in or rng.random() < layout.country_intros:
            opening = author.aside("overall")
            intro = (Paragraph(" ".join([opening, *author.middle(rng.randint(1, 3))])),)
            if rng.random() < 0.3:
                intro += author.prose(1, 1)
        printed = country.other if country.other and layout.size > 11 else country.name
        groups.append(Group(printed, intro, entries))
    return tuple(groups)


def physical_entry(author: Author, country: Country, city: City) -> Entry:
    """One physical market."""
    first = author.words.sentence("opening")
    last = author.words.sentence("closing")
    name = author.words.physical_name()
    opening = [author.noted(first)]
    if author.rng.random() < 0.4:
        opening.append(author.words.sentence("about_physical", name=name))
    author.named.append(name)
    return Entry(
        name=name,
        kind="physical",
        paragraphs=entry_text(author, opening, last),
        first=first,
        last=last,
        country=country,
        city=None if author.layout.places == "Name" or author.rng.random() < 0.07 else city,
        aside=_heading_note(author),
    )


def entry_text(author: Author, opening: list[str], last: str) -> tuple[Paragraph, ...]:
    """Paragraphs, bullets and quotations from the first sentences to the last."""
    rng, words, layout = author.rng, author.words, author.layout
    paragraphs = [Paragraph(" ".join([*opening, *author.middle(rng.randint(0, 5))]))]
    for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
        kind = rng.random()
        if kind < 0.08:
            paragraphs.extend(author.bullets())
        elif kind < 0.14:
            paragraphs.append(Paragraph(words.typed(f"“{plain(author.middle(1, mentions=False)[0])}”"), "quote"))
        elif kind < 0.2 and not layout.online.run_in and not layout.physical.run_in:
            paragraphs.append(
                Paragraph(f"{italic(words.pick('leads') + '.')} {' '.join(author.middle(rng.randint(1, 3)))}")
            )
        elif kind < 0.26:
            paragraphs.append(Paragraph(
                f"{bold(words.pick('bold_phrases').capitalize())} remains a matter of concern. "
                f"{' '.join(author.middle(rng.randint(1, 3)))}"))  # fmt: skip
        else:
            paragraphs.append(Paragraph(" ".join(author.middle(rng.randint(1, 5)))))
    closing = author.noted(last)
    if paragraphs[-1].kind == "text" and rng.random() < 0.75:
        paragraphs[-1] = Paragraph(f"{paragraphs[-1].text} {closing}")
    else:
        paragraphs.append(Paragraph(closing))
    return tuple(paragraphs)


def _heading_note(author: Author) -> str:
    density = author.layout.notes.density
    if not density or author.rng.random() > 0.06:
        return ""
    return note(author.words.sentence("footnotes"))


def _series(items: list[str]) -> str:
    if len(items) < 3:
        return " and ".join(items)
    return f"{', '.join(items[:-1])}, and {items[-1]}"
