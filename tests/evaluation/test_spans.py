"""Span and value scores: hand-made cases, and two well-known scorers on any flat annotation."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.evaluation.counts import Counts
from sasil.evaluation.spans import align, span_scores, value_scores, without_optional
from sasil.record import MENTIONS, Mention

TYPES = ["PERSON", "ORG", "LOC"]
TEXT = "가" * 40


def mentions(*spots: tuple[Any, ...]) -> list[Mention]:
    given_ = [
        {
            "type": kind,
            "start": start,
            "end": end,
            "text": TEXT[start:end],
            "by": "t",
            "value": value[0] if value else None,
        }
        for kind, start, end, *value in spots
    ]
    return MENTIONS.validate_python(given_)


@pytest.mark.parametrize(
    ("gold", "found", "strict", "exact", "partial", "kind"),
    [
        ([("ORG", 0, 3)], [("ORG", 0, 3)], 1, 1, 1, 1),
        ([("ORG", 0, 3)], [("LOC", 0, 3)], 0, 1, 1, 0),
        ([("ORG", 0, 3)], [("ORG", 0, 4)], 0, 0, 0.5, 1),
        ([("ORG", 0, 3)], [("LOC", 1, 4)], 0, 0, 0.5, 0),
        ([("ORG", 0, 3)], [("ORG", 3, 6)], 0, 0, 0, 0),
        ([("ORG", 0, 6)], [("ORG", 0, 3), ("ORG", 3, 6)], 0, 0, 0.5, 1),
        ([("ORG", 0, 2), ("ORG", 3, 5)], [("ORG", 0, 5)], 0, 0, 0.5, 1),
        ([("ORG", 0, 3), ("ORG", 4, 6)], [("ORG", 4, 6), ("ORG", 0, 3)], 2, 2, 2, 2),
        ([("ORG", 0, 5)], [("LOC", 0, 5), ("ORG", 0, 4)], 0, 1, 1, 0),
    ],
)
def test_semeval_measures(gold: Any, found: Any, strict: float, exact: float, partial: float, kind: float) -> None:
    scores = span_scores(align(mentions(*gold), mentions(*found)))
    correct = [scores[f"spans.{measure}.ALL"].correct for measure in ("strict", "exact", "partial", "type")]
    assert correct == [strict, exact, partial, kind]
    assert all(scores[f"spans.{m}.ALL"][1:] == (len(found), len(gold)) for m in ("strict", "exact", "partial", "type"))


def test_a_type_counts_what_is_its_own() -> None:
    scores = span_scores(align(mentions(("ORG", 0, 3), ("LOC", 5, 7)), mentions(("LOC", 0, 3), ("LOC", 5, 7))))
    assert scores["spans.strict.ORG"] == Counts(0, 0, 1)
    assert scores["spans.strict.LOC"] == Counts(1, 2, 1)


WON = {"amount": "100", "currency": "KRW"}


@pytest.mark.parametrize(
    ("gold", "found", "overlap", "strict"),
    [
        (("MONEY", 0, 4, WON), ("MONEY", 0, 4, WON), 1, 1),
        (("MONEY", 0, 4, WON), ("MONEY", 0, 3, WON), 1, 0),
        (("MONEY", 0, 4, WON), ("MONEY", 0, 4, WON | {"amount": "100.0"}), 1, 1),
        (("MONEY", 0, 4, WON), ("MONEY", 0, 4, WON | {"amount": "10"}), 0, 0),
        (("MONEY", 0, 4, WON), ("MONEY", 0, 4, WON | {"currency": "USD"}), 0, 0),
        (("MONEY", 0, 4, WON | {"modifier": "over"}), ("MONEY", 0, 4, WON), 0, 0),
        (("MONEY", 0, 4, WON), ("MONEY", 0, 4), 0, 0),
        (
            ("QUANTITY", 0, 4, {"amount": "3", "unit": "개", "of": "과제"}),
            ("QUANTITY", 0, 4, {"amount": "3", "unit": "개"}),
            1,
            1,
        ),
        (("DATE", 0, 4, {"value": "2019-10-02"}), ("DATE", 0, 4, {"value": "XXXX-XX-02"}), 0, 0),
        (("DURATION", 0, 4, {"value": "P3M"}), ("DATE", 0, 4, {"value": "XXXX-03"}), 0, 0),
    ],
)
def test_values(gold: Any, found: Any, overlap: int, strict: int) -> None:
    scores = value_scores(align(mentions(gold), mentions(found)))
    assert scores["values.overlap.ALL"] == Counts(overlap, 1, 1)
    assert scores["values.strict.ALL"] == Counts(strict, 1, 1)


def test_names_have_no_values() -> None:
    assert value_scores(align(mentions(("ORG", 0, 3)), mentions(("ORG", 0, 3)))) == {}


def test_optional_mentions_count_neither_way() -> None:
    optional = {("PERCENT", 0, 3)}
    percent = ("PERCENT", 0, 3, {"amount": "1", "unit": "percent"})
    assert without_optional(align(mentions(percent), mentions(percent)), optional) == []
    assert without_optional(align(mentions(percent), []), optional) == []


@st.composite
def annotations(draw: st.DrawFn, types: list[str] = TYPES) -> list[tuple[str, int, int]]:
    """Flat spans with a gap between any two, so that a span meets at most one of the other side's after nudging."""
    spots = []
    position = 0
    for _ in range(draw(st.integers(0, 4))):
        start = position + draw(st.integers(1, 3))
        end = start + draw(st.integers(2, 4))
        spots.append((draw(st.sampled_from(types)), start, end))
        position = end + 1
    return spots


