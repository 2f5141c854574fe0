"""The catalogue: every rule, family by family."""

from . import (
    change,
    escalation,
    flow,
    governance,
    listening,
    measures,
    ownership,
    people,
    promises,
    recovery,
    references,
    silos,
    standards,
    suppressions,
    technology,
    value,
)

FAMILIES = (
    references,
    flow,
    governance,
    ownership,
    silos,
    standards,
    promises,
    measures,
    value,
    listening,
    escalation,
    recovery,
    people,
    technology,
    change,
    suppressions,
)
"""The families, in the order of the catalogue."""

CATALOGUE = tuple(rule for family in FAMILIES for rule in family.RULES)
"""Every rule, in the order of its family and code."""

__all__ = ["CATALOGUE", "FAMILIES"]
