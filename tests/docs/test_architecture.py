"""The picture of the architecture tells all imports, and no others."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from scripts.reference.architecture import arrows, imports, layers, picture
from scripts.reference.sources import DOCS


def reached(tail: str) -> set[str]:
    """Return everything to which arrows lead from a package."""
    heads = {head for start, head in arrows() if start == tail}
    return heads.union(*(reached(head) for head in heads))


def test_every_import_is_an_arrow_or_follows_from_arrows() -> None:
    assert [(tail, head) for tail, head in imports() if head not in reached(tail)] == []


def test_no_arrow_follows_from_others() -> None:
    assert set(arrows()) <= imports()
    for tail, head in arrows():
        others = {other for start, other in arrows() if start == tail and other != head}
        assert head not in set().union(*map(reached, others)), (tail, head)


def test_arrows_lead_down() -> None:
    rank = {name: number for number, layer in enumerate(layers()) for name in layer}
    assert [(tail, head) for tail, head in arrows() if rank[tail] >= rank[head]] == []


def test_the_picture_shows_each_package_once_and_an_arrow_for_each() -> None:
    drawn = ET.fromstring(picture())  # noqa: S314  # our own
    texts = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(filter(None, texts)) == sorted(name for layer in layers() for name in layer)
    ways = [path for path in drawn.iter("{http://www.w3.org/2000/svg}path") if path.get("class") == "way"]
    assert len(ways) == len(arrows())


def test_the_table_of_layers_is_the_contract() -> None:
    page = (DOCS / "contributing" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("| layer | is |")[2].partition("\n\n")[0]
    told = [tuple(re.findall(r"`(\w+)`", row.split("|")[1])) for row in table.splitlines() if "| `" in row]
    assert told == [*layers()]
