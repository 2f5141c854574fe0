from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.teams import owners


def codes(*names: str) -> list[str]:
    """Return the codes of teams whose ids are in the order given."""
    badges = owners((f"t{number:04}", name) for number, name in enumerate(names))
    return [badge.code for badge in badges.values()]


def test_a_code_is_made_of_the_first_letters_of_two_words() -> None:
    assert codes("Field Service", "Order Management") == ["FS", "OM"]


def test_a_code_of_one_word_is_its_beginning() -> None:
    assert codes("Billing") == ["BI"]


def test_little_words_do_not_count() -> None:
    assert codes("Head of Service", "The Bank") == ["HS", "BA"]


def test_no_two_teams_have_one_code() -> None:
    assert codes("Field Service", "Field Scheduling", "Field Sales") == ["FS", "FI", "FE"]


def test_a_name_in_another_script_gives_its_own_letters() -> None:
    assert codes("客服中心", "\u05e9\u05d9\u05e8\u05d5\u05ea", "ﬁx") == ["客服", "\u05e9\u05d9", "ﬁX"]


def test_the_arabic_article_tells_nothing() -> None:
    assert codes("الفرق الميدانية", "الدعم", "ال") == ["فم", "دع", "ال"]


def test_a_name_without_letters_gets_a_code_all_the_same() -> None:
    assert codes("!!!", "???") == ["XA", "XB"]


def test_more_teams_than_pairs_of_letters_are_still_told_apart() -> None:
    assert len(set(codes(*["Team"] * 1200))) == 1200


@given(st.dictionaries(st.text("abc", min_size=1), st.text(min_size=1), max_size=12))
def test_the_order_of_declaration_changes_no_badge(names: dict[str, str]) -> None:
    pairs = list(names.items())
    assert owners(pairs) == owners(reversed(pairs))


def test_when_the_first_word_is_short_the_second_one_helps() -> None:
    assert codes("X Bank", "X Bureau", "X Branch") == ["XB", "XU", "XR"]
