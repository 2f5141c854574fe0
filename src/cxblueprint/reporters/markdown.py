"""Findings as Markdown, for a comment on a merge request."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.checks import one_line

from .digest import (
    accepted,
    clipped,
    counted,
    counts_of,
    groups_by_owner,
    groups_by_rule,
    owner_in_words,
    place_of,
    reason_of,
    rules_in_words,
    tally,
    worst_first,
)

if TYPE_CHECKING:
    from cxblueprint.checks import Defect, Finding, Report, SuppressedFinding

LONGEST = 65_000
"""How many bytes a comment may have. GitHub takes 65,536 characters; a pipeline may add some of its own."""
MOST_OPEN = 5
"""How many findings of one list are seen without unfolding."""

_MOST_LISTS = 10  # of rules or teams, before the rest is folded up
_LONGEST_TEXT = 1_500
_LONGEST_HEADLINE = 200
_MOST_DEFECTS = 10
_CODE_SPAN = re.compile(r"`([^`]+)`")
_INVISIBLE = "\u200b"
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in f"#$*[\\]_`|~{_INVISIBLE}"}
_SIGNS |= {ord(sign): html.escape(sign) for sign in "&<>"}
# Mentions, references, addresses and emoji are looked for in what is shown, when nothing is escaped any
# more: only something invisible in between keeps a name from being called and a number from being linked.
_CALLING = re.compile(
    r"(?<=[@#!&~%$])(?=\w)|(?<=:)(?=//)|(?<=:)(?=[\w+-]+:)|(?<=\bwww)(?=\.)|(?<=\bGH-)(?=\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _List:
    """Some findings under one line, which may be empty."""

    head: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Lists under a heading, or folded up under it."""

    heading: str
    lists: tuple[_List, ...]
    is_folded: bool = False


def as_markdown(
    report: Report,
    *,
    rules_run: int,
    profile: str,
    by_owner: bool = False,
    team_name: Callable[[str], str] | None = None,
) -> str:
    """Return a report as Markdown for GitHub and GitLab: worst first, folded where it is long.

    What a comment cannot hold is left out, the least bad first, and counted. No text of a blueprint
    calls anybody, links anything or leaves its line.

    Args:
        report: what was found.
        rules_run: how many rules ran.
        profile: the profile that they were chosen by.
        by_owner: whether to group by the team that answers instead of by rule.
        team_name: what tells the name of a team by its id; without it, teams go by their ids.
    """
    found = _teams(report, team_name) if by_owner else _severities(report)
    parts = [*found, *_accepted(report)]
    top = [*_top(report, rules_run, profile), *_failed(report.defects)]
    total = sum(len(one.items) for part in parts for one in part.lists)

    def comment(shown: int) -> str:
        bottom = _left_out(total - shown) if shown < total else []
        return "\n\n".join([*top, *map(_rendered, _first(parts, shown)), *bottom]) + "\n"

    def size(shown: int) -> int:
        return len(comment(shown).encode())

    if size(total) <= LONGEST:
        return comment(total)
    return comment(max(bisect_right(range(total), LONGEST, key=size) - 1, 0))


def _top(report: Report, rules_run: int, profile: str) -> Iterator[str]:
    counts = report.counts
    yield f"## {_text(clipped(report.title, _LONGEST_HEADLINE))}: {tally(counts)}"
    yield ", ".join([_text(rules_in_words(rules_run, profile)), *accepted(counts)])
    if len(report.findings) > 1:
        yield f"**Start here:** {_item(worst_first(report.findings)[0], with_code=True)}"


def _failed(defects: Sequence[Defect]) -> Iterator[str]:
    if defects:
        yield "### Rules that failed"
        told = [
            f"- {_code(defect.code)}: {_prose(clipped(defect.message, _LONGEST_HEADLINE))}"
            for defect in defects[:_MOST_DEFECTS]
        ]
        more = len(defects) - _MOST_DEFECTS
        yield "\n".join([*told, f"- and {more} more"] if more > 0 else told)


def _left_out(count: int) -> list[str]:
    return [f"_{count} more left out: a comment holds no more. `cxblueprint check` lists them all._"]


# Parts


def _severities(report: Report) -> Iterator[_Part]:
    """Yield the findings by severity and rule; only the worst severity is unfolded."""
    by_severity = groupby(groups_by_rule(report.findings), key=lambda group: group[0].severity)
    for order, (severity, groups) in enumerate(by_severity):
        lists = tuple(_rule(group) for group in groups)
        count = report.counts[severity]
        yield _Part(counted(count, severity), lists, is_folded=order > 0)


