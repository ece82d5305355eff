"""An evaluation as tables for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.table import Table

from sasil.evaluation.bootstrap import Difference
from sasil.evaluation.counts import Counts, Scores
from sasil.evaluation.evaluate import Evaluation
from sasil.evaluation.klue import ALL
from sasil.evaluation.slots import ASPECTS
from sasil.tagger.klue import LABELS

TYPES = (
    *("MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "DURATION", "SET"),
    *("PERSON", "ORG", "LOC", "PROJECT", "EVENT", "LAW", "ALL"),
)

_PIPED_WIDTH = 140


def show_klue(scores: Scores, stream: TextIO) -> None:
    """Print the scores of names in KLUE's convention."""
    table = Table("KLUE", "정답", "찾음", "P", "R", "F1 strict", "글자 P", "글자 R", "글자 F1")
    for label in (*LABELS, ALL):
        strict, signs = scores[f"strict.{label}"], scores[f"characters.{label}"]
        table.add_row(
            *(label, str(strict.gold), str(strict.found)),
            *(number(value) for one in (strict, signs) for value in (one.precision, one.recall, one.f1)),
        )
    console = Console(file=stream, width=None if stream.isatty() else _PIPED_WIDTH)
    console.print(table)
    console.print(f"{ALL}은 {'·'.join(LABELS)}의 합이고, KLUE의 DT·TI·QT는 재지 않습니다.")


def show(evaluation: Evaluation, stream: TextIO, compared: Mapping[str, Difference] | None = None) -> None:
    """Print an evaluation on a stream of text, with the differences to another tool's where given."""
    console = Console(file=stream, width=None if stream.isatty() else _PIPED_WIDTH)
    scores = evaluation.scores
    bounds = evaluation.intervals()
    spans = Table(
        "종류", "정답", "찾음", "P", "R", "F1 strict", "95 %", "exact", "partial", "type", "값 겹침", "값 strict"
    )
    for name in TYPES:
        strict = scores.get(f"spans.strict.{name}")
        if strict is not None:
            low_high = bounds.get(f"spans.strict.{name}")
            others = [f"spans.{m}.{name}" for m in ("exact", "partial", "type")]
            values = [f"values.{m}.{name}" for m in ("overlap", "strict")]
            spans.add_row(
                *(name, str(strict.gold), str(strict.found), number(strict.precision), number(strict.recall)),
                *(number(strict.f1), "" if low_high is None else f"{low_high.low:.3f}–{low_high.high:.3f}"),
                *(_f1(scores, measure) for measure in others + values),
            )
    console.print(spans)
    records = Table("기록", "정답", "찾음", "P", "R", "F1", "95 %", "항목별 F1")
    for name in ASPECTS:
        counts = scores.get(name, Counts())
        low_high = bounds.get(name)
        slots = [m for m in sorted(scores) if m.startswith(f"{name}.slot.")]
        records.add_row(
            *(name, str(counts.gold), str(counts.found), number(counts.precision), number(counts.recall)),
            *(number(counts.f1), "" if low_high is None else f"{low_high.low:.3f}–{low_high.high:.3f}"),
            " ".join(f"{m.rpartition('.')[2]} {_f1(scores, m)}" for m in slots),
        )
    console.print(records)
    clean = scores.get("documents.mentions", Counts())
    whole = scores.get("documents.all", Counts())
    console.print(f"글 {clean.gold}건 가운데 틀린 데 없음: 표시 {clean.correct:.0f}건, 기록까지 {whole.correct:.0f}건")
    _kinds(console, evaluation)
    if compared is not None:
        _differences(console, compared)


def _kinds(console: Console, evaluation: Evaluation) -> None:
    table = Table("갈래", "글", "strict", "값 strict", "projects", "budgets", "people", "quotes", "events")
    for kind, scores in evaluation.by_kind.items():
        articles = sum(document.gold.kind == kind for document in evaluation.documents)
        measures = ("spans.strict.ALL", "values.strict.ALL", "projects", "budgets", "people", "quotes", "events")
        table.add_row(kind, str(articles), *(_f1(scores, measure) for measure in measures))
    console.print(table)


def _differences(console: Console, compared: Mapping[str, Difference]) -> None:
    table = Table("잣대", "차이", "95 %", "p")
    for measure, difference in compared.items():
        if measure.endswith(".ALL") or measure in ASPECTS:
            bounds = f"{difference.low:+.3f}–{difference.high:+.3f}"
            table.add_row(measure, f"{difference.delta:+.3f}", bounds, f"{difference.p:.3f}")
    console.print(table)


def _f1(scores: Mapping[str, Counts], measure: str) -> str:
    return number(scores.get(measure, Counts()).f1)


def number(value: float | None) -> str:
    """Write a score with three decimals, a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"
