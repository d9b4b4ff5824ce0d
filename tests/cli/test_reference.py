"""What the documents say of the commands is what the program says of itself."""

from __future__ import annotations

from nrm.cli.app import COMMANDS
from nrm.cli.reference import command_list, command_reference
from tests.cli.running import ROOT


def test_the_readme_lists_the_commands_as_the_program_has_them() -> None:
    assert f"## Commands\n\n```console\n{command_list()}```" in (ROOT / "README.md").read_text("utf-8"), (
        "run .venv/bin/python tools/readme_commands.py"
    )


def test_the_reference_has_the_help_of_every_command() -> None:
    sections = command_reference().split("\n## ")
    assert [section.split("\n", 1)[0] for section in sections[1:]] == ["nrm", *(f"nrm {name}" for name in COMMANDS)]
    for section, module in zip(sections[2:], COMMANDS.values(), strict=True):
        assert "Usage: nrm" in section
        assert all(example in section for example in module.EXAMPLES)
