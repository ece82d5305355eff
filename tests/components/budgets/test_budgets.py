"""Budgets: marked texts and the money of each project, as role, amount in 억, and what else the text states."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from sasil.components.budgets.finder import find_budgets
from sasil.components.projects.records import find_projects

P = "⟦물빛 산책로 조성사업|PROJECT⟧"
TWO = "⟦전시관 건립|PROJECT⟧, ⟦광장 조성|PROJECT⟧"

CASES = [
    # 글, (억, 구분, 사업 수, 묶음 크기)
    # 한 사업의 돈
    (f"{P}에 ⟦46억 원|MONEY 46e8⟧을 쓴다.", [(46, "total", 1, None)]),
    (f"{P}에는 총 ⟦46억 원|MONEY 46e8⟧이 들어간다.", [(46, "total", 1, None)]),
    (f"{P}(⟦46억|MONEY 46e8⟧)을 한다.", [(46, "total", 1, None)]),
    (f"⟦46억 원|MONEY 46e8⟧ 규모의 {P}을 따냈다.", [(46, "total", 1, None)]),
    (f"⟦46억 원|MONEY 46e8⟧을 투입하는 {P}을 시작했다.", [(46, "total", 1, None)]),
    (f"{P}이 시작됐다. 총사업비는 ⟦46억 원|MONEY 46e8⟧이다.", [(46, "total", 1, None)]),
    (f"{P}에 들어갔다. 이 사업에는 ⟦46억 원|MONEY 46e8⟧이 든다.", [(46, "total", 1, None)]),
    (f" - {P} : (’25) ⟦46|MONEY 46e8⟧", [(46, "total", 1, None)]),
    # 누구의 돈
    (f"{P}에 국비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "national", 1, None)]),
    (f"{P}에 도비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "provincial", 1, None)]),
    (f"{P}에 군비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "municipal", 1, None)]),
    (f"{P}에 시·군비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "municipal", 1, None)]),
    (f"{P}에 민자 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "private", 1, None)]),
    (f"{P}에 지방비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "other", 1, None)]),
    (f"{P}에 정부출연금 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "national", 1, None)]),
    # 묶음의 돈
    (f"{TWO} 등 ⟦7개|QUANTITY 7⟧ 사업에 ⟦90억 원|MONEY 90e8⟧을 쓴다.", [(90, "total", 2, 7)]),
    (f"{TWO} 등 총⟦7개|QUANTITY 7⟧ 과제에 ⟦90여억 원|MONEY 90e8 over⟧ 사업비를 확보했다.", [(90, "total", 2, 7)]),
    (f"{TWO} 등을 합쳐 모두 ⟦7개|QUANTITY 7⟧ 과제에 ⟦90억 원|MONEY 90e8⟧을 들인다.", [(90, "total", 2, 7)]),
    (
        f"{TWO} 등 ⟦7개|QUANTITY 7⟧ 과제를 골랐다. 여기에 드는 돈은 ⟦90억 원|MONEY 90e8⟧이다.",
        [(90, "total", 2, 7)],
    ),
    (f"{TWO} 등에 ⟦90억 원|MONEY 90e8⟧을 쓴다.", [(90, "total", 2, None)]),
    # 나열된 사업마다의 돈
    (
        "⟦전시관 건립|PROJECT⟧에 ⟦30억 원|MONEY 30e8⟧, ⟦광장 조성|PROJECT⟧에 ⟦20억 원|MONEY 20e8⟧을 쓴다.",
        [(30, "total", 1, None), (20, "total", 1, None)],
    ),
    # 두 번 적힌 돈은 하나
    (f"{P}에 ⟦46억 원|MONEY 46e8⟧↵↵{P}에 ⟦46억 원|MONEY 46e8⟧을 쓴다.", [(46, "total", 1, None)]),
    # 표
    (
        "과제명 | 국비 | 시비 | 합계↵⟦전시관 건립|PROJECT⟧ | ⟦20|MONEY 20e8⟧ | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧",
        [(20, "national", 1, None), (10, "municipal", 1, None), (30, "total", 1, None)],
    ),
    # 사업의 돈이 아니다
    (f"{P}을 알렸다. 매출 ⟦46억 원|MONEY 46e8⟧을 올렸다.", []),
    (f"{P}을 알렸다. 과태료 ⟦10만 원|MONEY 10e4⟧을 낸다.", []),
    (f"{P}은 수출 ⟦46억 원|MONEY 46e8⟧을 이끌었다.", []),
    (f"{P}을 알렸다.↵회사는 ⟦46억 원|MONEY 46e8⟧을 벌었다.", []),
    (f"{P}은 ㎡당 ⟦35만 원|MONEY 35e4 per=㎡⟧을 준다.", []),
    ("회사는 ⟦46억 원|MONEY 46e8⟧을 벌었다.", []),
]

SPLITS = [
    # 글, 합계와 맞는가, 부분의 수
    (f"{P}의 총사업비는 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦10억 원|MONEY 10e8⟧)이다.", True, 2),
    (f"{P}의 총사업비는 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦8억 원|MONEY 8e8⟧)이다.", False, 2),
    (f"{P}에 국비 ⟦20억|MONEY 20e8⟧·시비 ⟦10억|MONEY 10e8⟧ 등 총 ⟦30억 원|MONEY 30e8⟧을 쓴다.", True, 2),
    (
        f"{P}에 모두 ⟦30억 원|MONEY 30e8⟧으로 국비 ⟦20억 원|MONEY 20e8⟧, 도비 ⟦4억 원|MONEY 4e8⟧, 민자 ⟦6억 원|MONEY 6e8⟧이다.",
        True,
        3,
    ),
    (f"{P}에 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧)을 쓴다.", None, 1),
    (f"{P}에 ⟦30여억 원|MONEY 30e8 over⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦8억 원|MONEY 8e8⟧)을 쓴다.", None, 2),
    (
        f"{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다. 연도별로는 ⟦2024년|DATE 2024⟧ ⟦12억 원|MONEY 12e8⟧, "
        "⟦2025년|DATE 2025⟧ ⟦18억 원|MONEY 18e8⟧이다.",
        True,
        2,
    ),
]


def budgets_of(line, unmark):
    text, mentions = unmark(line)
    found = find_budgets(text, [], mentions, find_projects(text, [], mentions))
    for budget in found:
        assert all(text[start:end] for start, end in budget.spans)
    return found


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_whose_money_it_is(line, expected, unmark):
    found = [(int(Decimal(b.amount) / 10**8), b.role, len(b.projects), b.count) for b in budgets_of(line, unmark)]
    assert found == expected, line


@pytest.mark.parametrize(("line", "adds_up", "parts"), SPLITS)
def test_totals_and_parts(line, adds_up, parts, unmark):
    found = budgets_of(line, unmark)
    total = next(index for index, budget in enumerate(found) if budget.role == "total" and budget.part_of is None)
    assert found[total].adds_up is adds_up, line
    assert sum(budget.part_of == total for budget in found) == parts, line


def test_support_for_each_is_per_unit(unmark):
    (budget,) = budgets_of(f"{P} 참여 기업을 모은다. 이 사업은 과제당 ⟦8천만 원|MONEY 8e7 per=과제⟧을 준다.", unmark)
    assert budget.basis == "per_unit"


def test_the_year_before_an_amount(unmark):
    (budget,) = budgets_of(f"{P}에 ⟦2025년|DATE 2025⟧ ⟦8억 원|MONEY 8e8⟧을 쓴다.", unmark)
    assert budget.year == 2025


def test_phases_of_a_table_are_parts_of_its_total(unmark):
    found = budgets_of(
        "⟦TIDE 2차 발전전략|PROJECT⟧ 공개↵↵⟦TIDE 2차 발전전략|PROJECT⟧을 냈다.↵단계 | 사업비↵1단계 | ⟦10|MONEY 10e8⟧↵"
        "2단계 | ⟦20|MONEY 20e8⟧↵합 계 | ⟦30|MONEY 30e8⟧",
        unmark,
    )
    assert [(b.basis, b.part_of, b.adds_up) for b in found] == [
        ("phase", 2, None),
        ("phase", 2, None),
        ("total", None, True),
    ]


@pytest.mark.parametrize("piece", [f"{P}에 국비 ⟦9억|MONEY 9e8⟧, ", f"{P} | ⟦9|MONEY 9e8⟧↵", "국비 ⟦9억|MONEY 9e8⟧, "])
def test_time_is_linear(piece, unmark):
    text, mentions = unmark(P + piece * 2000)
    began = time.perf_counter()
    find_budgets(text, [], mentions, [])
    assert time.perf_counter() - began < 5
