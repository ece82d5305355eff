r"""One unit a line with its BIO tag: CoNLL by characters or Kiwi tokens, and KLUE-NER's TSV.

White space that would break a line is written as an escape (``\n``, ``\r``, ``\t``; a backslash is ``\\``). Values do
not travel, and a span inside another is left out: a unit bears one tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sasil.errors import SourceError
from sasil.record import Mention, Record
from sasil.sinks.offsets import imported
from sasil.tagger.klue import escaped, sentences, unescaped

KLUE = {"PERSON": "PS", "ORG": "OG", "LOC": "LC", "DATE": "DT", "TIME": "TI", "QUANTITY": "QT"}
"""KLUE-NER's six labels; ours that are none of them keep their names."""

_BACK = {label: name for name, label in KLUE.items()}
Unit = tuple[int, int]


def to_conll(record: Record, units: Sequence[Unit] | None = None) -> str:
    """Return a record as lines of unit, start, end and tag, under a ``# id`` line and closed by an empty one.

    ``units`` are the places of tokens, which should cover the text; None means characters. With tokens a span widens to
    the tokens that it touches.
    """
    places = units if units is not None else [(i, i + 1) for i in range(len(record.text))]
    tags = _tags(record.mentions, places)
    lines = [f"# id = {escaped(record.id)}"]
    lines += [
        f"{escaped(record.text[start:end])}\t{start}\t{end}\t{tag}"
        for (start, end), tag in zip(places, tags, strict=True)
    ]
    return "\n".join(lines) + "\n\n"


def from_conll(lines: str) -> Iterator[Record]:
    """Give the records of CoNLL lines as ``to_conll`` writes them; raise SourceError naming a line that is none."""
    for name, rows in _blocks(lines, "# id = "):
        text = ""
        units = []
        for number, columns in rows:
            if len(columns) != 4 or not columns[1].isdigit() or not columns[2].isdigit():
                raise SourceError("CoNLL의 줄이 아닙니다", place=name, line=number)
            start, end = int(columns[1]), int(columns[2])
            text += " " * (start - len(text)) + unescaped(columns[0])
            units.append((start, end, columns[3]))
        yield imported(name, text, _spans(units), "conll")


def to_klue(record: Record) -> str:
    """Return a record as KLUE-NER has it: a ``##`` line with the id and the tagged text, then a character a line."""
    places = [(i, i + 1) for i in range(len(record.text))]
    tags = _tags(record.mentions, places, KLUE)
    marked = _marked(record)
    lines = [f"##{escaped(record.id)}\t{escaped(marked)}"]
    lines += [f"{escaped(sign)}\t{tag}" for sign, tag in zip(record.text, tags, strict=True)]
    return "\n".join(lines) + "\n\n"


def from_klue(lines: str) -> Iterator[Record]:
    """Give the records of a KLUE-NER TSV; its labels become ours (PS is PERSON). Raises SourceError."""
    for name, text, spans in sentences(lines):
        yield imported(name, text, [(_BACK.get(kind, kind), start, end, None) for start, end, kind in spans], "klue")


def _tags(mentions: Iterable[Mention], units: Sequence[Unit], names: dict[str, str] | None = None) -> list[str]:
    tags = ["O"] * len(units)
    reached = 0
    at = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < reached:
            continue
        while at < len(units) and units[at][1] <= mention.start:
            at += 1
        label = (names or {}).get(mention.type, mention.type)
        prefix = "B"
        while at < len(units) and units[at][0] < mention.end:
            tags[at] = f"{prefix}-{label}"
            prefix = "I"
            reached = units[at][1]
            at += 1
    return tags


def _spans(units: Iterable[tuple[int, int, str]]) -> Iterator[tuple[str, int, int, None]]:
    held: tuple[str, int, int] | None = None
    for start, end, tag in units:
        prefix, _, kind = tag.partition("-")
        if prefix == "I" and held is not None and held[0] == kind:
            held = (kind, held[1], end)
            continue
        if held is not None:
            yield (*held, None)
        held = (kind, start, end) if kind else None
    if held is not None:
        yield (*held, None)


def _blocks(lines: str, head: str) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    name: str | None = None
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines.split("\n"), 1):
        if line.startswith(head):
            if name is not None:
                yield name, rows
            rows = []
            name = unescaped(line[len(head) :].partition("\t")[0])
        elif line and name is not None:
            rows.append((number, line.split("\t")))
        elif line:
            raise SourceError(f"{head.strip()} 줄이 먼저 와야 합니다", line=number)
        elif name is not None:
            yield name, rows
            name, rows = None, []
    if name is not None:
        yield name, rows


def _marked(record: Record) -> str:
    pieces: list[str] = []
    position = 0
    for mention in record.mentions:
        if mention.start >= position:
            label = KLUE.get(mention.type, mention.type)
            pieces.append(f"{record.text[position : mention.start]}<{mention.text}:{label}>")
            position = mention.end
    return "".join(pieces) + record.text[position:]
