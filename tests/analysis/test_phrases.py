from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from nrm.analysis import cells, diff_formats, phrases, redline, story_text


@pytest.mark.parametrize("module", [cells, diff_formats, phrases, redline, story_text])
def test_the_examples_in_docstrings_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_no_years_say_nothing() -> None:
    assert phrases.years([]) == ""
