"""One blueprint in several files, in folders within folders, some of them YAML and some JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import cxblueprint as cx
from cxblueprint.loading.writing import _stated
from cxblueprint.loading.yaml_emitter import emit, spelled_date
from cxblueprint.model import COLLECTIONS

FILES = ("0.json", "1/above.yaml", "1/below/deep.json", "2.yml", "3/last.json")
"""In the order in which a folder is read."""


def write_split(blueprint: cx.Blueprint, splits: Sequence[int], folder: Path) -> None:
    """Write a blueprint as up to five files; each collection is divided between one of them and the next.

    Args:
        blueprint: what to write.
        splits: numbers from 0 to 3, one for each collection and one for the rest: the first file with it.
        folder: where to write; it is there and empty.
    """
    whole = {"format": blueprint.format, **_stated(blueprint, {}, "")}
    files: list[dict[str, object]] = [{} for _ in FILES]
    files[splits[-1]] = {name: value for name, value in whole.items() if name not in COLLECTIONS}
    for name, split in zip(COLLECTIONS, splits, strict=False):
        elements = whole.get(name, [])
        assert isinstance(elements, list)
        middle = len(elements) // 2
        files[split] |= {name: elements[:middle]} if middle else {}
        files[split + 1] |= {name: elements[middle:]} if elements else {}
    for name, content in zip(FILES, files, strict=True):
        if content:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_text(content, name), encoding="utf-8", newline="")


def _text(content: dict[str, object], name: str) -> str:
    if name.endswith(".json"):
        return json.dumps(content, ensure_ascii=False, indent=2, default=spelled_date)
    return emit(content)
