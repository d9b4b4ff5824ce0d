"""What stands on the pages, looked at as text; `test_in_a_browser` looks at them as a reader does."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from nrm.corpus import Corpus, load
from nrm.frames import frame
from nrm.publish.site import Site, write_site
from tests.publish.made_up import made_up_records

URL = "https://ustr.example/nml.pdf"
BAD = '<script>alert(1)</script> & "x"'


class Reading(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[Mapping[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def pages(folder: Path) -> Iterator[tuple[Path, Reading]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, Reading(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def site(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    start = time.process_time()
    written = write_site(load(sample_build), tmp_path_factory.mktemp("web") / "site")
    assert time.process_time() - start < 20
    return written


@pytest.fixture
def official(tmp_path: Path) -> Path:
    """The site of a made-up corpus that is no sample, with an address of the PDF and hostile text."""
    records = made_up_records(sample=False, text=BAD + " second sentence")
    records["editions"] = [row | {"source_url": URL} for row in records["editions"]]
    records["markets"] = [row | {"name": BAD, "aliases": (BAD,), "evidence": (BAD,)} for row in records["markets"]]
    records["findings"] = [row | {"list_year": 2016, "text": BAD} for row in records["findings"]]
    corpus = Corpus.of({name: frame(name, rows) for name, rows in records.items()}, sample=False)
    write_site(corpus, tmp_path / "site")
    return tmp_path / "site"


def test_there_is_a_page_for_each_market_edition_and_country(site: Site, sample_build: Path) -> None:
    corpus = load(sample_build)
    assert {p.stem for p in site.folder.glob("market/*.html")} == {row["market_id"] for row in corpus.rows("markets")}
    years = {str(row["list_year"]) for row in corpus.rows("editions") if row["source_sha256"]}
    assert {path.stem for path in site.folder.glob("edition/*.html")} == years
    codes = {code for row in corpus.rows("markets") for code in row["countries"]}
    assert {row["country"] or row["based_in"] for row in corpus.rows("listings")} - {None} <= codes
    assert {path.stem.upper() for path in site.folder.glob("country/*.html")} == codes
    assert site.pages == len(list(site.folder.rglob("*.html")))


def test_no_page_is_large(site: Site) -> None:
    sizes = [path.stat().st_size for path in site.folder.rglob("*.html")]
    assert max(sizes) == site.largest < 500_000


def test_every_page_has_title_language_landmarks_policy_and_notices(site: Site) -> None:
    titles = set()
    for path, page in pages(site.folder):
        assert page.all("html") == [{"lang": "en"}], path
        assert all(len(page.all(tag)) == 1 for tag in ("main", "header", "nav", "footer", "h1")), path
        policy = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
        assert policy is not None
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "What is not established:" in page.text, path
        assert "Not in this corpus: 2025." in page.text, path
        assert "no finding of a violation of law" in page.text, path
        assert "never to be cited" in page.text, path
        title = re.search(r"<title>(.+) – Notorious Markets List \(sample data\)</title>", path.read_text("utf-8"))
        assert title is not None, path
        titles.add((path.parent.name, title[1]))
    assert len(titles) > 250


def test_nothing_is_inline_that_the_policy_forbids_and_nothing_comes_from_elsewhere(site: Site) -> None:
    for path, page in pages(site.folder):
        assert not page.all("style"), path
        assert all(script["src"] for script in page.all("script")), path
        for tag, attributes in page.tags:
            assert "style" not in attributes, path
            assert not [name for name in attributes if name.startswith("on")], path
            if tag in ("script", "img", "link"):
                address = attributes.get("src") or attributes.get("href") or ""
                assert not urlsplit(address).scheme, path
                assert not address.startswith("//"), path


def test_every_link_within_the_site_leads_somewhere(site: Site) -> None:
    ids: dict[Path, set[str | None]] = {}
    wanted: list[tuple[Path, Path, str]] = []
    for path, page in pages(site.folder):
        ids[path.resolve()] = {attributes.get("id") for _, attributes in page.tags}
        for link in [*page.all("a"), *page.all("link")]:
            parts = urlsplit(link["href"] or "")
            if not parts.scheme:
                target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
                wanted.append((path, target, parts.fragment))
    for path, target, fragment in wanted:
        assert target.is_file(), (path, target)
        assert not fragment or fragment in ids[target], (path, target, fragment)
    assert len(wanted) > 2000


def test_a_market_s_page_tells_its_story_with_pages_and_redlines(site: Site) -> None:
    text = (site.folder / "market/taobao.html").read_text("utf-8")
    page = Reading(text)
    assert "Absent from four editions (2012–2015), relisted in 2016." in page.text
    assert "(printed 8)" in page.text
    assert "relisted after 4 editions" in page.text
    assert "% the same words" in page.text
    assert page.all("ins")
    assert page.all("del")
    told = Reading((site.folder / "market/rapidgator.html").read_text("utf-8")).text
    assert "where it is based newly stated: Russia" in told


def test_an_edition_s_page_tells_what_came_and_went(site: Site) -> None:
    page = Reading((site.folder / "edition/2016.html").read_text("utf-8"))
    assert "Back after a gap (2)" in page.text
    assert "Verification" in page.text
    first = Reading((site.folder / "edition/2010.html").read_text("utf-8"))
    assert "what came before it is unknown" in first.text
    assert "Listed for the first time" not in first.text


def test_downloads_are_the_files_of_the_build(site: Site, sample_build: Path) -> None:
    offered = sorted(path.relative_to(site.folder / "downloads") for path in site.folder.glob("downloads/**/*.*"))
    assert site.downloads == len(offered) > 20
    for name in offered:
        assert (site.folder / "downloads" / name).read_bytes() == (sample_build / name).read_bytes()


def test_the_same_corpus_gives_the_same_bytes(site: Site, sample_build: Path, tmp_path: Path) -> None:
    write_site(load(sample_build), tmp_path / "again")
    for path in site.folder.rglob("*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(site.folder)).read_bytes() == path.read_bytes()


def test_text_of_reports_is_never_markup(official: Path) -> None:
    for path, page in pages(official):
        assert len(page.all("script")) == 1, path
        assert "SAMPLE" not in page.text, path
    assert BAD in Reading((official / "market/fair-windhoek.html").read_text("utf-8")).text
    assert BAD in Reading((official / "edition/2016.html").read_text("utf-8")).text


def test_pages_link_to_the_official_pdf(official: Path) -> None:
    page = Reading((official / "market/fair-windhoek.html").read_text("utf-8"))
    assert f"{URL}#page=3" in [link["href"] for link in page.all("a")]


def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path) -> None:
    records = made_up_records(sample=False)
    records["editions"] = [row | {"source_url": "javascript:alert(1)"} for row in records["editions"]]
    write_site(Corpus.of({n: frame(n, rows) for n, rows in records.items()}, sample=False), tmp_path / "site")
    for path, page in pages(tmp_path / "site"):
        assert not [link for link in page.all("a") if (link["href"] or "").startswith("javascript")], path


def test_what_is_not_established_is_said_of_markets_too(tmp_path: Path) -> None:
    write_site(Corpus.of({n: frame(n, r) for n, r in made_up_records().items()}, sample=True), tmp_path / "site")
    assert "2016: not established" in Reading((tmp_path / "site/markets.html").read_text("utf-8")).text
    country = Reading((tmp_path / "site/country/na.html").read_text("utf-8"))
    assert "Namibia" in country.text
