"""Fuzz the targets of `tests/fuzz`, one after the other, for so many seconds in all.

With atheris, which goes where the code has not been yet, if it is installed, else with Hypothesis.
Exit code 1: an input was found for which cxblueprint breaks its word.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from scripts.fuzz.campaign import Campaign, Outcome
from scripts.fuzz.places import shown


def main() -> int:
    """Do what the command line says."""
    asked = _arguments().parse_args()
    if asked.engine == "atheris":
        # Modules have to be imported through it, so nothing of ours is imported before.
        from scripts.fuzz.with_atheris import fuzz, instrumented

        targets = instrumented()
    else:
        from scripts.fuzz.with_hypothesis import fuzz
        from tests.fuzz.targets import TARGETS as targets  # noqa: N811  # a mapping like that of the other
    unknown = [name for name in asked.targets if name not in targets]
    if unknown:
        print(f"there is no target {unknown[0]!r}: there are {', '.join(targets)}", file=sys.stderr)
        return 2
    chosen = [targets[name] for name in asked.targets or targets]
    if asked.again:
        for target in chosen:
            target.run(asked.again.read_bytes())
        print(f"nothing wrong with it: {', '.join(target.name for target in chosen)}")
        return 0
    campaign = Campaign(asked.seconds / len(chosen), is_from_files=asked.real_files, seed=asked.seed)
    outcomes = []
    for target in chosen:
        outcomes.append(fuzz(target, campaign))
        print(outcomes[-1], flush=True)
    return _told(outcomes, asked.engine)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.fuzz", description=__doc__)
    engines = ["atheris", "hypothesis"]
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="what to fuzz; everything unless given")
    parser.add_argument("--seconds", type=float, default=90, help="how long, for all targets together")
    parser.add_argument("--engine", choices=engines, default=engines[find_spec("atheris") is None])
    parser.add_argument(
        "--real-files", action="store_true", help="begin with every real file, which takes minutes"
    )
    parser.add_argument(
        "--seed", type=int, help="draw the same changes each time, as far as the time goes; from 1"
    )
    parser.add_argument(
        "--again",
        type=Path,
        metavar="FILE",
        help="run one saved input, and stop where it fails",
    )
    return parser


def _told(outcomes: list[Outcome], engine: str) -> int:
    executions = sum(outcome.executions for outcome in outcomes)
    failures = [outcome for outcome in outcomes if outcome.failure is not None]
    print(
        f"fuzzing with {engine}: {executions:,} executions of {len(outcomes)} targets, {len(failures)} failed"
    )
    for outcome in failures:
        print(f"  {outcome.target}: python -m scripts.fuzz {outcome.target} --again {shown(outcome.failure)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
