"""Names of projects: marked sentences in cases/*.txt, one line a case; PROJECT is to be found, the others are known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.projects.finder import find_project_names
from sasil.doc import Word
from sasil.record import MENTIONS, Mention

MARK = re.compile(r"⟦([^⟦⟧|]*)\|([A-Z]+)⟧")
VALUES = {
    "MONEY": {"amount": "1", "currency": "KRW"},
    "QUANTITY": {"amount": "1", "unit": "개"},
    "DATE": {"value": None},
    "DURATION": {"value": "P1M"},
}


def unmarked(line: str) -> tuple[str, list[tuple[int, int]], list[Mention]]:
    """Return the text of a marked line, the places of its projects, and its other mentions; ↵ is a line end."""
    line = line.replace("↵", "\n")
    text, position = "", 0
    projects, known = [], []
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        start, end = len(text), len(text) + len(mark[1])
        text, position = text + mark[1], mark.end()
        if mark[2] == "PROJECT":
            projects.append((start, end))
        else:
            value = VALUES.get(mark[2])
            known.append({"type": mark[2], "start": start, "end": end, "text": mark[1], "value": value, "by": "test"})
    return text + line[position:], projects, MENTIONS.validate_python(known)


def marked(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def cases() -> list[object]:
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        family = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                family = line[2:]
            elif line:
                plain = MARK.sub(lambda mark: mark[1], line)
                found.append(pytest.param(line, id=f"{path.stem}/{family}/{plain[:24]}"))
    return found


@pytest.mark.parametrize("line", cases())
def test_names_of_projects(line, read_words):
    text, projects, known = unmarked(line)
    names = find_project_names(text, read_words(text), known)
    assert marked(text, [(name.start, name.end) for name in names]) == marked(text, projects)
    assert all(name.text == text[name.start : name.end] and name.by.startswith("projects.") for name in names)


@given(st.text())
def test_any_text_is_read(text):
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"\S+", text)]
    for name in find_project_names(text, words):
        assert text[name.start : name.end] == name.text


@given(st.text(alphabet="사업과제 등개3,·▲()‘’「」|\n계획가나.:-의을20", max_size=80))
def test_any_mix_of_its_signs_is_read(text):
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"[가-힣]{1,2}|\S", text)]
    for name in find_project_names(text, words):
        assert text[name.start : name.end] == name.text


@pytest.mark.parametrize(
    "unit",
    ["사업", "사업 ", "사업, ", "등 ", "▲", "(", "‘", "|", "\n", " ", "가 ", "가·", "사업 등 3개 사업 ", "- 가: "],
)
def test_long_lines_are_read(unit):
    text = unit * (20_000 // len(unit))
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"사업|등|[가-힣0-9]|[^\s가-힣]", text)]
    find_project_names(text, words)