@st.composite
def nudged(draw: st.DrawFn) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    gold = draw(annotations())
    found = []
    for kind, start, end in gold:
        change = draw(st.sampled_from(["same", "same", "drop", "type", "short", "both"]))
        kind = draw(st.sampled_from(TYPES)) if change in {"type", "both"} else kind
        if change != "drop":
            found.append((kind, start, end - (change in {"short", "both"})))
    return gold, found


@settings(max_examples=200, deadline=None)
@given(nudged())
def test_as_nervaluate_has_it(sides: tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]) -> None:
    from nervaluate import Evaluator

    gold, found = sides
    ours = span_scores(align(mentions(*gold), mentions(*found)))
    # nervaluate's ends are inclusive
    as_dicts = [[{"label": kind, "start": start, "end": end - 1} for kind, start, end in side] for side in sides]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = Evaluator([as_dicts[0]], [as_dicts[1]], tags=TYPES, loader="dict").evaluate()["overall"]
    for measure, name in (("strict", "strict"), ("exact", "exact"), ("partial", "partial"), ("type", "ent_type")):
        counts = ours.get(f"spans.{measure}.ALL", Counts())
        result = theirs[name]
        assert (counts.found, counts.gold) == (result.actual, result.possible)
        assert counts.correct == result.correct + (0.5 * result.partial if measure == "partial" else 0)


@settings(max_examples=200, deadline=None)
@given(annotations(), annotations())
def test_strict_as_seqeval_has_it(gold: list[tuple[str, int, int]], found: list[tuple[str, int, int]]) -> None:
    from seqeval.metrics import classification_report
    from seqeval.scheme import IOB2

    tags = [_bio(gold), _bio(found)]
    if not gold or not found:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = classification_report(
            [tags[0]], [tags[1]], mode="strict", scheme=IOB2, output_dict=True, zero_division=0
        )
    ours = span_scores(align(mentions(*gold), mentions(*found)))["spans.strict.ALL"]
    assert ours.f1 == pytest.approx(float(report["micro avg"]["f1-score"]))


def _bio(spots: list[tuple[str, int, int]]) -> list[str]:
    tags = ["O"] * len(TEXT)
    for kind, start, end in spots:
        tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags
