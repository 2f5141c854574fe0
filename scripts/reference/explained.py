"""What `cxblueprint explain` says below the title of a rule."""

from __future__ import annotations

from cxblueprint import api
from cxblueprint.cli.explain import facts_of

EXAMPLE = "too-long-to-read"
"""A rule with claims and an option."""


def facts() -> str:
    """Return what the catalogue says of a rule, set apart."""
    return f"> {' · '.join(facts_of(api.find_rule(EXAMPLE)))}"
