"""Running `nrm` as a user does: its exit code, its stdout and its stderr."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE = 120.0


def nrm(
    *arguments: str | Path, columns: int | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """`nrm ARGUMENTS` in a process of its own, on a terminal of so many columns or in a pipe.

    Where there are such, the process is a copy of one that has the libraries loaded (see `tests.cli.command_server`).
    """
    command = [*map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("COLUMNS", None)
    if columns is not None:
        environment["COLUMNS"] = str(columns)
    if hasattr(os, "fork"):
        return _by_the_server(command, environment, Path.cwd() if cwd is None else cwd)
    return nrm_afresh(command, environment, cwd)


def nrm_afresh(
    arguments: list[str], environment: dict[str, str], cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The same in a new interpreter."""
    return subprocess.run(
        [sys.executable, "-m", "nrm.cli", *arguments],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )


def _by_the_server(arguments: list[str], environment: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as err:
        request = {
            "arguments": arguments,
            "environment": environment,
            "cwd": str(cwd.absolute()),
            "out": out.name,
            "err": err.name,
        }
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        if not select.select([server.stdout], [], [], _PATIENCE)[0]:
            server.kill()
            raise subprocess.TimeoutExpired(["nrm", *arguments], _PATIENCE)
        code = int(server.stdout.readline())
        said, told = Path(out.name).read_bytes().decode(), Path(err.name).read_bytes().decode()
    return subprocess.CompletedProcess(["nrm", *arguments], code, said, told)


@cache
def _server() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.cli.command_server"]
    server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(server.kill)
    return server
