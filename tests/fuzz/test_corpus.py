"""The saved inputs, which once led somewhere new or showed a defect, are replayed."""

from __future__ import annotations

import pytest

from scripts.fuzz.places import SAVED, shown
from tests.fuzz.targets import TARGETS, Target

EVERY = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)


@EVERY
def test_every_saved_input_is_handled(target: Target) -> None:
    for file in sorted((SAVED / target.name).iterdir()):
        try:
            target.run(file.read_bytes())
        except Exception as error:  # noqa: BLE001  # whatever it is, it says which file
            pytest.fail(f"python -m scripts.fuzz {target.name} --again {shown(file)}: {error!r}")


def test_each_target_has_saved_inputs_and_all_together_are_small() -> None:
    files = [file for file in SAVED.rglob("*") if file.is_file()]
    assert {file.parent.name for file in files} == {*TARGETS}
    assert sum(file.stat().st_size for file in files) < 300_000
    assert len(files) < 500
