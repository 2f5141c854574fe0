"""References: what is named must be declared, and what is declared is there to be named."""

from .ref001_unknown_reference import unknown_reference
from .ref002_unused_declaration import unused_declaration

RULES = (unknown_reference, unused_declaration)
