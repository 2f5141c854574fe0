"""Small blueprints, each crowded with the facts that one group of rules turns on.

They are made from few ids, so that things meet: reporting lines that close, steps that go back, owners
that differ or do not, references to `ghost`, which is never declared.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cxblueprint.model import Blueprint

Fields = dict[str, Any]
PHASES = [None, "aware", "choose", "buy", "start", "use", "get-help", "renew", "leave"]


@st.composite
def some(draw: st.DrawFn, choices: list[Any], most: int = 2) -> list[Any]:
    """A few different ones of `choices`, most often one or none; shrinks to none."""
    return draw(st.lists(st.sampled_from(choices), max_size=most, unique=True)) if choices else []


def one_of(*choices: object) -> st.SearchStrategy[Any]:
    """One of the choices; shrinks to the first."""
    return st.sampled_from(choices)


def said(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}


@st.composite
def organisations(draw: st.DrawFn) -> Blueprint:
    """Teams that report to one another, straight or in circles, and journeys they own."""
    ids = [f"t{n}" for n in draw(st.permutations(range(draw(st.integers(0, 6)))))]
    teams = [
        said(
            {
                "id": team_id,
                "name": team_id,
                "function": draw(
                    one_of(None, "cx", "cx", "marketing", "marketing", "executive", "operations")
                ),
                "also_functions": draw(one_of((), (), (), ("cx",), ("marketing",), ("executive",))),
                "reports_to": draw(one_of(None, *ids[:n], *ids[:n], *ids[:n], *ids, "ghost")),
                "executive_seat": draw(st.sampled_from([None, True, False, False])),
            }
        )
        for n, team_id in enumerate(ids)
    ]
    journeys = [
        said(
            {
                "id": f"j{n}",
                "name": "J",
                "owner": draw(one_of(None, *ids, *ids, "ghost")),
                "status": draw(one_of("live", "live", "draft")),
                "stages": [{"name": f"S{m}", "phase": draw(st.sampled_from(PHASES))} for m in range(2)],
            }
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    touchpoints = [
        said({"id": f"p{n}", "name": "P", "owner": draw(one_of(None, *ids, "ghost"))})
        for n in range(draw(st.integers(0, 2)))
    ]
    return blueprint(teams=teams, journeys=journeys, touchpoints=touchpoints)


@st.composite
def measurements(draw: st.DrawFn) -> Blueprint:
    """Journeys of any state with KPIs of any completeness on them, on their touchpoints, or nowhere."""
    kpi_ids = [f"k{n}" for n in range(draw(st.integers(0, 3)))]
    kpis = [draw(_kpis(kpi_id)) for kpi_id in kpi_ids]
    known = [*kpi_ids, *kpi_ids, "ghost"]
    provider, consumer = draw(one_of(None, "north")), draw(one_of(None, "south"))
    touchpoints = [
        {
            "id": thing,
            "name": thing,
            "kpis": draw(some(known, most=2)),
            "standards": draw(one_of((), ("agreed",))),
        }
        for thing in ("form", "desk")
    ]
    journeys = []
    for n in range(draw(st.integers(1, 3))):
        things = draw(one_of((), ("form",), ("desk",), ("form", "desk")))
        steps = [{"touchpoint": thing} for thing in things]
        journeys.append(
            said(
                {
                    "id": f"j{n}",
                    "name": "J",
                    "kpis": draw(some(known, most=2)),
                    "segments": draw(
                        one_of((), ("inside",), ("inside",), ("outside",), ("inside", "outside"))
                    ),
                    "state": draw(one_of(None, "as-is", "to-be", "to-be")),
                    "status": draw(one_of("live", "live", "live", "draft")),
                    "replaces": draw(one_of(None, None, "j0", "j1", "j2", "ghost")),
                    "outcome": draw(one_of(None, "form", "desk", "a/form", "ghost")),
                    "stages": [{"name": "A", "steps": steps}],
                }
            )
        )
    return blueprint(
        teams=[{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        segments=[
            {"id": "inside", "name": "Colleagues", "internal": True},
            {"id": "outside", "name": "Families"},
        ],
        standards=[said({"id": "agreed", "provider": provider, "consumer": consumer})],
        kpis=kpis,
        touchpoints=touchpoints,
        journeys=journeys,
    )


METRICS = [None, "nps", "csat", "ces", "trust", "fcr", "churn", "retention", "complaints", "attrition", "own"]
TARGETS = [
    None, "at least 100%", "at most 0%", "at least 100", "at most 0", "at least 5", "at most 1",
    "at least 7", "at least 4.5", "at most 2%", "at least 99%", "95% within 4h", "at least -100",
    "at least 0", "at most 100%", "at least 200",
]  # fmt: skip


@st.composite
def _kpis(draw: st.DrawFn, kpi_id: str) -> Fields:
    return said(
        {
            "id": kpi_id,
            "name": kpi_id,
            "metric": draw(st.sampled_from(METRICS)),
            "kind": draw(one_of(None, None, "perception", "outcome", "operational", "employee")),
            "level": draw(one_of(None, "relationship", "journey", "touchpoint")),
            "scale": draw(one_of(None, None, "1-5", "1-7", "0-100%", "-100 to 100", "0-10")),
            "polarity": draw(one_of(None, "up", "down")),
            "target": draw(st.sampled_from(TARGETS)),
            "baseline": draw(one_of(None, 3, "40%")),
            "owner": draw(one_of(None, "north", "ghost")),
            "source": draw(one_of(None, "survey")),
            "action": draw(one_of(None, "we meet")),
        }
    )


@st.composite
def agreements(draw: st.DrawFn) -> Blueprint:
    """Standards that ask for much or for all, and promises with and without something behind them."""
    targets = [
        None, "100% within 4h", "90% within 4h", "within 4h", "100% by due", "by due", "100% every 1bd",
        "at least 100%", "at least 100", "at least 99.9%", "at most 0%", "99.999% within 1min",
        "at most 100%",
    ]  # fmt: skip
    obligations = [
        None, None, {"kind": "legal"}, {"kind": "contract", "source": "§ 4"}, {"kind": "safety"},
    ]  # fmt: skip
    standards = [
        said(
            {
                "id": f"s{n}",
                "target": draw(st.sampled_from(targets)),
                "obligation": draw(st.sampled_from(obligations)),
                "starts": draw(one_of(None, "asked", "sent")),
                "ends": draw(one_of(None, "told")),
            }
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    paths = [
        (), (), ("s0",), (("s0", "s1"),), ("s0", ("s1", "s2")), ((),), ((), ()), ("ghost",), ((), "s1"),
    ]  # fmt: skip
    promises = [
        said(
            {
                "id": f"p{n}",
                "target": draw(one_of(None, "95% within 2d", "within 2d")),
                "path": draw(st.sampled_from(paths)),
                "starts": draw(one_of(None, "asked")),
                "ends": draw(one_of(None, "told", "seen")),
            }
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    return blueprint(standards=standards, promises=promises)


def blueprint(**collections: object) -> Blueprint:
    return Blueprint.model_validate({"id": "b", "title": "B", **collections})
