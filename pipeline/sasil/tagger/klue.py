"""KLUE-NER's TSV as sentences with spans: a ``##`` line with id and sentence, then a sign and its BIO tag a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sasil.errors import SourceError

LABELS = ("PS", "OG", "LC")
"""KLUE's labels for people, organisations and places; its dates, times and quantities are not the tagger's."""

# `sasil corpus export --format klue` writes white space that would break a line so.
_SIGNS = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\\\": "\\"}


class Span(NamedTuple):
    """A name in KLUE's convention: its place in the text and its label."""

    start: int
    end: int
    label: str


class Sentence(NamedTuple):
    """A text with the names in it, in KLUE's convention."""

    id: str
    text: str
    spans: tuple[Span, ...]


def read_klue(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a KLUE-NER file (UTF-8); raise SourceError with the line that is none.

    Only people, organisations and places are read.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"KLUE 파일을 읽을 수 없습니다: {error}", place=str(path)) from None
    name: str | None = None
    units: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("##") and "\t" in line:
            if name is not None:
                yield _sentence(name, units)
            name, units = line[2:].partition("\t")[0].strip(), []
        elif line:
            units.append(_unit(line, name, str(path), number))
    if name is None:
        raise SourceError("KLUE-NER의 문장이 없습니다 ('## id<탭>문장' 줄로 시작합니다)", place=str(path))
    yield _sentence(name, units)


def _unit(line: str, name: str | None, path: str, number: int) -> tuple[str, str]:
    sign, tab, tag = line.removesuffix("\r").rpartition("\t")
    if name is None:
        raise SourceError("'## id<탭>문장' 줄이 먼저 와야 합니다", place=path, line=number)
    if not tab or not sign or not (tag == "O" or (tag[:2] in ("B-", "I-") and len(tag) > 2)):
        raise SourceError(f"KLUE-NER의 줄은 '글자<탭>BIO 표'입니다: {line!r}", place=path, line=number)
    return _SIGNS.get(sign, sign), tag


def _sentence(name: str, units: list[tuple[str, str]]) -> Sentence:
    spans: list[Span] = []
    position = start = 0
    label = ""
    for sign, tag in (*units, ("", "O")):
        prefix, _, kind = tag.partition("-")
        if label and not (prefix == "I" and kind == label):
            spans.append(Span(start, position, label))
            label = ""
        if kind and not label:
            start, label = position, kind
        position += len(sign)
    return Sentence(name, "".join(sign for sign, _ in units), tuple(span for span in spans if span.label in LABELS))
