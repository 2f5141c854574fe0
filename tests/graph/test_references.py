from __future__ import annotations

import cxblueprint as cx
from cxblueprint.graph import references_in


def found(
    element: cx.Journey | cx.Promise | cx.RecoveryPlan | cx.Touchpoint | cx.ProactiveUpdate,
) -> list[str]:
    return [f"{reference.at} {reference.kind}:{reference.id}" for reference in references_in(element)]


def test_references_are_found_in_fields_lists_and_parts() -> None:
    touchpoint = cx.Touchpoint(
        id="t",
        name="T",
        owner="a",
        consulted=["b", "c"],
        frontstage=[cx.Action(text="x", team="d", system="s")],
    )
    assert found(touchpoint) == [
        "owner team:a",
        "consulted[0] team:b",
        "consulted[1] team:c",
        "frontstage[0].team team:d",
        "frontstage[0].system system:s",
    ]


def test_references_are_found_side_by_side_on_a_path() -> None:
    assert found(cx.Promise(id="p", path=["a", ["b", "c"]])) == [
        "path[0] service-standard:a",
        "path[1][0] service-standard:b",
        "path[1][1] service-standard:c",
    ]


def test_references_are_found_in_the_keys_of_a_mapping() -> None:
    journey = cx.Journey(id="j", name="J", value_to_customer={"family": "peace"})
    assert found(journey) == ["value_to_customer.family segment:family"]


def test_a_text_that_may_be_a_mapping_holds_no_reference() -> None:
    assert found(cx.Journey(id="j", name="J", value_to_customer="peace")) == []


def test_addresses_name_their_own_kind_and_words_name_nothing() -> None:
    update = cx.ProactiveUpdate(id="u", covers=["any-recovery", "step:j/ask/desk"], owner="a")
    assert found(update) == ["covers[1] step:j/ask/desk", "owner team:a"]


def test_references_are_found_in_parts_with_ids_of_their_own() -> None:
    plan = cx.RecoveryPlan(
        id="r",
        name="R",
        causes=[cx.CauseShare(cause="x", share=0.5)],
        actions=[cx.RecoveryAction(id="a", addresses=["x"], owner="t")],
    )
    assert found(plan) == [
        "causes[0].cause cause:x",
        "actions[0].addresses[0] cause:x",
        "actions[0].owner team:t",
    ]
