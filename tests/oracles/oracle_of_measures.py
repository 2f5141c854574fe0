"""Standards, promises and KPIs: what is asked of their figures, read naively."""

from __future__ import annotations

from cxblueprint.model import KPI, Blueprint, Journey, ServiceStandard

from .oracle_of_silos import actions, on_the_way
from .walking import addresses, step_ids, steps_of, touchpoint, ways

PERCEPTION = {"nps", "csat", "ces", "trust"}
OUTCOME = {"fcr", "right-first-time", "completion", "abandonment", "churn", "retention", "complaints"}
OPERATIONAL = {"aht", "time-to-resolve", "on-time", "availability"}
DOWN = {"churn", "attrition", "complaints", "abandonment", "time-to-resolve"}
UNKNOWN_WAY = {"ces", "aht"}
CHOSEN = {"churn", "retention", "attrition", "complaints"}


def absolute_standard(blueprint: Blueprint) -> set[str]:
    return {each.id for each in blueprint.standards if _asks_for_all(each) and each.obligation is None}


def _asks_for_all(standard: ServiceStandard) -> bool:
    figure = standard.target.figure if standard.target and standard.target.kind == "at least" else None
    in_percent = figure is not None and figure.is_percent and figure.number >= 100
    none_at_all = str(standard.target) in ("at most 0", "at most 0%")
    return in_percent or none_at_all or str(standard.target).startswith("100% ")


def promise_without_backing(blueprint: Blueprint) -> dict[str, str]:
    """How loud it is, by promise."""
    return {
        each.id: "warning" if each.target is None else "error"
        for each in blueprint.promises
        if not any(isinstance(part, str) or part for part in each.path)
        and not any(
            each.starts and each.ends and (standard.starts, standard.ends) == (each.starts, each.ends)
            for standard in blueprint.standards
        )
    }


def kind_of(kpi: KPI) -> str | None:
    if kpi.kind:
        return kpi.kind
    for kind, metrics in (("perception", PERCEPTION), ("outcome", OUTCOME), ("operational", OPERATIONAL)):
        if kpi.metric in metrics:
            return kind
    return None


def absolute_target(blueprint: Blueprint) -> set[str]:
    """Perception, retention and complaint measures set to the end of their scale."""
    return {
        each.id
        for each in blueprint.kpis
        if (kind_of(each) == "perception" or each.metric in CHOSEN) and _is_at_its_end(each)
    }


def _is_at_its_end(kpi: KPI) -> bool:
    if kpi.target is None or kpi.target.figure is None:
        return False
    number, is_percent = kpi.target.figure.number, kpi.target.figure.is_percent
    way = "up" if kpi.target.kind == "at least" else "down"
    known = kpi.metric in PERCEPTION | OUTCOME | {"attrition"} and kpi.metric not in UNKNOWN_WAY
    usual = ("down" if kpi.metric in DOWN else "up") if known else None
    if (kpi.polarity or usual or way) != way:
        return False
    ends: list[tuple[float, float, bool]] = [(0, 100, True)]
    if kpi.metric in CHOSEN:
        ends.append((0, float("inf"), False))  # none at all, however it is counted
    if kpi.scale is not None:
        ends.insert(0, (float(kpi.scale.low), float(kpi.scale.high), kpi.scale.is_percent))
    elif kpi.metric == "nps":
        ends.insert(0, (-100, 100, False))
    low, high = next(((low, high) for low, high, sign in ends if sign == is_percent), (None, None))
    if low is None or high is None:
        return False
    return number >= high if way == "up" else number <= low


def incomplete_kpi(blueprint: Blueprint) -> dict[str, set[str]]:
    """By rule, the KPIs that lack what it asks for."""
    to_be, today = set[str](), set[str]()
    for journey in blueprint.journeys:
        is_new = journey.state == "to-be" or journey.status == "draft"
        (to_be if is_new else today).update(journey.kpis)
    for thing in blueprint.touchpoints:
        states = {
            "to-be" if journey.status == "draft" else journey.state
            for journey in blueprint.journeys
            for _, step in steps_of(journey)
            if step.touchpoint == thing.id
        }
        (to_be if states == {"to-be"} else today).update(thing.kpis)
    described = [each for each in blueprint.kpis if each.target or each.source]
    return {
        "KPI008": {each.id for each in blueprint.kpis if each.target is None},
        "KPI009": {
            each.id
            for each in described
            if each.target and each.baseline is None and each.id not in to_be - today
        },
        "KPI010": {each.id for each in described if each.owner is None},
        "KPI011": {each.id for each in described if each.action is None},
    }


def journey_without_kpi(blueprint: Blueprint, profile: str) -> set[str]:
    """A journey and what replaces it count as one; in a circle, the one declared first begins."""
    found = set[str]()
    for journey in blueprint.journeys:
        before = _replaced(blueprint, journey)
        after = [each for each in blueprint.journeys if each.replaces == journey.id]
        if journey.status == "draft" or (before is not None and before.status == "live"):
            continue
        counted = [journey, *after, *([before] if before else [])]
        if _lacks_kpi(blueprint, counted, profile):
            found.add(journey.id)
    return found


def _replaced(blueprint: Blueprint, journey: Journey) -> Journey | None:
    line = [journey]
    while True:
        before = next((each for each in blueprint.journeys if each.id == line[-1].replaces), None)
        if before is None:
            return line[1] if len(line) > 1 else None
        if before in line:
            in_a_circle = before == journey
            comes_first = all(
                blueprint.journeys.index(each) >= blueprint.journeys.index(journey) for each in line
            )
            return None if in_a_circle and comes_first else line[1]
        line.append(before)


def _lacks_kpi(blueprint: Blueprint, journeys: list[Journey], profile: str) -> bool:
    if any(_is_agreed(blueprint, journey) for journey in journeys):
        return False
    own, anywhere = set[str](), set[str]()
    for journey in journeys:
        ids, places = step_ids(journey), addresses(journey)
        meant = [
            n
            for n in range(len(ids))
            if journey.outcome in (ids[n], places[n].removeprefix(f"{journey.id}/"))
        ]
        for n, (_, step) in enumerate(steps_of(journey)):
            met = touchpoint(blueprint, step)
            anywhere |= set(met.kpis if met else ())
            own |= set(met.kpis if met and meant == [n] else ())
        own |= set(journey.kpis)
    declared = {each.id for each in blueprint.kpis}
    if own - declared or (anywhere and not (anywhere | own) & declared):
        return False  # a KPI that is named and not declared: that is said elsewhere
    counting = {each.id for each in blueprint.kpis if each.level != "relationship"}
    if profile == "essential":
        return not (own | anywhere) & counting
    kinds = {kind_of(each) for each in blueprint.kpis if each.id in own & counting}
    if profile == "recommended":
        return not own & counting
    return "perception" not in kinds or not kinds & {"outcome", "operational"}


def _is_agreed(blueprint: Blueprint, journey: Journey) -> bool:
    """For internal customers, what the teams have agreed counts."""
    segments = [each for each in blueprint.segments if each.id in journey.segments]
    if not segments or len(segments) < len(journey.segments) or not all(each.internal for each in segments):
        return False
    held = set[str | None]()
    for _, step in steps_of(journey):
        thing = touchpoint(blueprint, step)
        if thing is not None:
            held |= {*thing.standards, *(action.agreement for action in actions(thing))}
    for way in ways(journey):
        held |= {each.agreement for each in blueprint.handoffs if on_the_way(blueprint, journey, way, each)}
    return any(each.id in held and each.provider and each.consumer for each in blueprint.standards)
