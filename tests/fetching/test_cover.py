"""What a file is, judged in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.fetching import cover
from nrm.fetching.cover import Cover, judge, judge_here
from tests.fetching.covers import edition_pdf, letter_pdf
from tests.pdf.drawn_pdf import pdf, text


def test_the_process_says_the_same(tmp_path: Path) -> None:
    for name, body in (("a", edition_pdf(2016)), ("b", letter_pdf()), ("c", b"<html>")):
        (tmp_path / name).write_bytes(body)
        assert judge(tmp_path / name) == judge_here(tmp_path / name)
    assert judge(tmp_path / "a") == Cover(
        list_year=2016, title="2016 Out-of-Cycle Review of Notorious Markets", published="", pages=1
    )


def test_a_file_that_wants_a_password(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = pdf(tmp_path / "a.pdf", text("secret"), encrypt=StandardEncryption("user", "owner"))
    assert judge_here(locked) == Cover("damaged", "it wants a password")


def test_only_the_first_pages_of_a_long_file_are_read(tmp_path: Path) -> None:
    title = text("2016 Out-of-Cycle Review of Notorious Markets")
    office = text("Office of the United States Trade Representative")
    long = pdf(tmp_path / "a.pdf", title, office, *[text("and so on")] * 60)
    found = judge_here(long)
    assert (found.trouble, found.list_year, found.pages) == ("", 2016, 62)


def test_a_file_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(edition_pdf(2016))
    monkeypatch.setattr(cover, "_SECONDS", 0.01)
    assert judge(tmp_path / "a").trouble == "damaged"


def test_a_process_that_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(edition_pdf(2016))
    monkeypatch.setattr(cover.sys, "executable", "/bin/false")  # type: ignore[attr-defined]
    assert judge(tmp_path / "a") == Cover("damaged", "reading its first pages fails")
