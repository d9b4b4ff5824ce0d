"""A trained model as a folder: written as a whole or not at all, and saying what it was trained on."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nrm.errors import BadTable

if TYPE_CHECKING:
    from spacy.language import Language

_META_FILE: Final = "meta.json"
_KEY: Final = "nrm"


@dataclass(frozen=True, slots=True)
class TrainedOn:
    """What a model learned from, and how: the same of all gives the same model."""

    sample: bool
    list_years: tuple[int, ...]
    passages: int
    mentions: int
    seed: int
    epochs: int


def save(language: Language, told: TrainedOn, folder: str | Path) -> None:
    """Write a model; an earlier one of nrm's in that folder is replaced once the new one is whole.

    Raises `BadTable` where the folder holds something else, or cannot be written.
    """
    target = Path(folder)
    check_free(target)
    language.meta[_KEY] = asdict(told)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as scratch:
            new, old = Path(scratch) / "new", Path(scratch) / "old"
            language.to_disk(new)
            if target.exists():
                target.rename(old)
            new.rename(target)
    except OSError as error:
        raise BadTable(f"{target}: the model cannot be written ({error.strerror or error})") from error


def check_free(folder: str | Path) -> None:
    """Raise `BadTable` where a folder holds anything but a model of nrm's, which a new one may replace."""
    if Path(folder).exists() and not _is_model(Path(folder)):
        raise BadTable(f"{folder}: holds something else than a model of nrm's; give another folder")


def trained_on(folder: str | Path) -> TrainedOn:
    """What a saved model was trained on. Raises `BadTable` for a folder that is no model of nrm's."""
    path = Path(folder) / _META_FILE
    try:
        meta: dict[str, Any] = json.loads(path.read_text("utf-8"))
        told = meta[_KEY]
        return TrainedOn(**(told | {"list_years": tuple(told["list_years"])}))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise BadTable(f"{folder}: not a model that `nrm train` wrote") from error


def _is_model(folder: Path) -> bool:
    if folder.is_dir() and not any(folder.iterdir()):
        return True
    try:
        trained_on(folder)
    except BadTable:
        return False
    return True
