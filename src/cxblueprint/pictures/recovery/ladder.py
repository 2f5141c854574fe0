"""From an escalation policy in the graph to the way up that the picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxblueprint.model import Calendar, EscalationPolicy, ServiceStandard, Subject, subject_of
from cxblueprint.pictures.amounts import duration_in_words, target_in_signs
from cxblueprint.pictures.plans import standards_of
from cxblueprint.pictures.recovery.facts import Facts, name_of
from cxblueprint.pictures.recovery.order import Columns, Time, columns
from cxblueprint.pictures.recovery.scene import End, Ladder, Rung, Start, Tick, Told
from cxblueprint.pictures.recovery.updates import updates_of
from cxblueprint.pictures.text import clean

if TYPE_CHECKING:
    from cxblueprint import model
    from cxblueprint.pictures.words import Words


def ladder_of(facts: Facts, policy: EscalationPolicy) -> Ladder:
    """Return the way up of a policy."""
    graph = facts.graph
    clock = graph.calendars.get(graph.blueprint.clock or "")
    ends = tuple(_ends(facts, policy, clock))
    told = None if policy.customer_told_after is None else Time(policy.customer_told_after, clock)
    found = columns(
        [*([told] if told else []), *(time for _, time in ends)],
        [None if rung.after is None else Time(rung.after, clock) for rung in policy.levels],
        clock,
    )
    return Ladder(
        name_of(policy),
        tuple(_ticks(facts.words, found, clock)),
        _start(facts, policy),
        _told(facts, policy, found.of_time[told.key] if told else None),
        tuple(_rung(facts, policy, place, found) for place in range(len(policy.levels))),
        updates_of(facts, policy),
        tuple(_placed(facts, policy, ends, found)),
        tuple(_remarks(facts, policy, clock)),
    )


def _ticks(words: Words, found: Columns, clock: Calendar | None) -> Iterator[Tick]:
    yield Tick(words("Start"))
    for time in found.times:
        if time is None:
            yield Tick(words("time not stated"), is_known=False)
        elif time.clock == clock or time.clock is None:
            yield Tick(duration_in_words(time.after, words))
        else:
            yield Tick(f"{duration_in_words(time.after, words)} ({name_of(time.clock)})")


def _start(facts: Facts, policy: EscalationPolicy) -> Start:
    words = facts.words
    event = clean(policy.clock_start or "")
    who = clean(policy.who_may_flag or "")
    notes = facts.notes_on(subject_of(policy), "clock_start", "who_may_flag")
    flag = (
        words("May raise the alarm: {who}", who=who)
        if who
        else words("Who may raise the alarm is not stated")
    )
    starts = (
        words("The clock starts with {event}", event=event)
        if event
        else words("What starts the clock is not stated")
    )
    return Start(event, flag, facts.spoken([starts, flag], notes), not event, notes)


def _told(facts: Facts, policy: EscalationPolicy, column: int | None) -> Told:
    words = facts.words
    notes = facts.notes_on(subject_of(policy), "customer_told_after")
    if policy.customer_told_after is None:
        text, detail = words("When the customer is told is not stated"), ""
    else:
        text = words("The customer is told")
        after = duration_in_words(policy.customer_told_after, words)
        detail = words("after {time}", time=after) if policy.customer_told_after.amount else words("at once")
    return Told(column, text, detail, facts.spoken([f"{text} {detail}"], notes), notes)


# Levels


def _rung(facts: Facts, policy: EscalationPolicy, place: int, found: Columns) -> Rung:
    words, rung = facts.words, policy.levels[place]
    role = facts.graph.roles.get(rung.role or "")
    notes = facts.notes_on(subject_of(policy), f"levels[{place}]")
    name = words("Level {n}", n=place + 1)
    kind = _kind(words, rung.kind)
    if rung.role is None:
        who = words("Nobody is named")
    else:
        who = name_of(role) if role else words("{id} (not declared)", id=rung.role)
    owner = facts.team(role.team) if role else None
    within = ""
    if rung.after is not None:
        time = duration_in_words(rung.after, words)
        within = words("not solved within {time}", time=time) if rung.after.amount else words("at once")
    spoken = [
        words("Level {n} of {total}: {who}", n=place + 1, total=len(policy.levels), who=who),
        words("Team: {team}", team=owner.name) if owner else "",
        _somebody(words, rung.kind),
        words("Called in: {when}", when=within or words("time not stated")),
    ]
    subjects = [] if rung.role is None else [Subject("role", rung.role)]
    if role is not None and role.team is not None:
        subjects.append(Subject("team", role.team))
    return Rung(
        name,
        kind,
        found.of_step[place],
        who,
        facts.spoken(spoken, notes),
        within,
        rung.kind,
        _rank(words, role),
        owner,
        rung.role is None or rung.after is None,
        notes,
        facts.href(*subjects),
    )


def _kind(words: Words, kind: str | None) -> str:
    told = {"functional": words("knows more"), "hierarchical": words("may decide more")}
    return told[kind] if kind else ""


def _somebody(words: Words, kind: str | None) -> str:
    told = {
        "functional": words("Somebody who knows more"),
        "hierarchical": words("Somebody who may decide more"),
    }
    return told[kind] if kind else ""


def _rank(words: Words, role: model.Role | None) -> str:
    """Return the level of a role in the organisation, in words."""
    told = {
        "analyst": words("Analyst"),
        "team-lead": words("Team lead"),
        "manager": words("Manager"),
        "senior-manager": words("Senior manager"),
        "director": words("Director"),
        "vice-president": words("Vice president"),
        "executive": words("Executive"),
        "ceo": words("Chief executive"),
    }
    return told[role.level] if role and role.level else ""


# Standards


def _limit(standard: ServiceStandard) -> model.Duration | None:
    target = standard.target
    return target.limit if target is not None and target.kind == "within" else None


def _is_elsewhere(policy: EscalationPolicy, standard: ServiceStandard) -> bool:
    """Tell whether a standard is stated to count from another event than the policy."""
    return None not in (policy.clock_start, standard.starts) and policy.clock_start != standard.starts


def _ends(
    facts: Facts, policy: EscalationPolicy, clock: Calendar | None
) -> Iterator[tuple[ServiceStandard, Time]]:
    """Yield the standards that end on the policy's axis, and when."""
    for standard in standards_of(facts.graph, policy):
        limit = _limit(standard)
        if limit is not None and not _is_elsewhere(policy, standard):
            own = facts.graph.calendars.get(standard.clock or "")
            yield standard, Time(limit, own or clock)


