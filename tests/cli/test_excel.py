"""`--format csv --excel`: a byte order mark, no formulas, and every command that prints CSV has it."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.cli.app import COMMANDS, app
from nrm.cli.screen import print_csv

FORMULA = '=HYPERLINK("https://x.example","Março")'


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_prints_csv_can_print_it_for_excel(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"}).output
    prints_csv = re.search(r"--format\s+[\[<][^\]>]*\bcsv\b", shown) is not None
    assert ("--excel" in shown) == prints_csv


@pytest.mark.parametrize("arguments", [("list", "2016"), ("diff", "2012", "2013"), ("verify",), ("build", "--sample")])
@pytest.mark.parametrize("form", [(), ("--json",), ("--format", "jsonl")])
def test_excel_goes_with_csv_alone(arguments: tuple[str, ...], form: tuple[str, ...]) -> None:
    ran = CliRunner().invoke(app, [*arguments, *form, "--excel"])
    assert ran.exit_code == 2
    assert "--format csv" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code"), [(("list", "2024"), 0), (("diff", "2012", "2013"), 1), (("verify",), 0)]
)
def test_the_mark_comes_first_and_the_rest_is_the_same(
    arguments: tuple[str, ...], code: int, sample_build: Path
) -> None:
    command = [*arguments, "--build", str(sample_build), "--format", "csv"]
    plain, excel = (CliRunner().invoke(app, [*command, *more]) for more in ([], ["--excel"]))
    assert (plain.exit_code, excel.exit_code) == (code, code)
    assert not plain.stdout.startswith("\ufeff")
    assert excel.stdout == "\ufeff" + plain.stdout
    assert len(list(csv.DictReader(io.StringIO(plain.stdout)))) > 3


def test_formulas_are_defused_for_excel_alone(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"name": FORMULA, "domains": ["-x.example", "y"], "number": -5, "share": -0.5, "none": None, "flag": True}
    print_csv(list(row), [row])
    exact = list(csv.reader(io.StringIO(capsys.readouterr().out)))[1]
    print_csv(list(row), [row], excel=True)
    out = capsys.readouterr().out
    safe = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))[1]
    assert out.startswith("\ufeff")
    assert exact == [FORMULA, "-x.example; y", "-5", "-0.5", "", "true"]
    assert safe == ["'" + FORMULA, "'-x.example; y", "-5", "-0.5", "", "true"]


@pytest.mark.slow
def test_an_office_program_computes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    row = {"a": "Março", "b": FORMULA, "c": "=1+1", "d": "@SUM(1)", "e": "+1+1"}
    for name, excel in (("exact", False), ("safe", True)):
        print_csv(list(row), [row], excel=excel)
        (tmp_path / f"{name}.csv").write_text(capsys.readouterr().out, "utf-8")
    # 44: comma, 34: quotes, 76: UTF-8; the last but one: formulas are computed
    filters = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", filters, "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.csv"))], check=True, capture_output=True, timeout=180)
    sheets = {name: _sheet(tmp_path / f"{name}.xlsx") for name in ("exact", "safe")}
    assert "<f" in sheets["exact"]  # or this test would show nothing
    assert "<f" not in sheets["safe"]


def _sheet(workbook: Path) -> str:
    with zipfile.ZipFile(workbook) as parts:
        (name,) = [one for one in parts.namelist() if one.startswith("xl/worksheets/sheet")]
        return parts.read(name).decode()
