"""0 done, 1 differs or failed a check, 2 trouble of the user's, 3 a defect: one line each, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nrm.corpus
from nrm.cli.app import app
from nrm.stages.discover import sample_files
from tests.cli.running import ROOT
from tests.cli.running import nrm as run_nrm


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "1999"), "no edition 1999"),
        (("show", "nosuchmarket"), "nosuchmarket"),
        (("show", "taobaoo"), "did you mean Taobao"),
        (("show", "market"), "give a market_id"),
        (("diff", "2015", "2016", "--only", "nothing"), "nothing"),
        (("diff", "2015", "."), "compare two years"),
        (("diff", "2015", "nowhere.pdf"), "no list year"),
        (("chart", "nochart"), "nochart"),
        (("chart", "timeline", "--out", "x.gif"), ".png or .svg"),
        (("chart", "map", "--kind", "online"), "cannot be drawn by kind"),
        (("chart", "map", "--years", "lately"), "2015-2020"),
        (("chart", "timeline", "--market", "taobaoo"), "did you mean Taobao"),
        (("chart", "timeline", "--out", "no/such/folder/x.png"), "cannot be written"),
    ],
)
def test_trouble_of_the_users_is_one_line_and_two(arguments: tuple[str, ...], said: str, sample_build: Path) -> None:
    ran = CliRunner().invoke(app, [*arguments, "--build", str(sample_build)])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--build", "nowhere"),
        ("build", "nowhere"),
        ("build", "pyproject.toml", "--out", "out"),
        ("tag", "nowhere.pdf"),
        ("tag", "LICENSE", "--build", "nowhere"),
    ],
)
def test_what_is_not_there_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    ran = nrm_in(tmp_path, *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"pyproject.toml", "LICENSE"}


@pytest.mark.parametrize(
    "arguments", [("list", "x"), ("nosuch",), ("list", "--nosuch"), ("build", "--sample", "x"), ()]
)
def test_a_command_that_is_no_command_is_two(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, list(arguments)).exit_code == 2


def test_a_defect_is_three_with_its_details_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr(nrm.corpus, "load", broken)
    ran = CliRunner().invoke(app, ["list"])
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert len(ran.stderr.splitlines()) == 1
    details = Path(re.search(r"details are in (\S+)", ran.stderr)[1])  # type: ignore[index]
    assert "ZeroDivisionError: by accident" in details.read_text("utf-8")
    details.unlink()


def test_an_interruption_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(nrm.corpus, "load", interrupted)
    ran = CliRunner().invoke(app, ["list"])
    assert ran.exit_code == 130
    assert len(ran.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error(sample_build: Path) -> None:
    command = [sys.executable, "-m", "nrm.cli", "show", "taobao", "--json", "--build", str(sample_build)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(30) != 3


def test_a_build_as_a_user_runs_it(tmp_path: Path) -> None:
    with sample_files() as files:
        shutil.copy(files[2], tmp_path / "2012.pdf")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4")
    both = nrm_in(tmp_path, "build", ".", "--no-charts", "--out", "out")
    assert both.returncode == 1, both.stderr
    assert re.search(r"2012 .* verified", both.stdout)
    assert "torn.pdf" in both.stdout.split("Files that were not used:")[1]
    assert "SAMPLE DATA" in both.stdout
    assert both.stderr == ""
    assert nrm_in(tmp_path, "build", "torn.pdf", "--out", "out").returncode == 2
    assert nrm_in(tmp_path, "list", "2012", "--build", "out").returncode == 0


def test_an_interruption_while_a_string_is_evaluated_ends_with_its_code_too(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(
        "import typer\nfrom nrm.cli.guard import guarded\n"
        "def interrupt():\n    raise KeyboardInterrupt\n"
        "app = typer.Typer()\napp.command()(guarded(lambda: eval('interrupt()')))\napp()\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "interrupted"]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, "nrm: interrupted; what was there before is unchanged\n")


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["0.3 s", "1.5 s", "charts", "charts/*.svg"])
def test_an_interrupted_build_leaves_what_was_there(tmp_path: Path, moment: str) -> None:
    """After so many seconds, or as soon as the unfinished build has such a file or folder."""
    command = [sys.executable, "-m", "nrm.cli", "build", "--sample", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as process:
        if moment.endswith(" s"):
            time.sleep(float(moment.removesuffix(" s")))
        else:
            deadline = time.monotonic() + 60
            while not list(tmp_path.glob(f"out.builds/.new-*/{moment}")) and time.monotonic() < deadline:
                time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert list(tmp_path.iterdir()) == []


def nrm_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_nrm(*arguments, cwd=folder)
