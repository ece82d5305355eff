"""Dates, clock times, durations and recurrences in sentences, family by family (the tables stand in cases/).

"# half: held back" in a table stands before the sentences that were kept out of sight while rules were made from the
others; ``benchmarks/amounts_and_time.py`` scores both halves, and the first runs on those held back are in
``tests/normalization/README.md``. A sentence is right when exactly its marked mentions are found, with the marked values; those of
nothing.txt have none.

A mark is written as in the gold markup: ⟦3월 5일|DATE 2024-03-05⟧, with ``mod=``, ``rel=``, ``modifier=``, ``freq=``,
``quant=`` behind the value; ``start`` and ``end`` of a DATE follow from its value unless they are written.
``@2023-10-18`` in front of a sentence gives the publication date (2024-03-05 where nothing stands), ``@-`` none; ⏎ is a
line break.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sasil.components.time.finder import find_times
from sasil.components.time.timex import bounds

TABLES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


_MARK = re.compile("⟦([^|⟧]*)\\|([A-Z]+) ?([^⟧]*)⟧")


@dataclass(frozen=True)
class Case:
    line: str
    text: str
    published: str | None
    expected: list[tuple[int, int, str, dict[str, Any]]]


def read_cases(path: Path) -> list[Case]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def _case(line: str) -> Case:
    published: str | None = "2024-03-05"
    marked = line
    if marked.startswith("@"):
        given, _, marked = marked[1:].partition(" ")
        published = None if given == "-" else given
    marked = marked.replace("⏎", "\n")
    text, expected, end = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[end : found.start()]
        expected.append((len(text), len(text) + len(found[1]), found[2], _value(found[2], found[3].split())))
        text, end = text + found[1], found.end()
    return Case(line, text + marked[end:], published, expected)


def _value(kind: str, parts: list[str]) -> dict[str, Any]:
    value: dict[str, Any] = {"value": parts[0]}
    for part in parts[1:]:
        key, _, said = part.partition("=")
        unit, _, offset = said.partition(":")
        value[key] = {"unit": unit, "offset": int(offset)} if key == "rel" else said
    if kind == "DATE":
        first, last = bounds(parts[0], value.get("mod"))
        value = {"start": value.get("start", first), "end": value.get("end", last)} | value
        value["value"] = None if parts[0] == "-" else parts[0]
    return {key: said for key, said in value.items() if said is not None}


def _found(case: Case) -> list[tuple[int, int, str, dict[str, Any]]]:
    mentions, _ = find_times(case.text, case.published)
    assert all(case.text[m.start : m.end] == m.text for m in mentions)
    return [(m.start, m.end, m.type, m.value.model_dump(exclude_none=True) if m.value else {}) for m in mentions]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{t.stem}-{case.line}") for t in TABLES for case in read_cases(t)]
)
def test_sentence(case: Case) -> None:
    found = _found(case)
    shown = [f"{case.text[start:end]} {kind} {value}" for start, end, kind, value in found]
    wanted = [f"{case.text[start:end]} {kind} {value}" for start, end, kind, value in case.expected]
    assert found == case.expected, f"\n{case.line}\n  found    {shown}\n  expected {wanted}"


def test_tables_are_large_enough() -> None:
    cases = [case for table in TABLES for case in read_cases(table)]
    assert sum(bool(case.expected) for case in cases) >= 350
    assert sum(not case.expected for case in cases) >= 100