def _placed(
    facts: Facts, policy: EscalationPolicy, ends: tuple[tuple[ServiceStandard, Time], ...], found: Columns
) -> Iterator[End]:
    words = facts.words
    placed = sorted(ends, key=lambda end: (found.of_time[end[1].key], end[0].id))
    for standard, time in placed:
        is_sure = policy.clock_start is not None and standard.starts is not None
        target = target_in_signs(standard.target, words) if standard.target else ""
        spoken = [
            words("Service standard {name}, {target}, has run out after {time}", name=name_of(standard),
                  target=target, time=duration_in_words(time.after, words)),
            "" if is_sure else words("Whether both count from the same event is not stated"),
        ]  # fmt: skip
        yield End(
            found.of_time[time.key],
            name_of(standard),
            target,
            facts.spoken(spoken, facts.notes_on(subject_of(standard))),
            is_sure,
            facts.href(subject_of(standard)),
        )


def _remarks(facts: Facts, policy: EscalationPolicy, clock: Calendar | None) -> Iterator[str]:
    """Yield the standards that have no end on the axis."""
    words = facts.words
    shown = {standard.id for standard, _ in _ends(facts, policy, clock)}
    for standard in sorted(standards_of(facts.graph, policy), key=lambda standard: standard.id):
        if standard.id in shown:
            continue
        target = target_in_signs(standard.target, words) if standard.target else words("no target")
        named = f"{name_of(standard)} ({target})"
        if _limit(standard) is not None:
            yield words(
                "Protects too: {standard}, counted from another event, {event}",
                standard=named,
                event=standard.starts,
            )
        else:
            yield words("Protects too: {standard}, which has no end on this axis", standard=named)
    undeclared = sorted(name for name in set(policy.protects) if name not in facts.graph.standards)
    if undeclared:
        yield words("Protects too, but not declared: {names}", names=words(", ").join(undeclared))
