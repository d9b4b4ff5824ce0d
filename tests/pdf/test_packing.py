"""Pages packed and unpacked are what they were, also by way of JSON; what is made quickly is as good as what is not."""

from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError, fields

import pytest

from nrm.model import Box, Line, Run
from nrm.pdf import read_document
from nrm.pdf.glyphs import Glyph
from nrm.pdf.packing import packed, unpacked
from nrm.pdf.quick_values import new_glyph, new_line, new_run
from nrm.stages.discover import sample_files


def test_pages_come_out_as_they_went_in() -> None:
    with sample_files() as files:
        pages = read_document(files[3]).pages
    assert unpacked(packed(pages)) == pages
    assert unpacked(pickle.loads(pickle.dumps(packed(pages)))) == pages
    assert unpacked(json.loads(json.dumps(packed(pages)))) == pages


@pytest.mark.parametrize("given", [[1], [[1, 2, 3]], [[1, 2.0, 3.0, [["line"]], [], 0]]])
def test_what_are_no_pages_is_an_error(given: list[object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        unpacked(given)  # type: ignore[arg-type]


def test_what_is_made_quickly_is_the_same_frozen_value() -> None:
    style = ("Times", 12.0, True, False, True, False, True, "0000ff", "#")
    run = new_run(1, 5, style, 72.0, 90.5)
    assert run == Run(1, 5, *style, 72.0, 90.5)
    box = Box(1.0, 2.0, 3.0, 4.0)
    line = new_line(3, "a text", box, (run,), 9.0, 8.0, 7.0)
    assert line == Line(3, "a text", box, (run,), 9.0, 8.0, 7.0)
    drawn = ("a", 1.0, 2.0, 3.0, 4.0, 5.0, "Times", 12.0, True, False, "0000ff", True, None)
    glyph = new_glyph(*drawn)
    assert glyph == Glyph(*drawn)
    for one in (run, line, glyph):
        assert hash(one) == hash(type(one)(*[getattr(one, field.name) for field in fields(one)]))
        assert pickle.loads(pickle.dumps(one)) == one
        with pytest.raises(FrozenInstanceError):
            setattr(one, fields(one)[0].name, 0)
