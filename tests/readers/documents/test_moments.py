"""Moments in the heads of releases: the first that a statement of embargo or distribution names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.readers.documents.moments import first_moment

CASES = [
    ("2024. 3. 5.(화) 11:00", "2024-03-05T11:00"),
    ("2024.3.5.(화) 조간", "2024-03-05"),
    ("2024-03-05 09:30", "2024-03-05T09:30"),
    ("2024년 3월 5일", "2024-03-05"),
    ("2024년 3월 5일(화) 오후 2시 30분", "2024-03-05T14:30"),
    ("2024년 3월 5일 낮 12시", "2024-03-05T12:00"),
    ("’24. 3. 5.(화) 12:00", "2024-03-05T12:00"),
    ("24. 3. 5.(화)", "2024-03-05"),
    ("2026. 3. 9.(월) 12:00 (2026. 3. 10.(화) 조간)", "2026-03-09T12:00"),
    ("(온라인) 2025. 3. 4.(화) 16:00 (지 면) 2025. 3. 5.(수) 조간", "2025-03-04T16:00"),
    ("2019. 3. 5.(화) 조간(온라인 3. 4. 12:00)", "2019-03-04T12:00"),
    ("2019. 12. 5.(목) 조간(온라인 12. 4. 12:00)", "2019-12-04T12:00"),
    ("2024. 3. 5.(화) 24:00", "2024-03-05T00:00"),
    ("안건 의결 뒤(별도 통보)", None),
    ("2024. 2. 30.", None),
    ("3. 5.(화) 11:00", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "moment"), CASES)
def test_the_first_moment(text: str, moment: str | None) -> None:
    assert first_moment(text) == moment


@pytest.mark.parametrize("text", ["배포 즉시", "배포즉시", "즉시 보도 가능", "바로 보도하여 주시기 바랍니다", "배포시"])
def test_at_once_is_when_the_paper_was_given_out(text: str) -> None:
    assert first_moment(text, "2024. 3. 5.(화) 09:00") == "2024-03-05T09:00"
    assert first_moment(text) is None


@given(st.text(alphabet="0123456789.월일년시분오전후:()-/’ ", max_size=60))
def test_any_text_is_legal(text: str) -> None:
    moment = first_moment(text, text)
    assert moment is None or len(moment) in (10, 16)
