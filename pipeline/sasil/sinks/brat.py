"""Brat stand-off: a text file and an .ann file of spans, offsets in code points, values as annotator notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sasil.errors import SourceError
from sasil.record import Mention, Record
from sasil.sinks.offsets import imported

_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+) (\d+(?:;\d+ \d+)*)\t.*")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


def to_brat(record: Record) -> tuple[str, str]:
    r"""Return the text and the annotations of a record.

    >>> from sasil.record import NameMention
    >>> org = NameMention(type="ORG", start=0, end=3, text="나루시", by="")
    >>> to_brat(Record(id="a", text="나루시는", mentions=[org]))[1]
    'T1\tORG 0 3\t나루시\n'
    """
    lines: list[str] = []
    for number, mention in enumerate(record.mentions, 1):
        places = ";".join(f"{start} {end}" for start, end in _lines(mention))
        words = " ".join(record.text[start:end] for start, end in _lines(mention))
        lines.append(f"T{number}\t{mention.type} {places}\t{words}\n")
        if mention.value is not None:
            value = json.dumps(mention.value.model_dump(), ensure_ascii=False)
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{value}\n")
    return record.text, "".join(lines)


def _lines(mention: Mention) -> Iterator[tuple[int, int]]:
    """Give the parts of a span between line breaks: brat's spans may not hold one."""
    for part in re.finditer(r"[^\r\n]+", mention.text):
        yield mention.start + part.start(), mention.start + part.end()


def from_brat(name: str, text: str, annotations: str) -> Record:
    """Return the record of a text and its .ann file; lines other than spans and notes are passed over.

    Raises SourceError naming the line of a span or note that does not parse.
    """
    spans: dict[str, tuple[str, int, int]] = {}
    notes: dict[str, object] = {}
    for number, line in enumerate(annotations.split("\n"), 1):
        if line.startswith("T"):
            found = _SPAN.fullmatch(line.rstrip("\r"))
            if found is None:
                raise SourceError("brat의 표시가 아닙니다", place=f"{name}.ann", line=number)
            places = [int(place) for place in re.findall(r"\d+", f"{found[3]} {found[4]}")]
            spans[found[1]] = (found[2], places[0], places[-1])
        elif (note := _NOTE.fullmatch(line.rstrip("\r"))) is not None:
            try:
                notes[note[1]] = json.loads(note[2])
            except json.JSONDecodeError:
                raise SourceError("값(JSON)이 아닌 메모", place=f"{name}.ann", line=number) from None
    return imported(name, text, ((*span, notes.get(key)) for key, span in spans.items()), "brat")
