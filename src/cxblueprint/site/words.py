"""The words of the vocabulary as people read them on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.pictures.facts import feelings
from cxblueprint.pictures.words import ENGLISH

from .markdown import NOTHING, Markdown, badge, text

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Finding, Rule, Severity
    from cxblueprint.model import Target

_SPELLED: Mapping[str, str] = MappingProxyType(
    {
        "cx": "Customer experience",
        "it": "IT",
        "hr": "Human resources",
        "human": "A person",
        "assisted": "A person, helped by a machine",
        "automated": "A machine",
        "as-is": "How it is today",
        "to-be": "How it is to be",
        "assumed": "What we assume",
        "researched": "Research",
        "validated": "What customers have confirmed",
        "warm": "The customer is introduced",
        "cold": "The customer starts again",
        "sms": "SMS",
        "email": "E-mail",
        "on-site": "On site",
        "ceo": "CEO",
    }
)
_SHORT: Mapping[str, str] = MappingProxyType(
    {"cx": "CX", "ex": "EX", "kpi": "KPI", "kpis": "KPIs", "bau": "BAU"}
)
FEELINGS: Mapping[int, str] = MappingProxyType(dict(feelings(ENGLISH)))
SEVERITY_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}
)
# Not the locale's: the same bytes everywhere.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
# Beside the colour, so that nobody needs it.
_SEVERITY_SIGNS: Mapping[str, str] = MappingProxyType({"error": "■", "warning": "▲", "info": "●"})


def in_words(value: str | None) -> Markdown:
    """Return a word of the vocabulary as people say it; nothing for None."""
    if value is None:
        return NOTHING
    return text(_SPELLED.get(value, value.replace("-", " ").capitalize()))


def rule_in_words(name: str) -> str:
    """Return a rule's name as people say it, such as `Journey without KPI`."""
    words = [_SHORT.get(word, word) for word in name.split("-")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number of things, such as `1 step` or `1,200 steps`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def on_day(date: dt.date | None) -> Markdown:
    """Return a day as every reader understands it, such as `5 March 2027`; nothing for None."""
    return text(f"{date.day} {_MONTHS[date.month - 1]} {date.year}") if date is not None else NOTHING


def in_figures(value: object) -> Markdown:
    """Return a figure, a duration or a cadence as it is written; nothing for None."""
    return text(str(value)) if value is not None else NOTHING


def goal(target: Target | None) -> Markdown:
    """Return a target for reading, such as `90% within 4 hours`; nothing for None."""
    return text(target.in_words) if target is not None else NOTHING


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def severity_badge(severity: Severity) -> Markdown:
    """Return how loud a finding is, as a badge."""
    return badge(f"is-{severity}", f"{_SEVERITY_SIGNS[severity]} {SEVERITY_NAMES[severity][0]}")


def tally(found: Sequence[Finding] | Sequence[Rule]) -> Markdown:
    """Return how many findings or rules there are of each severity, worst first; nothing for none."""
    counts = [(severity, sum(one.severity == severity for one in found)) for severity in SEVERITY_NAMES]
    badges = [
        badge(f"is-{severity}", f"{_SEVERITY_SIGNS[severity]} {counted(count, *SEVERITY_NAMES[severity])}")
        for severity, count in counts
        if count
    ]
    return Markdown(" ".join(badges))
