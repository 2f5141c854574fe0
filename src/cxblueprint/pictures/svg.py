"""A small SVG writer: one escaping function, one number format, no clock and no random ids."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from urllib.parse import urlsplit

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.mirror import Value, mirrored, moved_group

_ILLEGAL_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
# From this share of its room on a line is held to its width: another font may be wider.
_GUARDED_FROM = 0.72


# Pictures say the same words, addresses and places over and over: each is worked out once.
_remembered = lru_cache(maxsize=8192)


@_remembered
def escape(text: str) -> str:
    """Return `text` safe for element content and for quoted attributes, in XML and in HTML."""
    return _ILLEGAL_IN_XML.sub("", text).translate(_ENTITIES)


@_remembered
def number(value: float) -> str:
    """Return a coordinate with at most two decimals and no needless zero."""
    if not math.isfinite(value):
        raise ValueError(f"a coordinate is {value}")
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@_remembered
def safe_url(url: str | None) -> str | None:
    """Return `url` if it is relative, a fragment, http, https or mailto; else None.

    Browsers drop control characters before they look at the scheme, so the same is done here first.
    """
    if url is None:
        return None
    visible = "".join(char for char in url if char.isprintable()).strip().replace(" ", "%20")
    try:
        scheme = urlsplit(visible).scheme.lower()
    except ValueError:
        return None
    if scheme:
        return visible if scheme in _SAFE_SCHEMES else None
    before_path = re.split(r"[/?#]", visible, maxsplit=1)[0]
    leaves_the_site = visible.replace("\\", "/").startswith("//")
    return None if not visible or leaves_the_site or ":" in before_path else visible


def slug(text: str) -> str:
    """Return `text` as a part of an XML id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


@_remembered
def _name(keyword: str) -> str:
    return keyword.rstrip("_").replace("_", "-")


def _attributes(attributes: dict[str, Value]) -> str:
    return "".join(
        [
            f' {_name(name)}="{escape(value) if isinstance(value, str) else number(value)}"'
            for name, value in attributes.items()
            if value is not None
        ]
    )


class Canvas:
    """Lines of SVG in the order in which they were drawn.

    Attribute names are written with `_` for `-`, and `class_` for `class`; None leaves one out. With
    `mirror`, the width of a picture that reads from right to left, everything lies as in a mirror.
    """

    def __init__(self, *, mirror: float | None = None) -> None:
        self._lines: list[str] = []
        self._axis = mirror

    @property
    def is_mirrored(self) -> bool:
        """Whether what is drawn at the left is seen at the right."""
        return self._axis is not None

    def markup(self) -> str:
        """Return everything drawn so far, one element a line."""
        return "".join(f"{line}\n" for line in self._lines)

    def element(self, tag: str, content: str | None = None, /, **attributes: Value) -> None:
        """Draw one element, empty or with text in it."""
        if self._axis is not None:
            attributes = mirrored(tag, attributes, self._axis)
        end = "/>" if content is None else f">{escape(content)}</{tag}>"
        self._lines.append(f"<{tag}{_attributes(attributes)}{end}")

    @contextmanager
    def within(self, tag: str, /, **attributes: Value) -> Iterator[None]:
        """Draw an element around what is drawn inside the `with` block."""
        axis, transform = self._axis, attributes.get("transform")
        if axis is not None and isinstance(transform, str):
            attributes["transform"] = moved_group(transform, axis)
            self._axis = 0
        self._lines.append(f"<{tag}{_attributes(attributes)}>")
        yield
        self._axis = axis
        self._lines.append(f"</{tag}>")

    @contextmanager
    def linked(self, url: str | None, label: str) -> Iterator[None]:
        """Draw a group that says `label` and leads to `url`, if that is one to follow."""
        href = safe_url(url)
        if href is None:
            with self.saying(label):
                yield
        else:
            with self.within("a", href=href):
                self.element("title", metrics.clean(label))
                yield

    @contextmanager
    def saying(self, label: str) -> Iterator[None]:
        """Draw a group that says `label`, to those who point at it and to those who listen.

        The title alone is what either is told: a second copy as an attribute would be a tenth of a picture.
        """
        with self.within("g", role="img"):
            self.element("title", metrics.clean(label))
            yield

    def rect(
        self, x: float, y: float, width: float, height: float, class_: str, *, radius: float | None = None
    ) -> None:
        """Draw a rectangle, rounded by `radius`."""
        self.element("rect", x=x, y=y, width=width, height=height, rx=radius, class_=class_)

    def line(self, x1: float, y1: float, x2: float, y2: float, class_: str) -> None:
        """Draw a straight line."""
        self.element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)

    def path(self, d: str, class_: str, **attributes: Value) -> None:
        """Draw a path."""
        self.element("path", d=d, class_=class_, **attributes)

    def text(
        self,
        x: float,
        y: float,
        content: str,
        class_: str,
        size: float,
        *,
        bold: bool = False,
        anchor: str | None = None,
        room: float | None = None,
        rtl: bool | None = None,
    ) -> None:
        """Draw one line of text whose baseline starts at (`x`, `y`), or is anchored there.

        `room` is the width it may take: to the right of a start, around a middle, to the left of an end.
        Text from right to left starts at the other side of its room, unless `rtl` is False or all of the
        picture reads so; it stands in an isolate, because not every renderer knows the `direction` attribute.
        In such a picture one word from right to left is enough for that, since our own texts have some.
        """
        # Where a line could be broken and is not, some renderers draw the hyphen all the same.
        content = metrics.clean(content).replace(metrics.SOFT_HYPHEN, "")
        if not content:
            return
        is_rtl = rtl or metrics.is_rtl(content) or (self.is_mirrored and metrics.has_rtl(content))
        natural = metrics.width(content, size, bold=bold) if room is not None or is_rtl else 0.0
        guarded = room is not None and natural > room * _GUARDED_FROM and metrics.has_exact_widths(content)
        length = min(natural, room) if guarded and room is not None else None
        if is_rtl:
            content = f"\u2067{content}\u2069"
            if anchor is None and rtl is not False and not self.is_mirrored:
                anchor, x = "end", x + (natural if room is None else room)
        self.element(
            "text",
            content,
            x=x,
            y=y,
            class_=class_,
            font_size=size,
            font_weight="700" if bold else None,
            text_anchor=anchor,
            textLength=length,
            lengthAdjust="spacingAndGlyphs" if length is not None else None,
        )
