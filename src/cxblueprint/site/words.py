"""The words of the vocabulary as people read them on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.pictures.facts import feelings
from cxblueprint.pictures.words import ENGLISH

from .markdown import NOTHING, Markdown, badge, text

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Finding, Rule, Severity
    from cxblueprint.model import Duration, OpeningHours, Target

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
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODED = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*", re.ASCII)
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
    if target is None:
        return NOTHING
    share = f"{target.share_in_percent} " if target.share is not None else ""
    if target.limit is not None:
        return text(f"{share}{target.kind} {target.limit.in_words}")
    return text(f"{share}by the time due" if target.kind == "by due" else str(target))


def lasting(lengths: Iterable[Duration]) -> Markdown:
    """Return a length of time, given in parts, such as `2 days 3 hours`."""
    return text(" ".join(length.in_words for length in lengths))


def event(name: str) -> Markdown:
    """Return an event as people say it: `work-order.created`, as systems do, is `work order created`."""
    return text(re.sub(r"[-._]", " ", name) if _CODED.fullmatch(name) else name)


def at_moment(moment: dt.datetime, *, dated: bool) -> Markdown:
    """Return a time of the week, such as `Friday 13:00`, with the day of the year if `dated`."""
    date = f" {on_day(moment.date())}," if dated else ""
    return Markdown(f"{_WEEKDAYS[moment.weekday()]}{date} {text(f'{moment:%H:%M}')}")


def in_hours(hours: OpeningHours) -> Markdown:
    """Return opening hours, such as `Monday to Friday 08:00 to 18:00`."""
    days = [day for day in _WEEKDAYS if day[:3].casefold() in (hours.first, hours.last)]
    return text(f"{' to '.join(days)} {hours.opens} to {hours.closes}")


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
