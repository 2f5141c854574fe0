"""Files to a blueprint and back: YAML 1.2 and JSON, with the place of everything that is read."""

from .limits import Limits
from .reading import load, loads
from .writing import dump, dumps

__all__ = ["Limits", "dump", "dumps", "load", "loads"]
