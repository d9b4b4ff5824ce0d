"""Write the entries of an edition: heading, opening, middle and closing sentence."""

from __future__ import annotations

from dataclasses import dataclass

from .chance import number, ordered
from .facts import Edition, Listing, former_domains, known_category
from .headings import curly, heading_link, online_heading, physical_heading
from .layout import Layout
from .prose import entry_paragraphs, sentence
from .writer import Writer


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry as written: its row of the facts and what the page prints of it."""

    ident: str
    listing: Listing
    heading: str
    category: str
    first: str
    last: str
    marks: tuple[str, ...]


def write_online(writer: Writer, edition: Edition, layout: Layout) -> list[WrittenEntry]:
    """Write every online entry, in category groups where the layout has them (the ungrouped ones first)."""
    rows = [row for row in edition.listings if row.kind == "online"]
    groups: dict[str, list[Listing]] = {"": []}
    for row in rows:
        groups.setdefault(known_category(row) if layout.groups else "", []).append(row)
    if groups[""]:
        writer.section("Online Markets")
        writer.plain("online_intro", "online intro", (2,))
    written = []
    for category in sorted(groups):
        if category:
            writer.heading("group", category)
        written += [_online(writer, row, category, layout) for row in groups[category]]
    return written


def write_physical(writer: Writer, edition: Edition, layout: Layout) -> list[WrittenEntry]:
    """Write every physical entry, sorted by country, under country headings where the layout has them."""
    rows = sorted(
        (row for row in edition.listings if row.kind == "physical"), key=lambda row: (row.country_name, row.name)
    )
    writer.section("Physical Markets")
    writer.plain("physical_intro", "physical intro", (2,))
    written, country = [], ""
    for row in rows:
        if layout.physical.startswith("country") and row.country_name != country:
            country = row.country_name
            writer.country(country)
            count = sum(other.country_name == country for other in rows)
            if layout.country_preamble and count > 1 and number(f"{country}/preamble", 3):
                key = f"{country}/preamble/{edition.list_year // 2}"
                text = sentence("preamble", key, n=str(count), country=country)
                writer.paragraph([text, sentence("general", f"{key}/2")])
        written.append(_physical(writer, row, layout))
    return written


def _online(writer: Writer, row: Listing, category: str, layout: Layout) -> WrittenEntry:
    heading = online_heading(row, layout)
    key = f"{row.name}/{row.list_year}"
    opening = _reached(row, layout) if layout.nominated == "reached" else _nominated(row)
    own_line = layout.nominated == "line" and opening
    if not opening:
        opening = [sentence("open_online", f"{row.name}/open", name=curly(row.name), year=str(row.list_year))]
    body = [opening, *entry_paragraphs("online", row.name, row.list_year)]
    if not own_line:
        body = [body[0] + body[1], *body[2:]]
    run_in = layout.online_mark if layout.online_heading == "run-in" else None
    return _write(writer, row, heading, category, body, run_in, heading_link(row, layout), key)


def _physical(writer: Writer, row: Listing, layout: Layout) -> WrittenEntry:
    heading = physical_heading(row, layout)
    key = f"{row.name}/{row.country}/{row.list_year}"
    opening = sentence("open_physical", f"{row.name}/open", name=curly(row.name), year=str(row.list_year))
    first, *rest = entry_paragraphs("physical", f"{row.name}/{row.country}", row.list_year)
    run_in = layout.physical_mark if layout.physical.endswith("run-in") else None
    return _write(writer, row, heading, "", [[opening, *first], *rest], run_in, heading_link(row, layout), key)


def _write(
    writer: Writer,
    row: Listing,
    heading: str,
    category: str,
    body: list[list[str]],
    run_in: str | None,
    link: str,
    key: str,
) -> WrittenEntry:
    closing = sentence("closing", f"{row.name}/{row.country}/{row.list_year // 3}", name=curly(row.name))
    body = [*body[:-1], [*body[-1], closing]]
    before = writer.mark_count
    ident = writer.entry(heading, body, key, run_in, link, row.kind)
    marks = tuple(str(n) for n in range(before + 1, writer.mark_count + 1))
    return WrittenEntry(ident, row, heading, category, body[0][0], closing, marks)


def _reached(row: Listing, layout: Layout) -> list[str]:
    """The first sentence of an entry that says in passing where the site is based and reached."""
    name = curly(row.name)
    former = former_domains(row) if layout.formerly else ()
    domains = _joined([domain for domain in row.domains if domain not in former])
    pool = {(True, True): "open_based_reached", (True, False): "open_based", (False, True): "open_reached"}.get(
        (bool(row.based_in), bool(domains))
    )
    base = row.base_name.removeprefix("the ")
    return [sentence(pool, f"{row.name}/open", name=name, base=base, domains=domains)] if pool else []


def _nominated(row: Listing) -> list[str]:
    """The fixed turns of phrase on domains and base, in the order of the reports; empty where nothing is known."""
    written = []
    if row.domains:
        main = _main_domain(row)
        written.append(f"Nominated as {main}.")
        others = [domain for domain in row.domains if domain != main]
        if others:
            verb = "Related sites include" if len(others) > 1 else "A related site is"
            written.append(f"{verb} {_joined(others)}.")
    if row.based_in:
        written.append(sentence("base_lines", f"{row.name}/{row.list_year // 2}/base", base=row.base_name))
    return written


def _main_domain(row: Listing) -> str:
    """The domain most like the name: the first of the row's, unless another one starts as the name does."""
    start = row.name.lower().replace(" ", "")[:5]
    return next((d for d in row.domains if d.replace("-", "").startswith(start)), ordered(row.name, row.domains)[0])


def _joined(parts: list[str]) -> str:
    """``a``, ``a and b`` or ``a, b, and c``."""
    if len(parts) < 3:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"
