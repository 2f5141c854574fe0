"""`cxblueprint explain`: show the pages of rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.configuration import find_configuration
from cxblueprint.errors import UsageError

from .rules import family_of

if TYPE_CHECKING:
    from cxblueprint.checks import Rule


@click.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="CODE...")
def command(*, words: tuple[str, ...]) -> None:
    """Show the page of a rule: what it checks, why, and how to repair what it finds.

    CODE is a rule's code or name, such as OWN001 or touchpoint-without-owner.
    """
    page = "\n".join(_page(rule) for rule in dict.fromkeys(map(_rule, words)))
    if not sys.stdout.isatty():
        click.echo(page, nl=False)
        return
    from .terminal import show

    show(page)


def _rule(word: str) -> Rule:
    """Return the rule that a word means.

    Raises:
        UsageError: it means none, or a whole family.
    """
    own = find_configuration().own_rules
    family = family_of(word.strip(), api.catalogue(own))
    if family is not None:
        msg = f"{word!r} is a family of rules: cxblueprint rules --family {family} lists them"
        raise UsageError(msg)
    return api.find_rule(word, own)


def _page(rule: Rule) -> str:
    """Return the page of a rule, with what the catalogue says of it below the title."""
    from cxblueprint.checks import page_of

    title, _, rest = page_of(rule).text.partition("\n")
    return f"{title}\n\n{' · '.join(facts_of(rule))}\n{rest}"


def facts_of(rule: Rule) -> list[str]:
    """Return what the catalogue says of a rule, in the order of its importance."""
    facts = [rule.severity, f"from profile {rule.profile}", f"family {rule.family}"]
    if rule.claims:
        facts.append(f"claim{'' if len(rule.claims) == 1 else 's'} {', '.join(rule.claims)}")
    if rule.mandatory:
        facts.append("cannot be suppressed")
    options = (f"`{name.replace('_', '-')} = {default}`" for name, default in rule.options.items())
    return [*facts, *options]
