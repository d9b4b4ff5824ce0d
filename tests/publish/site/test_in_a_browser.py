"""The site in headless Chromium, opened from the disk as a reader opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from nrm.corpus import load
from nrm.publish.site import write_site

pytestmark = pytest.mark.slow

PAGES = (
    "index", "timeline", "markets", "editions", "countries", "downloads", "about", "market/taobao",
    "market/tepito-mexico-city", "edition/2010", "edition/2016", "country/cn",
)  # fmt: skip
SIZES = {"desk": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def start(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site's folder."""
    folder = tmp_path_factory.mktemp("browsed") / "site"
    write_site(load(sample_build), folder)
    return folder.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="a development dependency")
    program = which("chromium") or which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """A page of the browser, everything that it complains of, and every address that it asks for."""

    def __init__(self, browser: Any, size: str = "desk", **options: Any) -> None:
        width, height = SIZES[size]
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def shown(self) -> list[str]:
        """The names in the rows of the table of markets that can be seen."""
        names: list[str] = self.page.eval_on_selector_all(
            "#markets tbody tr:not([hidden]) th a", "links => links.map(link => link.textContent)"
        )
        return names


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    one = Watched(browser)
    yield one
    assert one.complaints == []
    one.context.close()


@pytest.mark.parametrize(("size", "scheme"), [("desk", "light"), ("phone", "dark")])
def test_pages_are_quiet_ask_nobody_and_hurt_no_reader(browser: Any, start: str, size: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="a development dependency").Axe()
    one = Watched(browser, size, color_scheme=scheme, bypass_csp=True)  # axe is put into the page
    for name in PAGES:
        one.page.goto(f"{start}/{name}.html")
        one.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        # Preloading would have axe itself ask for the style sheet, which a page on a disk may not.
        found = axe.run(one.page, options={"preload": False}).response["violations"]
        assert [(name, fault["id"], [node["html"][:160] for node in fault["nodes"][:3]]) for fault in found] == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert one.page.evaluate(wide) == 0, name
    assert one.complaints == []
    assert [address for address in one.asked if not address.startswith(start)] == []
    one.context.close()


def test_style_and_script_work_under_the_policy(watched: Watched, start: str) -> None:
    watched.page.goto(f"{start}/markets.html")
    assert watched.page.is_visible("form.filter")
    assert watched.page.evaluate("getComputedStyle(document.querySelector('nav ul')).listStyleType") == "none"
    assert {address.removeprefix(start) for address in watched.asked} == {
        "/markets.html", "/static/site.css", "/static/site.js",
    }  # fmt: skip


def test_search_and_filters_show_what_fits(watched: Watched, start: str, sample_build: Path) -> None:
    watched.page.goto(f"{start}/markets.html")
    markets = load(sample_build).rows("markets")
    assert len(watched.shown()) == len(markets)
    watched.page.fill("input[name=q]", "TAOBAO.com")
    assert watched.shown() == ["Taobao"]
    assert watched.page.inner_text("#count") == f"1 of {len(markets)} markets"
    watched.page.fill("input[name=q]", "são paulo")
    accented = watched.shown()
    watched.page.fill("input[name=q]", "sao paulo")
    assert watched.shown() == accented != []
    watched.page.fill("input[name=q]", "no such market anywhere")
    assert watched.shown() == []
    watched.page.click("form.filter button[type=reset]")
    watched.page.wait_for_selector(f"#count:text-is('{len(markets)} markets')")
    watched.page.select_option("select[name=kind]", "physical")
    assert len(watched.shown()) == sum(1 for row in markets if row["kind"] == "physical")
    watched.page.select_option("select[name=status]", "delisted")
    gone = {row["name"] for row in markets if row["kind"] == "physical" and row["status"] == "delisted"}
    assert set(watched.shown()) == gone
    watched.page.click("form.filter button[type=reset]")
    watched.page.select_option("select[name=year]", "2016")
    listed = [row for row in load(sample_build).rows("listings") if row["list_year"] == 2016]
    assert len(watched.shown()) == len(listed)


def test_a_search_has_an_address_of_its_own(watched: Watched, start: str) -> None:
    watched.page.goto(f"{start}/markets.html#q=beijing&kind=physical")
    found = watched.shown()
    assert "Silk Market" in found
    watched.page.fill("input[name=q]", "tepito")
    assert watched.page.evaluate("location.hash") == "#q=tepito&kind=physical"


def test_columns_can_be_sorted_by_keyboard(watched: Watched, start: str) -> None:
    watched.page.goto(f"{start}/markets.html")
    watched.page.focus("th:nth-child(5) button")
    for order, sort in (("ascending", sorted), ("descending", lambda counts: sorted(counts, reverse=True))):
        watched.page.keyboard.press("Enter")
        assert watched.page.get_attribute("th:nth-child(5)", "aria-sort") == order
        counts = [
            int(text)
            for text in watched.page.eval_on_selector_all(
                "#markets tbody td.number", "cells => cells.map(cell => cell.textContent)"
            )
        ]
        assert counts == sort(counts)


def test_a_reader_can_walk_from_the_start_to_a_market_and_back(watched: Watched, start: str) -> None:
    watched.page.goto(f"{start}/index.html")
    watched.page.keyboard.press("Tab")
    assert watched.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    watched.page.click("nav >> text=Timeline")
    watched.page.click('svg.timeline a[href="market/taobao.html"] text')
    assert watched.page.inner_text("h1") == "Taobao"
    watched.page.click("text=Edition by edition")
    watched.page.click("details a >> text=2016")
    assert watched.page.inner_text("h1") == "The 2016 list"
    watched.page.click("text=Taobao >> nth=0")
    assert watched.page.inner_text("h1") == "Taobao"


def test_all_can_be_read_without_javascript(browser: Any, start: str, sample_build: Path) -> None:
    one = Watched(browser, java_script_enabled=False)
    one.page.goto(f"{start}/markets.html")
    rows = one.page.locator("#markets tbody tr")
    assert rows.count() == len(load(sample_build).rows("markets"))
    assert not one.page.is_visible("form.filter")
    one.page.click("#markets a >> text=Taobao")
    assert "relisted in 2016" in one.page.inner_text("main")
    one.context.close()


def test_pages_print_on_paper(watched: Watched, start: str) -> None:
    watched.page.goto(f"{start}/market/taobao.html")
    watched.page.emulate_media(media="print")
    assert not watched.page.is_visible("nav")
    assert watched.page.pdf()[:5] == b"%PDF-"
