"""Mutation makes the same of the same, and leaves much that still is a blueprint."""

from __future__ import annotations

from tests.fuzz.loading import blueprint_in
from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import blueprints
from tests.fuzz.sizes import LONGEST, repeated


def test_the_same_seed_makes_the_same_changes() -> None:
    one, other = blueprints()[:2]
    assert [mutated(one, other, seed) for seed in range(20)] == [
        mutated(one, other, seed) for seed in range(20)
    ]


def test_few_changes_leave_a_file_as_it_is_and_many_leave_a_blueprint() -> None:
    files = blueprints()[:100]
    changed = [mutated(file, files[0], seed) for seed, file in enumerate(files)]

    assert sum(new == old for new, old in zip(changed, files, strict=True)) < 10
    assert sum(blueprint_in(new) is not None for new in changed) > 15


def test_every_file_to_start_from_is_a_blueprint() -> None:
    assert [file[:80] for file in blueprints() if blueprint_in(file) is None] == []


def test_what_comes_again_and_again_is_counted_and_fills_the_room() -> None:
    text = repeated(b"[|x%,|]")
    assert text[:13] == b"[x0,x1,x2,x3,"
    assert text[-15:] == b"x15871,x15872,]"
    assert LONGEST <= len(text) < LONGEST + 10
