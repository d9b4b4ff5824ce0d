"""Links of web pages, and which of them may lead to an edition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.fetching.discovery import links_of, pages_for, pdfs_for

BASE = "https://ustr.gov/about/news"


@pytest.mark.parametrize(
    ("html", "url", "text"),
    [
        ('<a href="/x.pdf">The <b>2016</b>\n list</a>', "https://ustr.gov/x.pdf", "The 2016 list"),
        ("<A HREF='x.pdf#page=2'>x</A>", "https://ustr.gov/about/x.pdf", "x"),
        ('<base href="https://ustr.gov/deep/"><a href=x.pdf>x', "https://ustr.gov/deep/x.pdf", "x"),
        ('<a href="http://ustr.gov/x.pdf">x', "https://ustr.gov/x.pdf", "x"),
        ('<a href="//other.example/x.pdf">x', "https://other.example/x.pdf", "x"),
        ('<a href="x.pdf" title="2016 NML"><img alt="cover"></a>', "https://ustr.gov/about/x.pdf", "2016 NML cover"),
        ('<a href="a b.pdf">x &amp; y</a>', "https://ustr.gov/about/a b.pdf", "x & y"),
        ('<script>"<a href=no>"</script><a href="y">y<script>z</script></a>', "https://ustr.gov/about/y", "y"),
    ],
)
def test_a_link_as_it_is_meant(html: str, url: str, text: str) -> None:
    (link,) = links_of(html, BASE)
    assert (link.url, link.text) == (url, text)


@pytest.mark.parametrize("html", ["<a>x</a>", '<a href="mailto:x@y">x', '<a href="javascript:x">x', '<a href="">x', ""])
def test_what_is_no_link(html: str) -> None:
    assert links_of(html, BASE) == ()


@given(st.text(alphabet=st.sampled_from('<>a/hrefp"\'= &;#x.pdf\n!-'), max_size=200))
def test_a_broken_page_is_read_as_far_as_it_goes(html: str) -> None:
    assert all(link.url.startswith("https://") for link in links_of(html, BASE))


PAGE = """
<ul><li><a href="/r.pdf">2015 Out-of-Cycle Review of Notorious Markets</a>
<li><a href="/files/2016_Notorious_Markets_List.pdf">Report</a>
<li><a href="/nml.pdf">Notorious Markets</a>
<li><a href="/301.pdf">2016 Special 301 Report</a>
<li>The 2016 Notorious Markets List is available <a href="/download/final.pdf">here</a>.
<li><a href="/release">USTR Releases 2016 Review of Notorious Markets</a>
<li><a href="/older">USTR Releases 2014 Review of Notorious Markets</a>
<li><a href="/next-year">January 2017: Notorious Markets List</a>
<li><a href="/docket">Request for comments: 2016 Review of Notorious Markets</a>
<li><a href="/docket.pdf">Comments on the 2016 Notorious Markets List</a>
</ul>"""


def test_the_likeliest_pdf_comes_first() -> None:
    found = [link.url.removeprefix("https://ustr.gov") for link in pdfs_for(links_of(PAGE, BASE), 2016)]
    assert found == ["/files/2016_Notorious_Markets_List.pdf", "/nml.pdf", "/download/final.pdf", "/r.pdf"]


def test_pages_about_the_edition_or_of_the_year_after() -> None:
    found = [link.url.removeprefix("https://ustr.gov") for link in pages_for(links_of(PAGE, BASE), 2016)]
    assert found == ["/release", "/next-year"]
