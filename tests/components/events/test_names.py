"""Names of events: marked sentences in cases/*.txt, one line a case; EVENT is to be found, the others are known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.events.finder import find_events
from sasil.components.events.names import find_event_names
from sasil.doc import Word
from sasil.record import MENTIONS


def test_names_of_events(sought_line, sought, mark, read_words):
    text, wanted, known = sought(sought_line, "EVENT")
    names = find_event_names(text, read_words(text), known)
    assert mark(text, [(name.start, name.end) for name in names]) == mark(text, wanted)
    assert all(name.text == text[name.start : name.end] and name.by.startswith("events.") for name in names)


@given(st.text())
def test_any_text_is_read(text):
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"\S+", text)]
    for name in find_event_names(text, words):
        assert text[name.start : name.end] == name.text


@given(st.text(alphabet="회의식포럼제차 1‘’|():-\n설명회를연다등", max_size=80))
def test_any_mix_of_its_signs_is_read(text):
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"[가-힣]{1,2}|\S", text)]
    for name in find_event_names(text, words):
        assert text[name.start : name.end] == name.text


@pytest.mark.parametrize(
    "unit",
    [
        "회의",
        "회의 ",
        "설명회를 연다. ",
        "설명회",
        "포럼 ",
        "‘",
        "‘회의’",
        "|",
        "\n",
        "행사명 : ",
        "제1회 ",
        "- 설명회: ",
        " ",
        "가 ",
    ],
)
def test_long_lines_are_read(unit):
    text = unit * (20_000 // len(unit))
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"[가-힣0-9]+|[^\s가-힣]", text)]
    find_event_names(text, words)


@pytest.mark.parametrize(
    "unit", ["10:00 물길 설명회 | ", "10:00 설명회: ", "· 10:00 설명회 ", "10:00 나루역에서 설명회 | "]
)
def test_a_long_line_of_clock_times_is_read(unit):
    text = unit * 2_000
    words = [Word(m.start(), m.end(), m[0], "NNG") for m in re.finditer(r"[가-힣0-9]+|[^\s가-힣]", text)]
    times = [
        {"type": "TIME", "start": m.start(), "end": m.end(), "text": m[0], "value": {"value": "T10:00"}, "by": "test"}
        for m in re.finditer("10:00", text)
    ]
    known = MENTIONS.validate_python(times)
    names = find_event_names(text, words, known)
    find_events(text, words, [*known, *names])
    assert len(names) == 2_000
