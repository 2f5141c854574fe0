"""What a team has to do beside running what it owns: on hearing customers, when it breaks, in change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, joined, labelled, text
from cxblueprint.site.writing.rows import names, naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import ListeningPost, Team
    from cxblueprint.site.writing.sheet import Sheet


def listening_acted_on(sheet: Sheet, team: Team) -> Markdown:
    """Return the listening posts whose inner or outer loop a team owns."""
    return names(
        sheet, [post for post in sheet.edition.graph.listening_posts.values() if _acts_on(team, post)]
    )


def _acts_on(team: Team, post: ListeningPost) -> bool:
    return any(loop is not None and loop.owner == team.id for loop in (post.inner_loop, post.outer_loop))


def when_it_breaks(sheet: Sheet, team: Team) -> Iterator[Markdown]:
    """Yield at which levels of the ways up a team is called in, and what it does to get back to normal."""
    graph = sheet.edition.graph
    ours = _roles_of(sheet, team)
    for policy in graph.escalation_policies.values():
        name = sheet.mention("escalation-policy", policy.id)
        for number, rung in enumerate(policy.levels, 1):
            if rung.role in ours:
                after = text(f"after {rung.after.in_words}") if rung.after is not None else NOTHING
                called = joined([Markdown(f"level {number}"), sheet.mention("role", rung.role), after])
                yield Markdown(f"{name}: {called}")
    for plan in graph.recovery_plans.values():
        name = sheet.mention("recovery-plan", plan.id)
        for action in plan.actions:
            if action.owner == team.id:
                done = badge("goal", "done") if action.done else NOTHING
                yield joined([Markdown(f"{name}: {text(action.text or action.id)}"), done], " ")


def changes(sheet: Sheet, team: Team) -> Iterator[Markdown]:
    """Yield the initiatives that a team stands behind, keeps the gain of, or is answered by."""
    graph = sheet.edition.graph
    ours, subject = _roles_of(sheet, team), subject_of(team)
    undertaken = graph.initiatives.values()
    for label, things in (
        ("Initiatives that we stand behind:", [one for one in undertaken if one.sponsor in ours]),
        ("Initiatives whose gain we keep:", [one for one in undertaken if one.sustained_by == team.id]),
        ("Initiatives that are to help us:", [one for one in undertaken if naming(subject, one.addresses)]),
    ):
        if things:
            yield labelled(label, names(sheet, things))


def _roles_of(sheet: Sheet, team: Team) -> set[str]:
    return {role.id for role in sheet.edition.graph.roles.values() if role.team == team.id}
