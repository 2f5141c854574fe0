"""What type checkers refuse, line by line; nothing here is ever run.

Each line is one mistake and says so with `type: ignore`; both checkers report a comment that ignores nothing,
so that a mistake that goes unnoticed fails the test.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import cxblueprint as cx

families = cx.Segment(id="family", name="Families")
team = cx.Team(id="cx", name="Customer Experience")
answered = cx.ServiceStandard(id="first-answer")

# A reference takes an id or a thing of the right kind.
cx.Touchpoint(id="a", name="A", owner=families)  # type: ignore[arg-type]
cx.Touchpoint(id="a", name="A", owner=["cx"])  # type: ignore[arg-type]
cx.Touchpoint(id="a", name="A", standards=[team])  # type: ignore[list-item]
cx.Touchpoint(id="a", name="A", standards=answered)  # type: ignore[arg-type]
cx.Journey(id="a", name="A", kpis=None)  # type: ignore[arg-type]
cx.Handoff(id="a", giver=None, receiver=team)  # type: ignore[arg-type]
cx.Promise(id="a", path=[team])  # type: ignore[list-item]
cx.Assessment(id="a", of=3)  # type: ignore[arg-type]

# A closed list of words is closed, and a number is no text.
cx.Team(id="a", name="A", function="sorcery")  # type: ignore[arg-type]
cx.Channel(id="a", name="A", kind="fax")  # type: ignore[arg-type]
cx.Stage(name="A", phase="begin")  # type: ignore[arg-type]
cx.Step(name="A", emotion="2")  # type: ignore[arg-type]
cx.Touchpoint(id="a", name="A", volume="many")  # type: ignore[arg-type]
cx.Touchpoint(id="a", name="A", opens_request="yes")  # type: ignore[arg-type]

# A value is given as itself or as its text.
cx.Step(name="A", wait=cx.Target.parse("within 2d"))  # type: ignore[arg-type]
cx.Journey(id="a", name="A", review_every=["1y"])  # type: ignore[arg-type]
cx.Stage(name="A", steps=["hotline"])  # type: ignore[list-item]

# Nothing is left out or made up.
cx.Team(id="a")  # type: ignore[call-arg]
cx.Team(id="a", name="A", colour="red")  # type: ignore[call-arg]
cx.check("nordlicht")  # type: ignore[arg-type]
