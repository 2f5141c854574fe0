"""The portfolio in words: what rows say to those who do not see them, and the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cxblueprint.graph import Graph, JourneyNode
from cxblueprint.pictures.facts import feelings, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.portfolio.scene import Row
from cxblueprint.pictures.portfolio.squares import standards_said
from cxblueprint.pictures.spark import lowest
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words


def feeling_name(feeling: int, words: Words) -> str:
    """Return what a feeling from -2 to 2 is called."""
    return feelings(words)[feeling]


class Telling:
    """Says in words what is known of journeys."""

    def __init__(self, graph: Graph, words: Words) -> None:
        self._graph = graph
        self.words = words

    def told(self, row: Row, node: JourneyNode) -> Row:
        """Return a row with the label that says all of it."""
        words = self.words
        said = [
            words("Journey {name}", name=row.name),
            *self.state(node),
            self.replaces(node),
            words.count(len(row.squares), "step"),
            standards_said(row.squares, words),
            self.low(node),
            self.owners(row),
            self.handoffs(row),
            self.kpis(row),
            self.found(row),
        ]
        parts = (sentence(part) for part in said if clean(part))
        return replace(row, label=" ".join(part[:1].upper() + part[1:] for part in parts))

    def state(self, node: JourneyNode) -> list[str]:
        """Return who answers for a journey, and what state it is in."""
        words, journey = self.words, node.journey
        team = self._graph.team(journey.owner)
        owner = (clean(team.label) or team.id) if team else journey.owner or ""
        if owner and team is None:
            owner = words("{name} (not declared)", name=owner)
        state = {
            "as-is": words("as it is"),
            "to-be": words("as it is to be"),
            None: "",
        }[journey.state]
        draft = words("draft") if journey.status == "draft" else ""
        return [part for part in (owner, state, draft) if part]

    def replaces(self, node: JourneyNode) -> str:
        """Return what a journey is to replace, or nothing."""
        words, replaced = self.words, node.journey.replaces
        if replaced is None:
            return ""
        other = self._graph.journeys.get(replaced)
        name = (clean(other.label) or other.id) if other else words("{name} (not declared)", name=replaced)
        return words("is to replace {name}", name=name)

    def low(self, node: JourneyNode) -> str:
        """Return where customers feel worst, or nothing where no feeling is stated."""
        step = lowest(node.steps)
        if step is None or step.step.emotion is None:
            return ""
        feeling = feeling_name(step.step.emotion, self.words)
        return self.words("lowest feeling: {feeling} at {step}", feeling=feeling, step=name_of(step))

    def owners(self, row: Row) -> str:
        """Return how many teams own its touchpoints."""
        words = self.words
        unowned = words("{touchpoints} without an owner", touchpoints=words.count(row.unowned, "touchpoint"))
        said = [words.count(row.owners, "owner") if row.owners else "", unowned if row.unowned else ""]
        return ", ".join(filter(None, said))

    def handoffs(self, row: Row) -> str:
        """Return how much of what passes between teams is settled."""
        words, counts = self.words, row.handoffs
        said = [
            words(
                "{agreed} of {handoffs} agreed",
                agreed=counts.agreed,
                handoffs=words.count(counts.declared, "hand-off"),
            )
            if counts.declared
            else "",
            words("{handoffs} not declared", handoffs=words.count(counts.undeclared, "hand-off"))
            if counts.undeclared
            else "",
        ]
        return ", ".join(filter(None, said))

    def kpis(self, row: Row) -> str:
        """Return how much is measured."""
        words = self.words
        said = [words.count(row.kpis, "KPI") if row.kpis else ""]
        if row.touchpoint_kpis:
            count = words.count(row.touchpoint_kpis, "KPI")
            said.append(words("{kpis} at touchpoints alone", kpis=count))
        return ", ".join(filter(None, said)) or words("no KPI")

    def found(self, row: Row) -> str:
        """Return how many findings there are, worst first; nothing for none."""
        words = self.words
        errors, warnings, remarks = row.found
        said = (
            words.count(errors, "{n} errors") if errors > 1 else words("1 error") if errors else "",
            words.count(warnings, "{n} warnings") if warnings > 1 else words("1 warning") if warnings else "",
            words.count(remarks, "remark") if remarks else "",
        )
        return ", ".join(filter(None, said))


def portfolio_table(rows: Sequence[Row], telling: Telling, graph: Graph, words: Words) -> Table:
    """Return everything the picture shows, one row for each journey; columns without content are left out."""
    header = (
        words("Journey"),
        words("State"),
        words("Steps"),
        words("Standards"),
        words("Feeling"),
        words("Owners"),
        words("Hand-offs"),
        words("KPIs"),
        words("Findings"),
    )
    cells = [tuple(_cells(row, telling, graph.journeys[row.key])) for row in rows]
    kept = [at for at in range(len(header)) if at < 1 or any(row[at] for row in cells)]
    return Table(
        tuple(header[at] for at in kept), tuple(tuple(clean(row[at]) for at in kept) for row in cells)
    )


def _cells(row: Row, telling: Telling, node: JourneyNode) -> Iterator[str]:
    yield row.name
    yield ", ".join(filter(None, (*telling.state(node), telling.replaces(node))))
    yield str(len(row.squares))
    yield standards_said(row.squares, telling.words)
    yield telling.low(node)
    yield telling.owners(row)
    yield telling.handoffs(row)
    yield telling.kpis(row)
    yield telling.found(row)
