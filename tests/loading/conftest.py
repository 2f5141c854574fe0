"""Files in a folder of their own, and what loading complains about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cxblueprint.errors import LoadError
from cxblueprint.loading import load, loads

WriteFiles = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteFiles:
    """Write files into a new working directory, given their contents by path."""
    monkeypatch.chdir(tmp_path)

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write_files


@pytest.fixture
def complaints() -> Callable[..., list[str]]:
    """Return what `load` or `loads` complains about, a line for each complaint."""

    def complain(*paths: str, text: str | None = None, **options: Any) -> list[str]:  # noqa: ANN401  # theirs
        read = partial(load, *paths) if text is None else partial(loads, text)
        with pytest.raises(LoadError) as caught:
            read(**options)
        return [str(complaint) for complaint in caught.value.complaints]

    return complain
