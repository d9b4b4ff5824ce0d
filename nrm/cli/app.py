"""The commands put together. Light: each command imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from nrm.cli import (
    add,
    aliases,
    build,
    cache,
    chart,
    cite,
    comentions,
    corroborate,
    diff,
    evaluate,
    export,
    fetch,
    inspect,
    keyness,
    kwic,
    reuse,
    screening,
    search,
    show,
    site,
    tag,
    terms,
    train,
    verify,
)
from nrm.cli import list as list_command
from nrm.cli.guard import guarded

COMMANDS = {
    "fetch": fetch,
    "add": add,
    "build": build,
    "verify": verify,
    "list": list_command,
    "show": show,
    "diff": diff,
    "search": search,
    "kwic": kwic,
    "terms": terms,
    "keyness": keyness,
    "reuse": reuse,
    "comentions": comentions,
    "chart": chart,
    "cite": cite,
    "tag": tag,
    "corroborate": corroborate,
    "screen": screening,
    "export": export,
    "site": site,
    "aliases": aliases,
    "train": train,
    "evaluate": evaluate,
    "inspect": inspect,
    "cache": cache,
}
_EPILOG = """\b
Start with:
  nrm build --sample
  nrm show taobao

Exit codes: 0 done; 1 something differs or a check failed; 2 trouble that is yours to mend; 3 a defect of nrm."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, module in COMMANDS.items():
    examples = "\b\nExamples:\n" + "\n".join(f"  {example}" for example in module.EXAMPLES)
    app.command(name, short_help=module.SUMMARY, epilog=examples)(guarded(module.command))


def _print_version(asked: bool) -> None:
    if asked:
        from nrm import __version__

        print(f"nrm {__version__}")
        raise typer.Exit


_VERSION = typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_print_version)


@app.callback(epilog=_EPILOG)
def _nrm(version: Annotated[bool, _VERSION] = False) -> None:
    """USTR's Notorious Markets List, year by year, out of its PDFs: tables, histories and charts."""
