"""The workbook in LibreOffice: it opens, and every sheet has the rows of its table."""

from __future__ import annotations

import csv
import subprocess
import tempfile
from pathlib import Path
from shutil import which

import pytest

from nrm.corpus import load
from nrm.publish.exports import export
from nrm.schema import tables

pytestmark = pytest.mark.slow
# Comma, double quote, UTF-8, from row 1; cells as shown; the last figure asks for all sheets.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def test_every_sheet_has_the_rows_of_its_table(sample_build: Path, tmp_path: Path) -> None:
    office = which("soffice") or which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    corpus = load(sample_build)
    export(corpus, "xlsx", tmp_path / "nrm.xlsx")
    with tempfile.TemporaryDirectory() as profile:
        command = [office, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to", ALL_SHEETS]
        command += ["--outdir", str(tmp_path), str(tmp_path / "nrm.xlsx")]
        subprocess.run(command, capture_output=True, timeout=280, check=True)
    for name in tables():
        with (tmp_path / f"nrm-{name}.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len(rows) == len(corpus.rows(name)), name
    assert {row["list_year"] for row in rows if row["list_year"]} <= {str(year) for year in range(2010, 2026)}
