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
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import yaml
from generate import blueprint

if TYPE_CHECKING:
    from cxblueprint import Graph, Picture
    from cxblueprint.pictures import View

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
PICTURES = (12, 120, 1_200)


def main() -> None:
    """Measure everything and print it; exit 1 where a goal is missed, unless asked to be quick."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="once each and no goals: does it run at all?")
    quick = parser.parse_args().quick
    goals = [*imports(repeats=1 if quick else 15)]
    goals += reading(SIZES[:-1] if quick else SIZES, repeats=1 if quick else 5)
    goals += drawing(PICTURES[:-1] if quick else PICTURES, repeats=1 if quick else 5)
    beside_mermaid(repeats=1 if quick else 3)
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
        yield from growth(what, sizes, times)


def drawing(sizes: tuple[int, ...], *, repeats: int) -> Iterator[tuple[str, bool]]:
    """Draw each view of a journey, a plan or a whole blueprint of several sizes, in terms of checking it."""
    import cxblueprint as cx
    from cxblueprint.pictures import VIEWS

    print("\nDrawing a journey of so many steps, a plan of so many tasks, or all journeys of twelve steps")
    print("each, in terms of checking the same blueprint:")
    print(f"  {'':<20}" + "".join(f"{f'{size:,} steps':>21}" for size in sizes))
    # One long journey, and many short ones.
    long = [cx.Graph(cx.loads(blueprint(size, in_journey=size))) for size in sizes]
    wide = [cx.Graph(cx.loads(blueprint(size))) for size in sizes]
    checks = {id(graph): best(repeats, cx.check, graph) for graph in (*long, *wide)}
    taken: dict[str, list[float]] = {}
    for view in VIEWS.values():
        cells: list[str] = []
        engines: list[str | None] = []
        for graph in wide if view.of == "blueprint" else long:
            draw = partial(draw_anew, view, graph)
            engines.append(draw().engine)
            taken.setdefault(view.name, []).append(best(repeats, draw))
            seconds = taken[view.name][-1]
            cells.append(f"{seconds / checks[id(graph)]:10.2f} {milliseconds(seconds)}")
            if engines[0] and not engines[-1]:
                cells[-1] = f"{'too large: a table':>21}"
        print(f"  {view.name:<20}{''.join(cells)}")
        if any(engines):
            del taken[view.name]  # the layout is not ours
    for name, times in taken.items():
        yield from growth(f"drawing {name}", sizes[-2:], times[-2:])


def draw_anew(view: View, graph: Graph) -> Picture:
    """Draw the first of what a view can show, without a layout that is kept from the last time."""
    from cxblueprint.pictures import engines

    engines._answers.clear()  # noqa: SLF001  # what is kept would be measured
    return view(graph, view.subjects(graph)[0])


def growth(what: str, sizes: Sequence[int], times: Sequence[float]) -> Iterator[tuple[str, bool]]:
    """Tell how time grows with size, and whether that is little more than in proportion."""
    for (small, fast), (large, slow) in itertools.pairwise(zip(sizes, times, strict=True)):
        exponent = math.log(slow / fast) / math.log(large / small)
        told = f"{what} grows with steps^{exponent:.2f} from {small:,} to {large:,} steps"
        print(f"  {told}  goal: at most {LINEAR}")
        yield told, exponent <= LINEAR


def beside_mermaid(*, repeats: int) -> None:
    """Compare a service blueprint with Mermaid's drawing of the same steps, where Mermaid is there."""
    from mermaid import compare, program

    mmdc = program()
    if mmdc is None:
        print("\nMermaid: there is no program mmdc on the path, and MMDC names none: not compared")
        return
    print("\nThe command that draws a service blueprint, in terms of Mermaid's that draws a journey:")
    for size, ours, theirs in compare(mmdc, repeats=repeats):
        print(f"  {size:>4} steps{ours / theirs:6.2f}  {milliseconds(ours)} to {milliseconds(theirs)}")


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
