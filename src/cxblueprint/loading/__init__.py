"""Files to a blueprint and back: YAML 1.2 and JSON, with the place of everything that is read."""

from .decoding import encode_like
from .limits import Limits
from .origin import FileOrigin
from .positions import SourceText
from .reading import Content, load, load_contents, loads, read_contents
from .sources import SUFFIXES
from .writing import dump, dumps

__all__ = [
    "SUFFIXES", "Content", "FileOrigin", "Limits", "SourceText", "dump", "dumps", "encode_like", "load",
    "load_contents", "loads", "read_contents",
]  # fmt: skip
