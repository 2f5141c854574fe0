"""Which rules run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxblueprint.errors import UsageError, did_you_mean, quoted

from .rule import PROFILES, Profile, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WANTED: dict[type, str] = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}


def matching(word: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a word means: a code, the start of codes, a name, or a family.

    Raises:
        UsageError: the word means none of them; the message names the one most likely meant.
    """
    upper, lower = word.strip().upper(), word.strip().casefold()
    exact = tuple(rule for rule in rules if upper == rule.code or lower == rule.name)
    found = exact or tuple(
        rule for rule in rules if upper and (rule.code.startswith(upper) or rule.family == lower)
    )
    if not found:
        known = {known for rule in rules for known in (rule.code, rule.name, rule.family)}
        raise _no_rule(word, known)
    return found


def _no_rule(word: str, known: Iterable[str]) -> UsageError:
    hint = did_you_mean(word, known) or ": `cxblueprint rules` lists them"
    return UsageError(f"there is no rule {word!r}{hint}")


def one_rule(word: str, rules: Sequence[Rule]) -> Rule:
    """Return the one rule with a code or name.

    Raises:
        UsageError: there is none.
    """
    upper, lower = word.strip().upper(), word.strip().casefold()
    for rule in rules:
        if rule.code == upper or rule.name == lower:
            return rule
    known = [known for rule in rules for known in (rule.code, rule.name)]
    raise _no_rule(word, known)


def selected(
    rules: Sequence[Rule],
    *,
    profile: str,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules of a profile, or exactly those that `select` means, without those of `ignore`.

    Raises:
        UsageError: a word or the profile means nothing, or nothing is left to run.
    """
    wanted = {rule.code for word in select for rule in matching(word, rules)}
    if not wanted:
        wanted = {rule.code for rule in rules_of(known_profile(profile), rules)}
    wanted -= {rule.code for word in ignore for rule in matching(word, rules)}
    if not wanted:
        msg = "no rule is left to run: select more or ignore less"
        raise UsageError(msg)
    return tuple(rule for rule in rules if rule.code in wanted)


def rules_of(profile: Profile, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a profile has."""
    level = PROFILES.index(profile)
    return tuple(rule for rule in rules if PROFILES.index(rule.profile) <= level)


def known_profile(word: str) -> Profile:
    """Return a profile by its name.

    Raises:
        UsageError: there is no such profile.
    """
    for profile in PROFILES:
        if word == profile:
            return profile
    msg = f"there is no profile {word!r}{did_you_mean(word, PROFILES)}: {', '.join(PROFILES)}"
    raise UsageError(msg)


def checked_options(
    options: Mapping[str, Mapping[str, Any]], rules: Sequence[Rule]
) -> dict[str, dict[str, Any]]:
    """Return the options by code, each of the type of its default.

    Raises:
        UsageError: a rule or an option is unknown, or a value has another type.
    """
    checked: dict[str, dict[str, Any]] = {}
    for word, values in options.items():
        rule = one_rule(word, rules)
        for name, value in values.items():
            key = name.replace("-", "_")
            if key not in rule.options:
                known = ", ".join(option.replace("_", "-") for option in rule.options) or "none"
                msg = f"rule {rule.name!r} has no option {name!r}: it has {known}"
                raise UsageError(msg)
            wanted = type(rule.options[key])
            if type(value) is not wanted:
                kind = _WANTED.get(wanted, wanted.__name__)
                msg = f"option {name!r} of rule {rule.name!r} wants {kind}, not {quoted(value)}"
                raise UsageError(msg)
            checked.setdefault(rule.code, {})[key] = value
    return checked
