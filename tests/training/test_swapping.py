"""Lines of gold articles with other names: every name is replaced by one of its kind, the particle behind it fits."""

from __future__ import annotations

import pytest

from sasil.tagger.klue import Sentence, Span
from sasil.training.swapping import Swapper, kind_of, swapped

LINES = [
    Sentence("a-0", "하랑시는 표다은 대표를 만났다.", (Span(0, 3, "OG"), Span(5, 8, "PS"))),
    Sentence(
        "a-1", "가람진흥원과 다온연구원이 여수에서 만났다.", (Span(0, 5, "OG"), Span(7, 12, "OG"), Span(14, 16, "LC"))
    ),
    Sentence(
        "a-2",
        "길해솔은 한울진흥원으로 갔다. 길해솔이 말했다.",
        (Span(0, 3, "PS"), Span(5, 10, "OG"), Span(17, 20, "PS")),
    ),
    Sentence("a-3", "비가 왔다.", ()),
]


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("표다은", "PS", ("PS", "full")),
        ("표", "PS", ("PS", "surname")),
        ("마리아 로페스", "PS", ("PS", "1")),
        ("창원시", "OG", ("OG", "city")),
        ("창원시", "LC", ("LC", "city")),
        ("베트남", "LC", ("LC", "country")),
        ("가람진흥원", "OG", ("OG", "1", "진흥원")),
        ("가람진흥원 기획과", "OG", ("OG", "2", "과")),
        ("KIAT", "OG", ("OG", "1", "Latin")),
        ("두모리", "LC", ("LC", "1", "리")),
    ],
)
def test_names_of_a_kind_can_stand_for_each_other(name: str, label: str, kind: tuple[str, ...]) -> None:
    assert kind_of(name, label) == kind


@pytest.mark.parametrize("seed", range(8))
def test_a_name_keeps_its_label_and_its_particle_fits(seed: int) -> None:
    swapper = Swapper(LINES, seed)
    for line in LINES:
        other = swapper.swapped(line)
        assert [span.label for span in other.spans] == [span.label for span in line.spans]
        for start, end, _ in other.spans:
            name, behind = other.text[start:end], other.text[end : end + 1]
            closed = (ord(name[-1]) - 0xAC00) % 28 > 0
            assert behind not in ("은", "이", "을", "과", "는", "가", "를", "와") or (behind in "은이을과") == closed


def test_the_same_name_of_a_line_is_replaced_alike() -> None:
    for seed in range(8):
        other = Swapper(LINES, seed).swapped(LINES[2])
        first, _, again = (other.text[start:end] for start, end, _ in other.spans)
        assert first == again


def test_lines_without_names_are_left_out_and_the_seed_decides() -> None:
    found = list(swapped(LINES, 2, 1))
    assert [line.id for line in found] == ["a-0~", "a-1~", "a-2~"] * 2
    assert found == list(swapped(LINES, 2, 1))
    assert found != list(swapped(LINES, 2, 2))
    assert list(swapped(LINES, 0, 1)) == []
