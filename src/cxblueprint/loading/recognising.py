"""What a file is, from a glance at its root keys: the head of a blueprint, a part of one, or neither.

Nothing is parsed, so that a broken file is recognised too, and thousands of files cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias

from cxblueprint.model import COLLECTIONS, Blueprint

from .decoding import decode_anyhow
from .limits import Limits

Role: TypeAlias = Literal["head", "part", "scrap"]

_GLANCE = 64_000
"""Bytes that are looked at; the whole file is, where these have something of ours."""
_MOST_KEYS = 60
"""More root keys than this are in no blueprint."""
_LONGEST = 60
_ALIKE = 0.75
_SURE = 2
_HEAD = {"id", "title"}
# No part of these patterns may be tried at one place in two ways: a file could be made to take for ever.
_KEY = (
    r"""(?:"(?P<double>[^"\n]+)"[ \t]*|'(?P<single>[^'\n]+)'[ \t]*"""
    r"""|(?P<plain>[^\s#\-\[\]{}"',:][^:\n]*)):(?=\s|$)"""
)
_FIRST_LINE = re.compile(r"^(?P<indent>[ ]*)(?!---|%|#)\S", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)
_TOKEN = re.compile(
    r"""(?P<bracket>[{}\[\]])|(?P<comma>,)|#.*|"(?P<double>(?:[^"\\]|\\.)*+)"?|'(?P<single>[^']*)'?"""
    r"""|(?P<plain>[^\s"'{}\[\],:#][^{}\[\],:\n]*)"""
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file looks like."""

    role: Role | None = None
    """Whether it says the id and the title of a blueprint, or what only a part of one says; or, as a scrap,
    nothing else than a blueprint may say, but what others say too. None: something else.
    """
    is_sure: bool = False
    """Whether it has so many root keys of a blueprint that it can hardly be anything else."""


def glance_at(path: Path, limits: Limits = Limits()) -> Glance:  # noqa: B008  # frozen
    """Return what a file looks like; one that cannot be read looks like nothing."""
    try:
        with path.open("rb") as file:
            data = file.read(_GLANCE)
            found = glance(data)
            if len(data) == _GLANCE and _known(root_keys(decode_anyhow(data))):
                found = glance(data + file.read(limits.file_bytes))
    except OSError:
        return Glance()
    return found


def glance(data: bytes) -> Glance:
    """Return what the content of a file looks like.

    The head of a blueprint says `id` and `title`, and beside them nothing but root keys of ours, or one that
    tells a blueprint from other things with an id and a title. A part has more root keys of ours than others,
    and among them one that lists things, or the purpose. Keys that are spelt nearly like ours count as ours.
    """
    keys = set(root_keys(decode_anyhow(data)))
    known = _known(keys)
    strangers = len(keys) - sum(root_key_meant(key) is not None for key in keys)
    tells = not known.isdisjoint({*COLLECTIONS, "purpose"})
    if known >= _HEAD and (tells or not strangers):
        return Glance("head", is_sure=True)
    if tells and len(known) > strangers:
        return Glance("part", is_sure=len(known) >= _SURE)
    return Glance("scrap") if known and not strangers else Glance()


def root_keys(text: str) -> list[str]:
    """Return the root keys of a text in YAML or JSON, those for anchors left out; no more than make sense."""
    first = _FIRST_LINE.search(text)
    if first is None:
        return []
    is_flow = text[first.end() - 1] == "{"
    found = _keys_in_braces(text, first.end() - 1) if is_flow else _keys_at_lines(text, first)
    return list(islice((key[:_LONGEST] for key in found if not key.startswith("x-")), _MOST_KEYS))


@lru_cache(maxsize=4096)
def root_key_meant(key: str) -> str | None:
    """Return the root key of a blueprint that a key is, or is spelt nearly like; None where there is none."""
    if key in Blueprint.model_fields:
        return key
    return next(iter(get_close_matches(key, Blueprint.model_fields, 1, _ALIKE)), None)


def _known(keys: Iterable[str]) -> set[str]:
    return {meant for key in keys if (meant := root_key_meant(key)) is not None}


def _keys_at_lines(text: str, first: re.Match[str]) -> Iterator[str]:
    """Yield the keys at the beginning of lines, as far in as the first line is."""
    end = _END.search(text, first.end())
    line = re.compile(f"^{first['indent']}{_KEY}", re.MULTILINE)
    for found in line.finditer(text, first.start(), end.start() if end else len(text)):
        yield found["double"] or found["single"] or found["plain"].rstrip()


def _keys_in_braces(text: str, start: int) -> Iterator[str]:
    """Yield the keys of the mapping whose brace opens at `start`."""
    depth, is_next = 0, False
    for token in _TOKEN.finditer(text, start):
        bracket = token["bracket"]
        if bracket is not None:
            depth += 1 if bracket in "{[" else -1
            if depth == 0:
                return
            is_next = depth == 1
        elif token["comma"]:
            is_next = depth == 1
        elif is_next and (key := token["double"] or token["single"] or token["plain"]):
            yield key.rstrip()
            is_next = False
