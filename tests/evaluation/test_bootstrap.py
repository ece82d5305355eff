"""Bootstrap over documents: reproducible, and as wide as the documents differ."""

from __future__ import annotations

from sasil.evaluation.bootstrap import differences, intervals
from sasil.evaluation.counts import Counts

EVEN = [{"m": Counts(9, 10, 10)} for _ in range(20)]
UNEVEN = [{"m": Counts(10 * (i % 2), 10, 10)} for i in range(20)]


def test_even_documents_give_a_point() -> None:
    assert intervals(EVEN, ["m"])["m"] == (0.9, 0.9)


def test_uneven_documents_give_an_interval_around_the_score() -> None:
    low, high = intervals(UNEVEN, ["m"])["m"]
    assert 0.2 < low < 0.5 < high < 0.8


def test_the_seed_is_fixed() -> None:
    assert intervals(UNEVEN, ["m"]) == intervals(UNEVEN, ["m"])


def test_a_measure_that_no_document_has_is_left_out() -> None:
    assert intervals([{}], ["m"]) == {}


def test_a_tool_compared_to_itself_is_no_better() -> None:
    difference = differences(UNEVEN, UNEVEN, ["m"])["m"]
    assert (difference.delta, difference.low, difference.high, difference.p) == (0, 0, 0, 1)


def test_a_tool_that_is_better_everywhere_is_surely_better() -> None:
    worse = [{"m": Counts(5, 10, 10)} for _ in range(20)]
    difference = differences(EVEN, worse, ["m"])["m"]
    assert (round(difference.delta, 6), difference.p) == (0.4, 0.0)


def test_the_comparison_is_paired() -> None:
    """The documents differ widely, the tools by a little on each: only a paired test sees it."""
    better = [{"m": Counts(d["m"].correct * 0.9 + 1, 10, 10)} for d in UNEVEN]
    assert differences(better, [{"m": Counts(d["m"].correct * 0.9, 10, 10)} for d in UNEVEN], ["m"])["m"].low > 0
