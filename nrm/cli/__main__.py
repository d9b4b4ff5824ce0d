"""The entry point of the command `nrm` (also `python -m nrm.cli`)."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run a command and end with its exit code: 0, 1 (differs, or a check failed), 2 (yours to mend), 3 (ours)."""
    # Everything is imported in here: an interruption while that goes on is one, too.
    try:
        from nrm.cli.app import app

        try:
            app(prog_name="nrm")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        from nrm.cli.guard import BROKEN_PIPE, forget_output

        forget_output()
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        from nrm.cli.guard import INTERRUPTED, forget_interruption

        forget_interruption()
        sys.exit(INTERRUPTED)
    sys.exit(0)


if __name__ == "__main__":
    main()
