"""Marked sentences as text and mentions: ⟦1,800여억 원|MONEY 1800e8 over⟧, ⟦2020년 3월|DATE 2020-03⟧, ⟦13개|QUANTITY 13 개⟧."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sasil.components.time.timex import bounds
from sasil.doc import Word
from sasil.record import MENTIONS, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

MARK = re.compile(r"⟦([^⟦⟧|]*)\|([A-Z]+)\s?([^⟦⟧|]*)⟧")


def value_of(kind: str, words: list[str]) -> dict[str, Any] | None:
    if kind == "MONEY":
        amount = format(Decimal(words[0]), "f")
        value = {"amount": amount, "currency": "KRW", "modifier": words[1] if len(words) > 1 else None}
        return {**value, "modifier": None, "per": words[1][4:]} if words[1:] and words[1].startswith("per=") else value
    if kind == "QUANTITY":
        return {"amount": words[0], "unit": words[1] if len(words) > 1 else "개"}
    if kind == "DATE":
        start, end = bounds(words[0], words[1] if len(words) > 1 else None)
        return {"value": words[0], "start": start, "end": end}
    return {"value": words[0]} if kind in ("TIME", "DURATION") else None


def mentions_of(line: str) -> tuple[str, list[Mention]]:
    """Return the text of a marked line and its mentions; ↵ is a line end."""
    line = line.replace("↵", "\n")
    text, position, found = "", 0, []
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        start, end = len(text), len(text) + len(mark[1])
        value = value_of(mark[2], mark[3].split())
        found.append({"type": mark[2], "start": start, "end": end, "text": mark[1], "value": value, "by": "test"})
        text, position = text + mark[1], mark.end()
    return text + line[position:], MENTIONS.validate_python(found)


@pytest.fixture(scope="session")
def unmark() -> Callable[[str], tuple[str, list[Mention]]]:
    return mentions_of


@pytest.fixture(scope="session")
def read_doc() -> Callable[[str], Doc]:
    """The Doc of a sentence by Kiwi, loaded once."""
    from spacy.vocab import Vocab

    from sasil.language.tokenizer import KiwiTokenizer

    return cache(KiwiTokenizer(Vocab()))


@pytest.fixture(scope="session")
def read_words(read_doc: Callable[[str], Doc]) -> Callable[[str], list[Word]]:
    """Words of a sentence by Kiwi."""
    from sasil.doc import words

    return cache(lambda text: words(read_doc(text)))


BARE = re.compile(r"⟦([^⟦⟧|]*)\|([A-Z]+)⟧")
BARE_VALUES = {
    "MONEY": {"amount": "1", "currency": "KRW"},
    "QUANTITY": {"amount": "1", "unit": "개"},
    "DATE": {"value": "2024-03-05"},
    "TIME": {"value": "T10:00"},
    "DURATION": {"value": "P10Y"},
    "SET": {"value": "P1W"},
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for a ``sought_line`` each line of the cases beside it: 가족/문장 첫머리."""
    if "sought_line" in metafunc.fixturenames:
        metafunc.parametrize("sought_line", sought_lines(metafunc.definition.path.parent / "cases"))


def sought_lines(folder: Path) -> list[object]:
    found = []
    for path in sorted(folder.glob("*.txt")):
        family = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                family = line[2:]
            elif line:
                plain = BARE.sub(lambda mark: mark[1], line)
                found.append(pytest.param(line, id=f"{path.stem}/{family}/{plain[:24]}"))
    return found


def sought_of(line: str, kind: str) -> tuple[str, list[tuple[int, int]], list[Mention]]:
    """Return the text of a line, the places of what is to be found, of one kind, and the mentions that are known."""
    line = line.replace("↵", "\n")
    text, position = "", 0
    places, known = [], []
    for mark in BARE.finditer(line):
        text += line[position : mark.start()]
        start, end = len(text), len(text) + len(mark[1])
        text, position = text + mark[1], mark.end()
        if mark[2] == kind:
            places.append((start, end))
        else:
            value = BARE_VALUES.get(mark[2])
            known.append({"type": mark[2], "start": start, "end": end, "text": mark[1], "value": value, "by": "test"})
    return text + line[position:], places, MENTIONS.validate_python(known)


@pytest.fixture(scope="session")
def sought() -> Callable[[str, str], tuple[str, list[tuple[int, int]], list[Mention]]]:
    return sought_of


@pytest.fixture(scope="session")
def mark() -> Callable[[str, list[tuple[int, int]]], str]:
    def mark_(text: str, places: list[tuple[int, int]]) -> str:
        for start, end in sorted(places, reverse=True):
            text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
        return text

    return mark_
