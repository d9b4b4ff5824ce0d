"""Prints the lowest version of each package that nrm itself needs, as constraints for pip."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

for line in tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]:
    needed = Requirement(line)
    lowest = next(one.version for one in needed.specifier if one.operator == ">=")
    print(f"{needed.name}=={lowest}")
