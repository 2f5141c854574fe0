"""Who names whom, from a list of fields written by hand, walking over the bare data of a blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxblueprint.model import Blueprint, Journey

from .walking import addresses, step_ids, steps_of

FIELDS = {
    "team": "owner responsible consulted informed team provider consumer giver receiver made_by analysed_by"
    " sustained_by reports_to",
    "role": "role taken_by reach_out_by meets ours sponsor",
    "segment": "segment segments",
    "persona": "actor",
    "account": "account accounts",
    "channel": "channel",
    "calendar": "calendar clock",
    "system": "system systems",
    "touchpoint": "touchpoint touchpoints way_to_human made_at",
    "journey": "journey replaces",
    "service-standard": "standards agreement path protects",
    "kpi": "kpis employee_kpis judged_by drives improves headline rolls_up_to",
    "cause": "cause causes",
    "escalation-policy": "escalation policy",
    "recovery-plan": "recovery",
}
KIND_OF_FIELD = {field: kind for kind, fields in FIELDS.items() for field in fields.split()}
KINDS = {
    "teams": "team", "roles": "role", "segments": "segment", "personas": "persona", "accounts": "account",
    "channels": "channel", "calendars": "calendar", "systems": "system", "touchpoints": "touchpoint",
    "journeys": "journey", "handoffs": "handoff", "standards": "service-standard", "promises": "promise",
    "kpis": "kpi", "listening_posts": "listening-post", "relationship_plans": "relationship-plan",
    "proactive_updates": "proactive-update", "risks": "risk", "causes": "cause",
    "escalation_policies": "escalation-policy", "escalations": "escalation",
    "recovery_plans": "recovery-plan", "initiatives": "initiative", "policies": "policy",
    "assessments": "assessment",
}  # fmt: skip
WORDS = ("any-open-request", "any-recovery")

Named = tuple[str, str, str]
"""Who names, in which field, and what: `team:here`, `reports_to`, `team:ghost`."""


def dangling(blueprint: Blueprint) -> list[Named]:
    """Everything that is named and not declared."""
    declared = {f"{kind}:{each.id}" for root, kind in KINDS.items() for each in getattr(blueprint, root)}
    declared.add(f"blueprint:{blueprint.id}")
    declared |= {f"step:{place}" for journey in blueprint.journeys for place in addresses(journey)}
    named = [*_plain(blueprint), *(way for journey in blueprint.journeys for way in _ways(journey))]
    return [each for each in [*named, *_actions(blueprint)] if each[2] not in declared]


def undeclared_kinds(blueprint: Blueprint) -> set[str]:
    return {kind for root, kind in KINDS.items() if not getattr(blueprint, root)}


def _plain(blueprint: Blueprint) -> Iterator[Named]:
    """What fields name from anywhere in the blueprint."""
    data = blueprint.model_dump(mode="json", exclude_defaults=True)
    if "clock" in data:
        yield f"blueprint:{blueprint.id}", "clock", f"calendar:{data['clock']}"
    for root, kind in KINDS.items():
        for element in data.get(root, ()):
            bare = {field: value for field, value in element.items() if field != "stages"}
            yield from _in_part(f"{kind}:{element['id']}", "", bare)
    for journey in blueprint.journeys:
        for (_, step), place in zip(steps_of(journey), addresses(journey), strict=True):
            bare = step.model_dump(mode="json", exclude={"next"}, exclude_defaults=True)
            yield from _in_part(f"step:{place}", "", bare)


def _in_part(subject: str, at: str, part: dict[str, Any]) -> Iterator[Named]:
    for field, value in part.items():
        yield from _in_field(subject, f"{at}.{field}" if at else field, field, value)


def _in_field(subject: str, at: str, field: str, value: object) -> Iterator[Named]:
    match value:
        case dict() if field == "value_to_customer":
            yield from ((subject, f"{at}.{name}", f"segment:{name}") for name in value)
        case dict():
            yield from _in_part(subject, at, value)
        case list():
            for n, item in enumerate(value):
                yield from _in_field(subject, f"{at}[{n}]", field, item)
        case str() if field in KIND_OF_FIELD:
            yield subject, at, f"{KIND_OF_FIELD[field]}:{value}"
        case str() if field == "between":
            yield subject, at, f"{'step' if '/' in value else 'touchpoint'}:{value}"
        case str() if field == "addresses":
            yield subject, at, value if ":" in value else f"cause:{value}"
        case str() if field == "service_recovery" and value.startswith("journey:") and " " not in value:
            yield subject, at, value
        case str() if field in ("covers", "threatens", "exceptions", "of") and value not in WORDS:
            yield subject, at, value


def _ways(journey: Journey) -> Iterator[Named]:
    """What a journey calls its steps and none, or several, are called."""
    places = zip(step_ids(journey), addresses(journey), strict=True)
    names = [name for one, place in places for name in (one, place.removeprefix(f"{journey.id}/"))]
    if journey.outcome is not None and names.count(journey.outcome) != 1:
        yield f"journey:{journey.id}", "outcome", f"step:{journey.outcome}"
    for (_, step), place in zip(steps_of(journey), addresses(journey), strict=True):
        for n, way in enumerate(step.next or ()):
            if names.count(way.to) != 1:
                yield f"step:{place}", f"next[{n}].to", f"step:{way.to}"


def _actions(blueprint: Blueprint) -> Iterator[Named]:
    """What a recovery plan calls its actions and none is called."""
    for plan in blueprint.recovery_plans:
        known = {action.id for action in plan.actions}
        for n, action in enumerate(plan.actions):
            for m, name in enumerate(action.after):
                if name not in known:
                    yield f"recovery-plan:{plan.id}", f"actions[{n}].after[{m}]", f"action:{name}"
