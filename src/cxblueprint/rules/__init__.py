"""The catalogue: every rule, family by family."""

from . import governance, measures, ownership, promises, references, silos, standards

FAMILIES = (references, governance, ownership, silos, standards, promises, measures)
"""The families, in the order of the catalogue."""

CATALOGUE = tuple(rule for family in FAMILIES for rule in family.RULES)
"""Every rule, in the order of its family and code."""

__all__ = ["CATALOGUE", "FAMILIES"]
