"""Words are cut where a name may end inside them, and tokens stand in sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.doc import Word
from sasil.tagger.tokens import LONGEST, Cutter, bounds_of

KNOWN = {"시장/NNG", "남북/NNP", "마포대교/NNP", "준영/NNP"}
CUTTER = Cutter({"남북": (1,), "미국인": (2,)}, {"씨", "시장", "이", "의"}, KNOWN)


@pytest.mark.parametrize(
    ("word", "tag", "parts"),
    [
        ("남북", "NNP", ["남", "북"]),  # a word that training has seen cut
        ("미국인", "NNG", ["미국", "인"]),
        ("하랑시장", "NNP", ["하랑", "시장"]),  # a word that Kiwi does not know, by its ending
        ("길해솔씨", "NNG", ["길해솔", "씨"]),
        ("마포대교", "NNP", ["마포대교"]),  # one that it knows stays whole
        ("시장", "NNG", ["시장"]),  # an ending alone
        ("달려가의", "VV", ["달려가의"]),  # no noun
        ("서울·부산", "NNP", ["서울·", "부산"]),
        ("보람2", "NNP", ["보람", "2"]),
        ("김 산", "NNP", ["김 ", "산"]),
        ("이", "NNP", ["이"]),
        ("", "NNP", [""]),
    ],
)
def test_cuts(word: str, tag: str, parts: list[str]) -> None:
    tokens = CUTTER.tokens([Word(5, 5 + len(word), word, tag)])
    assert [token.text for token in tokens] == parts
    assert [token[4:] for token in tokens] == ([()] if len(parts) == 1 else [(word, 1), (word, 3)])
    assert (tokens[0].start, tokens[-1].end) == (5, 5 + len(word))


def words(*marked: str) -> tuple[str, list[Word]]:
    """Return words as text/tag, each with a space before it but those that begin with +."""
    text = ""
    found = []
    for one in marked:
        surface, tag = one.lstrip("+").rsplit("/", 1)
        text += "" if one.startswith("+") or not text else " "
        found.append(Word(len(text), len(text) + len(surface), surface, tag))
        text += surface
    return text, found


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        (("비/NNG", "온다/VV+EF", "+./SF", "눈/NNG"), [0, 3, 4]),
        (("조지/NNP", "W/SL", "+./SF", "부시/NNP"), [0, 4]),  # an initial ends no sentence
        (("3/SN", "+./SF", "1/SN"), [0, 3]),
        (("온다/VV+EF", "+./SF", "+고/JKQ"), [0, 3]),  # nor does a stop with something glued to it
        (("가/NNG",), [0, 1]),
        ((), [0]),
    ],
)
def test_sentences(marked: tuple[str, ...], bounds: list[int]) -> None:
    text, held = words(*marked)
    assert bounds_of(text, CUTTER.tokens(held)) == bounds


def test_a_line_ends_a_sentence() -> None:
    text = "가\n나"
    held = [Word(0, 1, "가", "NNG"), Word(2, 3, "나", "NNG")]
    assert bounds_of(text, CUTTER.tokens(held)) == [0, 1, 2]


@given(st.lists(st.sampled_from(["남북", "하랑시장", "가", "."]), max_size=3 * LONGEST))
def test_nothing_is_lost_and_no_sentence_is_too_long(surfaces: list[str]) -> None:
    text, held = words(*(f"+{one}/{'SF' if one == '.' else 'NNP'}" for one in surfaces))
    tokens = CUTTER.tokens(held)
    bounds = bounds_of(text, tokens)
    assert "".join(token.text for token in tokens) == text
    assert (bounds[0], bounds[-1]) == (0, len(tokens))
    assert all(0 < after - before <= LONGEST for before, after in pairwise(bounds))
