"""What an installation compiles, and that it does without."""

from __future__ import annotations

import ctypes
import shutil
from pathlib import Path
from typing import Any

import pytest

from hatch_build import CompilePageWalk
from nrm.pdf.pdfium import compiled

FOLDER = "nrm/pdf/pdfium"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    copy = tmp_path / FOLDER / compiled.SOURCE.name
    copy.parent.mkdir(parents=True)
    shutil.copy(compiled.SOURCE, copy)
    return copy


class _Said:
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, message: str) -> None:
        self.warnings.append(message)


def built(root: Path, target: str = "wheel") -> tuple[dict[str, Any], list[str]]:
    """What the hook says of a wheel of the project in this folder, and what it says to people."""
    said = _Said()
    hook = CompilePageWalk(str(root), {}, None, None, str(root / "dist"), target, said)  # type: ignore[arg-type]
    build_data: dict[str, Any] = {"artifacts": [], "pure_python": True}
    hook.initialize("standard", build_data)
    return build_data, said.warnings


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_the_library_goes_into_a_wheel_for_this_kind_of_machine(source: Path, tmp_path: Path) -> None:
    old = source.with_name("page_walk.0123456789ab.so")
    old.write_bytes(b"of another source")
    build_data, warnings = built(tmp_path)
    assert warnings == []
    name = compiled.library_file().name
    assert build_data["artifacts"] == [f"/{FOLDER}/{name}"]
    assert build_data["pure_python"] is False
    assert build_data["tag"].startswith("py3-none-") and build_data["tag"] != "py3-none-any"
    assert sorted(path.name for path in source.parent.iterdir()) == sorted([source.name, name])
    assert ctypes.CDLL(str(source.with_name(name))).nrm_parts


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_the_source_has_nothing_that_a_strict_compiler_warns_of(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "cc -std=c11 -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Werror")
    assert built(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("compiler", "said"), [("no-such-compiler", "there is no C compiler"), ("false", "non-zero exit status")]
)
def test_without_a_compiler_the_wheel_is_one_for_all_machines(
    source: Path, tmp_path: Path, compiler: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", compiler)
    build_data, warnings = built(tmp_path)
    assert build_data == {"artifacts": [], "pure_python": True}
    assert len(warnings) == 1 and said in warnings[0]
    assert [path.name for path in source.parent.iterdir()] == [source.name]


def test_a_source_distribution_has_no_library(source: Path, tmp_path: Path) -> None:
    assert built(tmp_path, "sdist") == ({"artifacts": [], "pure_python": True}, [])
    assert [path.name for path in source.parent.iterdir()] == [source.name]
