"""References: what is named must be declared."""

from .ref001_unknown_reference import unknown_reference

RULES = (unknown_reference,)
