"""The answer key of a set edition: what a reader should find, with the pages on which it was really set."""

from __future__ import annotations

from typing import Any

from .blocks import Note
from .entries import WrittenEntry
from .headings import curly
from .prose import invented_names
from .setting import SetEdition


def truth(edition: SetEdition) -> dict[str, Any]:
    """The answer key as a JSON object; ``page`` counts PDF pages from 1, ``printed_page`` is what the page prints."""
    facts = edition.manuscript.edition
    return {
        "list_year": facts.list_year,
        "title": facts.title,
        "published": facts.published.isoformat(),
        "sample": True,
        "pages": len(edition.pages),
        "declared_online": facts.held("online"),
        "declared_physical": facts.held("physical"),
        "contents_typos": _contents_typos(edition),
        "chapters": [
            {"chapter": chapter.kind, "title": chapter.title, **_start(edition, chapter.ident)}
            for chapter in edition.manuscript.chapters
        ],
        "entries": [_entry(edition, entry) for entry in edition.manuscript.entries],
        "footnotes": [_note(edition, note) for block in edition.manuscript.blocks for note in block.notes],
        "decoys": _decoys(edition),
    }


def _entry(edition: SetEdition, entry: WrittenEntry) -> dict[str, Any]:
    row = entry.listing
    owned = [entry.ident, *(block.ident for block in edition.manuscript.blocks if block.owner == entry.ident)]
    return {
        "heading": entry.heading,
        "name": row.name,
        "names": list(row.names),
        "kind": row.kind,
        "category": entry.category,
        "country": row.country,
        "country_name": row.country_name,
        "city": row.printed_city,
        "based_in": row.based_in,
        "domains": list(row.domains),
        "page": edition.places[entry.ident][0],
        "page_last": max(edition.places[ident][1] for ident in owned),
        "printed_page": edition.folio(edition.places[entry.ident][0]),
        "first": entry.first,
        "last": entry.last,
        "footnote_marks": list(entry.marks),
    }


def _note(edition: SetEdition, note: Note) -> dict[str, Any]:
    page, page_last = edition.note_pages[note.mark]
    return {"mark": note.mark, "page": page, "page_last": page_last, "text": note.text}


def _start(edition: SetEdition, ident: str) -> dict[str, Any]:
    page = edition.places[ident][0]
    return {"page": page, "printed_page": edition.folio(page)}


def _contents_typos(edition: SetEdition) -> dict[str, str]:
    """Misspelt lines of the contents page, by the right spelling; only those that this edition really has."""
    titles = {item.title for item in edition.manuscript.items}
    return {right: wrong for right, wrong in edition.layout.contents_typos.items() if right in titles}


def _decoys(edition: SetEdition) -> list[str]:
    """Invented names that stand somewhere in this edition, however they are written there."""
    notes = [note.text for block in edition.manuscript.blocks for note in block.notes]
    text = "\n".join([block.text for block in edition.manuscript.blocks] + notes).casefold()
    return [name for name in invented_names() if curly(name).casefold() in text]
