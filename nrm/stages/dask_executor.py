"""The workers of a Dask scheduler as an executor."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from nrm.errors import NrmError

_PATIENCE = "10s"


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """An executor for the time of the `with` block.

    The scheduler gives what a worker was at when it died to another one. Raises `NrmError` where Dask is not
    installed and where no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise NrmError("--dask needs Dask: pip install 'nrm[dask]'") from error
    try:
        client: Any = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call, unused-ignore]
    except (OSError, ValueError, TimeoutError) as error:
        raise NrmError(f"no Dask scheduler answers at {address}; start one with `dask scheduler`") from error
    with client:
        yield client.get_executor(pure=False)
