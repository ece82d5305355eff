"""HWP 5, HWPX, DOCX and PDF: one release in four formats, and what each format has of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from docx_files import docx_file
from hwp_files import Hung, hwp_file
from hwpx_files import hwpx_file
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pdf_file

from sasil.readers import read
from sasil.readers.archive import Archive
from sasil.readers.documents.blocks import Block, Box, Grid
from sasil.readers.hwp.reader import read_hwp
from sasil.readers.hwpx import read_hwpx

RELEASE: list[Block] = [
    "보 도 자 료",
    Grid([Box(0, 0, 1, 1, ["보도시점"]), Box(0, 1, 1, 1, ["2024. 3. 5.(화) 11:00"]), Box(0, 2, 1, 1, ["배포"]), Box(0, 3, 1, 1, ["2024. 3. 4.(월)"])]),
    "Title:나루시, 물빛다리 25일 첫 삽",
    "- 총사업비 120억 원 -",
    "□ 나루시(시장 편도윤)는 25일 물빛공원에서 착공식을 연다고 밝혔다. 다리는 길이 320미터로 강의 남쪽과 북쪽을 잇고, 걷는 길과 자전거 길을 함께 갖춘다.",
    "Caption:그림 1. 물빛다리 조감도",
    "< 연도별 사업비 > (단위: 억 원)",
    Grid(
        [
            *(Box(0, 0, 2, 1, ["구분"]), Box(0, 1, 1, 2, ["사업비"]), Box(1, 1, 1, 1, ["국비"]), Box(1, 2, 1, 1, ["시비"])),
            *(Box(2, 0, 1, 1, ["다리"]), Box(2, 1, 1, 1, ["72"]), Box(2, 2, 1, 1, ["48"])),
        ]
    ),
    "※ 사업비는 바뀔 수 있음",
    Grid(
        [
            *(Box(0, 0, 2, 1, ["담당 부서"]), Box(0, 1, 1, 1, ["도로과"]), Box(0, 2, 1, 1, ["과 장"])),
            *(Box(0, 3, 1, 1, ["강이든"]), Box(0, 4, 1, 1, ["(044-000-1111)"]), Box(1, 1, 1, 1, ["교량팀"])),
            *(Box(1, 2, 1, 1, ["팀 장"]), Box(1, 3, 1, 1, ["윤슬아"]), Box(1, 4, 1, 1, ["(044-000-2222)"])),
        ]
    ),
]  # fmt: skip

TEXT = """보 도 자 료
보도시점 | 2024. 3. 5.(화) 11:00 | 배포 | 2024. 3. 4.(월)

나루시, 물빛다리 25일 첫 삽
- 총사업비 120억 원 -
□ 나루시(시장 편도윤)는 25일 물빛공원에서 착공식을 연다고 밝혔다. 다리는 길이 320미터로 강의 남쪽과 북쪽을 잇고, 걷는 길과 자전거 길을 함께 갖춘다.
< 연도별 사업비 > (단위: 억 원)
구분 | 사업비 |\x20
 | 국비 | 시비
다리 | 72 | 48

