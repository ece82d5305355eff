r"""KLUE-NER's TSV as sentences with spans: a ``##`` line with id and sentence, then a sign and its BIO tag a line.

White space that would break a line is an escape, as Sasil writes it: ``\n``, ``\r``, ``\t``; a backslash is ``\\``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sasil.errors import SourceError

LABELS = ("PS", "OG", "LC")
"""KLUE's labels for people, organisations and places; its dates, times and quantities are not the tagger's."""

# Python's splitlines knows more line breaks than these; the files are split at \n alone.
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r"\\([\\nrt])")
_SIGNS = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


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
        lines = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"KLUE 파일을 읽을 수 없습니다: {error}", place=str(path)) from None
    name = None
    for name, text, spans in sentences(lines, str(path)):
        yield Sentence(name, text, tuple(span for span in spans if span.label in LABELS))
    if name is None:
        raise SourceError("KLUE-NER의 문장이 없습니다 ('## id<탭>문장' 줄로 시작합니다)", place=str(path))


def sentences(lines: str, place: str | None = None) -> Iterator[Sentence]:
    r"""Give the sentences of KLUE-NER's lines with spans of every label; raise SourceError with the line that is none.

    ``place`` is what an error names, without it the sentence.

    >>> list(sentences("## a-1\t3일\n3\tB-DT\n일\tI-DT\n"))
    [Sentence(id='a-1', text='3일', spans=(Span(start=0, end=2, label='DT'),))]
    """
    name: str | None = None
    units: list[tuple[str, str]] = []
    for number, line in enumerate(lines.split("\n"), 1):
        if line.startswith("##") and "\t" in line:
            if name is not None:
                yield _sentence(name, units)
            name, units = unescaped(line[2:].partition("\t")[0].strip()), []
        elif line and name is None:
            raise SourceError("'## id<탭>문장' 줄이 먼저 와야 합니다", place=place, line=number)
        elif line:
            units.append(_unit(line, place or name, number))
    if name is not None:
        yield _sentence(name, units)


def escaped(words: str) -> str:
    r"""Return words without white space that would break a line.

    >>> print(escaped("하랑시\n"))
    하랑시\n
    """
    return "".join(_ESCAPES.get(sign, sign) for sign in words)


def unescaped(words: str) -> str:
    """Return what words were before they were escaped."""
    return _ESCAPED.sub(lambda found: _SIGNS[found[1]], words)


def _unit(line: str, place: str | None, number: int) -> tuple[str, str]:
    sign, tab, tag = line.removesuffix("\r").rpartition("\t")
    if not tab or not sign or "\t" in sign or not (tag == "O" or (tag[:2] in ("B-", "I-") and len(tag) > 2)):
        raise SourceError(f"KLUE-NER의 줄은 '글자<탭>BIO 표'입니다: {line!r}", place=place, line=number)
    return unescaped(sign), tag


def _sentence(name: str, units: list[tuple[str, str]]) -> Sentence:
    return Sentence(name, "".join(sign for sign, _ in units), tuple(_spans(units)))


def _spans(units: list[tuple[str, str]]) -> Iterator[Span]:
    position = start = 0
    label = ""
    for sign, tag in (*units, ("", "O")):
        prefix, _, kind = tag.partition("-")
        if label and not (prefix == "I" and kind == label):
            yield Span(start, position, label)
            label = ""
        if kind and not label:
            start, label = position, kind
        position += len(sign)
