"""Visible labels: the date of publication, the outlet, the byline."""

from __future__ import annotations

import pytest

from sasil.readers.labels import byline, outlet, published


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("보도시점 2024. 6. 21.(금) 11:00 / 배포 2024. 6. 21.(금) 09:00", "2024-06-21T11:00"),
        ("보도시점 | 2026. 6. 15.(월) 12:00 | 배포 | 2026. 6. 15.(월) 08:30", "2026-06-15T12:00"),
        ("보 도 일 시 : 2018년 9월 4일", "2018-09-04"),
        ("등록일 2025-11-12 09:05:33", "2025-11-12T09:05"),
        ("입력 : 2025.12.09 오후 7:02 수정 : 2025.12.09 21:40", "2025-12-09T19:02"),
        ("작성일자 : 2019.3.4", "2019-03-04"),
        ("[기사입력 2013-10-24 03:00]", "2013-10-24T03:00"),
        ("보도시점 (온라인) 2025. 12. 2.(화) 16:00", "2025-12-02T16:00"),
    ],
)
def test_a_labelled_date_is_found(line: str, date: str) -> None:
    assert published(f"제목\n{line}\n본문") == date


@pytest.mark.parametrize(
    "line",
    [
        "배포 즉시 보도 가능",
        "2020년 3월 개통했다.",
        "접수기간 2024. 3. 5. ~ 3. 8.",
        "보도시점 2024. 13. 40.",
        "재등록일과 무관하게 2024. 3. 5. 시행",
    ],
)
def test_other_dates_are_none(line: str) -> None:
    assert published(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("저작권자 © 나루신문 무단전재 및 재배포 금지", "나루신문"),
        ("<저작권자(c) 가람뉴스, 무단 전재-재배포 금지>", "가람뉴스"),
        ("ⓒ 한들일보, 무단전재 및 재배포 금지", "한들일보"),
        ("Copyright ⓒ 바른경제 All rights reserved.", "바른경제"),
        ("저작권은 나루시에 있다", None),
        ("누구나 쓸 수 있다", None),
    ],
)
def test_the_outlet_stands_in_the_copyright_line(line: str, name: str | None) -> None:
    assert outlet(f"본문이다.\n{line}") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(나루=가람통신) 도예린 기자 = 나루시는", "도예린 기자"),
        ("박한결 기자 외 2명", "박한결 기자 외 2명"),
        ("[나루=남궁별 특파원]", "남궁별 특파원"),
        ("기자 간담회를 열었다", None),
        ("시민기자단을 모집한다", None),
    ],
)
def test_the_byline_is_a_name_and_a_calling(line: str, name: str | None) -> None:
    assert byline(line) == name
