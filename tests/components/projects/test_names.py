"""Names of projects: marked sentences in cases/*.txt, one line a case; PROJECT is to be found, the others are known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.projects.finder import find_project_names
from sasil.doc import Word


def test_names_of_projects(sought_line, sought, mark, read_words):
    text, wanted, known = sought(sought_line, "PROJECT")
    names = find_project_names(text, read_words(text), known)
    assert mark(text, [(name.start, name.end) for name in names]) == mark(text, wanted)
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
