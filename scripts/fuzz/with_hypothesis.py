"""Fuzzing with Hypothesis, where atheris is not: bytes, and saved inputs and real files that are changed.

It does not see which way the code goes.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from scripts.fuzz import places
from scripts.fuzz.campaign import Campaign, Outcome
from scripts.fuzz.shortening import shortened
from tests.fuzz.strategies import inputs

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

_AT_ONCE = 50
"""Inputs between two looks at the clock."""


def fuzz(target: Target, campaign: Campaign) -> Outcome:
    """Fuzz one target until the time is over, or something fails."""
    ends = time.monotonic() + campaign.seconds
    random = Random(campaign.seed)  # noqa: S311  # nothing is secret
    known = len(target.seeds())
    last = b""
    executions = 0

    def run(data: bytes) -> None:
        nonlocal last, executions
        last = data
        executions += 1
        target.run(data)

    while time.monotonic() < ends:
        try:
            _some(run, inputs(target), random.getrandbits(64), ends)
        except Exception as error:  # noqa: BLE001  # whatever it is, that is what was looked for
            print(f"{type(error).__name__}: {error}")
            file = places.failures(target.name) / hashlib.sha256(last).hexdigest()[:16]
            file.write_bytes(shortened(last, target.run))
            return Outcome(target.name, executions, known, failure=file)
    return Outcome(target.name, executions, known)


def _some(run: Callable[[bytes], None], these: st.SearchStrategy[bytes], start: int, ends: float) -> None:
    @seed(start)
    @settings(
        max_examples=_AT_ONCE,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # what fails is shortened by our own means, which know no strategies
        suppress_health_check=[*HealthCheck],
    )
    @given(these)
    def test(data: bytes) -> None:
        if time.monotonic() < ends:
            run(data)

    test()
