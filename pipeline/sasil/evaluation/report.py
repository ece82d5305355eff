"""An evaluation as one self-contained page: scores as tables and bars, and every error in its sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template

from sasil.evaluation.bootstrap import Interval
from sasil.evaluation.counts import Counts
from sasil.evaluation.evaluate import Document, Evaluation, MentionError, PartError
from sasil.evaluation.slots import ASPECTS, Item
from sasil.evaluation.terminal import TYPES, number
from sasil.record import Mention

_KINDS = {
    "missed": "놓침",
    "spurious": "지어냄",
    "span": "범위 다름",
    "type": "종류 다름",
    "value": "값 다름",
    "part": "기록",
}
_BY_KIND = ("spans.strict.ALL", "values.strict.ALL", "projects", "budgets", "people", "quotes", "events")
_AROUND = 60
"""Code points of the sentence that are shown on either side of an error."""


def report(evaluation: Evaluation, gold: str) -> str:
    """Return the page as HTML; ``gold`` is the name of the gold file."""
    scores, bounds = evaluation.scores, evaluation.intervals()
    types = sorted({_type(e) for d in evaluation.documents for e in d.mention_errors} | set(ASPECTS))
    page = Template(files(__package__).joinpath("report.html").read_text(encoding="utf-8"))
    return page.substitute(
        gold=escape(gold),
        documents=len(evaluation.documents),
        clean=f"{scores['documents.mentions'].correct:.0f}",
        whole=f"{scores['documents.all'].correct:.0f}",
        spans="".join(_span_row(name, scores, bounds) for name in TYPES if f"spans.strict.{name}" in scores),
        records="".join(_record_row(name, scores, bounds) for name in ASPECTS if name in scores),
        kind_heads="".join(f"<th>{measure}</th>" for measure in _BY_KIND),
        kinds="".join(_kind_row(kind, held, evaluation) for kind, held in evaluation.by_kind.items()),
        error_kinds="".join(f'<option value="{kind}">{label}</option>' for kind, label in _KINDS.items()),
        error_types="".join(f"<option>{name}</option>" for name in types),
        errors="".join(map(_document, evaluation.documents)),
    )


def _span_row(name: str, scores: Mapping[str, Counts], bounds: Mapping[str, Interval]) -> str:
    more = [f"spans.{m}.{name}" for m in ("exact", "partial", "type")]
    more += [f"values.{m}.{name}" for m in ("overlap", "strict")]
    cells = "".join(f"<td>{number(scores.get(measure, Counts()).f1)}</td>" for measure in more)
    return f"<tr>{_head(name, f'spans.strict.{name}', scores, bounds)}{cells}</tr>"


def _record_row(name: str, scores: Mapping[str, Counts], bounds: Mapping[str, Interval]) -> str:
    slots = [(m.rpartition(".")[2], counts) for m, counts in sorted(scores.items()) if m.startswith(f"{name}.slot.")]
    words = " · ".join(f"{slot} {number(counts.f1)}" for slot, counts in slots)
    return f"<tr>{_head(name, name, scores, bounds)}<td class='slots'>{words}</td></tr>"


def _head(name: str, measure: str, scores: Mapping[str, Counts], bounds: Mapping[str, Interval]) -> str:
    counts, interval = scores[measure], bounds.get(measure)
    numbers = "".join(f"<td>{number(held)}</td>" for held in (counts.precision, counts.recall, counts.f1))
    limits = f"{interval.low:.3f}–{interval.high:.3f}" if interval else ""
    bar = _bar(counts.f1 or 0.0, interval)
    return f"<td>{name}</td><td>{counts.gold}</td><td>{counts.found}</td>{numbers}<td>{bar}</td><td>{limits}</td>"


def _bar(f1: float, interval: Interval | None) -> str:
    whisker = ""
    if interval is not None:
        x1, x2 = interval.low * 100, interval.high * 100
        whisker = f'<path d="M{x1:.1f} 4v6M{x1:.1f} 7H{x2:.1f}M{x2:.1f} 4v6" stroke="currentColor" fill="none"/>'
    bars = '<rect width="100" height="14" fill="var(--low)"/>'
    bars += f'<rect width="{f1 * 100:.1f}" height="14" fill="var(--bar)"/>'
    label = f"F1 {f1:.3f}"
    return f'<svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label="{label}">{bars}{whisker}</svg>'


def _kind_row(kind: str, scores: Mapping[str, Counts], evaluation: Evaluation) -> str:
    articles = sum(document.gold.kind == kind for document in evaluation.documents)
    cells = "".join(f"<td>{number(scores.get(measure, Counts()).f1)}</td>" for measure in _BY_KIND)
    return f"<tr><td>{kind}</td><td>{articles}</td>{cells}</tr>"


def _document(document: Document) -> str:
    if not document.mention_errors and not document.part_errors:
        return ""
    text = document.gold.record.text
    items = "".join(_mention_item(error, text) for error in document.mention_errors)
    items += "".join(map(_part_item, document.part_errors))
    count = len(document.mention_errors) + len(document.part_errors)
    title = escape(document.gold.record.article.title or "")
    name = escape(document.gold.record.id)
    return f"<details><summary>{name} {title} <small>{count}건</small></summary><ul>{items}</ul></details>"


def _type(error: MentionError) -> str:
    mention = error.gold or error.found
    return mention.type if mention is not None else ""


def _mention_item(error: MentionError, text: str) -> str:
    sentence = _sentence(text, error.gold, error.found)
    said = " → ".join(_described(mention) for mention in (error.gold, error.found) if mention is not None)
    return (
        f'<li class="{error.kind}" data-kind="{error.kind}" data-type="{_type(error)}"><span class="tag">'
        f'{_type(error)} {_KINDS[error.kind]}</span> {sentence}<div class="said">{said}</div></li>'
    )


def _described(mention: Mention) -> str:
    value = "" if mention.value is None else json.dumps(mention.value.model_dump(), ensure_ascii=False)
    return escape(f"{mention.type} {mention.text!r} {value} {mention.by if mention.by != 'gold' else ''}".strip())


def _sentence(text: str, gold: Mention | None, found: Mention | None) -> str:
    """Show the places in their sentence: the gold's underlined, the found one's shaded."""
    spans = [(mention.start, mention.end) for mention in (gold, found) if mention is not None]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    start = max(text.rfind("\n", 0, first) + 1, first - _AROUND)
    newline = text.find("\n", last)
    end = min(len(text) if newline < 0 else newline, last + _AROUND)
    cuts = sorted({start, end, *(place for span in spans for place in span)})
    pieces = []
    for left, right in pairwise(cuts):
        marks = [
            name
            for name, mention in (("gold", gold), ("found", found))
            if mention is not None and mention.start <= left and right <= mention.end
        ]
        piece = escape(text[left:right])
        pieces.append(f'<mark class="{" ".join(marks)}">{piece}</mark>' if marks else piece)
    return "".join(pieces)


def _part_item(error: PartError) -> str:
    state = "놓침" if error.found is None else "지어냄" if error.gold is None else "다름"
    sides = [("정답", error.gold), ("찾음", error.found)]
    said = "<br>".join(f"{label} {escape(_slots(item))}" for label, item in sides if item is not None)
    return (
        f'<li class="part" data-kind="part" data-type="{error.aspect}"><span class="tag">{error.aspect} {state}</span>'
        f'<div class="said">{said}</div></li>'
    )


def _slots(item: Item) -> str:
    return ", ".join(f"{slot}={_slot(held)}" for slot, held in item.items() if held is not None)


def _slot(held: object) -> str:
    if isinstance(held, Iterable) and not isinstance(held, str):
        return "[" + ", ".join(sorted(str(item) for item in held if item is not None)) + "]"
    return str(held)
