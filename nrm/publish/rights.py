"""Under which licence the data stand, from whom they come, and what their publisher reserves."""

from __future__ import annotations

from collections.abc import Mapping

OFFICIAL_LICENCE: Mapping[str, str] = {
    "name": "other-pd",
    "title": "Works of the United States Government are in the public domain (17 U.S.C. § 105)",
    "path": "https://www.usa.gov/government-copyright",
}
SAMPLE_LICENCE: Mapping[str, str] = {
    "name": "Apache-2.0",
    "title": "Apache License 2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
}
PUBLISHER: Mapping[str, str] = {
    "title": "Office of the United States Trade Representative, Review of Notorious Markets "
    "for Counterfeiting and Piracy",
    "path": "https://ustr.gov/issue-areas/intellectual-property",
}
RESERVATION = (
    "The list makes no finding of a violation of law and no statement about the general climate "
    "of protection in any country."
)
SAMPLE_NOTICE = "SAMPLE DATA made for trying nrm out, never to be cited."


def licence(*, sample: bool) -> Mapping[str, str]:
    """The licence of a build's data: `name`, `title`, `path`."""
    return SAMPLE_LICENCE if sample else OFFICIAL_LICENCE
