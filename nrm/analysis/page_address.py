"""The address of a page of an official PDF, as viewers of PDF understand it."""

from __future__ import annotations


def page_address(url: str | None, page: int | None) -> str:
    """The address of a page, counted from 1; empty where the file's address or the page is not known.

    `#page=` is from RFC 8118, section 3. What is no web address (`https:`, `http:`) is no address to follow.

    >>> page_address("https://ustr.example/list.pdf", 12), page_address("", 12)
    ('https://ustr.example/list.pdf#page=12', '')
    """
    if not url or page is None or not url.startswith(("https://", "http://")):
        return ""
    return f"{url}#page={page}"
