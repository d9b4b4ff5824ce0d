"""Every command has help with an example, and the README tells of every command and of no other."""

from __future__ import annotations

import re
import shlex

import pytest
from typer.testing import CliRunner

import nrm
from nrm.cli.app import COMMANDS, app
from nrm.json_shapes import shapes
from tests.cli.running import ROOT

WRITE_ONLY = {"train"}  # says where it wrote, and prints no data
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_is_a_command(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    examples = re.findall(r"^\s+(nrm .+)$", shown.output.split("Examples:")[1], re.MULTILINE)
    assert examples
    assert all(shlex.split(example)[1] == name for example in examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_an_example_exists(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"]).output
    for example in COMMANDS[name].EXAMPLES:
        assert all(word in shown.split("Examples:")[0] for word in shlex.split(example) if word.startswith("--"))


def test_the_overview_names_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    assert all(re.search(rf"^\s+{name}\s+\S", shown, re.MULTILINE) for name in COMMANDS)


def test_the_readme_knows_the_commands_there_are() -> None:
    told = set(re.findall(r"(?:`|^)nrm ([a-z]+)\b", README, re.MULTILINE))
    assert told == set(COMMANDS)


def test_the_readme_knows_the_targets_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    told = set(re.findall(r"make ([a-z-]+)", README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert told <= targets
    assert {"demo", "test"} <= set(re.findall(r"make ([a-z-]+)", README))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_prints_data_has_json_of_a_documented_shape(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"]).output
    assert ("--json" in shown) == (name in shapes())
    assert "--json" in shown or name in WRITE_ONLY


def test_the_version_is_printed_without_a_command() -> None:
    shown = CliRunner().invoke(app, ["--version"])
    assert (shown.exit_code, shown.output) == (0, f"nrm {nrm.__version__}\n")
