"""The words of the vocabulary as people read them on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.pictures.facts import feelings
from cxblueprint.pictures.words import ENGLISH

from .markdown import NOTHING, Markdown, badge, joined, text

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Finding, Rule, Severity
    from cxblueprint.model import Cadence, Duration, OpeningHours, Target

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
        "complaint": "Complaints",
        "social": "Social media",
        "peer-exchange": "Customers meet each other",
        "frontline": "What colleagues who meet customers hear",
        "behaviour": "What customers do",
        "functional": "Knows more",
        "hierarchical": "May decide more",
        "containment": "Stops the harm",
        "corrective": "Removes a cause",
        "crm": "Customer relationship management",
        "new": "New money",
        "reallocated": "Money moved from elsewhere",
        "reprioritised": "Other work makes room",
        "none": "No money",
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


def days_between(first: dt.date | None, last: dt.date | None) -> Markdown:
    """Return from when to when something runs, such as `3 to 5 March 2027`, as far as that is stated."""
    if first is None:
        return Markdown(f"until {on_day(last)}") if last is not None else NOTHING
    if last is None:
        return Markdown(f"from {on_day(first)}")
    if first == last:
        return on_day(first)
    year = f" {first.year}" if first.year != last.year else ""
    month = f" {_MONTHS[first.month - 1]}" if year or first.month != last.month else ""
    return Markdown(f"{text(f'{first.day}{month}{year}')} to {on_day(last)}")


def at_time(moment: dt.datetime | None) -> Markdown:
    """Return a moment with its time zone, such as `5 March 2027, 08:00 (UTC+01:00)`; nothing for None."""
    if moment is None:
        return NOTHING
    _, _, clock = moment.isoformat(timespec="minutes").partition("T")
    return joined([on_day(moment), text(f"{clock[:5]} (UTC{clock[5:]})")])


def at_hours(hours: OpeningHours) -> Markdown:
    """Return opening hours for reading, such as `Monday to Friday, 08:00 to 18:00`."""
    first, last = (
        day for short in (hours.first, hours.last) for day in _WEEKDAYS if day[:3].lower() == short
    )
    said = first if first == last else f"{first} to {last}"
    return text(f"{said}, {hours.opens} to {hours.closes}")


def how_often(cadence: Cadence | None, trigger: str | None = None) -> Markdown:
    """Return how often something happens, or what sets it off; nothing where neither is stated."""
    return joined([text(cadence.in_words) if cadence is not None else NOTHING, text(trigger or "")])


def in_percent(share: float | None) -> Markdown:
    """Return a share from 0 to 1 as people say it, such as `12.5%`; nothing for None."""
    return text(f"{round(share * 100, 1):g}%") if share is not None else NOTHING


def yes_or_no(is_so: bool | None) -> Markdown:  # noqa: FBT001  # the one thing that is told
    """Return whether something is so; nothing for None."""
    return NOTHING if is_so is None else Markdown("yes" if is_so else "no")


def in_figures(value: object) -> Markdown:
    """Return a figure, a duration or a cadence as it is written; nothing for None."""
    return text(str(value)) if value is not None else NOTHING


def goal(target: Target | None) -> Markdown:
    """Return a target for reading, such as `90% within 4 hours`; nothing for None."""
    return text(target.in_words) if target is not None else NOTHING


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
