"""Text of a report on a screen: folded, marked, and never a command to the terminal."""

from __future__ import annotations

import sys

import pytest

from nrm.analysis.text.concordance import concordance
from nrm.analysis.text.passages import text_passages
from nrm.analysis.text.reuse import reuse
from nrm.cli.concordance_lines import columns_of, print_lines
from nrm.cli.edition_counts import print_counts
from nrm.cli.marked import print_marked
from nrm.cli.reuse_screens import print_market
from nrm.cli.screen import say_headed
from tests.analysis.text.made_up_corpus import Said, made_up_corpus

NASTY = "before \x1b[31m the needle \x1b]0;title\x07 behind 东京市场 and more of it than has room"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 60 columns that shows colours."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda stream: True)


def bare(text: str) -> str:
    """The text without the styles that nrm sets."""
    for code in ("0", "1", "2", "31", "32", "36"):
        text = text.replace(f"\x1b[{code}m", "")
    return text


@pytest.mark.usefixtures("terminal")
def test_a_concordance_fits_and_holds_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    corpus = made_up_corpus([Said(2010, NASTY), Said(2011, "a needle")])
    print_lines(concordance(text_passages(corpus), "needle"))
    shown = capsys.readouterr().out
    assert "\x1b[1mneedle\x1b[0m" in shown
    assert "\x1b]" not in shown
    assert shown.count("\x1b[31m") == 0
    assert max(columns_of(bare(line)) for line in shown.splitlines()) <= 60


@pytest.mark.usefixtures("terminal")
def test_matches_are_bold_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_marked(f"**needle** in {NASTY} and a **second needle** at the end", "  ")
    shown = capsys.readouterr().out
    assert shown.startswith("  \x1b[1mneedle\x1b[0m in before \ufffd[31m")
    assert "**" not in shown
    assert "\x1b[1msecond needle\x1b[0m" in shown
    assert max(map(len, bare(shown).splitlines())) <= 60


def test_matches_stand_between_asterisks_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    print_marked("a **needle** here", "  ")
    assert capsys.readouterr().out == "  a **needle** here\n"


@pytest.mark.usefixtures("terminal")
def test_each_line_of_a_change_has_its_colour(capsys: pytest.CaptureFixture[str]) -> None:
    old = "It stays and these twelve words are taken out of the entry by the next one."
    new = "It stays and something else is said here now, at some length, so that it folds."
    corpus = made_up_corpus([Said(2010, old, "shop"), Said(2011, new, "shop")])
    print_market(corpus, reuse(corpus))
    shown = capsys.readouterr().out
    assert "\x1b[31m[-these" in shown
    assert "\x1b[32m{+something" in shown
    assert shown.count("\x1b[31m") + shown.count("\x1b[32m") == shown.count("\x1b[0m") - 2
    assert max(map(len, bare(shown).splitlines())) <= 60


@pytest.mark.usefixtures("terminal")
def test_a_headed_sentence_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    say_headed("a\x1b[31mb", ": said")
    print_counts([(2010, 3, True), (2011, None, False), (2012, 1234, False)])
    shown = bare(capsys.readouterr().out)
    assert shown.startswith("a\ufffd[31mb: said\n  2010   2011   2012\n     3      ? 1,234+\n")
    assert "? the edition is not in the corpus" in shown
    assert "+ or more: the edition is not verified as complete" in shown
