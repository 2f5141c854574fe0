"""Small blueprints of customers on their way, crowded with what happens between teams."""

from __future__ import annotations

from hypothesis import strategies as st

from cxblueprint.model import Blueprint

from .blueprints import Fields, blueprint, one_of, said, some

OWNERS = ["north", "south", "east"]
THINGS = {"form": "north", "desk": "south", "letter": "north", "bot": "east"}
BETWEEN = [
    None, None, None, None, ("form", "desk"), ("desk", "bot"), ("letter", "desk"), ("j0/a/s0", "j0/a/s1"),
    ("j0/a/s1", "j0/a/s0"), ("j0/a/s0", "j0/b/s1"), ("form", "j0/a/s1"),
]  # fmt: skip


@st.composite
def encounters(draw: st.DrawFn) -> Blueprint:
    """Journeys through a few touchpoints of different owners, and what ties them together."""
    teams = [
        {"id": "board", "name": "Board", "function": "executive"},
        {"id": "left", "name": "Left", "reports_to": "board"},
        {"id": "right", "name": "Right", "reports_to": "board"},
        *(
            said(
                {
                    "id": team_id,
                    "name": team_id,
                    "function": draw(one_of(None, None, None, "partner", "executive")),
                    "reports_to": draw(
                        one_of("left", "right", "left", "right", "board", None, "north", "ghost")
                    ),
                }
            )
            for team_id in OWNERS
        ),
    ]
    return blueprint(
        teams=teams,
        channels=[{"id": kind, "name": kind, "kind": kind} for kind in ("letter", "phone")],
        systems=[{"id": "crm", "name": "CRM", "carries_case": True}, {"id": "wiki", "name": "Wiki"}],
        standards=[
            {"id": "shared"},
            {"id": "first"},
            {"id": "second"},
            {"id": "loop", "kind": "loop-closure"},
            draw(_agreements()),
        ],
        promises=draw(st.lists(_promises(), max_size=1)),
        kpis=draw(_rolling()),
        touchpoints=[draw(_touchpoints(thing, owner)) for thing, owner in THINGS.items()],
        journeys=[draw(_journeys(f"j{n}")) for n in range(draw(one_of(1, 1, 2)))],
        handoffs=[draw(_handoffs(f"h{n}")) for n in range(draw(one_of(0, 1, 1, 2)))],
    )


TIES: list[Fields] = [
    {}, {}, {}, {"system": "crm"}, {"system": "wiki"}, {"system": "ghost"}, {"standards": ["shared"]},
    {"standards": ["first"]}, {"standards": ["second"]}, {"standards": ["loop"]}, {"standards": ["ghost"]},
    {"kpis": ["k0"]}, {"kpis": ["k1"]}, {"kpis": ["k2"]}, {"kpis": ["ghost"]},
]  # fmt: skip


@st.composite
def _touchpoints(draw: st.DrawFn, thing: str, owner: str) -> Fields:
    ties = dict(draw(st.sampled_from(TIES)))
    system = ties.pop("system", None)
    where = draw(one_of("frontstage", "backstage", "support"))
    is_acted = system is not None or draw(st.booleans())
    return said(
        {
            "id": thing,
            "name": thing,
            "owner": draw(one_of(owner, owner, owner, owner, owner, owner, None, "ghost")),
            "channel": draw(one_of(None, None, None, "phone", "letter")),
            "opens_request": draw(st.sampled_from([None, True, True, True, False])),
            "automation": draw(one_of(None, "human", "automated")),
            where: [said({"text": "Does it", "system": system})] if is_acted else None,
            **ties,
        }
    )


@st.composite
def _journeys(draw: st.DrawFn, journey_id: str) -> Fields:
    size = draw(st.integers(2, 5))
    split = draw(st.integers(1, size))
    ids = [f"s{n}" for n in range(size)]
    steps = []
    for step_id in ids:
        thing = draw(one_of(*THINGS, *THINGS, *THINGS, *THINGS, None, "ghost"))
        one = [draw(one_of(*ids))]
        ways = draw(one_of(None, None, None, None, None, [], one, ids[-2:], ["s0", "ghost"]))
        steps.append(
            said(
                {
                    "id": step_id,
                    "name": None if thing else "Alone",
                    "touchpoint": thing,
                    "wait": draw(one_of(None, None, "1d", "0min")),
                    "closes_request": draw(st.sampled_from([False, False, False, False, True])),
                    "next": None if ways is None else [{"to": to} for to in ways],
                    "parallel": draw(st.booleans()),
                }
            )
        )
    stages = [
        said({"name": name, "phase": draw(one_of(None, "buy", "use", "choose")), "steps": part})
        for name, part in (("A", steps[:split]), ("B", steps[split:]))
    ]
    status = draw(one_of("live", "live", "live", "draft"))
    return {"id": journey_id, "name": "J", "stages": stages, "status": status}


