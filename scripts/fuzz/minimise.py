"""Choose from all inputs that are known the few that show most, and save them in the repository.

What stays is what reaches most branches in the least time. Inputs with a name show a mended defect, and stay
whatever they reach.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coverage import Coverage

from scripts.fuzz import places
from tests.fuzz.targets import TARGETS, Target

_MOST_BYTES = 30_000
_MOST_INPUTS = 45
_MOST_SECONDS = 0.9
"""For the inputs of one target together, so that the tests replay them all in a few seconds."""
_EVERY_INPUT = 0.002
"""Seconds that an input counts at least."""
_DIGEST = re.compile(r"[0-9a-f]{12}")


class Trial(NamedTuple):
    """An input, how long it takes, and the branches it reaches, each a bit."""

    data: bytes
    seconds: float
    reached: int


def main(names: list[str]) -> None:
    """Minimise the saved inputs of some targets, or of all."""
    for name in names or TARGETS:
        target, folder = TARGETS[name], places.SAVED / name
        folder.mkdir(parents=True, exist_ok=True)
        known = [*_files(folder), *_files(places.found(name))]
        named = {path.read_bytes() for path in _files(folder) if not _DIGEST.fullmatch(path.name)}
        chosen = _chosen([*_trials(target, {path.read_bytes() for path in known})], named)
        for path in _files(folder):
            if _DIGEST.fullmatch(path.name):
                path.unlink()
        for trial in chosen:
            (folder / hashlib.sha256(trial.data).hexdigest()[:12]).write_bytes(trial.data)
        print(f"{name:12} {len(chosen)} of {len(known)} inputs and {len(named)} with a name", flush=True)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _trials(target: Target, inputs: set[bytes]) -> Iterator[Trial]:
    """Yield what each input does; one that fails is left out."""
    coverage = Coverage(data_file=None, branch=True, source_pkgs=["cxblueprint"], config_file=False)
    bits: dict[tuple[str, int, int], int] = {}
    for data in sorted(inputs, key=lambda one: (len(one), one)):
        try:
            began = time.perf_counter()
            target.run(data)
            seconds = time.perf_counter() - began
            coverage.erase()
            with coverage.collect():
                target.run(data)
        except Exception as error:  # noqa: BLE001  # it is to be mended, not saved
            print(f"{target.name}: {type(error).__name__} for {data[:60]!r}")
            continue
        found = coverage.get_data()
        arcs = ((file, *arc) for file in found.measured_files() for arc in found.arcs(file) or ())
        reached = 0
        for arc in arcs:
            reached |= 1 << bits.setdefault(arc, len(bits))
        yield Trial(data, max(seconds, _EVERY_INPUT), reached)


def _chosen(trials: list[Trial], named: set[bytes]) -> list[Trial]:
    covered = 0
    for trial in trials:
        covered |= trial.reached if trial.data in named else 0
    left = [trial for trial in trials if trial.data not in named]
    room, size, chosen = _MOST_SECONDS, _MOST_BYTES, list[Trial]()
    while left and len(chosen) < _MOST_INPUTS:
        best = max(left, key=lambda trial: (trial.reached & ~covered).bit_count() / trial.seconds)
        left.remove(best)
        if not best.reached & ~covered:
            break
        if best.seconds <= room and len(best.data) <= size:
            chosen.append(best)
            room, size = room - best.seconds, size - len(best.data)
            covered |= best.reached
    return chosen


if __name__ == "__main__":
    main(sys.argv[1:])
