"""Records laid out as rows of tables, and put together again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from drawn_records import records
from hypothesis import given, settings

from sasil.errors import SasilError
from sasil.record import Record
from sasil.sinks.schema import tables
from sasil.sinks.tables import batches, day, from_tables, number, rows

TEXT = "나루시는 2일 ‘물빛 산책로 조성사업’에 84억 원을 들인다. 국비 42억 원이다."
RECORD = Record.model_validate(
    {
        "id": "a1",
        "text": TEXT,
        "article": {"published_at": "2026-05-20T09:00:00+09:00", "embargo": {"raw": "배포 즉시"}},
        "mentions": [
            {"type": "DATE", "start": 5, "end": 7, "text": "2일", "value": {"value": "XXXX-XX-02"}, "by": "time.relative"},
            {"type": "MONEY", "start": 23, "end": 28, "text": "84억 원", "value": {"amount": "8400000000", "currency": "KRW"}, "by": "money.amount"},
            {"type": "DATE", "start": 0, "end": 1, "text": "나", "value": {"value": None}, "by": "t"},
        ],
        "projects": [
            {
                "name": "물빛 산책로 조성사업",
                "spans": [[9, 20]],
                "period": {"end": "2027-05-31"},
                "organizations": [{"name": "나루시", "role": "lead"}],
                "locations": ["물빛공원"],
                "by": "t",
            }
        ],
        "budgets": [
            {"projects": ["물빛 산책로 조성사업", "딴 사업"], "currency": "KRW", "amount": "8400000000", "adds_up": False, "spans": [[23, 28]], "by": "t"},
            {"projects": [], "role": "national", "currency": "KRW", "amount": "4200000000", "part_of": 0, "spans": [], "by": "t"},
        ],
        "events": [{"name": "걷기축제", "date": "2026-06-05/2026-06-07", "spans": [], "by": "t"}],
        "organizations": [{"name": "나루특별시", "aliases": ["나루시"], "spans": [[0, 3]], "by": "t"}],
        "acronyms": [{"short": "ICT", "kind": "initialism", "components": [], "spans": [], "by": "t"}],
    }
)  # fmt: skip


def row(table: str, place: int = 0, of: Record = RECORD) -> dict[str, Any]:
    names = next(found.names for found in tables() if found.name == table)
    return dict(zip(names, rows(of)[table][place], strict=True))


@pytest.mark.parametrize(
    ("table", "place", "cells"),
    [
        ("articles", 0, {"id": "a1", "published_at": "2026-05-20T09:00:00+09:00", "embargo": "배포 즉시", "embargo_at": None, "captions": None}),
        ("mentions", 0, {"article_id": "a1", "position": 0, "type": "DATE", "start_char": 5, "end_char": 7, "text": "2일", "value": "XXXX-XX-02", "start_day": None, "rule": "time.relative"}),
        ("mentions", 1, {"has_value": True, "amount_text": "8400000000", "amount": Decimal(8_400_000_000), "currency": "KRW", "low": None, "unit": None}),
        ("mentions", 2, {"has_value": True, "value": None}),
        ("projects", 0, {"name": "물빛 산책로 조성사업", "has_period": True, "period_start": None, "period_end": "2027-05-31", "status": "unknown", "start_char": 9, "end_char": 20, "spans": "[[9,20]]"}),
        ("project_organizations", 0, {"article_id": "a1", "project": 0, "position": 0, "name": "나루시", "role": "lead"}),
        ("project_locations", 0, {"article_id": "a1", "project": 0, "position": 0, "name": "물빛공원"}),
        ("budgets", 0, {"role": "total", "basis": "total", "amount": Decimal(8_400_000_000), "part_of": None, "adds_up": False}),
        ("budgets", 1, {"role": "national", "part_of": 0, "adds_up": None, "start_char": None, "spans": "[]"}),
        ("budget_projects", 0, {"budget": 0, "position": 0, "name": "물빛 산책로 조성사업", "project": 0}),
        ("budget_projects", 1, {"budget": 0, "position": 1, "name": "딴 사업", "project": None}),
        ("organization_aliases", 0, {"organization": 0, "name": "나루시"}),
        ("acronyms", 0, {"short": "ICT", "long_ko": None, "component_count": 0}),
    ],
)  # fmt: skip
def test_each_part_of_a_record_has_its_row(table: str, place: int, cells: dict[str, Any]) -> None:
    found = row(table, place)
    assert {name: found[name] for name in cells} == cells


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2026-06-05", "2026-06-05", "2026-06-05"),
        ("2026-06-05/2026-06-07", "2026-06-05", "2026-06-07"),
        ("XXXX-06-05/2026-06-07", None, "2026-06-07"),
        ("XXXX-XX-05", None, None),
        ("2026-06", None, None),
        ("2026-W23", None, None),
        ("2026-02-30", None, None),
        ("２０２６-06-05", None, None),
        (None, None, None),
    ],
)
def test_a_day_stands_only_where_it_is_fully_known(date: str | None, start: str | None, end: str | None) -> None:
    event = {"name": "걷기축제", "date": date, "spans": [], "by": "t"}
    found = row("events", of=Record.model_validate({"id": "1", "text": "", "events": [event]}))
    assert found["date"] == date
    assert [found[name] and str(found[name]) for name in ("start_day", "end_day")] == [start, end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1260000000", Decimal(1_260_000_000)),
        ("-17.3", Decimal("-17.3")),
        ("0.0000000001", Decimal("0.0000000001")),
        ("1.50000000000000", Decimal("1.5")),
        ("9" * 28, Decimal("9" * 28)),
        ("9" * 29, None),  # wider than DECIMAL(38, 10)
        ("0.00000000001", None),  # finer than it
    ],
)
def test_a_number_is_the_same_number_or_none(text: str, expected: Decimal | None) -> None:
    assert number(text) == expected


def test_a_date_with_a_clock_time_has_its_day() -> None:
    assert str(day("2026-05-20T09:00:00+09:00")) == "2026-05-20"


@settings(max_examples=40, deadline=None)
@given(records())
def test_every_record_comes_back(record: Record) -> None:
    assert list(from_tables(rows(record))) == [record]


def test_batches_are_whole_records_of_a_bounded_size() -> None:
    many = [Record(id=str(number), text="가" * 6_000_000) for number in range(10)]
    found = list(batches(iter(many)))
    assert [len(batch["articles"]) for batch in found] == [4, 4, 2]
    assert [record for batch in found for record in from_tables(batch)] == many
    assert list(batches([])) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": "\ud800"}, "'a1': 짝 없는 대리 코드(surrogate)가 들어 있어 쓸 수 없습니다"),
        ({"id": "\udfff"}, r"'\udfff': 짝 없는 대리 코드(surrogate)가 들어 있어 쓸 수 없습니다"),
        ({"budgets": [{"projects": [], "currency": "KRW", "part_of": 1, "spans": [], "by": "t"}]}, "'a1': budgets[0].part_of가 가리키는 예산이 없습니다"),
        ({"budgets": [{"projects": [], "currency": "KRW", "part_of": -1, "spans": [], "by": "t"}]}, "'a1': budgets[0].part_of가 가리키는 예산이 없습니다"),
        ({"source": {"line": 2**63}}, "'a1': 64비트를 넘는 수가 있습니다"),
        ({"source": {"line": 10**400}}, "'a1': 64비트를 넘는 수가 있습니다"),
    ],
)  # fmt: skip
def test_what_no_table_can_hold_is_told_and_the_others_go_on(change: dict[str, Any], message: str) -> None:
    record = Record.model_validate({"id": "a1", "text": "", **change})
    with pytest.raises(SasilError) as raised:
        list(batches([record]))
    assert str(raised.value) == message
    told: list[SasilError] = []
    assert [batch["articles"][0][0] for batch in batches([record, RECORD], told.append)] == ["a1"]
    assert len(told) == 1


def test_rows_that_make_no_record_are_told() -> None:
    laid_out = rows(RECORD)
    with pytest.raises(SasilError, match="기사 'a1'이\\(가\\) articles에 없거나"):
        list(from_tables(laid_out | {"articles": []}))
    with pytest.raises(SasilError, match="project_organizations: 0번째 projects이\\(가\\) 없습니다"):
        list(from_tables(laid_out | {"projects": []}))
    broken = [("a1", 0, "MONEY", 5, 7, "2", *[None] * (len(tables()[1].names) - 6))]
    with pytest.raises(SasilError, match=r"'a1': mentions\.0"):
        list(from_tables(laid_out | {"mentions": broken}))


def test_the_declared_tables_hold_together() -> None:
    names = [table.name for table in tables()]
    assert len(set(names)) == len(names) == 16
    for place, table in enumerate(tables()):
        assert len(set(table.names)) == len(table.names)
        assert table.primary
        assert table.columns[0].name == ("article_id" if place else "id")
        for columns, other, _ in table.references:
            assert other in names[: place + 1]
            assert set(columns) <= set(table.names)
        assert all(column.about.endswith(".") for column in table.columns)