def _agreements() -> st.SearchStrategy[Fields]:
    return one_of(
        {"id": "ola"},
        {"id": "ola", "provider": "south"},
        {"id": "ola", "provider": "south", "consumer": "north"},
    )


def _promises() -> st.SearchStrategy[Fields]:
    paths = one_of((), ("first",), ("first", "second"), (("first", "ghost"),), ("shared", ("second", "loop")))
    return st.fixed_dictionaries(
        {"id": st.just("told"), "path": paths}, optional={"made_at": one_of(*THINGS)}
    )


@st.composite
def _rolling(draw: st.DrawFn) -> list[Fields]:
    ids = ["k0", "k1", "k2", "middle", "top"]
    above = one_of(None, None, "middle", "top", "k0", "ghost")
    return [said({"id": kpi, "name": kpi, "rolls_up_to": draw(above)}) for kpi in ids]


@st.composite
def _handoffs(draw: st.DrawFn, handoff_id: str) -> Fields:
    return said(
        {
            "id": handoff_id,
            "giver": draw(one_of("north", "south", "east", "north", "south", "east", "ghost")),
            "receiver": draw(one_of("south", "east", "north")),
            "between": draw(st.sampled_from(BETWEEN)),
            "agreement": draw(one_of(None, None, None, "ola", "ghost")),
        }
    )


@st.composite
def neighbours(draw: st.DrawFn) -> Blueprint:
    """Three touchpoints in a row, each of another team, and at most a tie or two between them."""
    owners = {"form": "north", "desk": "south", "bot": "east"}
    alike = draw(one_of("system", "standards", "kpis"))
    ties = [tie for tie in TIES if alike in tie or tie == {}]
    touchpoints = [
        said(
            {
                "id": thing,
                "name": thing,
                "owner": owner,
                "channel": draw(one_of(None, None, None, "letter")),
                "opens_request": draw(st.sampled_from([True, None, None, False])),
                **_tie(draw(st.sampled_from(ties))),
            }
        )
        for thing, owner in owners.items()
    ]
    path = one_of((), ("first", "second"), (("first", "second"),), ("first",), ("ghost", "shared"))
    wait, phase = one_of(None, "1d"), one_of(None, None, None, "use", "aware")
    stages = [
        said(
            {"name": thing, "phase": draw(phase), "steps": [said({"touchpoint": thing, "wait": draw(wait)})]}
        )
        for thing in owners
    ]
    handoffs = [
        {
            "id": "h",
            "giver": draw(one_of("north", "south")),
            "receiver": draw(one_of("south", "east", "north")),
        }
    ]
    return blueprint(
        teams=[{"id": owner, "name": owner} for owner in owners.values()],
        channels=[{"id": "letter", "name": "Letter", "kind": "letter"}],
        systems=[{"id": "crm", "name": "CRM", "carries_case": True}, {"id": "wiki", "name": "Wiki"}],
        standards=[{"id": each} for each in ("shared", "first", "second", "loop")],
        promises=[{"id": "told", "path": draw(path)}],
        kpis=draw(_rolling()),
        touchpoints=touchpoints,
        journeys=[
            {
                "id": "j",
                "name": "J",
                "status": draw(one_of("live", "live", "draft")),
                "stages": stages,
            }
        ],
        handoffs=handoffs if draw(st.sampled_from([False, False, True])) else [],
    )


def _tie(tie: Fields) -> Fields:
    """A system is tied in by what is done in it."""
    return {"support": [tie]} if "system" in tie else tie


PLACES = [
    None,
    None,
    None,
    ("form", "desk"),
    ("desk", "shop"),
    ("j/a/desk", "j/a/form"),
    ("j/a/form", "j/a/desk"),
]