※ 사업비는 바뀔 수 있음
담당 부서 | 도로과 | 과 장 | 강이든 | (044-000-1111)
 | 교량팀 | 팀 장 | 윤슬아 | (044-000-2222)"""


def unstyled(blocks: Sequence[Block]) -> list[Block | Hung]:
    """Return the release as HWP has it: no styles, and the caption hung on a picture."""
    plain: list[Block | Hung] = []
    for block in blocks:
        if isinstance(block, str) and block.startswith("Caption:"):
            plain.append(Hung("", [("caption", [block.removeprefix("Caption:")])]))
        else:
            plain.append(block.removeprefix("Title:") if isinstance(block, str) else block)
    return plain


FILES: dict[str, Callable[[], bytes]] = {
    "hwp": lambda: hwp_file(unstyled(RELEASE)),
    "hwpx": lambda: hwpx_file(unstyled(RELEASE)),
    "docx": lambda: docx_file(RELEASE),
    "pdf": lambda: pdf_file([block for block in RELEASE if block != "Caption:그림 1. 물빛다리 조감도"], numbered=True),
}


@pytest.mark.parametrize("name", FILES)
def test_one_release_in_four_formats(name: str) -> None:
    article = read(FILES[name](), id="a", uri=f"a.{name}")
    assert article.text == TEXT
    assert (article.kind, article.title) == ("보도자료", "나루시, 물빛다리 25일 첫 삽")
    assert (article.subtitles, article.published_at) == (("총사업비 120억 원",), "2024-03-05T11:00")
    assert article.embargo is not None
    assert (article.embargo.raw, article.embargo.at) == ("2024. 3. 5.(화) 11:00", "2024-03-05T11:00")
    assert [row[1:4] for row in article.contacts] == [("도로과", "과 장", "강이든"), ("교량팀", "팀 장", "윤슬아")]
    assert [row[0] for row in article.contacts] == ["담당 부서", "담당 부서"]
    spans = [[(c.row, c.column, c.row_span, c.column_span) for c in found.cells] for found in article.tables]
    assert spans[1] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]
    assert article.captions == (() if name == "pdf" else ("그림 1. 물빛다리 조감도",))
    assert (article.notices, article.source.format) == ((), name)


HANGING: list[Block | Hung] = [
    Hung("나루시는 다리를 짓는다.", [("footnote", ["1) 나루시 도로과 집계"]), ("header", ["나루시"])]),
    Hung(
        "다리는 320미터다.", [("box", ["물빛다리 첫 삽", Grid([Box(0, 0, 1, 1, ["국비"]), Box(0, 1, 1, 1, ["72"])])])]
    ),
    Hung("끝.", [("caption", ["물빛다리 조감도"]), ("hidden", ["내부 메모"])]),
]


@pytest.mark.parametrize("data", [hwp_file(HANGING), hwpx_file(HANGING)], ids=["hwp", "hwpx"])
def test_what_hangs_on_a_paragraph(data: bytes) -> None:
    article = read(data, id="a")
    assert article.text.split("\n") == [
        *("나루시는 다리를 짓는다.", "1) 나루시 도로과 집계", "다리는 320미터다.", "물빛다리 첫 삽"),
        *("국비 | 72", "", "끝."),
    ]
    assert (article.captions, article.boilerplate) == (("물빛다리 조감도",), ("나루시",))


def test_sections_come_in_the_order_of_the_spine() -> None:
    article = read(hwpx_file(["둘째 마당입니다."], ["첫째 마당입니다."], order=[1, 0]), id="a")
    assert article.text == "첫째 마당입니다.\n둘째 마당입니다."


def test_sections_without_a_spine_come_by_their_numbers() -> None:
    article = read(hwpx_file(["하나입니다."], ["둘입니다."], content="<broken"), id="a")
    assert article.text == "하나입니다.\n둘입니다."


def test_sections_of_hwp_come_in_order_packed_or_not() -> None:
    for flags in (0, 1):
        assert read(hwp_file(["하나입니다."], ["둘입니다."], flags=flags), id="a").text == "하나입니다.\n둘입니다."


def test_header_and_revisions_of_docx_are_no_text() -> None:
    data = docx_file(["나루시는 다리를 짓는다."], header="나루시 보도자료")
    article = read(data, id="a")
    assert (article.text, article.boilerplate) == ("나루시는 다리를 짓는다.", ("나루시 보도자료",))


PAGES = [
    "Title:나루시, 물빛다리 첫 삽",
    "□ 나루시는 강의 남쪽과 북쪽을 잇는 물빛다리를 짓는다. 다리는 길이 320미터, 너비 12미터이며 걷는 길과 자전거 길을 함께 갖추고 2026년 12월에 문을 연다.",
    "---",
    "□ 나루시장은 다리가 두 마을을 잇는 길이 되기를 바란다고 말했다.",
    "---",
    "붙임 물빛다리 개요",
]


def test_pages_lose_their_numbers_and_rows_become_paragraphs() -> None:
    article = read(pdf_file(PAGES, numbered=True), id="a")
    assert article.text.split("\n") == [text.removeprefix("Title:") for text in PAGES if text != "---"]
    assert article.title == "나루시, 물빛다리 첫 삽"


words = st.text(alphabet="가나다라마바사 0123·,‘’○□\n\t🎉𠮷", max_size=12)


def boxes_of(texts: Sequence[Sequence[Block]], columns: int) -> Grid:
    return Grid([Box(number // columns, number % columns, 1, 1, list(held)) for number, held in enumerate(texts)])


blocks_of_any_kind = st.recursive(
    st.lists(words, min_size=1, max_size=3),
    lambda inner: st.lists(words | st.builds(boxes_of, st.lists(inner, min_size=1, max_size=4), st.integers(1, 2)), min_size=1, max_size=3),
    max_leaves=6,
)  # fmt: skip


def filled(blocks: Sequence[Block]) -> list[object]:
    """Return blocks in a form to compare: without empty paragraphs, which carry a table in HWP."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Grid):
            found.append([(b.row, b.column, b.row_span, b.column_span, filled(b.blocks)) for b in block.boxes])
        elif block:
            found.append(block)
    return found


@given(blocks_of_any_kind)
def test_what_is_written_as_hwp_and_hwpx_is_read_back(blocks: list[Block]) -> None:
    blocks = ["나루시", *blocks]
    assert filled(read_hwp(hwp_file(blocks)).blocks) == filled(blocks)
    assert filled(read_hwpx(Archive(hwpx_file(blocks))).blocks) == filled(blocks)


@settings(max_examples=20)
@given(blocks_of_any_kind)
def test_twins_of_one_release_give_the_same_article(blocks: list[Block]) -> None:
    held = ["나루시", *blocks]
    first, second = read(hwp_file(held), id="a"), read(hwpx_file(held), id="a")
    assert (first.text, first.tables, first.title) == (second.text, second.tables, second.title)
