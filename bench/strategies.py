"""Measure how far the strategies reach, and what drawing costs as ratios to loading the same blueprints."""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis.control import BuildContext
from hypothesis.internal.conjecture.data import ConjectureData
from hypothesis.internal.observability import with_observability_callback

import cxblueprint as cx
from cxblueprint.testing import blueprints

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

DAY = dt.date(2027, 1, 1)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a few of each: does it run at all?")
    draws = 30 if parser.parse_args().quick else 1_000
    for name, strategy in {"valid": blueprints(), "messy": blueprints(messy=True)}.items():
        cost(name, strategy, draws)
        reach(strategy, draws)
        rejected(strategy, draws)


def cost(name: str, strategy: SearchStrategy[cx.Blueprint], draws: int) -> None:
    """Time draws, each in terms of loading what was drawn from YAML."""
    drawing, ratios = [], []
    for seed in range(draws):
        drawn, seconds = timed(strategy, seed)
        text = cx.dumps(drawn)
        begin = time.process_time()
        cx.loads(text)
        drawing.append(seconds)
        ratios.append(seconds / (time.process_time() - begin))
    drawing.sort()
    print(f"{draws:,} {name} blueprints:")
    middle, late = statistics.median(drawing), drawing[len(drawing) * 95 // 100]
    print(f"  drawn in {middle * 1e3:.0f} ms (median), {late * 1e3:.0f} ms (95 of 100)")
    print(f"  {statistics.median(ratios):.1f} times as long as loading the same from YAML (median)")


def timed(strategy: SearchStrategy[cx.Blueprint], seed: int) -> tuple[cx.Blueprint, float]:
    """Return the draw of a seed, derived from no other, and the processor seconds that it took."""
    data = ConjectureData(random=Random(seed))  # noqa: S311  # examples, not secrets
    begin = time.process_time()
    with BuildContext(data, wrapped_test=timed):
        drawn = data.draw(strategy)
    return drawn, time.process_time() - begin


def reach(strategy: SearchStrategy[cx.Blueprint], draws: int) -> None:
    """Count the rules that find something, and in how many blueprints the rarest do."""
    found = Counter[str]()
    first: dict[str, int] = {}
    for seed in range(draws):
        drawn, _ = timed(strategy, seed)
        codes = {one.code for one in cx.check(drawn, profile="exemplary", as_of=DAY).found}
        found.update(codes)
        first.update(dict.fromkeys(codes - first.keys(), seed + 1))
    every = [rule.code for rule in cx.catalogue()]
    rarest = sorted(every, key=lambda code: found[code])[:5]
    told = ", ".join(f"{code} in {found[code]}" for code in rarest)
    print(
        f"  {len(first)} of {len(every)} rules find something, after {max(first.values()):,}; rarest: {told}"
    )
    print(f"  a rule finds something in {statistics.median(found[code] for code in every):.0f} (median)")


def rejected(strategy: SearchStrategy[cx.Blueprint], draws: int) -> None:
    """Count the draws of a test that were thrown away, and those that Hypothesis cut short.

    It does so with the first tenth, when it looks for small examples, and as soon as they grow large.
    """
    ended = Counter[str]()

    @settings(max_examples=draws, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def every_one_is_welcome(_: cx.Blueprint) -> None:
        pass

    def count(observation: object) -> None:
        if getattr(observation, "type", None) == "test_case":
            ended[getattr(observation, "status_reason", "") or getattr(observation, "status", "")] += 1

    with with_observability_callback(count):
        every_one_is_welcome()
    cut = ended["exceeded maximum test case size"]
    thrown_away = ended.total() - ended["passed"] - cut
    print(f"  {ended.total():,} draws in a test: {thrown_away} thrown away, {cut} cut short by Hypothesis\n")


if __name__ == "__main__":
    main()
