"""An input that fails, made shorter as long as it fails in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable


def shortened(data: bytes, run: Callable[[bytes], None], *, seconds: float = 20) -> bytes:
    """Return the input without what its failure does not need, as far as there is time to find out."""
    ends = time.monotonic() + seconds
    failure = _failure(data, run)
    size = len(data) // 2
    while failure is not None and size:
        place = 0
        while place < len(data) and time.monotonic() < ends:
            shorter = data[:place] + data[place + size :]
            if _failure(shorter, run) is failure:
                data = shorter
            else:
                place += size
        size //= 2
    return data


def _failure(data: bytes, run: Callable[[bytes], None]) -> type[Exception] | None:
    try:
        run(data)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is to stay so
        return type(error)
    return None
