"""The commands described by the program itself: for the documentation and the README, nothing typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from nrm.cli.app import COMMANDS, app

_COLUMNS = "100"


def command_list() -> str:
    """A line per command: its first example and, behind `#`, what it is for."""
    examples = [(module.EXAMPLES[0], module.SUMMARY) for module in COMMANDS.values()]
    width = max(len(example) for example, _ in examples)
    return "".join(f"{example:<{width}}  # {summary}\n" for example, summary in examples)


def command_reference() -> str:
    """The help of `nrm` and of every command, as one Markdown document."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "What `nrm --help` and `nrm COMMAND --help` print."
    for name in ("", *COMMANDS):
        yield ""
        yield f"## {f'nrm {name}'.strip()}"
        yield ""
        yield "```text"
        yield _help_of(name)
        yield "```"


def _help_of(name: str) -> str:
    from typer.testing import CliRunner

    asked = [name, "--help"] if name else ["--help"]
    shown = CliRunner(env={"COLUMNS": _COLUMNS, "TERMINAL_WIDTH": _COLUMNS}).invoke(app, asked, prog_name="nrm")
    return "\n".join(line.rstrip() for line in shown.stdout.strip().splitlines())
