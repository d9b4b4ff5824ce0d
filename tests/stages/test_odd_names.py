"""Files with names that could break a table, a terminal or a shell: reported under a name that is safe to show."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import nrm
from nrm.stages.discover import sample_files
from tests.torture.raw_pdf import one_page, pdf, stream, text

_NAMES = (
    b"=cmd|' C calc'!A0.pdf",
    b"+1.pdf",
    b"-rf.pdf",
    b"@sum.pdf",
    b"new\nline.pdf",
    b"\x1b[31mred\x07.pdf",
    b"not utf-8 \xff\xfe.pdf",
    "right \u202eto left.pdf".encode(),
)


@pytest.mark.usefixtures("samples_read_before")
def test_odd_names_cost_nothing_and_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    folder.mkdir()
    with sample_files() as files:
        shutil.copy(files[0], folder / "edition.pdf")
    for number, name in enumerate(_NAMES):
        content = b"no PDF" if number % 2 else pdf(one_page(stream(text("Minutes of a meeting"))))
        (folder / os.fsdecode(name)).write_bytes(content)
    result = nrm.build(folder, tmp_path / "derived", charts=False)
    assert result.exit_code == 1
    assert len(result.failed) == len(_NAMES)
    told = [json.loads(line) for line in (tmp_path / "derived/findings.jsonl").read_text("utf-8").split("\n") if line]
    named = {row["file"] for row in told if row["code"] in ("unreadable-file", "not-an-nml")}
    assert len(named) == len(_NAMES)
    for row in told:
        assert all(letter.isprintable() for letter in row["file"] or ""), row
    assert all(letter.isprintable() for one in result.failed for letter in one.message)
