"""From nothing to forty steps, and what stands around them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import CALL

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_a_journey_without_steps_says_so(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of(stages=[{"name": "Ask"}]), "trip")
    assert "This journey has no steps yet" in look_at(picture.svg).texts()
    assert (picture.sticky, picture.table.rows) == ("", ())


def test_forty_steps_stand_side_by_side(graph_of: Build, look_at: Look) -> None:
    touchpoints = [CALL | {"id": f"t{number}"} for number in range(40)]
    picture = draw(graph_of(*({"touchpoint": f"t{n}"} for n in range(40)), touchpoints=touchpoints), "trip")
    boxes = [box for box, _ in look_at(picture.svg).cards()]
    assert len(boxes) == 200
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_a_short_journey_has_wide_cards(graph_of: Build, look_at: Look) -> None:
    widths = []
    for count in (1, 2, 3, 4):
        ((box, _), *_) = look_at(
            draw(graph_of(*({"name": f"s{n}"} for n in range(count))), "trip").svg
        ).cards()
        widths.append(box.right - box.left)
    assert widths == [420, 280, 220, 172]


def test_the_sticky_part_has_the_lanes_where_the_picture_has_them(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of({"touchpoint": "call"}), "trip")
    names = ("Customer actions", "Frontstage", "Backstage", "Line of visibility")
    places = [
        {e.text: e.get("y") for e in look_at(svg).root.iter() if e.text in names}
        for svg in (picture.inline, picture.sticky)
    ]
    assert places[0] == places[1]
    assert set(places[0]) == set(names)


def test_a_key_that_is_too_long_goes_on_below(graph_of: Build, look_at: Look) -> None:
    channels = [{"id": f"c{n}", "name": f"Channel {'x' * 40} {n}", "kind": "web"} for n in range(6)]
    touchpoints = [{"id": f"t{n}", "name": "T", "channel": f"c{n}"} for n in range(6)]
    steps = [{"touchpoint": f"t{n}", "id": f"s{n}"} for n in range(6)]
    drawing = look_at(draw(graph_of(*steps, touchpoints=touchpoints, channels=channels), "trip").svg)
    entries = [e for e in drawing.root.iter() if (e.text or "").startswith("Channel x")]
    assert (len(entries), len({e.get("y") for e in entries})) == (6, 2)
    assert drawing.outside() == []
