"""What pages and pictures are made of: every element with its attributes, as a parser sees them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from .vectors import FOREIGN, MARK

_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "to", "values", "srcdoc")
_PLANTED = frozenset(
    {MARK, "animate", "base", "embed", "foreignObject", "foreignobject", "iframe", "object", "set"}
)
_SAFE = frozenset({"", "http", "https", "mailto"})


@dataclass
class Made:
    """The elements of some pages."""

    kinds: Counter[str] = field(default_factory=Counter)
    """Each element and each attribute of one, such as `a` and `a href`, and how often it is there."""
    scripts: Counter[str] = field(default_factory=Counter)
    """What is run: addresses, and what stands in the pages themselves."""
    addresses: Counter[str] = field(default_factory=Counter)
    """Where links lead and what is fetched."""

    @property
    def unsafe(self) -> list[str]:
        """The addresses that could run something, or that a hostile text has chosen."""
        return sorted(address for address in self.addresses if not is_safe(address))

    @property
    def planted(self) -> list[str]:
        """The elements and attributes that only a hostile text makes, wherever it is."""
        return sorted(
            kind
            for kind in self.kinds
            if kind.partition(" ")[0] in _PLANTED
            or kind.partition(" ")[2].startswith(("on", "autofocus", "srcdoc"))
        )

    def element(self, tag: str, attributes: dict[str, str]) -> None:
        """Note one element."""
        self.kinds[tag] += 1
        for name, value in attributes.items():
            self.kinds[f"{tag} {name}"] += 1
            if name.rpartition(":")[2].rpartition("}")[2] in _ADDRESSES:
                self.addresses[value] += 1
        if tag == "script" and attributes.get("src"):
            self.scripts[attributes["src"]] += 1


def is_safe(address: str) -> bool:
    """Tell whether an address is one to follow: of a known sort, and not that of a hostile text."""
    seen = "".join(char for char in address if char > " ").replace("\\", "/")
    parts = urlsplit(seen)
    return parts.scheme.lower() in _SAFE and parts.hostname != FOREIGN


class _Reader(HTMLParser):
    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made
        self._is_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._made.element(tag, attributes)
        self._is_script = tag == "script" and not attributes.get("src")

    def handle_data(self, data: str) -> None:
        if self._is_script and data.strip():
            self._made.scripts[data.strip()] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_script = False


def read_html(made: Made, page: str) -> None:
    """Note what a page is made of."""
    reader = _Reader(made)
    reader.feed(page)
    reader.close()


def read_svg(made: Made, picture: str) -> None:
    """Note what a picture of its own is made of; it has to be valid XML."""
    for element in ET.fromstring(picture).iter():  # noqa: S314  # expat, which Python ships, knows no bombs
        tag = str(element.tag).removeprefix("{http://www.w3.org/2000/svg}")
        made.element(tag, dict(element.attrib))
