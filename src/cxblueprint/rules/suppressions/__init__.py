"""Suppressions: what is allowed has a reason, an end and an effect."""

from .sup001_suppression_reason_missing import suppression_reason_missing
from .sup002_suppression_unused import suppression_unused
from .sup003_suppression_expired import suppression_expired
from .sup004_suppression_unknown import suppression_unknown

RULES = (
    suppression_reason_missing,
    suppression_unused,
    suppression_expired,
    suppression_unknown,
)
