"""The layout of PDF pages: rules as grids with merged cells, rows of letters as paragraphs of Korean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.readers.pdf.rules import ruled
from sasil.readers.pdf.text import Letter, Row, paragraphs, rows

Path = tuple[float, float, float, float, bool]


def across(y: float, left: float = 0, right: float = 300) -> Path:
    return left, y, right, y + 0.5, True


def down(x: float, bottom: float = 0, top: float = 60) -> Path:
    return x, bottom, x + 0.5, top, True


def dashed(y: float) -> list[Path]:
    return [across(y, left, left + 3) for left in range(0, 300, 6)]


ROWS = [across(0), across(30), across(60)]

GRIDS: list[tuple[str, list[Path], list[dict[tuple[int, int], tuple[int, int]]]]] = [
    ("네 칸", [*ROWS, down(0), down(150), down(300)], [{(0, 0): (1, 1), (0, 1): (1, 1), (1, 0): (1, 1), (1, 1): (1, 1)}]),
    ("옆이 트인 표", [*ROWS, down(150)], [{(0, 0): (1, 1), (0, 1): (1, 1), (1, 0): (1, 1), (1, 1): (1, 1)}]),
    ("가로로 합친 칸", [*ROWS, down(0), down(150, 0, 30), down(300)], [{(0, 0): (1, 2), (1, 0): (1, 1), (1, 1): (1, 1)}]),
    ("세로로 합친 칸", [across(0), across(60), across(30, 150), down(0), down(150), down(300)], [{(0, 0): (2, 1), (0, 1): (1, 1), (1, 1): (1, 1)}]),
    ("점선", [across(0), across(60), *dashed(30), down(0), down(300)], [{(0, 0): (1, 1), (1, 0): (1, 1)}]),
    ("네모 하나", [(0, 0, 300, 60, True)], [{(0, 0): (1, 1)}]),
    ("바탕색뿐인 네모", [(0, 0, 300, 60, False)], []),
    ("표를 두른 네모", [(-20, -20, 320, 90, True), *ROWS, down(0), down(300)], [{(0, 0): (1, 1), (1, 0): (1, 1)}]),
    ("쪽을 두른 네모", [(0, 0, 500, 780, True)], []),
    ("밑줄", [across(0), across(30)], []),
    ("떨어진 두 표", [across(0), across(20), down(0, 0, 20), across(40), across(60), down(0, 40, 60)], [{(0, 0): (1, 1)}, {(0, 0): (1, 1)}]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "paths", "spans"), GRIDS, ids=[case[0] for case in GRIDS])
def test_grids(name: str, paths: list[Path], spans: list[dict[tuple[int, int], tuple[int, int]]]) -> None:
    assert [grid.spans() for grid in ruled(paths)] == spans


edges = st.floats(-1000, 1000)


@given(st.lists(st.tuples(edges, edges, edges, edges, st.booleans()), max_size=30))
def test_any_paths_are_legal(paths: list[Path]) -> None:
    for grid in ruled(paths):
        assert all(
            place[0] + span[0] <= len(grid.ys) and place[1] + span[1] <= len(grid.xs)
            for place, span in grid.spans().items()
        )


def letters(text: str, left: float, bottom: float, size: float = 10) -> list[Letter]:
    return [
        Letter(sign, left + n * size, bottom, left + (n + 1) * size, bottom + size, size) for n, sign in enumerate(text)
    ]


def test_rows_come_from_the_top_and_gaps_are_spaces() -> None:
    held = [*letters("둘째", 0, 0), *letters("줄", 25, 0), *letters("첫째", 0, 20), *letters("작은", 20, 21, 8)]
    assert [row.text for row in rows(held)] == ["첫째작은", "둘째 줄"]


def test_letters_drawn_twice_to_look_bold_are_one() -> None:
    held = [
        Letter(sign, x + shift, 0, x + shift + 10, 10, 10) for sign, x in (("나", 0), ("루", 10)) for shift in (0, 0.4)
    ]
    assert [row.text for row in rows(held)] == ["나루"]


def full(text: str, *, spaced: bool = False, left: float = 0) -> Row:
    return Row(text, left, 200, 10, 0, 10, spaced=spaced, full=True)


def short(text: str, left: float = 0) -> Row:
    return Row(text, left, 100, 10, 0, 10)


JOINED = [
    ([full("나루시는 물빛다리를"), short("짓는다.")], ["나루시는 물빛다리를 짓는다."]),
    ([full("나루시는 착"), short("공식을 연다.")], ["나루시는 착공식을 연다."]),
    ([full("나루시는 다리"), short("를 짓는다.")], ["나루시는 다리를 짓는다."]),
    ([full("나루시는", spaced=True), short("를로 끝난다.")], ["나루시는 를로 끝난다."]),
    ([full("사업비는 1"), short("20억 원이다.")], ["사업비는 120억 원이다."]),
    ([short("추진 계획"), short("3월 착공")], ["추진 계획", "3월 착공"]),
    ([full("나루시는 다리를 짓는다"), short("- 길이 320미터")], ["나루시는 다리를 짓는다", "- 길이 320미터"]),
    (
        [full("나루시는 다리를 짓는다."), short("다음 문단이다.", left=10)],
        ["나루시는 다리를 짓는다.", "다음 문단이다."],
    ),
    ([], []),
]


@pytest.mark.parametrize(("lines", "texts"), JOINED)
def test_rows_become_paragraphs(lines: list[Row], texts: list[str]) -> None:
    assert list(paragraphs(lines, frozenset({"착공식을"}))) == texts


@given(st.lists(st.builds(full, st.text(alphabet="가나 .(·1a", min_size=1)), max_size=6))
def test_any_rows_are_legal(lines: list[Row]) -> None:
    assert "".join(paragraphs(lines, frozenset())).replace(" ", "") == "".join(row.text for row in lines).replace(
        " ", ""
    )
