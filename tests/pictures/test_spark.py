"""The feeling curve in small."""

from __future__ import annotations

from cxblueprint.pictures.spark import Spark, spark_of


def test_the_curve_goes_from_step_to_step_and_marks_its_first_low() -> None:
    assert spark_of([2, -2, 0, -2]) == Spark("M4 4L33.33 22L62.67 13L92 22", (4 + 88 / 3, 22.0))


def test_it_can_be_moved() -> None:
    assert spark_of([0, 1], 10, 100) == Spark("M14 113L102 108.5", None)


def test_where_a_feeling_is_not_stated_the_line_is_interrupted() -> None:
    assert spark_of([1, 1, None, 1, None]) == Spark("M4 8.5L26 8.5M70 8.5h0", None)


def test_one_feeling_makes_no_curve() -> None:
    assert (spark_of([]), spark_of([None, -1])) == (None, None)
