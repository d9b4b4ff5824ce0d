"""The commands put together. Light: of two dozen commands the one that is wanted is loaded, and imports what it needs
when it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperGroup

from nrm.cli.guard import guarded

_NAMES = (
    *("fetch", "add", "build", "verify", "list", "show", "diff", "search", "kwic", "terms", "keyness", "reuse"),
    *("comentions", "chart", "cite", "tag", "corroborate", "screen", "export", "site", "aliases", "train"),
    *("evaluate", "inspect", "cache"),
)
_MODULES = {name: name for name in _NAMES} | {"screen": "screening"}


class _Commands(Mapping[str, ModuleType]):
    """The modules of the commands by the commands' names, in the order of the help; imported when they are taken."""

    def __getitem__(self, name: str) -> ModuleType:
        return import_module(f"nrm.cli.{_MODULES[name]}")

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


COMMANDS = _Commands()
_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class _Group(TyperGroup):
    """Makes a command when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name; None, and all are made to be suggested, if there is none."""
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = _made(name)
        return super().get_command(ctx, cmd_name)


def _made(name: str) -> Any:
    module = COMMANDS[name]
    examples = "\b\nExamples:\n" + "\n".join(f"  {example}" for example in module.EXAMPLES)
    alone = typer.Typer(**_SETTINGS)
    alone.command(name, short_help=module.SUMMARY, epilog=examples)(guarded(module.command))
    return typer.main.get_command(alone)


_EPILOG = """\b
Start with:
  nrm build --sample
  nrm show taobao

Exit codes: 0 done; 1 something differs or a check failed; 2 trouble that is yours to mend; 3 a defect of nrm."""

app = typer.Typer(cls=_Group, no_args_is_help=True, **_SETTINGS)


def _print_version(asked: bool) -> None:
    if asked:
        from nrm import __version__

        print(f"nrm {__version__}")
        raise typer.Exit


_VERSION = typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_print_version)


@app.callback(epilog=_EPILOG)
def _nrm(version: Annotated[bool, _VERSION] = False) -> None:
    """USTR's Notorious Markets List, year by year, out of its PDFs: tables, histories and charts."""
