"""Measure what people wait for, as ratios between things measured side by side in this one run.

Seconds differ from machine to machine; how many times longer one thing takes than another hardly does.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import yaml
from generate import blueprint

PYDANTIC = "from pydantic import BaseModel"
IMPORTS = (
    # (statement, the most it may take in terms of importing pydantic's BaseModel)
    ("import cxblueprint", 1.0),
    ("import cxblueprint; cxblueprint.Blueprint", 2.5),
    ("import cxblueprint; cxblueprint.load", None),
    ("import cxblueprint; cxblueprint.check", None),
    ("import cxblueprint; cxblueprint.render", None),
)
SIZES = (100, 1_000, 10_000)
LINEAR = 1.2
VIEWS = ("service-blueprint", "journey-map", "measures")


def main() -> None:
    """Measure everything and print it; exit 1 where a goal is missed, unless asked to be quick."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="once each and no goals: does it run at all?")
    quick = parser.parse_args().quick
    goals = [*imports(repeats=1 if quick else 15)]
    goals += reading(SIZES[:-1] if quick else SIZES, repeats=1 if quick else 5)
    drawing(repeats=1 if quick else 15)
    missed = [what for what, reached in goals if not reached]
    if missed and not quick:
        sys.exit(f"\nmissed: {'; '.join(missed)}")


def imports(*, repeats: int) -> Iterator[tuple[str, bool]]:
    """Compare imports in fresh interpreters, taking turns so that a busy moment meets all of them."""
    statements = [PYDANTIC, *(statement for statement, _ in IMPORTS)]
    times: dict[str, list[float]] = {statement: [] for statement in statements}
    for _ in range(repeats + 1):
        for statement in statements:
            times[statement].append(time_of_import(statement))
    # The first round reads the files into memory.
    middle = {statement: statistics.median(taken[1:]) for statement, taken in times.items()}
    print(f"Imports, in terms of `{PYDANTIC}` ({milliseconds(middle[PYDANTIC])}):")
    for statement, goal in IMPORTS:
        ratio = middle[statement] / middle[PYDANTIC]
        wanted = f"goal: at most {goal}" if goal else ""
        print(f"  {statement:<44}{ratio:6.2f}  {milliseconds(middle[statement])}  {wanted}".rstrip())
        if goal:
            yield f"`{statement}` takes {ratio:.2f} times as long as `{PYDANTIC}`", ratio <= goal


def time_of_import(statement: str) -> float:
    """Return how many seconds a statement takes in a fresh interpreter."""
    code = f"from time import perf_counter as now\nbegin = now()\n{statement}\nprint(now() - begin)"
    return float(subprocess.check_output([sys.executable, "-I", "-c", code], text=True))


def reading(sizes: tuple[int, ...], *, repeats: int) -> Iterator[tuple[str, bool]]:
    """Load and check generated blueprints, and see how the time grows with their size."""
    import cxblueprint as cx

    print("\nLoading and checking, in terms of a bare C parser on the same text:")
    print(f"  {'steps':>8}{'MB':>7}{'parse':>11}{'load':>20}{'check':>20}{'findings':>10}{'µs/step':>9}")
    taken: dict[str, list[float]] = {"load": [], "check": []}
    for size in sizes:
        text = blueprint(size)
        loaded = cx.loads(text)
        findings = len(cx.check(loaded).findings)
        parse = best(repeats, yaml.load, text, yaml.CSafeLoader)
        taken["load"].append(best(repeats, cx.loads, text))
        taken["check"].append(best(repeats, cx.check, loaded))
        check = taken["check"][-1] / size * 1e6
        columns = "".join(f"{t[-1] / parse:9.2f} {milliseconds(t[-1])}" for t in taken.values())
        print(f"  {size:>8,}{len(text) / 1e6:7.2f}{milliseconds(parse)}{columns}{findings:>10,}{check:9.0f}")
    for what, times in taken.items():
        for (small, fast), (large, slow) in itertools.pairwise(zip(sizes, times, strict=True)):
            exponent = math.log(slow / fast) / math.log(large / small)
            growth = f"{what} grows with steps^{exponent:.2f} from {small:,} to {large:,} steps"
            print(f"  {growth}  goal: at most {LINEAR}")
            yield growth, exponent <= LINEAR


def drawing(*, repeats: int) -> None:
    """Draw one journey of twelve steps out of a hundred, in terms of checking the whole."""
    import cxblueprint as cx

    loaded = cx.loads(blueprint(100))
    check = best(repeats, cx.check, loaded)
    print(f"\nDrawing a journey of 12 steps, in terms of checking 100 ({milliseconds(check)}):")
    for view in VIEWS:
        seconds = best(repeats, partial(cx.render, loaded, view, journey="journey-0"))
        print(f"  {view:<24}{seconds / check:6.2f}  {milliseconds(seconds)}")
    seconds = best(repeats, partial(cx.render, loaded, "portfolio"))
    print(f"  {'portfolio, all of them':<24}{seconds / check:6.2f}  {milliseconds(seconds)}")


def best(repeats: int, work: Callable[..., object], *arguments: object) -> float:
    """Return the processor's seconds in the quickest of several runs: noise only ever adds."""
    seconds = []
    for _ in range(repeats):
        gc.collect()
        begin = time.process_time()
        work(*arguments)
        seconds.append(time.process_time() - begin)
    return min(seconds)


def milliseconds(seconds: float) -> str:
    """Return a time for a column."""
    return f"{seconds * 1000:7.1f} ms"


if __name__ == "__main__":
    main()