@st.composite
def handovers(draw: st.DrawFn) -> Blueprint:
    """Two teams that hand over on one or two ways, and how far apart they are."""
    lines = {
        "giver": one_of("left", "left", "left", "board", None, "right", "ghost", "receiver"),
        "receiver": one_of("right", "right", "right", "left", "board", None, "ghost", "giver"),
    }
    function = one_of(None, None, None, "partner", "executive")
    teams = [
        {"id": "board", "name": "Board", "function": "executive"},
        {"id": "left", "name": "Left", "reports_to": "board"},
        {"id": "right", "name": "Right"},
        {"id": "member", "name": "Member", "reports_to": draw(one_of("left", "giver"))},
        *(
            said({"id": one, "name": one, "reports_to": draw(line), "function": draw(function)})
            for one, line in lines.items()
        ),
    ]
    ends = [("form", "giver"), ("desk", "receiver"), ("shop", "receiver")]
    touchpoints = [
        {"id": thing, "name": thing, "owner": owner, "standards": draw(one_of((), (), (), (), ("shared",)))}
        for thing, owner in ends
    ]
    steps = [said({"touchpoint": thing, "wait": draw(one_of(None, "1d", "0min"))}) for thing, _ in ends]
    handoffs = [
        said(
            {
                "id": f"h{n}",
                "giver": draw(one_of("giver", "giver", "giver", "giver", "receiver", "left")),
                "receiver": draw(one_of("receiver", "receiver", "receiver", "receiver", "giver", "ghost")),
                "between": draw(st.sampled_from(PLACES)),
                "agreement": draw(one_of(None, None, None, None, None, "shared", "ghost")),
            }
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    ola = draw(
        one_of({}, {}, {}, {}, {"provider": "receiver", "consumer": "giver"}, {"provider": "receiver"})
    )
    promise = draw(one_of({"made_at": "form"}, {"path": ("shared",)}, {"path": ("ghost",)}))
    return blueprint(
        teams=teams,
        touchpoints=touchpoints,
        journeys=[{"id": "j", "name": "J", "stages": [{"name": "A", "steps": steps}]}],
        handoffs=handoffs,
        standards=[{"id": "shared"}, {"id": "ola", **ola}],
        promises=[{"id": "told", **promise}] if draw(st.booleans()) else [],
    )


@st.composite
def walks(draw: st.DrawFn) -> Blueprint:
    """One journey whose stages and steps are called alike, or by letters that make no id."""
    named = one_of("Wait", "等待", "wait", "Café 2", "!?", "Desk")
    stages: list[Fields] = []
    for _ in range(draw(st.integers(0, 3))):
        steps: list[Fields] = []
        for _ in range(draw(st.integers(0, 3))):
            thing = draw(one_of("desk", "desk", "wait", None, "ghost"))
            own = draw(one_of(None, None, None, "desk", "wait", "desk--2", "step-2", "x"))
            unused = own if own not in [each.get("id") for each in steps] else None
            meant = ("desk", "wait", "desk--2", "x", "a/desk", "stage-2/x", "ghost")
            ways = draw(one_of(None, None, None, (), draw(some(list(meant))), draw(some(list(meant)))))
            steps.append(
                said(
                    {
                        "id": unused,
                        "touchpoint": thing,
                        "name": draw(named) if thing is None else draw(one_of(None, "Desk")),
                        "wait": draw(one_of(None, None, "1d", "0s")),
                        "closes_request": draw(st.sampled_from([False, False, False, True])),
                        "next": None if ways is None else [{"to": to} for to in ways],
                    }
                )
            )
        own = draw(one_of(None, None, "a", "stage-1"))
        unused = own if own not in [each.get("id") for each in stages] else None
        stages.append(said({"id": unused, "name": draw(one_of("A", "a", "到", "Ä", "A 2")), "steps": steps}))
    touchpoints = [
        said(
            {
                "id": thing,
                "name": thing,
                "opens_request": draw(st.sampled_from([True, None, False])),
                "automation": draw(one_of(None, None, "automated", "human")),
                "standards": draw(one_of((), (), ("loop",), ("ghost",))),
                "owner": draw(one_of(None, "north", "ghost")),
            }
        )
        for thing in ("desk", "wait")
    ]
    return blueprint(
        teams=[{"id": "north", "name": "North"}],
        standards=[{"id": "loop", "kind": "loop-closure"}],
        touchpoints=touchpoints,
        journeys=[{"id": "j", "name": "J", "stages": stages}],
    )
