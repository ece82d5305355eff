"""What Kiwi's words decide: where a counter ends, and which noun is counted; and the components in a pipeline."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from sasil.components.quantity.finder import find_quantities
from sasil.doc import Word, mentions, words


@pytest.fixture(scope="module")
def read_words() -> Callable[[str], list[Word]]:
    from spacy.vocab import Vocab

    from sasil.language.tokenizer import KiwiTokenizer

    tokenizer = KiwiTokenizer(Vocab())
    return cache(lambda text: words(tokenizer(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("통합 기념식에 상인과 주민 80명이 왔다.", [("80명", "주민")]),
        ("수산물 가공업체는 14곳이다.", [("14곳", "가공업체")]),
        ("새로 9건을 협의했다.", [("9건", None)]),
        ("문을 닫은 12곳을 조사했다.", [("12곳", None)]),
        ("부두에 11기의 보안 검색대를 둔다.", [("11기", "검색대")]),
        ("12대의 자동 발판과 5개의 대형 스크린이 있다.", [("12대", "발판"), ("5개", "스크린")]),
        ("8명의 지역 위원과 3명의 학생 가운데", [("8명", "위원"), ("3명", "학생")]),
        ("2대의 자동문을 달고 4개의 사업 계획을 냈다.", [("2대", "자동문"), ("4개", "사업")]),
        ("6개 읍·면이 물에 잠겼다.", [("6개", "읍·면")]),
        ("참여자를 모아 5명씩 묶었다.", [("5명", None)]),
        ("3대학 연합 동아리가 나섰다.", []),
        ("열람실 좌석을 120석에서 200석으로 늘렸다.", [("120석", "좌석"), ("200석", "좌석")]),
    ],
)
def test_words_tell_nouns(
    text: str, expected: list[tuple[str, str | None]], read_words: Callable[..., list[Word]]
) -> None:
    found = find_quantities(text, read_words(text))
    assert [(mention.text, mention.value and mention.value.of) for mention in found] == expected, text


def test_components_keep_their_groups() -> None:
    import spacy

    config = {"nlp": {"tokenizer": {"@tokenizers": "sasil.KiwiTokenizer.v1"}}}
    nlp = spacy.blank("ko", config=config)
    for name in ("sasil_money", "sasil_percent", "sasil_quantity"):
        nlp.add_pipe(name)
    doc = nlp("국비 12억 원으로 낡은 경로당 8곳을 고쳐 이용률을 5%p 올린다.")
    assert [mention.text for mention in mentions(doc, "money")] == ["12억 원"]
    assert [mention.text for mention in mentions(doc, "percent")] == ["5%p"]
    assert [(m.text, m.value.of) for m in mentions(doc, "quantity") if m.type == "QUANTITY" and m.value] == [
        ("8곳", "경로당")
    ]
