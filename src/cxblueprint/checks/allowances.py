"""What an allowance says: whether it has a reason, whether its day has passed, and which rule it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.model import Allowance, Element

    from .rule import Rule


def has_reason(allowance: Allowance) -> bool:
    """Tell whether an allowance says why; without that it suppresses nothing."""
    return bool((allowance.reason or "").strip())


def has_ended(allowance: Allowance, as_of: dt.date | None) -> bool:
    """Tell whether the last day of an allowance has passed; without a date nothing ever ends."""
    return as_of is not None and allowance.until is not None and allowance.until < as_of


def means(allowance: Allowance, rule: Rule) -> bool:
    """Tell whether an allowance names a rule, by code or by name."""
    return allowance.rule.strip().casefold() in (rule.code.casefold(), rule.name)


def allowance_of(element: Element | None, rule: Rule, as_of: dt.date | None) -> Allowance | None:
    """Return what suppresses a rule at an element, or None; a mandatory rule is suppressed nowhere."""
    if element is None or rule.mandatory:
        return None
    for allowance in element.allow:
        if means(allowance, rule) and has_reason(allowance) and not has_ended(allowance, as_of):
            return allowance
    return None
