"""Registrable domains: tldextract itself is the judge, on every rule of the list and on hosts made of their labels."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrm.errors import BadTable
from nrm.lexicons import hosts, public_suffixes
from nrm.lexicons.public_suffixes import PublicSuffixes

RULES = sorted(hosts._suffixes()._rules)
LABELS = sorted({label.lstrip("!") for rule in RULES for label in rule.split(".")} - {"*"})


def by_tldextract(host: str) -> str | None:
    parts = hosts.suffix_list()(host)
    return f"{parts.domain}.{parts.suffix}" if parts.suffix and parts.domain else None


def test_every_rule_is_understood() -> None:
    assert len(RULES) > 6000
    assert {"com", "co.uk", "*.ck", "!www.ck", "example"} <= set(RULES)
    mistaken = [
        host
        for rule in RULES
        for suffix in [rule.lstrip("!").replace("*", "any")]
        for host in (suffix, f"site.{suffix}", f"www.site.{suffix}")
        if hosts._suffixes().registered(host) != by_tldextract(host)
    ]
    assert mistaken == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(LABELS) | st.sampled_from(["a", "ck", "jp", "www", "uk"]), min_size=1, max_size=5))
def test_hosts_of_any_labels(labels: list[str]) -> None:
    host = ".".join(labels)
    assert hosts._suffixes().registered(host) == by_tldextract(host)


def test_tldextract_is_not_imported() -> None:
    code = "import sys\nfrom nrm.lexicons.domains import find_domains\nassert find_domains('see site.co.uk')\n"
    subprocess.run([sys.executable, "-c", code + "sys.exit('tldextract' in sys.modules)"], check=True)


def test_a_list_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_suffixes, "_FILE", "no-such-list")
    with pytest.raises(BadTable, match="public suffix list"):
        PublicSuffixes()
