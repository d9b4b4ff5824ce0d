"""Write the list of commands into the README: run it after adding a command, or changing a summary."""

from __future__ import annotations

import re
from pathlib import Path

from nrm.cli.reference import command_list

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"(?<=## Commands\n\n```console\n).*?(?=```\n)", re.DOTALL)


def with_commands(readme: str) -> str:
    """The README with the list of commands as the program has it."""
    return BLOCK.sub(lambda _: command_list(), readme, count=1)


if __name__ == "__main__":
    README.write_text(with_commands(README.read_text("utf-8")), "utf-8")
