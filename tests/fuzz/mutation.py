"""Other files out of real ones: a byte, a line, a value or a whole part becomes another.

A random byte rarely leaves a blueprint that loads. Here lines keep their indentation, values move to where
the same key stands, and parts are swapped in the data itself, so that much of what comes out is read to its
end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any, TypeAlias

from cxblueprint.loading.yaml_emitter import emit

from .seeds import AWKWARD, mappings, parts, plain, words

_VALUE = re.compile(r"(?P<key>[\w-]+)(?P<between>\"?: +)(?P<value>[^\s,\[\]{}][^\n,\[\]{}]*)")
_MOST_CHANGES = 4
_LOOKED_AT = 20

Mutation: TypeAlias = "Callable[[str, str, Random], str]"
"""Makes another text of one, perhaps with the help of a second one."""


def mutated(data: bytes, other: bytes, seed: int) -> bytes:
    """Return bytes made of some by a few changes; the same ones for the same seed.

    Args:
        data: what is changed.
        other: what parts may be taken from.
        seed: chooses the changes.
    """
    random = Random(seed)  # noqa: S311  # nothing is secret
    text, donor = data.decode("utf-8", "surrogateescape"), other.decode("utf-8", "surrogateescape")
    ways = random.choice((WAYS, WAYS_THAT_KEEP_THE_FORM))
    for _ in range(random.randint(1, _MOST_CHANGES)):
        text = random.choice(ways)(text, donor, random)
    return text.encode("utf-8", "surrogatepass" if random.random() < 0.1 else "replace")


def _other_character(text: str, _: str, random: Random) -> str:
    place = random.randint(0, len(text))
    put = random.choice(
        ("", chr(random.randrange(128)), chr(random.randrange(0xD800)), random.choice(AWKWARD))
    )
    return text[:place] + put + text[place + random.randint(0, 2) :]


def _word_put_in(text: str, _: str, random: Random) -> str:
    spaces = [found.start() for found in re.finditer(r"\b", text)]
    place = random.choice(spaces) if spaces else 0
    return text[:place] + random.choice(words()) + random.choice(("", ": ", ", ", "\n")) + text[place:]


def _lines_moved(text: str, donor: str, random: Random) -> str:
    """Take lines out, say them twice, put them elsewhere, indent them, or take them from the other text."""
    lines = text.split("\n")
    start = random.randrange(len(lines))
    end = start + random.randint(1, 5)
    some, place = lines[start:end], random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            lines[start:end] = []
        case 1:
            lines[place:place] = some
        case 2:
            indent = random.choice((" ", "  ", "\t", "- "))
            lines[start:end] = [indent + line for line in some]
        case 3:
            lines[start:end] = [line[random.randint(1, 2) :] for line in some]
        case _:
            theirs = donor.split("\n")
            begin = random.randrange(len(theirs))
            lines[place:place] = theirs[begin : begin + random.randint(1, 12)]
    return "\n".join(lines)


def _text_cut(text: str, _: str, random: Random) -> str:
    start, end = sorted(random.randint(0, len(text)) for _ in range(2))
    return random.choice((text[:end], text[:start] + text[end:]))


def _other_value(text: str, _: str, random: Random) -> str:
    """Put a value that stands under the same key elsewhere, or an awkward one, in the place of another."""
    found = [*_VALUE.finditer(text)]
    if not found:
        return text
    chosen = random.choice(found)
    same = [value for value in parts().get(chosen["key"], ()) if isinstance(value, str | int | float)]
    put = str(random.choice(random.choice((same or words(), AWKWARD, words()))))
    put = random.choice((put, json.dumps(put, ensure_ascii=False), put.replace("\n", " ")))
    return text[: chosen.start("value")] + put + text[chosen.end("value") :]


def _other_data(text: str, _: str, random: Random) -> str:
    """Change what the text says rather than how: a part becomes another, goes, or comes a second time."""
    data = plain(text)
    holders = _holders(data)
    if not isinstance(data, dict) or not holders:
        return text
    place = random.choice(holders)
    if isinstance(place, dict):
        _change_mapping(place, random)
    else:
        _change_list(place, random)
    try:
        if random.randrange(2):
            return json.dumps(data, ensure_ascii=random.randrange(2) == 0)
        return emit(data)
    except (ValueError, RecursionError):  # a part within itself
        return text


def _change_mapping(place: dict[str, Any], random: Random) -> None:
    key = random.choice([*place])
    match random.randrange(8):
        case 0:
            del place[key]
        case 1:
            place[key] = random.choice(AWKWARD)
        case 2:
            place[key] = random.choice((-1, 0, 1, 2, 0.5, 1e300, 10**30, True, False, "x", [place[key]]))
        case 3 | 4:
            some = random.choices(mappings(), k=_LOOKED_AT)
            like = max(some, key=lambda one: len(one.keys() & place.keys()))
            place |= deepcopy(dict(random.choices([*like.items()], k=2)))
        case _:
            place[key] = deepcopy(random.choice(parts().get(key, [place[key]])))


def _change_list(place: list[Any], random: Random) -> None:
    number = random.randrange(len(place))
    match random.randrange(3):
        case 0:
            del place[number]
        case 1:
            place.reverse()
        case _:
            place.insert(number, deepcopy(random.choice(place)))
            if isinstance(place[number], dict) and "id" in place[number]:
                place[number]["id"] = f"i{random.randrange(1000)}"


def _holders(data: object) -> list[Any]:
    """Return the mappings and lists in some data that hold something, the outermost first."""
    found: list[Any] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list) and one:
            found.append(one)
            waiting += one.values() if isinstance(one, dict) else one
    return found


WAYS_THAT_KEEP_THE_FORM: tuple[Mutation, ...] = (_other_value, _other_data, _other_data, _other_data)
WAYS: tuple[Mutation, ...] = (
    _other_character, _word_put_in, _lines_moved, _text_cut, _other_value, _other_data,
)  # fmt: skip
