"""`cxblueprint rules`: list the rules."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from cxblueprint import api
from cxblueprint.configuration import find_configuration
from cxblueprint.errors import UsageError, did_you_mean

from . import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.checks import Rule

_WIDEST = 100
"""Columns beyond which nobody likes to read."""
_NAMELESS = 10
"""Columns before the name of a rule; its summary stands below the name."""


@click.command("rules")
@click.option(
    "--family",
    "families",
    multiple=True,
    metavar="FAMILY",
    help="Only this family, such as ownership or OWN. Repeatable.",
)
@click.option("--profile", metavar="NAME", help="Only what runs at essential, recommended or exemplary.")
@click.option(
    "--claim",
    "claims",
    multiple=True,
    metavar="NUMBER",
    help="Only what rests on this claim, such as 1.3. Repeatable.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(*, families: tuple[str, ...], profile: str | None, claims: tuple[str, ...], form: str) -> None:
    """List the rules: code, name, severity, first profile, and what is wrong when they speak.

    Different options narrow the list down together.
    """
    catalogue = api.catalogue(find_configuration().own_rules)
    rules = _chosen(catalogue, _words(families), profile, _words(claims))
    if form == "json":
        click.echo(json.dumps([_data(rule) for rule in rules], ensure_ascii=False, indent=2))
        return
    columns = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    click.echo("\n".join(_listed(rules, columns)), color=options.wants_colour())


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(","))


# Choosing


def _chosen(
    rules: Sequence[Rule], families: Sequence[str], profile: str | None, claims: Sequence[str]
) -> Sequence[Rule]:
    """Return the rules that are of one of the families, run at the profile and rest on one of the claims.

    Raises:
        UsageError: a word means nothing, or no rule is left.
    """
    from cxblueprint.checks import known_profile, rules_of

    named = {_family(word, rules) for word in families}
    rested_on = {_claim(word, rules) for word in claims}
    running = rules_of(known_profile(profile), rules) if profile is not None else rules
    chosen = [
        rule
        for rule in running
        if (not named or rule.family in named) and (not rested_on or rested_on.intersection(rule.claims))
    ]
    if not chosen:
        said = [f"--family {word}" for word in families]
        said += [f"--profile {profile}"] if profile is not None else []
        said += [f"--claim {word}" for word in claims]
        msg = f"no rule is left: none fits {' '.join(said)} together"
        raise UsageError(msg)
    return chosen


def family_of(word: str, rules: Sequence[Rule]) -> str | None:
    """Return the family that a word means, by its name or by the letters of its codes; None for no family."""
    named = (rule for rule in rules if word.casefold() == rule.family or word.upper() == _letters(rule.code))
    return next((rule.family for rule in named), None)


def _family(word: str, rules: Sequence[Rule]) -> str:
    found = family_of(word, rules)
    if found is None:
        known = list(dict.fromkeys(rule.family for rule in rules))
        guess = did_you_mean(word, [*known, *(_letters(rule.code) for rule in rules)])
        msg = f"there is no family {word!r}{guess}: {', '.join(known)}"
        raise UsageError(msg)
    return found


def _letters(code: str) -> str:
    return code.rstrip("0123456789")


def _claim(word: str, rules: Sequence[Rule]) -> str:
    known = {claim for rule in rules for claim in rule.claims}
    if word not in known:
        every = sorted(known, key=lambda claim: [int(part) for part in claim.split(".")])
        msg = f"no rule rests on claim {word!r}{did_you_mean(word, known)}: {', '.join(every)}"
        raise UsageError(msg)
    return word


# Telling


def _listed(rules: Sequence[Rule], columns: int) -> Iterator[str]:
    """Yield the lines of the list: two for each rule, and in the end how many there are."""
    names, severities, profiles = (
        max(map(len, column))
        for column in ([r.name for r in rules], [r.severity for r in rules], [r.profile for r in rules])
    )
    for family, members in groupby(rules, lambda rule: rule.family):
        of_family = list(members)
        yield from _heading(family, of_family[0].family_meaning, columns)
        for rule in of_family:
            severity = options.style(f"{rule.severity:{severities}}", rule.severity)
            mandatory = "  mandatory" if rule.mandatory else ""
            facts = f"{severity}  {rule.profile + mandatory:{profiles}}"
            yield f"  {rule.code:{_NAMELESS - 4}}  {rule.name:{names}}  {facts}".rstrip()
            yield from _wrapped(rule.summary, columns, indent=" " * _NAMELESS)
        yield ""
    yield from _wrapped(_counted(rules), columns)


def _heading(family: str, meaning: str, columns: int) -> Iterator[str]:
    first, *rest = _wrapped(f"{family}: {meaning}" if meaning else family, columns, more="  ")
    yield options.style(family, "strong") + first.removeprefix(family)
    yield from rest


def _wrapped(words: str, columns: int, *, indent: str = "", more: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        columns,
        initial_indent=indent,
        subsequent_indent=indent if more is None else more,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _counted(rules: Sequence[Rule]) -> str:
    from cxblueprint.checks import PROFILES, SEVERITIES

    loud = Counter(rule.severity for rule in rules)
    begins = Counter(rule.profile for rule in rules)
    plural = {severity: "" if severity == "info" or loud[severity] == 1 else "s" for severity in SEVERITIES}
    by_severity = [f"{loud[s]} {s}{plural[s]}" for s in SEVERITIES if loud[s]]
    by_profile = [f"{begins[p]} from {p}" for p in PROFILES if begins[p]]
    number = f"{len(rules)} rule{'' if len(rules) == 1 else 's'}"
    return f"{number}: {', '.join(by_severity)}; {', '.join(by_profile)}"


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "profile": rule.profile,
        "claims": list(rule.claims),
        "summary": rule.summary,
        "url": None,
    }
