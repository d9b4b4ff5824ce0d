"""A process with the libraries loaded, which runs each command in a copy of itself (`-m tests.cli.command_server`).

Takes requests as lines of JSON: arguments, environment, working folder, and the files that become stdout and stderr.
Answers each with the exit code. What a command does there it does in a process of its own, with descriptors of its
own; only the time to start Python and to import pandas, spaCy and matplotlib is spent once.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import sys
import threading
import traceback
import warnings
from typing import Any, NoReturn

_LIBRARIES = (
    *("pandas", "pyarrow.parquet", "spacy", "matplotlib.figure", "pydantic.type_adapter", "pydantic.fields"),
    *("nrm.charts", "nrm.cli.app", "nrm.entries", "nrm.frames", "nrm.pdf.pdfium.read", "nrm.stages.assemble"),
    "nrm.stages.build",
)


def main() -> None:
    """Serve until the input ends."""
    warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside the threads of numpy, which do not mind
    for library in _LIBRARIES:
        __import__(library)
    gc.freeze()  # what is here stays, and copies need not look at it
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _run(**json.loads(line))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        answers.write(f"{code}\n")
        answers.flush()


def _run(arguments: list[str], environment: dict[str, str], cwd: str, out: str, err: str) -> NoReturn:
    """Be `python -m nrm.cli ARGUMENTS`, as far as an interpreter that runs already can."""
    for descriptor, file, mode in ((0, os.devnull, os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
        os.dup2(os.open(file, mode), descriptor)
    os.closerange(3, 256)
    sys.stdin = os.fdopen(0, "r")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv = ["nrm", *arguments]
    code = 1
    try:
        code = _exit_code_of_module()
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
    finally:
        os._exit(code)


def _exit_code_of_module() -> int:
    given: Any = 0
    try:
        runpy.run_module("nrm.cli", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        given = end.code
    except BaseException:  # noqa: BLE001 -- as an interpreter does at its end
        traceback.print_exc()
        return 1
    if given is None or isinstance(given, int):
        return (given or 0) & 0xFF
    print(given, file=sys.stderr)
    return 1


if __name__ == "__main__":
    main()
