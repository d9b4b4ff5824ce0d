"""A worker process: does one task of reading after the other (`python -m nrm.stages.worker`).

Takes pickled tasks on its standard input, gives pickled answers on its standard output, ends with its input.
Its limits hold even where the process that started it is gone.
"""

from __future__ import annotations

import math
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import IO, cast

from nrm.pdf import ReaderName
from nrm.stages.cache import Cache
from nrm.stages.tasks import done

_GRACE = 5


def main(reader: str, seconds: float, megabytes: int, folder: str) -> None:
    """Read until there is nothing left to read."""
    # What a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    work(sys.stdin.buffer, answers, cast(ReaderName, reader), seconds, megabytes, folder)


def work(
    tasks: IO[bytes], answers: IO[bytes], reader: ReaderName, seconds: float, megabytes: int, folder: str
) -> None:
    """Do the tasks that come in (see `tasks`), until none comes any more; limits are those of each task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the business of the process that started this one
    if megabytes:
        _limit_memory(megabytes)
    cache = Cache(Path(folder) if folder else None)
    while True:
        try:
            task = pickle.load(tasks)
        except EOFError:
            return
        if seconds:
            signal.alarm(math.ceil(seconds) + _GRACE)
        answer = done(task, reader, cache)
        signal.alarm(0)
        try:
            pickle.dump(answer, answers)
            answers.flush()
        except BrokenPipeError:
            return


def _limit_memory(megabytes: int) -> None:
    import resource

    # Not the address space: libraries set a lot of it aside and never use it.
    wanted = megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
