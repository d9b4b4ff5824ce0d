from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nrm.publish import domain_lists


def _listing(year: int, *domains: str) -> dict[str, Any]:
    return {"list_year": year, "domains": domains}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    listings = [_listing(2016, "b.example", "a.example"), _listing(2016, "a.example"), _listing(2017, "c.example")]
    names = domain_lists.write(listings, [2017, 2016, 2018], tmp_path, sample=False)
    assert names == [f"domains/{name}.txt" for name in ("all", "2016", "2017", "2018")]
    return tmp_path / "domains"


@pytest.mark.parametrize(
    ("name", "domains"),
    [
        ("all", ["a.example", "b.example", "c.example"]),
        ("2016", ["a.example", "b.example"]),
        ("2017", ["c.example"]),
        ("2018", []),
    ],
)
def test_each_domain_stands_once_on_a_line_of_its_own(written: Path, name: str, domains: list[str]) -> None:
    assert (written / f"{name}.txt").read_text("utf-8") == "".join(f"{domain}\n" for domain in domains)


def test_lists_of_sample_data_say_so(tmp_path: Path) -> None:
    domain_lists.write([_listing(2016, "a.example")], [2016], tmp_path, sample=True)
    notice, *domains = (tmp_path / "domains/2016.txt").read_text("utf-8").splitlines()
    assert notice.startswith("# SAMPLE DATA")
    assert domains == ["a.example"]
