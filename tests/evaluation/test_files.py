"""Gold files and files of records: read whole, or refused with the line and the id."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sasil.errors import GoldError
from sasil.evaluation.evaluate import evaluate
from sasil.evaluation.files import read_gold, read_records

GOLD = {
    "id": "a",
    "kind": "company",
    "published_at": None,
    "text": "나루콘은 2일 밝혔다",
    "mentions": [
        {"type": "ORG", "start": 0, "end": 3, "text": "나루콘", "value": None},
        {
            "type": "DATE",
            "start": 5,
            "end": 7,
            "text": "2일",
            "value": {"value": "XXXX-XX-02", "start": None, "end": None},
        },
    ],
}
RECORD = {"id": "a", "mentions": [{"type": "ORG", "start": 0, "end": 3}]}


def lines(path: Path, *objects: Any) -> Path:
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), encoding="utf-8")
    return path


def test_a_bare_record_is_enough(tmp_path: Path) -> None:
    gold = read_gold(lines(tmp_path / "g.jsonl", GOLD))
    records = read_records(lines(tmp_path / "r.jsonl", RECORD), gold)
    result = evaluate(gold, records)
    assert result.scores["spans.strict.ALL"] == (1, 1, 2)
    assert [(e.kind, e.gold.text if e.gold else None) for e in result.documents[0].mention_errors] == [
        ("missed", "2일")
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": ""}, "id가 없거나|id나 갈래"),
        ({"kind": "blog"}, "갈래"),
        ({"mentions": [GOLD["mentions"][0] | {"text": "나루시"}]}, "a: 0에 '나루시'가 없습니다"),
        ({"mentions": [GOLD["mentions"][0], GOLD["mentions"][0] | {"type": "LOC"}]}, "겹칩니다"),
        ({"mentions": [GOLD["mentions"][0] | {"type": "FIRM"}]}, "a: mentions"),
    ],
)
def test_bad_gold_is_refused(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = lines(tmp_path / "g.jsonl", GOLD | {"id": "ok"}, GOLD | change)
    with pytest.raises(GoldError, match=rf"g\.jsonl:2: .*(?:{message})"):
        read_gold(path)


def test_a_repeated_gold_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"g\.jsonl:2: a: id가 두 번"):
        read_gold(lines(tmp_path / "g.jsonl", GOLD, GOLD))


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([], "기록이 없는 기사 1건: a"),
        ([RECORD, RECORD], r"r\.jsonl:2: a: id가 두 번"),
        ([RECORD, RECORD | {"id": "z"}], r"r\.jsonl:2: z: 정답에 없는 id"),
        ([{"mentions": []}], r"r\.jsonl:1: id가 없습니다"),
        ([RECORD | {"text": "다른 글"}], r"r\.jsonl:1: a: 글이 정답의 글과 다릅니다"),
        ([RECORD | {"mentions": [{"type": "ORG", "start": 0, "end": 99}]}], r"r\.jsonl:1: a: mentions"),
        ([RECORD | {"mentions": [{"type": "ORG", "start": 0}]}], r"r\.jsonl:1: a: "),
        (
            [RECORD | {"mentions": [{"type": "ORG", "start": 0, "end": 3}, {"type": "LOC", "start": 1, "end": 4}]}],
            "겹칩니다",
        ),
        ([["a"]], "JSON 객체"),
    ],
)
def test_bad_records_are_refused_and_nothing_is_scored(tmp_path: Path, records: list[Any], message: str) -> None:
    gold = read_gold(lines(tmp_path / "g.jsonl", GOLD))
    with pytest.raises(GoldError, match=message):
        read_records(lines(tmp_path / "r.jsonl", *records), gold)


def test_broken_json_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    path.write_text(json.dumps(GOLD) + "\n{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"g\.jsonl:2: JSON이 아닙니다"):
        read_gold(path)
