"""Formats of annotation tools: out and back, on hostile text, and clear errors for what is none."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.errors import SasilError
from sasil.record import MENTIONS, Mention, Record
from sasil.sinks.bio import from_conll, from_klue, to_conll, to_klue
from sasil.sinks.brat import from_brat, to_brat
from sasil.sinks.doccano import from_doccano, to_doccano
from sasil.sinks.exchange import FORMATS, export, read_back
from sasil.sinks.label_studio import from_label_studio, to_label_studio
from sasil.sinks.offsets import from_utf16, to_utf16

MONEY = {"amount": "180000000000", "currency": "KRW", "modifier": "over"}


def record(text: str, *spots: tuple[Any, ...], name: str = "a") -> Record:
    mentions = [
        {
            "type": kind,
            "start": start,
            "end": end,
            "text": text[start:end],
            "value": value[0] if value else None,
            "by": "t",
        }
        for kind, start, end, *value in spots
    ]
    return Record.model_validate({"id": name, "text": text, "mentions": mentions})


HOSTILE = [
    record("나루시는 1,800여억 원을", ("ORG", 0, 3), ("MONEY", 5, 14, MONEY)),
    record("😀나루시\r\n😀 2일\t\\n", ("ORG", 1, 4), ("DATE", 8, 10, {"value": "XXXX-XX-02"}), name="이모지/1"),
    record("물빛\r\n산책로 사업\n\n끝 ", ("PROJECT", 0, 10), name="b"),
    record("# id = x\n##y\t#z", ("ORG", 0, 1), name="# id"),
    record("\x85\u2028\x1c\x0c 𝔸나", ("ORG", 5, 7), name="줄"),
    record("표시 없는 글", name="c d"),
    record("", name="empty"),
    record("가나다", ("ORG", 0, 1), ("ORG", 1, 2), ("LOC", 2, 3), name="adjacent"),
]


def bare(mentions: list[Mention], *, values: bool = True) -> list[tuple[Any, ...]]:
    return [(m.type, m.start, m.end, m.text, m.value if values else None) for m in mentions]


@pytest.mark.parametrize("name", ["brat", "doccano", "label-studio", "docbin"])
def test_spans_and_values_come_back(tmp_path: Path, name: str) -> None:
    export(HOSTILE, tmp_path / "out", name)
    back = {r.id: r for r in read_back(tmp_path / "out", name)}
    assert {r.id for r in HOSTILE} == set(back)
    for given_ in HOSTILE:
        assert (back[given_.id].text, bare(back[given_.id].mentions)) == (given_.text, bare(given_.mentions))


@pytest.mark.parametrize("name", ["conll", "klue"])
def test_spans_come_back_without_values(tmp_path: Path, name: str) -> None:
    export(HOSTILE, tmp_path / "out", name)
    back = read_back(tmp_path / "out", name)
    for given_, found in zip(HOSTILE, back, strict=True):
        assert (found.id, found.text) == (given_.id, given_.text)
        assert bare(found.mentions) == bare(given_.mentions, values=False)


def test_kiwi_tokens_widen_a_span_to_the_tokens_it_touches(tmp_path: Path) -> None:
    given_ = record("창원시장은 2일\n말했다 😀", ("ORG", 0, 3), ("DATE", 6, 8))
    export([given_], tmp_path / "out", "conll-kiwi")
    [found] = read_back(tmp_path / "out", "conll-kiwi")
    assert found.text == given_.text
    assert [(m.type, m.text) for m in found.mentions] == [("ORG", "창원시장"), ("DATE", "2일")]


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(alphabet="가나 \n\r\t\\#😀𝔸a|;\u2028\x00", max_size=30))
    text = unicodedata.normalize("NFC", text)
    spots = []
    position = 0
    while position < len(text) and draw(st.booleans()):
        start = draw(st.integers(position, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        spots.append((draw(st.sampled_from(["PERSON", "ORG", "PROJECT"])), start, end))
        position = end
    return record(text, *spots)


@settings(max_examples=200, deadline=None)
@given(records())
def test_any_text_comes_back(given_: Record) -> None:
    assert from_doccano(json.loads(json.dumps(to_doccano(given_)))).mentions == _by(given_, "doccano")
    assert from_label_studio(json.loads(json.dumps(to_label_studio(given_)))).mentions == _by(given_, "label-studio")
    assert bare(next(from_conll(to_conll(given_))).mentions) == bare(given_.mentions)
    assert bare(next(from_klue(to_klue(given_))).mentions) == bare(given_.mentions)
    text, annotations = to_brat(given_)
    # brat cannot hold a span's own line breaks at its edges, nor a span of nothing else
    if all(m.text.strip("\r\n") == m.text for m in given_.mentions):
        assert from_brat("a", text, annotations).mentions == _by(given_, "brat")


def _by(given_: Record, name: str) -> list[Mention]:
    return MENTIONS.validate_python([m.model_dump() | {"by": name} for m in given_.mentions])


def test_label_studio_counts_in_utf16_units() -> None:
    task = to_label_studio(record("😀나루", ("ORG", 1, 3)))
    value = task["annotations"][0]["result"][0]["value"]
    assert (value["start"], value["end"]) == (2, 4)
    assert task["data"]["text"].encode("utf-16-le")[4:8].decode("utf-16-le") == "나루"


@given(st.text(alphabet="가😀𝔸a\n"))
def test_utf16_offsets_go_both_ways(text: str) -> None:
    units = to_utf16(text)
    assert units[-1] * 2 == len(text.encode("utf-16-le"))
    assert [from_utf16(text)(unit) for unit in units] == list(range(len(text) + 1))


def test_decomposed_text_of_a_tool_is_composed_and_its_offsets_follow() -> None:
    text = unicodedata.normalize("NFD", "는 나루시😀장")
    start, end = text.index(unicodedata.normalize("NFD", "나루시")), text.index("😀")
    found = from_doccano({"id": 7, "text": text, "label": [[start, end, "ORG"]]})
    assert (found.id, found.text) == ("7", "는 나루시😀장")
    assert [(m.start, m.end, m.text) for m in found.mentions] == [(2, 5, "나루시")]


def test_klue_speaks_its_own_labels() -> None:
    lines = to_klue(record("나루시", ("ORG", 0, 3))).split("\n")
    assert lines == ["##a\t<나루시:OG>", "나\tB-OG", "루\tI-OG", "시\tI-OG", "", ""]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("doccano", '{"id": 1}\n', r"out:1: doccano의 줄이 아닙니다"),
        ("doccano", '{"id": 1, "text": "가", "label": [[0, 9, "ORG"]]}\n', r"out:1: 1: ORG 0–9가 글 밖에"),
        ("doccano", '{"id": 1, "text": "가", "label": [[0, 1, "FIRM"]]}\n', r"out:1: 1: mentions"),
        ("doccano", "{", r"out:1: JSON이 아닙니다"),
        ("label-studio", '[{"data": {}}]', "Label Studio의 과제가 아닙니다"),
        (
            "label-studio",
            '[{"data": {"id": 1, "text": "😀"}, "annotations": [{"result": [{"type": "labels", "value": {"start": 1, "end": 2, "labels": ["ORG"]}}]}]}]',
            "UTF-16 위치 1",
        ),
        ("conll", "가\tO\n", r"out:1: # id = 줄이 먼저"),
        ("conll", "# id = a\n가\tO\n", r"a:2: CoNLL의 줄이 아닙니다"),
        ("klue", "##a\t가\n가\tO\tO\n", r"a:2: KLUE-NER의 줄은"),
        ("docbin", "DocBin 아님", "DocBin이 아닙니다"),
        ("xml", "<a/>", "모르는 형식 'xml'"),
    ],
)
def test_what_is_none_is_named(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / "out"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SasilError, match=message):
        read_back(path, name)


def test_brat_names_its_line() -> None:
    with pytest.raises(SasilError, match=r"a\.ann:2: brat의 표시가 아닙니다"):
        from_brat("a", "가나", "T1\tORG 0 1\t가\nT2 ORG\n")
    with pytest.raises(SasilError, match=r"a\.ann:2: 값\(JSON\)이 아닌 메모"):
        from_brat("a", "가나", "T1\tORG 0 1\t가\n#1\tAnnotatorNotes T1\t많다\n")


def test_every_format_is_tested_here() -> None:
    assert set(FORMATS) == {"brat", "doccano", "label-studio", "conll", "conll-kiwi", "klue", "docbin"}
