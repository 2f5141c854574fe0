"""What is fuzzed: by name, what is held to its word, and what it starts from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import after_loading, loading, other_files, seeds, sizes, values


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes any bytes, and raises only where cxblueprint breaks its word."""

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], tuple[bytes, ...]]
    """Real files to start from."""
    longest: int = 4096
    """Bytes of an input: what is longer takes longer, and shows little more."""
    is_slow: bool = False
    """Whether one input takes a noticeable part of a second."""


TARGETS = {
    target.name: target
    for target in (
        Target("loading", loading.load_either_way, seeds.texts),
        Target("values", values.read_values, seeds.values, longest=200),
        Target("other-files", other_files.read_other_files, seeds.other_files),
        Target("sizes", sizes.load_repeated, seeds.sizes, longest=300, is_slow=True),
        Target("judging", after_loading.judge, seeds.blueprints, is_slow=True),
        Target("walking", after_loading.walk_all, seeds.blueprints),
        Target("drawing", after_loading.draw, seeds.blueprints, is_slow=True),
        Target("publishing", after_loading.publish, seeds.blueprints, is_slow=True),
        Target("repairing", after_loading.repair, seeds.blueprints, is_slow=True),
    )
}
