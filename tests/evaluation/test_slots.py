"""Records against the gold: aligned one to one, whatever their order, then slot by slot."""

from __future__ import annotations

from typing import Any

import pytest

from sasil.evaluation.counts import Counts
from sasil.evaluation.slots import slot_scores
from sasil.record import Record


def record(**parts: list[dict[str, Any]]) -> Record:
    bare = {"by": "t"}
    filled = {
        field: [bare | ({"span": (0, 1)} if field == "quotes" else {"spans": []}) | part for part in held]
        for field, held in parts.items()
    }
    return Record.model_validate({"id": "a", "text": "가", **filled})


def budget(amount: str, role: str = "total", *projects: str, **more: Any) -> dict[str, Any]:
    return {"projects": list(projects or ("사업",)), "amount": amount, "role": role, "currency": "KRW", **more}


def test_the_order_does_not_matter() -> None:
    one, other = {"name": "가 사업"}, {"name": "나 사업", "phase": "2단계"}
    scores = slot_scores(record(projects=[one, other]), record(projects=[other, one]))
    assert scores["projects"] == Counts(2, 2, 2)
    assert scores["projects.slot.phase"] == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ([budget("100")], [budget("100")], 1),
        ([budget("100")], [budget("100.0")], 1),
        ([budget("100", "total", "가", "나")], [budget("100", "total", "나", "가")], 1),
        ([budget("100")], [budget("100", "national")], 0),
        ([budget("100")], [budget("99")], 0),
        ([budget("100", "total", "가")], [budget("100", "total", "가", "나")], 0),
        (
            [budget("60", "national"), budget("40", "municipal")],
            [budget("40", "municipal"), budget("60", "national")],
            2,
        ),
    ],
)
def test_a_budget_is_right_by_projects_amount_and_role(gold: Any, found: Any, right: int) -> None:
    assert slot_scores(record(budgets=gold), record(budgets=found))["budgets"] == Counts(right, len(found), len(gold))


def test_slots_of_a_record_that_is_half_right_still_count() -> None:
    gold = {"name": "편도윤", "title": "시장", "organization": "나루시"}
    scores = slot_scores(record(people=[gold]), record(people=[gold | {"title": "군수"}]))
    assert scores["people"] == Counts(0, 1, 1)
    assert scores["people.slot.name"] == Counts(1, 1, 1)
    assert scores["people.slot.title"] == Counts(0, 1, 1)
    assert scores["people.slot.organization"] == Counts(1, 1, 1)


def test_what_is_not_stated_and_not_found_is_no_slot() -> None:
    scores = slot_scores(record(people=[{"name": "편도윤"}]), record(people=[{"name": "편도윤", "title": "시장"}]))
    assert scores["people.slot.title"] == Counts(0, 1, 0)
    assert "people.slot.organization" not in scores


def test_acronyms_are_pairs_and_components() -> None:
    gold = {"short": "ESS", "long_ko": "에너지저장장치", "long_en": "Energy Storage System", "kind": "initialism"}
    coined = {
        "short": "POW",
        "kind": "initialism",
        "components": [
            {"letters": "P", "ko": "공정"},
            {"letters": "O", "ko": "최적화"},
            {"letters": "W", "ko": "웨이퍼"},
        ],
    }
    found = [gold | {"long_en": None}, coined | {"components": coined["components"][:2]}]
    scores = slot_scores(record(acronyms=[gold, coined]), record(acronyms=found))
    assert scores["acronyms"] == Counts(1, 1, 2)
    assert scores["components"] == Counts(2, 2, 3)


def test_each_is_paired_once() -> None:
    quote = {"text": "최선을 다하겠다", "speaker": "편도윤"}
    assert slot_scores(record(quotes=[quote]), record(quotes=[quote, quote]))["quotes"] == Counts(1, 2, 1)
