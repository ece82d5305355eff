"""The heads of press releases: kind, embargo, distribution, title and subtitles, as public bodies set them.

A case is the lines of a head: ``[…]`` around a line says that it stands in a box, ``|`` that it is a row of a table.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.readers.documents.composing import Line
from sasil.readers.documents.headings import Heading, heading

BODY = "□ 나루시(시장 편도윤)는 물빛다리 공사를 시작한다고 5일 밝혔다."
ROW = "보도시점 | 2024. 3. 5.(화) 11:00 | 배포 | 2024. 3. 4.(월)"

CASES = [
    # (lines, kind, embargo, distributed, title, subtitles)
    (["보도자료", ROW, "물빛다리 첫 삽", "- 총사업비 120억 원 -", BODY], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 첫 삽", ["총사업비 120억 원"]),
    (["나루시 | 보 도 자 료", ROW, "[물빛다리 첫 삽]", BODY], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 첫 삽", []),
    (["빛 | 보도설명자료", "보도시점 | 즉시 보도 가능 | 배포 | 2024. 3. 4.(월)", "[물빛다리는 안전합니다.]", "[- 나루일보 3. 4. 보도 관련 -]", BODY], "보도설명자료", "즉시 보도 가능", "2024. 3. 4.(월)", "물빛다리는 안전합니다.", ["나루일보 3. 4. 보도 관련"]),
    (["(참고/해명자료)", ROW, "물빛다리 안전 점검", BODY], "참고/해명자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 안전 점검", []),
    (["나루시 언 론 보 도 설 명 자 료", ROW, "물빛다리 안전 점검", BODY], "보도설명자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 안전 점검", []),
    (["동정자료", "보도시점 | 배포 즉시 | 배포 | 2024. 3. 4.(월)", "편도윤 시장, 물빛다리 현장 점검", BODY], "동정자료", "배포 즉시", "2024. 3. 4.(월)", "편도윤 시장, 물빛다리 현장 점검", []),
    (["보 도 자 료", "배 포 일 | 2017년 3월 5일 | 매수 | 3매", "보도일시 | 배포즉시", "자료문의 | 도로과 | 과 장 | 강 이 든 | 044-000-1111", "물빛다리 3월 착공", "- 길이 320미터 -", BODY], "보도자료", "배포즉시", "2017년 3월 5일", "물빛다리 3월 착공", ["길이 320미터"]),
    (["보도자료", "보도 시점: 2024. 3. 5.(화) 조간", "배포 일시: 2024. 3. 4.(월) 09:00", "물빛다리 첫 삽", BODY], "보도자료", "2024. 3. 5.(화) 조간", "2024. 3. 4.(월) 09:00", "물빛다리 첫 삽", []),
    (["보도자료", "보도일시 | 2018. 3. 5.(월) 조간(온라인 3. 4. 12:00)부터 보도해 주시기 바랍니다.", "물빛다리 첫 삽", BODY], "보도자료", "2018. 3. 5.(월) 조간(온라인 3. 4. 12:00)부터 보도해 주시기 바랍니다.", None, "물빛다리 첫 삽", []),
    (["보도자료", "본 자료는 2024년 3월 5일(화) 조간부터 보도하여 주시기 바랍니다.", "물빛다리 첫 삽", BODY], "보도자료", "2024년 3월 5일(화) 조간", None, "물빛다리 첫 삽", []),
    (["보도자료", "보도시점 2024. 3. 5.(화) 11:00 배포 2024. 3. 4.(월) 14:00", "물빛다리 첫 삽", BODY], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월) 14:00", "물빛다리 첫 삽", []),
    (["보도자료", "[물빛다리 첫 삽]", ROW, "나루시는 물빛다리 공사를 시작한다. 다리는", "강의 남쪽과 북쪽을 잇는다고 시는 밝혔다."], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 첫 삽", []),
    (["보도자료", ROW, "[물빛다리 3월 착공,/강남과 강북을 잇는다]", "[▴ 길이 320미터/▴ 걷는 길과 자전거 길]", BODY], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 3월 착공, 강남과 강북을 잇는다", ["길이 320미터", "걷는 길과 자전거 길"]),
    (["보도자료", ROW, "물빛다리 첫 삽", "나루시(시장 편도윤)는 물빛다리 공사를 시작한다고 5일 밝혔다."], "보도자료", "2024. 3. 5.(화) 11:00", "2024. 3. 4.(월)", "물빛다리 첫 삽", []),
    (["보도시점 | 2024. 3. 5.(화) 11:00", "물빛다리 첫 삽", BODY], None, "2024. 3. 5.(화) 11:00", None, "물빛다리 첫 삽", []),
    (["가람솔루션, 물류 로봇 ‘나르미’ 출시", "가람솔루션(대표 도예린)은 5일 물류 로봇을 내놓았다고 밝혔다."], None, None, None, "가람솔루션, 물류 로봇 ‘나르미’ 출시", []),
    ([BODY, "□ 다리는 2026년에 문을 연다."], None, None, None, None, []),
    (["보도자료", "https://www.naru.example", "2024. 3. 5.", "물빛다리 첫 삽", BODY], "보도자료", None, None, "물빛다리 첫 삽", []),
    ([], None, None, None, None, []),
]  # fmt: skip


def lines_of(texts: list[str]) -> list[Line]:
    lines = []
    for number, text in enumerate(texts):
        if text.startswith("[") and text.endswith("]"):
            lines += [Line(part, box=number) for part in text[1:-1].split("/")]
        else:
            lines.append(Line(text, grid=number if " | " in text else None))
    return lines


@pytest.mark.parametrize(("texts", "kind", "embargo", "distributed", "title", "subtitles"), CASES)
def test_heads(
    texts: list[str],
    kind: str | None,
    embargo: str | None,
    distributed: str | None,
    title: str | None,
    subtitles: list[str],
) -> None:
    assert heading(lines_of(texts)) == Heading(kind, embargo, distributed, title, subtitles)


@given(st.lists(st.text(alphabet="보도자료시점배포 |:2024.()□-[]다.", max_size=40), max_size=20))
def test_any_lines_are_legal(texts: list[str]) -> None:
    heading(lines_of(texts))
