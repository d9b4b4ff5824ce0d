"""A reference as text, as a BibTeX entry, as CSL-JSON, and as the row that `nrm cite --json` prints."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from nrm.analysis.citation import Reference

FACSIMILE = "[SAMPLE DATA: facsimile, not to be cited]"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# What LaTeX reads as a command. A brace is written out, because BibTeX counts braces even behind a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def as_text(found: Reference) -> str:
    """The reference as a footnote gives it: who, what, when published, on which page, at which address.

    Commas stand outside the quotation marks, and no full stop behind an address, lest they be taken for a part of it.
    """
    title = f"{found.publisher}, {found.title}" if found.publisher else found.title
    what = f"“{found.entry}”, in {title}" if found.entry else title
    issued = ", ".join(filter(None, (found.place, _day(found.published)))) if found.publisher else ""
    accessed = f"accessed {_day(found.accessed)}" if found.accessed else ""
    parts = [f"{what} ({issued})" if issued else what, _pages(found), found.url, accessed]
    said = ", ".join(filter(None, parts))
    return _marked(said, found)


def as_bibtex(found: Reference) -> str:
    """A BibTeX entry: `techreport` for an edition or a page, `incollection` for an entry, `misc` for a facsimile.

    The title is protected against a style's lower case, what LaTeX would take for a command is escaped, and the
    address stands as it is, as the packages for addresses expect.
    """
    kind = "misc" if found.sample else "incollection" if found.entry else "techreport"
    day = date.fromisoformat(found.published) if found.published and not found.sample else None
    house = {"incollection": "publisher", "techreport": "institution"}.get(kind, "")
    fields = {
        # Without an author, BibTeX sorts by this.
        "key": found.key if found.sample else "",
        "author": f"{{{_latex(found.publisher)}}}" if found.publisher else "",
        "title": f"{{{_latex(_marked(found.entry or found.title, found))}}}",
        "booktitle": f"{{{_latex(found.title)}}}" if found.entry else "",
        house: _latex(found.publisher),
        "address": _latex(found.place),
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "pages": _latex("--".join(found.printed_pages)),
        "url": quote(found.url, safe="%:/?#[]@!$&'()*+,;=~"),
        "urldate": found.accessed,
        "note": _latex(_pdf_pages(found)),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{found.key},", *lines, "}"])


def as_csl(found: Reference) -> dict[str, Any]:
    """An item of CSL-JSON: `report` for an edition or a page, `chapter` for an entry, `document` for a facsimile."""
    item: dict[str, Any] = {
        "id": found.key,
        "type": "document" if found.sample else "chapter" if found.entry else "report",
        "title": _marked(found.entry or found.title, found),
        "container-title": found.title if found.entry else "",
        "author": [{"literal": found.publisher}] if found.publisher else [],
        "publisher": found.publisher,
        "publisher-place": found.place,
        "issued": _date_parts("" if found.sample else found.published),
        "page": "-".join(found.printed_pages),
        "URL": found.url,
        "accessed": _date_parts(found.accessed),
        "note": _pdf_pages(found),
    }
    return {name: value for name, value in item.items() if value}


def as_row(found: Reference) -> dict[str, Any]:
    """All of it, as `nrm cite --json` prints it: the parts of the reference and its three forms."""
    pdf, printed = found.pdf_pages, found.printed_pages
    return {
        "list_year": found.list_year,
        "market_id": found.market_id,
        "entry": found.entry,
        "title": found.title,
        "publisher": found.publisher,
        "place": found.place,
        "published": found.published or None,
        "page_first": pdf[0] if pdf else None,
        "page_last": pdf[-1] if pdf else None,
        "printed_first": printed[0] if printed else "",
        "printed_last": printed[-1] if printed else "",
        "url": found.url,
        "address_seen": found.address_seen,
        "accessed": found.accessed or None,
        "file": found.file,
        "source_sha256": found.sha256,
        "citable": not found.sample,
        "text": as_text(found),
        "bibtex": as_bibtex(found),
        "csl": as_csl(found),
    }


def _marked(text: str, found: Reference) -> str:
    """The text, with the mark of sample data before it where they are: in the title no style drops it."""
    return f"{FACSIMILE} {text}" if found.sample else text


def _pages(found: Reference) -> str:
    """The printed pages and, where they differ, those of the PDF: `pp. 12–13 (PDF pp. 14–15)`."""
    printed, pdf = found.printed_pages, _pdf_pages(found)
    if not printed:
        return pdf
    said = f"{'p.' if len(printed) == 1 else 'pp.'} {'–'.join(printed)}"
    return f"{said} ({pdf})" if pdf else said


def _pdf_pages(found: Reference) -> str:
    """The pages of the PDF, as far as they are not the printed ones."""
    pages = tuple(map(str, found.pdf_pages))
    if not pages or pages == found.printed_pages:
        return ""
    return f"PDF {'p.' if len(pages) == 1 else 'pp.'} {'–'.join(pages)}"


def _day(iso: str) -> str:
    """
    >>> _day("2016-12-21"), _day("")
    ('21 December 2016', '')
    """
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def _date_parts(iso: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else {}


def _latex(text: str) -> str:
    return text.translate(_LATEX)
