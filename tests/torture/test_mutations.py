"""Samples damaged by chance: nothing escapes as a defect, and the damage can be made again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from nrm.stages.discover import sample_files
from nrm.stages.reading import Limits
from tests.torture.__main__ import read_damaged
from tests.torture.mutations import MUTATIONS, Mutation, mutated

_CONTENT = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n<< /Count %d >>\nendobj\n" % (n, 7 * n) for n in range(1, 40))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_damage_changes_the_file(mutation: Mutation) -> None:
    made = [mutation(_CONTENT, random.Random(seed), [_CONTENT[::-1]]) for seed in range(20)]
    assert sum(one != _CONTENT for one in made) >= 19
    assert made == [mutation(_CONTENT, random.Random(seed), [_CONTENT[::-1]]) for seed in range(20)]


def test_damage_differs_from_seed_to_seed() -> None:
    with sample_files() as files:
        contents = [path.read_bytes() for path in files[:2]]
    assert len({mutated(contents, seed) for seed in range(20)}) == 20


@pytest.mark.slow
def test_no_damaged_sample_is_a_defect(tmp_path: Path) -> None:
    read = read_damaged(range(40), tmp_path, Limits(seconds=60, megabytes=2048))
    assert [one.details for one in read if one.trouble == "defect"] == []
    assert sum(one.trouble == "" for one in read) >= 5, "some damage leaves the text whole"
    assert sum(one.trouble != "" for one in read) >= 5, "some damage is too much"
