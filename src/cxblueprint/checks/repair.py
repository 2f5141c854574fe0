"""What can be done about a flaw without inventing anything.

A rule states it where its hint leaves no choice; it is carried out in the file, and only when the blueprint
is afterwards the same but for this. `at` is the field within the flaw's subject, such as `owner`, `covers[0]`
or `allow[0].rule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Replace:
    """Another text belongs in place of the one at a field."""

    at: str
    value: str
    """The new text, as the model spells it."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Another key belongs in place of the last one of a field such as `value_to_customer.famly`."""

    at: str
    key: str


@dataclass(frozen=True, slots=True)
class Remove:
    """An item does not belong in its list; where it is the only one, the list's key goes too."""

    at: str


Repair: TypeAlias = Replace | Rename | Remove
