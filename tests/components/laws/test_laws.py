"""Laws: names in marks and written out, with the article that follows; and words in 법 that are none."""

from __future__ import annotations

import pytest

from sasil.components.laws.finder import find_laws
from sasil.evaluation.marks import read_marks

MARKED = """
시는 「⟦도로법|LAW 제38조제1항⟧」 제38조제1항에 따라 점용을 허가했다.
「⟦폐기물관리법 시행령|LAW 제5조⟧」 제5조를 어긴 사업장이다.
｢⟦물환경보전법|LAW⟧｣ 개정에 맞춰 시설을 고친다.
『⟦해온시 빛공해 방지 조례|LAW 제7조⟧』 제7조에 근거를 두었다.
「⟦어촌ㆍ어항법|LAW⟧」과 「⟦항만법|LAW 제9조⟧」 제9조를 함께 적용한다.
「⟦가온군 청년농업인 육성 및 지원에 관한 조례|LAW⟧」가 의회를 통과했다.
「⟦산지관리법 시행규칙|LAW 제10조의2제3항⟧」 제10조의2제3항을 따른다.
「⟦건축물의 에너지절약설계기준|LAW⟧」(국토교통부 고시)을 만족해야 한다.
「⟦녹색건축물 조성 지원법|LAW⟧」 일부개정법률안이 발의됐다.
국회는 「⟦이음도시 지원 특별법|LAW⟧안」을 의결했다.
「⟦대기관리권역법|LAW 제12조⟧ 제12조」에 따른 총량을 정했다.
「⟦소규모주택정비법|LAW 제3조⟧」(이하 소규모법) 제3조가 근거다.
시는 ‘⟦누리시 반려동물 보호 조례|LAW⟧’를 입법예고했다.
“⟦전기사업법|LAW⟧”을 손보자는 의견이 나왔다.
「⟦지방보조금 관리에 관한 훈령|LAW⟧」을 새로 만들었다.
「⟦공동주택 층간소음의 범위와 기준에 관한 규칙|LAW⟧」이 바뀐다.
"""

WRITTEN = """
⟦도로교통법|LAW 제32조⟧ 제32조를 위반한 차량을 견인한다.
⟦지능정보화 기본법|LAW⟧에 따라 영향평가를 받는다.
⟦농어촌정비법 시행령|LAW⟧을 고쳐 절차를 줄였다.
정부는 ⟦자연재해대책법|LAW⟧과 ⟦하천법|LAW⟧을 함께 개정한다.
⟦근로기준법|LAW 제56조⟧ 56조에 따른 수당이다.
도는 올해부터 ⟦자원의 절약과 재활용촉진에 관한 법률|LAW⟧을 적용한다.
⟦헌법|LAW 제35조⟧ 제35조는 환경권을 보장한다.
⟦청탁금지법|LAW⟧상 한도를 넘지 않는다.
⟦상법|LAW⟧ 개정안이 본회의를 통과했다.
⟦여객자동차 운수사업법|LAW 제3조⟧ 제3조에 규정된 사업이다.
지난 4일 ⟦해상풍력 특별법|LAW⟧이 국회 문턱을 넘었다.
⟦저탄소 녹색성장 기본법|LAW⟧의 뒤를 잇는다.
⟦온누리시 도시계획 조례|LAW⟧를 고쳐 용적률을 높였다.
⟦항공사업법 시행규칙|LAW 제12조⟧ 제12조를 따른다.
⟦전통시장 및 상점가 육성을 위한 특별법|LAW⟧에 근거한 상품권이다.
⟦공익사업을 위한 토지 등의 취득 및 보상에 관한 법률|LAW⟧에 따라 보상한다.
⟦스마트도시법|LAW 제8조제2항⟧ 제8조 제2항을 들었다.
⟦민법|LAW⟧과 ⟦형법|LAW⟧이 정한 바에 따른다.
⟦국가유산기본법|LAW⟧에 따른 조사다.
⟦주민투표법|LAW⟧ 위반으로 고발됐다.
⟦빈집 및 소규모주택 정비에 관한 특례법|LAW⟧으로 지원한다.
⟦농지법|LAW 제40조제1항⟧ 40조 1항에 어긋난다.
⟦아동복지법|LAW⟧과 ⟦마을 기록물 관리에 관한 법률|LAW⟧ 위반 혐의다.
자료가 확인되면 ⟦들꽃 종자의 보존에 관한 법률|LAW⟧을 적용한다.
“창업은 ⟦마을 기록물 관리에 관한 법률|LAW⟧ 같은 제도보다 빠르다.
○\u2009⟦근로기준법|LAW 제56조⟧ 제56조에 따른다.
혐의(⟦교통사고처리특례법|LAW⟧ 위반)로 조사한다.
"""

NONE = """
새로운 공법을 써서 공사 기간을 줄였다.
다양한 방법으로 알린다.
이번 강좌에서는 심폐소생술과 응급처치법을 배운다.
관련 법에 따라 처분한다.
같은 법 시행령에 따라 정한다.
「제4차 지속가능발전 기본계획」을 세웠다.
「탄소중립 이행 방안」을 발표했다.
기본계획을 고시하고 열람에 들어갔다.
조례로 정하는 바에 따른다.
특별법 제정을 건의했다.
불법 주정차와 위법 행위를 단속한다.
총 3조원 규모의 법인 자금이다.
‘새로운 학습법’을 소개했다.
국가기술표준원이 표준 측정법을 만들었다.
법원과 법무부는 판단을 미뤘다.
헌법재판소는 결정을 내렸다.
「마을 이야기 쓰는 방법」을 펴냈다.
「공공건축 디자인 지침」을 배포했다.
규칙적인 운동이 좋다.
피부 관리법과 겨울철 감기 예방법을 알린다.
서울중앙지법과 고법이 판단했다.
일자리를 만들기 위한 각종 민생입법이 밀렸다.
이에 관한 명확한 규정이 없다.
진실을 밝힌 특별법이라는 평가다.
"""


def _rows(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("row", _rows(MARKED) + _rows(WRITTEN) + _rows(NONE))
def test_laws(row: str) -> None:
    text, marks = read_marks(row)
    expected = [(text[m.start : m.end], getattr(m.value, "article", None)) for m in marks]
    found = [(law.text, law.value.article if law.value else None) for law in find_laws(text)]
    assert found == expected, f"\n{text}\n찾음: {found}\n정답: {expected}"


@pytest.mark.parametrize("sign", ["법", "가", "법률 ", "「", "」", " ", "제1조", "에 관한 법률", "\n", "😀", "조례"])
def test_long_lines_are_read(sign: str) -> None:
    for law in find_laws(text := sign * (20_000 // len(sign))):
        assert text[law.start : law.end] == law.text
