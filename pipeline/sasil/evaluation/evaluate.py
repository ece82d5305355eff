"""Records against gold articles: all scores, by type and by kind of source, and every error in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sasil.evaluation.bootstrap import Difference, Interval, differences, intervals
from sasil.evaluation.counts import Counts, Scores, total
from sasil.evaluation.gold import GoldArticle
from sasil.evaluation.slots import ASPECTS, Item, aligned, slot_scores
from sasil.evaluation.spans import VALUED, Pair, align, same_value, span_scores, value_scores, without_optional
from sasil.record import Mention, Record

ErrorKind = Literal["missed", "spurious", "span", "type", "value"]


@dataclass(frozen=True)
class MentionError:
    """A mention that is wrong: the gold one, the one found, or both."""

    kind: ErrorKind
    gold: Mention | None
    found: Mention | None


@dataclass(frozen=True)
class PartError:
    """A part of a record that is wrong: its aspect, the gold slots, the slots found."""

    aspect: str
    gold: Item | None
    found: Item | None


@dataclass(frozen=True)
class Document:
    """The scores and errors of one article."""

    gold: GoldArticle
    scores: Scores
    mention_errors: list[MentionError] = field(default_factory=list)
    part_errors: list[PartError] = field(default_factory=list)


@dataclass(frozen=True)
class Evaluation:
    """The scores of a tool on a gold file."""

    documents: list[Document]

    @property
    def scores(self) -> dict[str, Counts]:
        """All documents' counts, by measure."""
        return total(document.scores for document in self.documents)

    @property
    def by_kind(self) -> dict[str, dict[str, Counts]]:
        """The counts of each kind of source."""
        kinds = sorted({document.gold.kind for document in self.documents})
        return {kind: total(d.scores for d in self.documents if d.gold.kind == kind) for kind in kinds}

    def intervals(self) -> dict[str, Interval]:
        """Return the 95 % bootstrap interval of each measure's F1."""
        return intervals([document.scores for document in self.documents], sorted(self.scores))

    def compared_to(self, other: Evaluation) -> dict[str, Difference]:
        """Return the difference of F1 to another tool's, by paired bootstrap."""
        measures = sorted(self.scores.keys() & other.scores.keys())
        mine, theirs = ([document.scores for document in side.documents] for side in (self, other))
        return differences(mine, theirs, measures)

    def to_json(self) -> dict[str, Any]:
        """Return the evaluation as plain data."""
        bounds = self.intervals()
        scores = {}
        for measure, counts in sorted(self.scores.items()):
            scores[measure] = _plain(counts) | ({"f_interval": list(bounds[measure])} if measure in bounds else {})
        kinds = {kind: {m: _plain(c) for m, c in sorted(held.items())} for kind, held in self.by_kind.items()}
        return {"documents": len(self.documents), "scores": scores, "kinds": kinds}


def _plain(counts: Counts) -> dict[str, float | int | None]:
    rounded = {
        name: None if held is None else round(held, 4)
        for name, held in (("p", counts.precision), ("r", counts.recall), ("f", counts.f1))
    }
    return rounded | {"correct": counts.correct, "found": counts.found, "gold": counts.gold}


def evaluate(gold: Sequence[GoldArticle], records: Sequence[Record]) -> Evaluation:
    """Score records against gold articles, given in the same order."""
    return Evaluation([_document(one, other) for one, other in zip(gold, records, strict=True)])


def _document(gold: GoldArticle, found: Record) -> Document:
    pairs = without_optional(align(gold.record.mentions, found.mentions), gold.optional)
    errors = [error for pair in pairs if (error := _mention_error(pair)) is not None]
    parts = _part_errors(gold.record, found)
    scores = span_scores(pairs) | value_scores(pairs) | slot_scores(gold.record, found)
    scores["documents.mentions"] = Counts(not errors, 1, 1)
    scores["documents.all"] = Counts(not errors and not parts, 1, 1)
    return Document(gold, scores, errors, parts)


def _mention_error(pair: Pair) -> MentionError | None:
    gold, found = pair
    kind: ErrorKind
    if found is None:
        kind = "missed"
    elif gold is None:
        kind = "spurious"
    elif gold.type != found.type:
        kind = "type"
    elif (gold.start, gold.end) != (found.start, found.end):
        kind = "span"
    elif gold.type in VALUED and not same_value(gold, found):
        kind = "value"
    else:
        return None
    return MentionError(kind, gold, found)


def _part_errors(gold: Record, found: Record) -> list[PartError]:
    errors = []
    for name, aspect in ASPECTS.items():
        for one, other in aligned(aspect, list(aspect.items(gold)), list(aspect.items(found))):
            slots = (*aspect.main, *aspect.slots)
            if one is None or other is None or any(one[slot] != other[slot] for slot in slots):
                errors.append(PartError(name, one, other))
    return errors
