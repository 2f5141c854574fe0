"""Who reports to whom and who owns what: the rules on governance and ownership, read naively.

Each function returns the ids that its rule must name, all of them and no other.
"""

from __future__ import annotations

from cxblueprint.model import Blueprint, Team

from .walking import chain, statuses, team

AFTER_BUYING = {"start", "use", "get-help", "renew", "leave"}


def under_marketing(blueprint: Blueprint, each: Team) -> bool:
    """Whether the line up meets marketing before it meets an executive."""
    for above in chain(blueprint, each):
        if above.function in ("marketing", "executive"):
            return above.function == "marketing"
    return False


def marketing_owned_cx(blueprint: Blueprint) -> set[str]:
    """Of several one above the other only the topmost: in a circle of them nobody is, and the loop speaks."""
    found = {
        each.id for each in blueprint.teams if each.function == "cx" and under_marketing(blueprint, each)
    }
    return {
        each.id
        for each in blueprint.teams
        if each.id in found
        and not any(above.id in found for above in chain(blueprint, each) if above != each)
    }


def marketing_owned_journey(blueprint: Blueprint) -> set[str]:
    named = marketing_owned_cx(blueprint)
    found = set[str]()
    for journey in blueprint.journeys:
        owner = team(blueprint, journey.owner)
        goes_on = any(stage.phase in AFTER_BUYING for stage in journey.stages)
        if owner is None or not goes_on:
            continue
        by_marketing = owner.function == "marketing" or under_marketing(blueprint, owner)
        known_already = any(each.id in named for each in [owner, *chain(blueprint, owner)])
        if by_marketing and not known_already:
            found.add(journey.id)
    return found


def no_cx_function(blueprint: Blueprint) -> set[str]:
    served = any(each.function == "cx" or "cx" in each.also_functions for each in blueprint.teams)
    at_home = [each for each in blueprint.teams if each.function != "partner"]
    return {blueprint.id} if at_home and not served else set()


def cx_without_executive_seat(blueprint: Blueprint, profile: str) -> dict[str, str]:
    """How loud it is, by team. CX teams below another are not asked; who has nobody above is let alone."""
    found = dict[str, str]()
    for each in blueprint.teams:
        others_above = [above for above in chain(blueprint, each) if above != each]
        if each.function != "cx" or any(above.function == "cx" for above in others_above):
            continue
        superior = others_above[0] if others_above else None
        if each.executive_seat is None:
            if profile == "exemplary":
                found[each.id] = "info"
        elif each.executive_seat is False and superior is not None:
            if superior.executive_seat is False:
                found[each.id] = "warning"
            elif superior.executive_seat is True or (
                profile == "exemplary" and superior.function != "executive"
            ):
                found[each.id] = "info"
    return found


def reporting_loop(blueprint: Blueprint) -> set[str]:
    """One for each circle, at its smallest id."""
    circles = {
        frozenset(above.id for above in chain(blueprint, each))
        for each in blueprint.teams
        if each in chain(blueprint, each)
    }
    return {min(circle) for circle in circles}


def touchpoint_without_owner(blueprint: Blueprint) -> set[str]:
    """A touchpoint that only drafts have may wait."""
    return {
        each.id
        for each in blueprint.touchpoints
        if each.owner is None and statuses(blueprint, each) != {"draft"}
    }


def journey_without_owner(blueprint: Blueprint) -> set[str]:
    return {each.id for each in blueprint.journeys if each.owner is None and each.status == "live"}
