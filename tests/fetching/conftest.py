"""A server that misbehaves, a client that trusts it, and time that passes only when somebody sleeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from nrm.fetching.client import Client
from nrm.fetching.clock import Clock
from nrm.fetching.hosts import AllowedHosts
from tests.fetching.misbehaving import Server, bundle, running, without_proxy

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@dataclass
class Time:
    """A clock that stands still but for sleeping, and the sleeps."""

    passed: float = 0.0
    sleeps: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.passed += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: NOW, elapsed=lambda: self.passed, sleep=self.sleep, chance=lambda: 0.5)


@pytest.fixture(autouse=True)
def no_proxy_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def cacert(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle(authority, tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[Server]:
    with running(authority) as one:
        yield one


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def client(server: Server, time: Time, cacert: Path) -> Iterator[Client]:
    one = Client(AllowedHosts(frozenset([server.host])), time.clock, cacert=cacert, timeout=5.0, pause=0.0)
    yield one
    one.close()
