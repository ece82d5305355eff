"""What looks like a full Korean name at a word's head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.doc import Word
from sasil.tagger.features import Gazetteer, matches
from sasil.tagger.full_names import LEVELS, NO_NAMES, FullNames
from sasil.tagger.tokens import Token

NAMES = FullNames(
    ({"도": 1.0, "길": 2.5, "이": 0.5}, {"준": 1.5, "해": 1.0, "영": -1.0}, {"영": 1.0, "솔": 2.5, "화": -2.0})
)


def tokens(text: str) -> list[Token]:
    """Cut a text at | and spaces."""
    found = []
    position = 0
    for word in text.split(" "):
        for piece in word.split("|"):
            found.append(Word(position, position + len(piece), piece, "NNP"))
            position += len(piece)
        position += 1
    return found


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("도준영", 2),
        ("길해솔", 3),
        ("이영화", 0),  # each syllable stands in names, but oftener elsewhere
        ("도준화", 1),
        ("도준빛", 0),  # no name has 빛
        ("도준", 0),
        ("", 0),
    ],
)
def test_levels(head: str, level: int) -> None:
    assert NAMES.level(head + "." * (3 - len(head))) == level


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("도준영|은 왔다", [(0, 0, 2)]),
        ("어제 도|준영|은", [(1, 2, 2)]),  # Kiwi cuts names that it does not know
        ("길|해|솔|은 도준영|은", [(0, 2, 3), (4, 4, 2)]),
        ("길해솔밭|은", []),  # the word goes on
        ("새길|해솔", []),  # not at the head
        ("(|길해솔|)", [(1, 1, 3)]),
        ("", []),
    ],
)
def test_heads_of_words(marked: str, found: list[tuple[int, int, int]]) -> None:
    assert list(NAMES.find(marked.replace("|", ""), tokens(marked))) == found


def test_levels_are_bits_beside_those_of_known_names() -> None:
    gazetteer = Gazetteer.of({"길해솔": 8}, {}, NAMES)
    assert matches("길해솔은", tokens("길|해솔|은"), gazetteer) == [(0, 0b1111, 0), (1, 0, 0b1111)]


@given(st.text("도준영길해솔 이화은.\n", max_size=40))
def test_found_heads_are_three_syllables_of_tokens(text: str) -> None:
    held = [Word(i, i + 1, sign, "NNG") for i, sign in enumerate(text) if not sign.isspace()]
    for first, last, level in NAMES.find(text, held):
        assert held[last].end - held[first].start == 3
        assert 0 < level <= len(LEVELS)
    assert list(NO_NAMES.find(text, held)) == []
