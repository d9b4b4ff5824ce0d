"""Leads of a country and a name are cut behind the name."""

from __future__ import annotations

import pytest

from nrm.entries.country_leads import with_whole_leads
from tests.entries.typescript import blocks_typed, found_in

TEXT = "The stalls sell shirts."


@pytest.mark.parametrize(
    ("lead", "name", "rest"),
    [
        (f"BRAZIL – Hall Gate (Recife) — {TEXT}", "BRAZIL – Hall Gate (Recife)", TEXT),
        (f"BRAZIL – Hall Gate (St. Petersburg). {TEXT}", "BRAZIL – Hall Gate (St. Petersburg)", TEXT),
        (f"BRAZIL – Arch & Hall of the Gate. {TEXT}", "BRAZIL – Arch & Hall of the Gate", TEXT),
        (f"Brazil: Hall Gate, Recife. {TEXT}", "Brazil: Hall Gate, Recife", TEXT),
        ("BRAZIL – The government closed it. So it said.", "BRAZIL", "The government closed it. So it said."),
        (f"BRAZIL. Hall Gate (Recife). {TEXT}", "BRAZIL", f"Hall Gate (Recife). {TEXT}"),
        (f"PALACE – Hall Gate (Recife) — {TEXT}", "PALACE", f"Hall Gate (Recife) — {TEXT}"),
    ],
)
def test_a_name_behind_a_country_belongs_to_the_lead(lead: str, name: str, rest: str) -> None:
    blocks = blocks_typed(lead)
    (found,) = with_whole_leads(found_in(blocks), blocks)
    assert (found.text, found.rest) == (name, rest)
    assert blocks[0].text[found.rest_at :] == rest
