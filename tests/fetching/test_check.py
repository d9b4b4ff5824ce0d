"""Editions that nobody knows yet."""

from __future__ import annotations

import pytest

from nrm.editions.manifest import Address, Manifest
from nrm.errors import CannotFetch
from nrm.fetching.check import Checked, check
from nrm.fetching.client import Client
from nrm.fetching.pages import Pages
from nrm.fetching.retry import RetryPolicy
from tests.fetching.misbehaving import Server, page, status
from tests.fetching.test_fetch import facts


def look(server: Server, client: Client, *pages: str) -> Checked:
    known = facts(2024, Address(server.url("/known.pdf"), "seen", "pdf"))
    manifest = Manifest((known,), tuple(server.url(path) for path in pages))
    return check(manifest, {2024}, Pages(client, RetryPolicy(1)))


def test_a_new_edition_is_seen_and_its_pdf_found(server: Server, client: Client) -> None:
    server.paths["/news"] = page(
        '<p><a href="/release">USTR releases 2025 review of notorious markets</a>'
        '<p><a href="/old">USTR releases 2024 review of notorious markets</a>'
        '<p><a href="/call">2026 Notorious Markets List: request for comments</a>'
        '<p><a href="/known.pdf">Notorious Markets List</a>'
    )
    server.paths["/release"] = page('<p>The <a href="/2025.pdf">2025 Notorious Markets List</a>')
    (seen,) = look(server, client, "/news").sightings
    assert (seen.list_year, seen.address, seen.is_pdf) == (2025, server.url("/2025.pdf"), True)
    assert seen.page == server.url("/release")
    assert server.asked_paths == ["/news", "/release"]


def test_a_release_in_the_year_after_is_of_the_known_edition(server: Server, client: Client) -> None:
    server.paths["/news"] = page('<p><a href="/r">January 2025: the 2024 review of notorious markets</a>')
    assert look(server, client, "/news").sightings == ()


def test_a_pdf_without_a_year_at_a_new_address_may_be_one(server: Server, client: Client) -> None:
    server.paths["/news"] = page('<p><a href="/nml-final.pdf">Notorious Markets List</a>')
    (seen,) = look(server, client, "/news").sightings
    assert (seen.list_year, seen.is_pdf) == (0, True)


def test_a_release_that_cannot_be_read_is_still_told(server: Server, client: Client) -> None:
    server.paths["/news"] = page('<p><a href="/release">2025 review of notorious markets</a>')
    found = look(server, client, "/news", "/gone")
    assert [(one.list_year, one.is_pdf) for one in found.sightings] == [(2025, False)]
    assert [failure.outcome for failure in found.failures] == ["not found", "not found"]


def test_where_no_page_can_be_read_nothing_is_established(server: Server, client: Client) -> None:
    server.paths |= {"/a": status(500), "/b": page("<html>verify you are human", 403)}
    with pytest.raises(CannotFetch, match="no page could be looked at"):
        look(server, client, "/a", "/b")
    with pytest.raises(CannotFetch, match="names no page"):
        look(server, client)
