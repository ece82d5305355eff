"""Names in KLUE-NER's convention against a KLUE file: by spans (strict) and by characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sasil.evaluation.counts import Counts, Scores, total
from sasil.tagger.klue import LABELS, Sentence, Span

ALL = "ALL"
"""People, organisations and places together; KLUE's dates, times and quantities are not scored."""

MEASURES = ("strict", "characters")


def evaluate_klue(sentences: Iterable[Sentence], find: Callable[[str], Sequence[Span]]) -> dict[str, Counts]:
    """Return the counts by measure and label (``strict.PS``, ``characters.ALL``) of what ``find`` finds in a text.

    A span is right where place and label are the gold's; a character where the label is, B and I alike.

    >>> gold = [Sentence("1", "창원시장", (Span(0, 3, "LC"),))]
    >>> evaluate_klue(gold, lambda text: [Span(0, 2, "LC")])["characters.LC"]
    Counts(correct=2.0, found=2, gold=3)
    """
    scores = (_scores(sentence.spans, find(sentence.text)) for sentence in sentences)
    return total([_nothing(), *scores])


def klue_json(scores: Scores) -> dict[str, Any]:
    """Return the scores as plain data: ``{"strict": {"PS": {"p", "r", "f"}, …}, "characters": {…}}``; None for 0/0."""
    return {measure: {label: _prf(scores[f"{measure}.{label}"]) for label in (*LABELS, ALL)} for measure in MEASURES}


def _prf(counts: Counts) -> dict[str, float | int | None]:
    rounded = (None if score is None else round(score, 4) for score in (counts.precision, counts.recall, counts.f1))
    return {**dict(zip("prf", rounded, strict=True)), "gold": counts.gold}


def _nothing() -> Scores:
    return {f"{measure}.{label}": Counts() for measure in MEASURES for label in (*LABELS, ALL)}


def _scores(gold: Sequence[Span], found: Sequence[Span]) -> Scores:
    scores: dict[str, Counts] = {}
    for measure, units in zip(MEASURES, (_spans, _characters), strict=True):
        right, given = units(gold), units(found)
        for label in LABELS:
            one, other = ({unit for unit in held if unit[1] == label} for held in (right, given))
            scores[f"{measure}.{label}"] = Counts(len(one & other), len(other), len(one))
        scores[f"{measure}.{ALL}"] = Counts(len(right & given), len(given), len(right))
    return scores


def _spans(spans: Sequence[Span]) -> set[tuple[tuple[int, int], str]]:
    return {((span.start, span.end), span.label) for span in spans if span.label in LABELS}


def _characters(spans: Sequence[Span]) -> set[tuple[tuple[int, int], str]]:
    held = (span for span in spans if span.label in LABELS)
    return {((place, place + 1), span.label) for span in held for place in range(span.start, span.end)}
