"""The templates of the site, and what they may call."""

from __future__ import annotations

import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from nrm.analysis.page_address import page_address
from nrm.analysis.phrases import years
from nrm.publish.site.site_tables import Row, country_name, place_of
from nrm.publish.site.timeline_svg import state_name


@cache
def environment() -> Environment:
    """Templates that escape everything and fail on a name that is not there."""
    made = Environment(
        loader=PackageLoader("nrm.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "years": years, "country": country_name, "place": place_of, "day": day, "of": of, "state": state_name,
        "size": size,
    }  # fmt: skip
    made.globals["page_link"] = page_link
    return made


def page_link(edition: Row, page: int | None) -> str:
    """The address of a page of an edition's official PDF; empty where the address is not known."""
    return page_address(edition["source_url"], page)


def day(value: datetime.date) -> str:
    """A date such as 21 December 2016."""
    return f"{value.day} {value:%B} {value.year}"


def of(number: int, noun: str) -> str:
    """
    >>> of(1, "edition"), of(1200, "edition")
    ('1 edition', '1,200 editions')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size(count: int) -> str:
    """A number of bytes for people.

    >>> size(512), size(20_480), size(3_500_000)
    ('512 bytes', '20 KB', '3.5 MB')
    """
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
