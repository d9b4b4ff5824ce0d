"""Errors → exit codes: one line on stderr for the user, never a bare traceback."""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import ParamSpec

import typer

from nrm.errors import NrmError
from nrm.one_line import one_line

DEFECT = 3
INTERRUPTED = 130
BROKEN_PIPE = 141

P = ParamSpec("P")


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The command with its errors turned into exit codes.

    `NrmError`: its message and its code (2). `KeyboardInterrupt`: 130, as a shell says. Anything unexpected is a
    defect of nrm: 3, and the traceback goes to a file whose name is printed.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except BrokenPipeError as error:
            forget_output()
            raise typer.Exit(BROKEN_PIPE) from error
        except NrmError as error:
            complain(str(error))
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            forget_interruption()
            complain("interrupted; what was there before is unchanged")
            raise typer.Exit(INTERRUPTED) from error
        except Exception as error:
            said = " ".join(f"{type(error).__name__}: {error}".split())
            complain(f"a defect of nrm itself ({said[:200]}); details are in {_details()}")
            raise typer.Exit(DEFECT) from error

    return run


def forget_output() -> None:
    """Nobody reads any more: keep Python from complaining of it when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def forget_interruption() -> None:
    """Have the interpreter end with the code that it is given.

    Where an interruption came while a string was evaluated (importing does that), CPython remembers it until the next
    one is, and ends a module by the signal instead.
    """
    eval("None")


def complain(message: str) -> None:
    """One line on stderr."""
    print(f"nrm: {one_line(message)}", file=sys.stderr)


def _details() -> str:
    """The traceback of the exception at hand in a file that stays; gives its name."""
    handle, path = tempfile.mkstemp(prefix="nrm-defect-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(f"{' '.join(sys.argv)}\n\n{traceback.format_exc()}")
    return path
