"""Every rule, and the graph they walk, against a second reading of what they are to mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.checks import PROFILES, Finding
from cxblueprint.graph import able_to_reach, reachable_from

from . import oracle_of_measures as measures
from . import oracle_of_silos as silos
from . import oracle_of_teams as teams
from . import walking
from .blueprints import agreements, measurements, organisations
from .encounters import encounters, handovers, neighbours, walks
from .oracle_of_references import dangling, undeclared_kinds
from .references import webs

Said: TypeAlias = Callable[[Finding], Hashable]
"""What of a finding is to be as the oracle says."""
ENOUGH = 15
"""How often, at the least, a rule has to speak and to keep silent for a comparison to mean something."""


def report_of(code: str, graph: cx.Graph, profile: str) -> cx.Report:
    report = cx.check(graph, select=[code], profile=profile)
    assert report.defects == ()
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    return report


def place(finding: Finding) -> str:
    return finding.subject.id


def place_and_severity(finding: Finding) -> tuple[str, str]:
    return finding.subject.id, finding.severity


def teams_on_either_side(finding: Finding) -> tuple[str | None, str]:
    return finding.owner, str(finding.about).removeprefix("team:")


def journey_and_touchpoint(finding: Finding) -> tuple[str, str]:
    return finding.subject.id.partition("/")[0], str(finding.about).removeprefix("touchpoint:")


def agree(
    blueprints: st.SearchStrategy[cx.Blueprint],
    compare: Callable[[cx.Graph, str, Counter[str]], None],
    codes: tuple[str, ...],
    examples: int = 300,
) -> None:
    """Compare on generated blueprints, always the same ones; each rule has to speak often, and not."""
    reach = Counter[str]()

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(blueprints, st.sampled_from(PROFILES))
    def run(blueprint: cx.Blueprint, profile: str) -> None:
        compare(cx.Graph(blueprint), profile, reach)

    run()
    seldom = {
        f"{code} {what}": reach[f"{code} {what}"]
        for code in codes
        for what in ("speaks", "is silent")
        if reach[f"{code} {what}"] < ENOUGH
    }
    assert seldom == {}


def same(
    code: str,
    graph: cx.Graph,
    profile: str,
    reach: Counter[str],
    expected: Iterable[Hashable],
    said: Said = place,
) -> None:
    """Compare what one rule finds, in however many places."""
    found = report_of(code, graph, profile).found
    reach[f"{code} {'speaks' if found else 'is silent'}"] += 1
    assert set(map(said, found)) == set(expected), (code, profile)


def test_governance_and_ownership() -> None:
    plain = {
        "GOV001": teams.marketing_owned_cx,
        "GOV002": teams.marketing_owned_journey,
        "GOV003": teams.no_cx_function,
        "GOV006": teams.reporting_loop,
        "OWN001": teams.touchpoint_without_owner,
        "OWN002": teams.journey_without_owner,
    }

    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        for code, oracle in plain.items():
            same(code, graph, profile, reach, oracle(blueprint))
        loud = teams.cx_without_executive_seat(blueprint, profile).items()
        same("GOV004", graph, profile, reach, loud, place_and_severity)

    agree(organisations(), compare, (*plain, "GOV004"))


def test_silos_and_open_requests() -> None:
    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        same("SIL001", graph, profile, reach, silos.siloed_touchpoint(blueprint))
        told = report_of("SIL001", graph, profile).findings
        assert sorted(map(place, told)) == sorted(silos.named_for_silos(blueprint))
        pairs = silos.undeclared_handoff(blueprint)
        same("SIL002", graph, profile, reach, pairs, teams_on_either_side)
        same("STD001", graph, profile, reach, silos.touchpoint_without_standard(blueprint, profile))
        opened = silos.request_never_closed(blueprint)
        same("STD002", graph, profile, reach, opened, journey_and_touchpoint)
        handoffs_agree(graph, profile, reach)

    agree(encounters(), compare, ("SIL001", "STD001", "STD002"))


def test_silos_between_neighbours() -> None:
    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        same("SIL001", graph, profile, reach, silos.siloed_touchpoint(blueprint))
        told = report_of("SIL001", graph, profile).findings
        assert sorted(map(place, told)) == sorted(silos.named_for_silos(blueprint))
        pairs = silos.undeclared_handoff(blueprint)
        same("SIL002", graph, profile, reach, pairs, teams_on_either_side)

    agree(neighbours(), compare, ("SIL001", "SIL002"), examples=500)


def handoffs_agree(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
    pair_of = {each.id: frozenset({each.giver, each.receiver}) for each in graph.blueprint.handoffs}
    expected = silos.handoff_without_agreement(graph.blueprint)
    same("SIL003", graph, profile, reach, expected, lambda finding: pair_of[finding.subject.id])


def test_handoffs_without_agreement() -> None:
    agree(handovers(), handoffs_agree, ("SIL003",), examples=600)


def test_standards_and_promises() -> None:
    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        same("STD008", graph, profile, reach, measures.absolute_standard(blueprint))
        loud = measures.promise_without_backing(blueprint).items()
        same("PRM001", graph, profile, reach, loud, place_and_severity)

    agree(agreements(), compare, ("STD008", "PRM001"))


def test_measures() -> None:
    lacking = ("KPI008", "KPI009", "KPI010", "KPI011")

    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        same("KPI001", graph, profile, reach, measures.journey_without_kpi(blueprint, profile))
        same("KPI012", graph, profile, reach, measures.absolute_target(blueprint))
        incomplete = measures.incomplete_kpi(blueprint)
        for code in lacking:
            same(code, graph, profile, reach, incomplete[code])

    agree(measurements(), compare, ("KPI001", "KPI012", *lacking), examples=500)


def test_references() -> None:
    def kind(named: tuple[str, str, str]) -> str:
        return named[2].partition(":")[0]

    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:
        blueprint = graph.blueprint
        findings = report_of("REF001", graph, profile).findings
        reach[f"REF001 {'speaks' if findings else 'is silent'}"] += 1
        said = [(str(each.subject), str(each.at), str(each.about)) for each in findings]
        named, missing = dangling(blueprint), undeclared_kinds(blueprint)
        reach[f"a kind that is missing {'speaks' if set(map(kind, said)) & missing else 'is silent'}"] += 1
        assert set(said) <= set(named)
        assert Counter(each for each in said if kind(each) not in missing) == Counter(
            each for each in named if kind(each) not in missing
        )
        # Where nothing of a kind is declared one finding says so; which of those who name it is free.
        assert sorted(kind(each) for each in said if kind(each) in missing) == sorted(
            {kind(each) for each in named if kind(each) in missing}
        )

    agree(webs(), compare, ("REF001", "a kind that is missing"), examples=200)


def test_the_graph() -> None:
    def compare(graph: cx.Graph, profile: str, reach: Counter[str]) -> None:  # noqa: ARG001  # as for rules
        blueprint = graph.blueprint
        journey, node = blueprint.journeys[0], graph.journey("j")
        ways, steps = walking.ways(journey), [step for _, step in walking.steps_of(journey)]
        numbers = range(len(steps))
        reached = [walking.reached(journey, n, set()) for n in numbers]
        closing = {n for n, step in enumerate(steps) if walking.closes(blueprint, step)}

        def places(nodes: Iterable[cx.StepNode]) -> set[int]:
            return {each.number - 1 for each in nodes}

        assert {
            "addresses": [step.address for step in node.steps],
            "ways": [(edge.source.number - 1, edge.target.number - 1, edge.implied) for edge in node.edges],
            "out": [[edge.target.number - 1 for edge in step.outgoing] for step in node.steps],
            "in": [[edge.source.number - 1 for edge in step.incoming] for step in node.steps],
            "open": places(step for step in node.steps if step.leaves_request_open),
            "reached": [places(reachable_from(step)) for step in node.steps],
            "closing": places(step for step in node.steps if graph.closes_request(step)),
            "closable": places(able_to_reach(step for step in node.steps if graph.closes_request(step))),
            "owners": [owner.id if (owner := graph.owner_of(step)) else None for step in node.steps],
        } == {
            "addresses": walking.addresses(journey),
            "ways": [(way.source, way.target, way.implied) for way in ways],
            "out": [[way.target for way in ways if way.source == n] for n in numbers],
            "in": [[way.source for way in ways if way.target == n] for n in numbers],
            "open": walking.open_after(blueprint, journey),
            "reached": reached,
            "closing": closing,
            "closable": {n for n in numbers if reached[n] & closing},
            "owners": [walking.owner(blueprint, walking.touchpoint(blueprint, step)) for step in steps],
        }
        reach[f"graph {'speaks' if len(ways) > 1 else 'is silent'}"] += 1

    agree(walks(), compare, ("graph",), examples=400)
