"""What the trained tagger finds, settled beside the rules: what our guideline counts, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from sasil.components.names.finder import find_names
from sasil.components.names.tagged import propose_tagged
from sasil.doc import Word
from sasil.tagger.model import Found


class Said:
    """A finder that says what it is told to."""

    def __init__(self, *found: Found) -> None:
        self.found = list(found)

    def find(self, text: str, words: Sequence[Word], *, told: Iterable[tuple[int, int]] = ()) -> list[Found]:
        return self.found


def said(text: str, *names: tuple[str, str, float]) -> list[Found]:
    found, at = [], 0
    for name, label, chance in names:
        at = text.index(name, at)
        found.append(Found(at, at + len(name), label, chance))
        at += len(name)
    return found


@pytest.mark.parametrize(
    ("text", "names", "proposed"),
    [
        ("가람새는 문을 열었다.", [("가람새", "OG", 0.95)], [("가람새", "ORG")]),
        ("한소율과 만났다.", [("한소율", "PS", 0.95)], [("한소율", "PERSON")]),
        ("한소율과 만났다.", [("한소율", "PS", 0.5)], []),  # not sure enough
        ("정부와 국회가 나섰다.", [("정부", "OG", 0.99)], []),  # KLUE counts it, we do not
        ("공동연구소는 문을 연다.", [("공동연구소", "OG", 0.99)], []),  # general words before an ending
        ("WAVE5는 끝났다.", [("WAVE5", "OG", 0.99)], []),  # Latin letters alone: a project as often as a body
        ("해외로 나간다.", [("해외", "LC", 0.99)], []),
        ("김 씨는 떠났다.", [("김", "PS", 0.99)], []),  # a surname alone is the rules' to find
        (
            "전남 여수시 화정면에서",
            [("전남", "LC", 0.9), ("여수시 화정면", "LC", 0.8)],
            [("전남 여수시 화정면", "LOC")],
        ),
        ("서울, 부산에서", [("서울", "LC", 0.9), ("부산", "LC", 0.9)], [("서울", "LOC"), ("부산", "LOC")]),
        ("나루지사장이 왔다.", [("나루", "LC", 0.9)], []),  # a place inside an office
        ("가나다\n라마바", [("가나다\n라마바", "OG", 0.99)], []),
        ("", [], []),
    ],
)
def test_proposals(text: str, names: list[tuple[str, str, float]], proposed: list[tuple[str, str]]) -> None:
    found = propose_tagged(text, said(text, *names))
    assert [(text[one.start : one.end], one.type) for one in found] == proposed


def test_the_tagger_adds_what_the_rules_do_not_see() -> None:
    text = "지난달 온새벗이 새 책을 냈다."
    assert find_names(text, []) == []
    (found,) = find_names(text, [], tagger=Said(*said(text, ("온새벗", "OG", 0.97))))
    assert (found.type, found.text, found.by) == ("ORG", "온새벗", "names.model")


def test_a_rule_that_is_sure_is_not_overruled() -> None:
    text = "창원시(시장 도준영)는 축제를 연다."
    alone = find_names(text, [])
    wrong = said(text, ("창원", "PS", 0.99), ("도준영", "OG", 0.99))
    assert find_names(text, [], tagger=Said(*wrong)) == alone


@pytest.mark.parametrize(
    ("text", "names", "again"),
    [
        ("명시겸이 찼다. 전반 28분 명시겸이 공을 띄웠다.", [("명시겸", "PS", 0.95)], ["명시겸", "명시겸"]),
        ("누벨은 넓다. 누벨제도 | 12.6\n누벨제도 | 3.1", [("누벨제도", "LC", 0.99)], ["누벨제도", "누벨제도"]),
        ("누벨제도는 넓다. 누벨제도 | 12.6", [("누벨제도", "LC", 0.7)], ["누벨제도"]),  # not sure enough
        ("물안개가 폈다. 오늘 물안개가 걷혔다.", [("물안개", "PS", 0.95)], ["물안개"]),  # no full name
    ],
)
def test_a_name_found_once_is_found_again(text: str, names: list[tuple[str, str, float]], again: list[str]) -> None:
    assert [m.text for m in find_names(text, [], (), Said(*said(text, *names))) if m.text in again] == again


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("심사에는 명시훈, 탁유범, 어진솔이 참여했다.", ["명시훈", "탁유범", "어진솔"]),
        ("현장에는 명시훈, 어진솔, 시의원, 뭇사람이 모였다.", ["명시훈", "어진솔"]),
        ("명시훈, 하천길, 도로변, 교량을 점검했다.", ["명시훈"]),  # most are none
    ],
)
def test_rows_of_names_are_read_to_their_end(text: str, found: list[str]) -> None:
    names = said(text, *((name, "PS", 0.95) for name in ("명시훈", "어진솔") if name in text))
    assert [m.text for m in find_names(text, [], (), Said(*names)) if m.type == "PERSON"] == found
