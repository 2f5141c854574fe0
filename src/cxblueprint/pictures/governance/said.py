"""What is said about a team in words of ours: what it is there for, and how it is to work in it."""

from __future__ import annotations

from collections.abc import Iterator

from cxblueprint.model import Climate
from cxblueprint.pictures.governance.scene import Line
from cxblueprint.pictures.words import Words


def function_name(function: str, words: Words) -> str:
    """Return what a function is called."""
    names = {
        "cx": words("Customer experience"),
        "employee-experience": words("Employee experience"),
        "marketing": words("Marketing"),
        "sales": words("Sales"),
        "customer-service": words("Customer service"),
        "operations": words("Operations"),
        "product": words("Product"),
        "it": words("Information technology"),
        "finance": words("Finance"),
        "hr": words("Human resources"),
        "legal": words("Legal"),
        "partner": words("Partner"),
        "executive": words("Executive"),
    }
    return names.get(function) or words("Other")


def climate_lines(climate: Climate | None, words: Words) -> Iterator[Line]:
    """Yield how it is to work in a team, as far as it is stated, what is poor first."""
    if climate is None:
        return
    counts = {
        words("teamwork"): climate.teamwork,
        words("people management"): climate.people_management,
        words("communication"): climate.communication,
    }
    if len(set(counts.values())) == 1:
        throughout = {
            "poor": words("Poor climate throughout"),
            "fair": words("Fair climate throughout"),
            "good": words("Good climate throughout"),
        }
        if climate.teamwork is not None:
            yield Line(throughout[climate.teamwork], "bad" if climate.teamwork == "poor" else "plain")
        return
    graded = {
        grade: ", ".join(count for count, found in counts.items() if found == grade)
        for grade in ("poor", "fair", "good")
    }
    if graded["poor"]:
        yield Line(words("Poor climate: {counts}", counts=graded["poor"]), "bad")
    if graded["fair"]:
        yield Line(words("Fair climate: {counts}", counts=graded["fair"]))
    if graded["good"]:
        yield Line(words("Good climate: {counts}", counts=graded["good"]))
