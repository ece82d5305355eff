"""Mentions against the gold: by characters, one to one, whatever their order.

Strict, exact, partial and type are those of SemEval-2013 task 9.1; the value scores are TempEval-3's, widened to
amounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sasil.evaluation.counts import Counts
from sasil.record import Mention

Pair = tuple[Mention | None, Mention | None]
"""A gold mention and the one found for it; None where it was missed, or where it is spurious."""

VALUED = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "DURATION", "SET"})
"""The types whose values are scored."""

_ASIDE = frozenset({"of", "start", "end", "rel"})
"""What the value score passes over: the noun beside a count, and what follows from a date's value."""
_NUMBERS = frozenset({"amount", "low", "high"})


class Candidate(NamedTuple):
    """A possible pair, in the order in which pairs are made: same place, same type, long overlap, early."""

    moved: bool
    retyped: bool
    apart: int
    gold: int
    found: int


def align(gold: Sequence[Mention], found: Sequence[Mention]) -> list[Pair]:
    """Pair gold and found mentions that overlap, each once, the best pairs first; give the rest alone."""
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for candidate in sorted(_candidates(gold, found)):
        if candidate.gold not in used_gold and candidate.found not in used_found:
            used_gold.add(candidate.gold)
            used_found.add(candidate.found)
            pairs.append((gold[candidate.gold], found[candidate.found]))
    pairs += [(mention, None) for i, mention in enumerate(gold) if i not in used_gold]
    pairs += [(None, mention) for i, mention in enumerate(found) if i not in used_found]
    return sorted(pairs, key=lambda pair: min((m.start, m.end) for m in pair if m is not None))


def _candidates(gold: Sequence[Mention], found: Sequence[Mention]) -> Iterator[Candidate]:
    by_start = sorted(range(len(found)), key=lambda i: found[i].start)
    for i, one in enumerate(gold):
        for j in by_start:
            other = found[j]
            if other.start >= one.end:
                break
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > 0:
                moved = (one.start, one.end) != (other.start, other.end)
                yield Candidate(moved, one.type != other.type, -shared, i, j)


def without_optional(pairs: Iterable[Pair], optional: Collection[tuple[str, int, int]]) -> list[Pair]:
    """Leave out the gold mentions that may be found or not, and what was found for them."""
    return [(one, other) for one, other in pairs if one is None or (one.type, one.start, one.end) not in optional]


def span_scores(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """Return the counts of ``spans.{strict,exact,partial,type}.{TYPE,ALL}``."""
    scores: dict[str, Counts] = {}
    for one, other in pairs:
        for measure in ("strict", "exact", "partial", "type"):
            credit = _credit(measure, one, other)
            if one is not None and other is not None and one.type == other.type:
                _add(scores, f"spans.{measure}.{one.type}", Counts(credit, 1, 1))
            else:
                if one is not None:
                    _add(scores, f"spans.{measure}.{one.type}", Counts(0, 0, 1))
                if other is not None:
                    _add(scores, f"spans.{measure}.{other.type}", Counts(0, 1, 0))
            _add(scores, f"spans.{measure}.ALL", Counts(credit, other is not None, one is not None))
    return scores


def _credit(measure: str, one: Mention | None, other: Mention | None) -> float:
    if one is None or other is None:
        return 0.0
    same_place = (one.start, one.end) == (other.start, other.end)
    same_type = one.type == other.type
    if measure == "strict":
        return float(same_place and same_type)
    if measure == "exact":
        return float(same_place)
    if measure == "type":
        return float(same_type)
    return 1.0 if same_place else 0.5


def value_scores(pairs: Iterable[Pair]) -> dict[str, Counts]:
    """Return the counts of ``values.{overlap,strict}.{TYPE,ALL}``: value right, span overlapping or the same."""
    scores: dict[str, Counts] = {}
    for one, other in pairs:
        right = one is not None and other is not None and one.type == other.type and same_value(one, other)
        same_place = one is not None and other is not None and (one.start, one.end) == (other.start, other.end)
        for measure, credit in (("overlap", right), ("strict", right and same_place)):
            for mention, counts in ((one, Counts(credit, 0, 1)), (other, Counts(0, 1, 0))):
                if mention is not None and mention.type in VALUED:
                    _add(scores, f"values.{measure}.{mention.type}", counts)
                    _add(scores, f"values.{measure}.ALL", counts)
    return scores


def same_value(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions have the same normal form: numbers as numbers, a count's noun left aside."""
    return _comparable(one) == _comparable(other)


def _comparable(mention: Mention) -> dict[str, Any] | None:
    if mention.value is None:
        return None
    fields = mention.value.model_dump(exclude_none=True)
    return {key: Decimal(held) if key in _NUMBERS else held for key, held in fields.items() if key not in _ASIDE}


def _add(scores: dict[str, Counts], measure: str, counts: Counts) -> None:
    scores[measure] = scores.get(measure, Counts()).plus(counts)
