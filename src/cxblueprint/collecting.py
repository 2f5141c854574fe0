"""Python's garbage collector, held still while many objects are made and none is dropped."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Hold the collector still for a while; where it already is, leave it so.

    Each time so many objects were made, it looks through all that there are. Where nothing is dropped
    that finds nothing, and makes work that is linear in a blueprint grow faster than the blueprint.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
