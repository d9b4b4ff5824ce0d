"""What would be asked, without asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.editions.manifest import Manifest
from nrm.errors import UnknownName
from nrm.fetching.client import Client
from nrm.fetching.cover import judge_here
from nrm.fetching.plan import known_years, plan
from tests.fetching.covers import edition_pdf
from tests.fetching.misbehaving import Server, file
from tests.fetching.test_fetch import ask, manifest


def test_all_routes_in_order_and_no_hint(server: Server, tmp_path: Path) -> None:
    (one,) = plan([2016], tmp_path, manifest(server), judged=judge_here).editions
    day = f"/web/20170115id_/https://{server.host}"
    assert [(attempt.route, attempt.address.removeprefix(f"https://{server.host}")) for attempt in one.attempts] == [
        ("manifest", "/2016.pdf"),
        ("discovery", "/2016-landing"),
        ("discovery", "/news"),
        ("archive", f"{day}/2016.pdf"),
        ("archive", f"{day}/2016-landing"),
        ("archive", "/copy.pdf"),
    ]
    assert {attempt.outcome for attempt in one.attempts} == {""}
    assert "https://sharing.example/doc/2016" in " ".join(one.by_hand)
    assert list(tmp_path.iterdir()) == []
    assert server.asked == []


def test_what_is_there_is_left_alone_or_asked_for_again(server: Server, client: Client, tmp_path: Path) -> None:
    server.paths["/2016.pdf"] = file(edition_pdf(2016))
    ask(server, client, tmp_path)
    server.asked.clear()
    known = manifest(server)
    assert [one.status for one in plan((), tmp_path, known, judged=judge_here).editions] == ["there", "would ask"]
    again = plan([2016], tmp_path, known, refresh=True, judged=judge_here).editions[0]
    assert [(one.route, one.address) for one in again.attempts] == [("manifest", server.url("/2016.pdf"))]
    assert server.asked == []
    with pytest.raises(UnknownName):
        plan([1999], tmp_path, known, judged=judge_here)


def test_an_edition_in_the_folder_is_known(server: Server, tmp_path: Path) -> None:
    (tmp_path / "dropped").write_bytes(edition_pdf(2031))
    assert known_years(tmp_path, manifest(server), judge_here) == {2016, 2017, 2031}
    assert known_years(tmp_path / "nowhere", Manifest(()), judge_here) == frozenset()
