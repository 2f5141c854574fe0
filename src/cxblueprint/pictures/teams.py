"""Two letters and a colour for each team, the same in every picture of a blueprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_uppercase, digits
from types import MappingProxyType

from cxblueprint.pictures.graphemes import graphemes
from cxblueprint.pictures.scene import Owner
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.theme import TEAM_TONES
from cxblueprint.pictures.words import ENGLISH, Words

_LITTLE_WORDS = frozenset(
    ["a", "and", "at", "by", "de", "der", "des", "die", "du", "for", "in", "la", "of", "the", "to", "und"]
)
_ARTICLE = "\u0627\u0644"


def no_owner(words: Words) -> Owner:
    """Return the badge of nobody."""
    return Owner("?", words("no owner"))


def undeclared(team_id: str, words: Words = ENGLISH) -> Owner:
    """Return the badge of a team that is named but not declared."""
    return Owner("?", words("{id} (not declared)", id=team_id))


def _capital(cluster: str) -> str:
    """Return a letter in upper case, unless that takes more than one."""
    upper = cluster.upper()
    return upper if len(upper) == len(cluster) else cluster


def _bare(word: str) -> str:
    """Return an Arabic word without its article, which nearly every name has."""
    return word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 1 else word


def _candidates(name: str) -> Iterator[str]:
    """Yield two-letter codes for a name, the most telling first."""
    every = [word for word in re.split(r"[\W_]+", clean(name)) if word]
    telling = [_bare(word) for word in every if word.lower() not in _LITTLE_WORDS] or every
    letters = [[_capital(cluster) for cluster in graphemes(word)] for word in telling] or [["X"]]
    first = letters[0][0]
    for word in letters[1:]:
        yield first + word[0]
    for letter in letters[0][1:]:
        yield first + letter
    for word in letters[1:]:
        for letter in word[1:]:
            yield first + letter
    for last in ascii_uppercase + digits:
        yield first + last
    for a in ascii_uppercase:
        for b in ascii_uppercase + digits:
            yield a + b


def _code(name: str, taken: set[str]) -> str:
    for code in _candidates(name):
        if code not in taken:
            return code
    # More teams than pairs of letters: the badge takes a number.
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)


def owners(teams: Iterable[tuple[str, str]]) -> Mapping[str, Owner]:
    """Return the badge of each team by its id, from pairs of id and name.

    The order of the pairs has no effect, so that moving a declaration changes no picture.
    """
    return _owners(tuple(sorted(teams)))


@lru_cache(maxsize=8)  # every picture of a blueprint asks for the same
def _owners(teams: tuple[tuple[str, str], ...]) -> Mapping[str, Owner]:
    found: dict[str, Owner] = {}
    taken: set[str] = set()
    for position, (team_id, name) in enumerate(teams):
        code = _code(name, taken)
        taken.add(code)
        found[team_id] = Owner(code, name, position % TEAM_TONES)
    return MappingProxyType(found)
