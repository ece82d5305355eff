"""Blocks to lines: paragraphs, boxes and rows of tables in the order of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.readers.documents.blocks import Block, Box, Document, Grid
from sasil.readers.documents.composing import compose
from sasil.readers.documents.release import article_of


def table(*rows: str) -> Grid:
    """Make a table of rows whose cells are parted by ``|``; ``<`` is covered from the left, ``^`` from above."""
    boxes: dict[tuple[int, int], Box] = {}
    for row, text in enumerate(rows):
        for column, cell in enumerate(text.split("|")):
            word = cell.strip()
            if word == "<":
                boxes[row, column] = boxes[row, column - 1]
                boxes[row, column].column_span += 1
            elif word == "^":
                boxes[row, column] = boxes[row - 1, column]
                boxes[row, column].row_span += 1
            else:
                boxes[row, column] = Box(row, column, 1, 1, [word] if word else [])
    return Grid(list({id(box): box for box in boxes.values()}.values()))


CASES = {
    "문단": (["나루시는  물빛다리를\t연다.", "", " 다리는 320미터다. "], ["나루시는 물빛다리를 연다.", "다리는 320미터다."]),
    "줄바꿈은 꾸밈이다": (["물빛다리 3월 착공,\n강남과 강북을 잇는다"], ["물빛다리 3월 착공, 강남과 강북을 잇는다"]),
    "줄바꿈 뒤의 항목": (["추진 계획\n- 3월 착공\n- 12월 준공"], ["추진 계획", "- 3월 착공", "- 12월 준공"]),
    "줄바꿈 앞의 문장": (["다리를 연다.\n길이는 320미터다."], ["다리를 연다.", "길이는 320미터다."]),
    "표": ([table("구분 | 국비 | 시비", "다리 | 12 | 3")], ["구분 | 국비 | 시비", "다리 | 12 | 3", ""]),
    "가로로 합친 칸": ([table("구분 | 사업비 | <", "^ | 국비 | 시비", "다리 | 12 | 3")], ["구분 | 사업비 | ", " | 국비 | 시비", "다리 | 12 | 3", ""]),
    "세로로 합친 칸": ([table("담당 부서 | 도로과 | 강이든", "^ | 교량팀 | 윤슬아")], ["담당 부서 | 도로과 | 강이든", " | 교량팀 | 윤슬아", ""]),
    "빈 칸은 자리를 지킨다": ([table("구분 | 국비", " | 12", "시비 | ")], ["구분 | 국비", " | 12", "시비 | ", ""]),
    "빈 줄과 빈 칸만 있는 열은 없다": ([table("보도시점 | | 즉시", " | | ", "배포 | | 3월")], ["보도시점 | 즉시", "배포 | 3월", ""]),
    "칸 하나인 표는 글상자": ([Grid([Box(0, 0, 1, 1, ["물빛다리 첫 삽", "- 120억 원 -"])])], ["물빛다리 첫 삽", "- 120억 원 -"]),
    "한 줄에 칸 하나씩": ([table("물빛다리 첫 삽", "3월 착공")], ["물빛다리 첫 삽", "3월 착공"]),
    "표 위의 제목 줄": ([table("사업비(억 원) | <", "국비 | 12")], ["사업비(억 원)", "국비 | 12", ""]),
    "표 안의 표는 줄 아래": ([Grid([Box(0, 0, 1, 1, ["개요"]), Box(0, 1, 1, 1, ["다리", table("국비 | 12")])])], ["개요 | 다리", "국비 | 12", "", ""]),
    "번호와 제목뿐인 표는 제목": ([table("붙임 1 | 사업비 현황(단위: 억 원)"), table("구분 | 국비", "다리 | 12")], ["붙임 1 사업비 현황(단위: 억 원)", "구분 | 국비", "다리 | 12", ""]),
    "칸 안의 문단": ([Grid([Box(0, 0, 1, 1, ["부서"]), Box(0, 1, 1, 1, ["도로과", "교량팀"])])], ["부서 | 도로과 교량팀", ""]),
    "긴 글이 든 칸은 줄이 아니다": ([Grid([Box(0, 0, 1, 1, ["개요"]), Box(0, 1, 1, 1, ["□ " + "다리 " * 100, "□ 길"])])], ["개요", "□ " + ("다리 " * 100).strip(), "□ 길", ""]),
}  # fmt: skip


@pytest.mark.parametrize(("blocks", "lines"), CASES.values(), ids=CASES)
def test_lines(blocks: list[Block], lines: list[str]) -> None:
    assert [line.text for line in compose(blocks).lines] == lines


def test_a_table_is_kept_with_its_spans_and_its_place_in_the_text() -> None:
    article = article_of(
        Document(["나루시는 다리를 짓는다.", table("구분 | 사업비 | <", "^ | 국비 | 시비", "다리 | 12 | 3")]),
        id="a",
        format="hwp",
    )
    (found,) = article.tables
    assert article.text[found.start : found.end] == "구분 | 사업비 | \n | 국비 | 시비\n다리 | 12 | 3"
    assert [(c.text, c.row, c.column, c.row_span, c.column_span) for c in found.cells[:2]] == [
        ("구분", 0, 0, 2, 1),
        ("사업비", 0, 1, 1, 2),
    ]


TAILS = [
    ("이 보도자료는 공공누리 제1유형으로 이용할 수 있습니다.", "boilerplate"),
    ("저작권자 © 나루신문 무단전재 및 재배포 금지", "boilerplate"),
    ("<자료출처=정책브리핑 www.korea.kr>", "boilerplate"),
    ("- 2 -", "boilerplate"),
    ("[사진1] 물빛다리 조감도", "captions"),
    ("사진설명: 착공식 모습", "captions"),
    ("< 사진 > 물빛다리", "captions"),
    ("< 물빛다리 사업 개요 >", "text"),
    ("저작권법 위반을 단속한다.", "text"),
    ("무단 복제를 막는 기술을 개발했다.", "text"),
    ("공공누리 자료 300건을 새로 열었다.", "text"),
    ("사진 공모전을 3월에 연다.", "text"),
    ("2024", "text"),
]


@pytest.mark.parametrize(("line", "place"), TAILS)
def test_what_is_no_part_of_the_article_stands_apart(line: str, place: str) -> None:
    article = article_of(Document(["나루시는 다리를 짓는다.", line]), id="a", format="hwp")
    assert (line in article.text, line in article.captions, line in article.boilerplate) == (
        place == "text",
        place == "captions",
        place == "boilerplate",
    )


CONTACTS = [
    (table("담당 부서 | 도로과 | 책임자 | 과 장 | 강이든 | (044-000-1111)", "^ | 교량팀 | 담당자 | 팀 장 | 윤슬아 | (naru@naru.example)"), [("담당 부서", "도로과", "책임자", "과 장", "강이든", "(044-000-1111)"), ("담당 부서", "교량팀", "담당자", "팀 장", "윤슬아", "(naru@naru.example)")]),
    (table("자료문의 | 도로과 강이든 | 02-000-1111", "매수 | 3매 | "), [("자료문의", "도로과 강이든", "02-000-1111")]),
    (table("담당 | 강이든 | 02)000-1111", "담당 | 윤슬아 | ☎ 000-2222", "담당 | 오다올 | 1588‑0000"), [("담당", "강이든", "02)000-1111"), ("담당", "윤슬아", "☎ 000-2222"), ("담당", "오다올", "1588‑0000")]),
    (table("담당 | 문서번호", "강이든 | 2024-0001"), []),
    (table("구분 | 국비", "다리 | 12"), []),
    (table("상담소 | 02-000-1111", "쉼터 | 02-000-2222"), []),
]  # fmt: skip


@pytest.mark.parametrize(("grid", "rows"), CONTACTS)
def test_rows_of_those_to_ask(grid: Grid, rows: list[tuple[str, ...]]) -> None:
    assert list(article_of(Document(["나루시", grid]), id="a", format="hwp").contacts) == rows


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
boxes = st.builds(
    Box, st.integers(0, 5), st.integers(0, 5), st.integers(1, 9), st.integers(1, 9), st.lists(texts, max_size=3)
)
grids = st.builds(Grid, st.lists(boxes, max_size=8))


@given(st.lists(texts | grids, max_size=8))
def test_any_blocks_are_legal_and_tables_stand_in_their_places(blocks: list[Block]) -> None:
    article = article_of(Document(["나루시", *blocks]), id="a", format="hwp")
    assert "\n\n\n" not in article.text
    for found in article.tables:
        lines = article.text[found.start : found.end]
        assert lines
        assert any(cell.text.split(" ")[0] in lines for cell in found.cells)