def _rule(group: Sequence[Finding]) -> _List:
    """Return the findings of a rule; a hint that they share is told once."""
    first = group[0]
    head = f"**{_text(first.name)}** ({_text(first.code)}), {counted(len(group), first.severity)}"
    if len(group) > 1 and len({finding.hint for finding in group}) == 1:
        items = tuple(_item(finding, with_hint=False) for finding in group)
        return _List(f"{head}{_hint(first)}", items)
    return _List(head, tuple(_item(finding) for finding in group))


def _teams(report: Report, team_name: Callable[[str], str] | None) -> Iterator[_Part]:
    for order, (owner, group) in enumerate(groups_by_owner(report.findings)):
        name = _text(clipped(owner_in_words(owner, team_name), _LONGEST_HEADLINE))
        items = tuple(f"{finding.severity}: {_item(finding, with_code=True)}" for finding in group)
        heading = f"{name}: {tally(counts_of(group))}"
        yield _Part(heading, (_List("", items),), is_folded=order >= _MOST_LISTS)


def _accepted(report: Report) -> Iterator[_Part]:
    for how, items in (("suppressed", report.suppressed), ("baselined", report.baselined)):
        if items:
            told = tuple(_accepted_item(item) for item in items)
            yield _Part(f"{len(items)} {how}", (_List("", told),), is_folded=True)


def _first(parts: Sequence[_Part], count: int) -> Iterator[_Part]:
    """Yield so much of the parts that it has the first `count` items."""
    for part in parts:
        lists: list[_List] = []
        for one in part.lists:
            if count > 0:
                lists.append(replace(one, items=one.items[:count]))
                count -= len(one.items)
        if lists:
            yield replace(part, lists=tuple(lists))


def _rendered(part: _Part) -> str:
    if part.is_folded:
        return _folded(part.heading, _joined(part.lists))
    blocks = [f"### {part.heading}", _joined(part.lists[:_MOST_LISTS], MOST_OPEN)]
    more = part.lists[_MOST_LISTS:]
    if more:
        blocks.append(_folded(f"and {counted(len(more), 'more rule')}", _joined(more)))
    return "\n\n".join(blocks)


def _joined(lists: Sequence[_List], most_open: int | None = None) -> str:
    return "\n\n".join(block for one in lists for block in _blocks(one, most_open))


def _blocks(one: _List, most_open: int | None) -> Iterator[str]:
    if one.head:
        yield one.head
    yield _bullets(one.items[:most_open])
    if most_open is not None and len(one.items) > most_open:
        yield _folded(f"and {len(one.items) - most_open} more", _bullets(one.items[most_open:]))


def _bullets(items: Sequence[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _folded(summary: str, inner: str) -> str:
    return f"<details>\n<summary>{summary}</summary>\n\n{inner}\n\n</details>"


# Findings and words


def _item(finding: Finding, *, with_code: bool = False, with_hint: bool = True) -> str:
    rule = f"{_text(finding.code)} " if with_code else ""
    hint = _hint(finding) if with_hint else ""
    return f"{_code(place_of(finding))}: {rule}{_prose(finding.message)}{hint}"


def _hint(finding: Finding) -> str:
    return f"<br>What to do: {_prose(finding.hint)}" if finding.hint else ""


def _accepted_item(item: SuppressedFinding) -> str:
    reason = f"<br>Accepted: {_prose(reason_of(item))}" if reason_of(item) else ""
    return f"{_item(item.finding, with_code=True, with_hint=False)}{reason}"


def _prose(words: str) -> str:
    """Return words in which backticks mark what is to be typed, such as the hint of a rule."""
    parts = _CODE_SPAN.split(clipped(one_line(words), _LONGEST_TEXT))
    return "".join(_code(part) if order % 2 else _text(part) for order, part in enumerate(parts))


def _text(words: str) -> str:
    """Return words as Markdown that shows them as they are and does nothing else."""
    return _CALLING.sub(_INVISIBLE, one_line(words)).translate(_SIGNS)


def _code(words: str) -> str:
    """Return words as they would be typed; nothing is called or linked from there."""
    plain = clipped(one_line(words), _LONGEST_TEXT).strip()
    if not plain:
        return ""
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    pad = " " if "`" in (plain[0], plain[-1]) else ""
    return f"{ticks}{pad}{plain}{pad}{ticks}"
