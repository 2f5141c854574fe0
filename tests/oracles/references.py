"""Blueprints in which everything names something, and some of what is named is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from cxblueprint.model import Blueprint

from .blueprints import some


@dataclass(frozen=True)
class Slot:
    """Where something is named: a good name, a bad one, or (where that is allowed) none."""

    good: str = "here"
    bad: str = "ghost"
    is_required: bool = False


ONE = Slot()
MUST = Slot(is_required=True)


def at(kind: str) -> Slot:
    return Slot(f"{kind}:here", f"{kind}:ghost")


def every(*kinds: str) -> list[Slot]:
    return [at(kind) for kind in kinds]


ACTION = {"text": "Does it", "team": ONE, "system": ONE, "agreement": ONE}
LOOP = {"owner": ONE}
WHOLE: dict[str, Any] = {
    "teams": {"reports_to": ONE, "employee_kpis": [ONE]},
    "roles": {"team": ONE, "judged_by": [ONE, ONE]},
    "segments": {},
    "personas": {"segment": ONE},
    "accounts": {
        "segment": ONE,
        "exceptions": every("service-standard", "promise", "journey", "touchpoint", "listening-post"),
    },
    "channels": {"calendar": ONE},
    "calendars": {},
    "systems": {"owner": ONE},
    "touchpoints": {
        "channel": ONE, "owner": ONE, "responsible": [ONE], "consulted": [ONE], "informed": [ONE, ONE],
        "way_to_human": ONE, "frontstage": [ACTION, ACTION], "backstage": [ACTION], "support": [ACTION],
        "standards": [ONE], "kpis": [ONE], "segments": [ONE],
    },
    "journeys": {
        "segments": [ONE], "owner": ONE, "value_to_customer": {ONE: "Peace"}, "kpis": [ONE],
        "outcome": Slot("s/go", "s/gone"), "replaces": ONE,
        "stages": [
            {
                "name": "S",
                "steps": [
                    {
                        "id": "go", "touchpoint": ONE, "name": "Go", "actor": ONE,
                        "fail_points": [
                            {"text": "It rains", "service_recovery": at("journey")},
                            {"text": "It snows", "service_recovery": "journey: by bus, on us"},
                        ],
                        "next": [
                            {"to": Slot("stop", "stopp")}, {"to": Slot("s/go", "go/s", is_required=True)},
                        ],
                    },
                    {"id": "twice", "name": "Twice"},
                ],
            },
            {"name": "T", "steps": [{"id": "twice", "name": "Again", "next": [{"to": Slot("go", "twice")}]},
                                    {"id": "stop", "name": "Stop"}]},
        ],
    },
    "handoffs": {
        "giver": MUST, "receiver": MUST, "agreement": ONE,
        "between": [Slot(is_required=True), Slot("here/s/go", "here/s/stop", is_required=True)],
    },
    "standards": {
        "provider": ONE, "consumer": ONE, "clock": ONE, "segments": [ONE], "accounts": [ONE], "owner": ONE,
        "escalation": ONE,
    },
    "promises": {
        "clock": ONE, "segments": [ONE], "accounts": [ONE], "owner": ONE, "made_by": ONE, "made_at": ONE,
        "path": [ONE, [ONE, ONE]],
    },
    "kpis": {"owner": ONE, "rolls_up_to": ONE, "drives": [ONE]},
    "listening_posts": {
        "covers": every("journey", "touchpoint", "segment", "team"), "segments": [ONE], "accounts": [ONE],
        "analysed_by": ONE, "inner_loop": LOOP, "outer_loop": LOOP,
        "repeats": {"count": 3, "taken_by": ONE}, "silence": {"reach_out_by": ONE}, "meets": [ONE],
    },
    "relationship_plans": {"account": ONE, "segment": ONE, "levels": [{"level": "ceo", "ours": ONE}]},
    "proactive_updates": {
        "covers": [
            "any-recovery", Slot("step:here/s/go", "step:here/s/gone"),
            *every("journey", "touchpoint", "segment", "account", "relationship-plan"),
        ],
        "channel": ONE, "owner": ONE,
    },
    "risks": {
        "threatens": every(
            "journey", "touchpoint", "service-standard", "promise", "segment", "account", "team", "system"
        ),
        "owner": ONE,
    },
    "causes": {},
    "escalation_policies": {"levels": [{"role": ONE, "after": "1h"}], "protects": [ONE]},
    "escalations": {"account": ONE, "journey": ONE, "causes": [ONE], "policy": ONE, "recovery": ONE},
    "recovery_plans": {
        "causes": [{"cause": MUST}], "headline": [ONE],
        "actions": [{"id": "fix", "after": [Slot("fix", "mix")], "addresses": [ONE], "owner": ONE}],
    },
    "initiatives": {
        "improves": [ONE], "addresses": every("cause", "team", "assessment", "journey", "touchpoint"),
        "sponsor": ONE, "integration": {"systems": [ONE], "touchpoints": [ONE]}, "sustained_by": ONE,
    },
    "policies": {},
    "assessments": {"of": Slot("blueprint:b", "blueprint:c")},
}  # fmt: skip


def _slots(part: object) -> Iterator[Slot]:
    match part:
        case Slot():
            yield part
        case dict():
            for key, value in part.items():
                yield from _slots(key)
                yield from _slots(value)
        case list():
            for item in part:
                yield from _slots(item)


def _filled(part: object, names: Iterator[str | None]) -> object:
    """The same with every slot filled; what is not named is left out."""
    match part:
        case Slot():
            return next(names)
        case dict():
            pairs = [(_filled(key, names), _filled(value, names)) for key, value in part.items()]
            return {key: value for key, value in pairs if key is not None and value is not None}
        case list():
            items = [_filled(item, names) for item in part]
            return [item for item in items if item not in (None, {})]
    return part


SLOTS = [*_slots(WHOLE), ONE]


@st.composite
def webs(draw: st.DrawFn) -> Blueprint:
    """A blueprint with one of nearly everything, each naming others, some of which are not declared."""
    letters = draw(st.sampled_from(["ggggggggb-", "g", "ggg-"]))
    chosen = draw(st.lists(st.sampled_from(letters), min_size=len(SLOTS), max_size=len(SLOTS)))
    gone = draw(some(list(WHOLE), most=draw(st.sampled_from([0, 0, 1, 4]))))
    names = iter(
        slot.bad if letter == "b" else slot.good if letter == "g" or slot.is_required else None
        for slot, letter in zip(SLOTS, chosen, strict=True)
    )
    data: dict[str, Any] = {}
    for root, fields in WHOLE.items():
        element = {"id": "here", "name": "Here", **dict(_filled(fields, names) or {})}  # type: ignore[call-overload]
        if root not in gone:
            data[root] = [element]
    clock = next(names)
    return Blueprint.model_validate({"id": "b", "title": "B", **data, **({"clock": clock} if clock else {})})
