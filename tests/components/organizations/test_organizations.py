"""Organisations: a marked text, and the bodies in it, each by its full form with its other forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sasil.components.organizations.finder import find_organizations
from sasil.record import Acronym, Mention

Unmark = Callable[[str], tuple[str, list[Mention]]]

CASES: list[tuple[str, list[tuple[str, list[str]]]]] = [
    # 하나뿐인 이름
    ("⟦나루시|ORG⟧는 왔다. ⟦나루시|ORG⟧는 갔다.", [("나루시", [])]),
    ("⟦나루시|ORG⟧와 ⟦가람시|ORG⟧", [("나루시", []), ("가람시", [])]),
    ("⟦산업부|ORG⟧는 왔다.", [("산업부", [])]),
    ("사람뿐이다.", []),
    # 괄호 안의 짧은 이름
    ("⟦한국수력원자력|ORG⟧(⟦한수원|ORG⟧)은 … ⟦한수원|ORG⟧은", [("한국수력원자력", ["한수원"])]),
    ("⟦KAIST|ORG⟧(⟦한국과학기술원|ORG⟧)는 …", [("한국과학기술원", ["KAIST"])]),
    ("⟦가람진흥원|ORG⟧(원장 탁윤서, 이하 ⟦진흥원|ORG⟧)은 … ⟦진흥원|ORG⟧은", [("가람진흥원", ["진흥원"])]),
    ("⟦가람진흥원|ORG⟧(이하 ‘⟦진흥원|ORG⟧’)은 …", [("가람진흥원", ["진흥원"])]),
    ("⟦나루시|ORG⟧(⟦가람시|ORG⟧ 이웃)는 …", [("나루시", []), ("가람시", [])]),
    # 괄호 안의 부서는 줄임말이 아니다
    ("⟦나루시|ORG⟧(⟦시민안전과|ORG⟧)는 …", [("나루시", []), ("시민안전과", [])]),
    # 줄여 부르는 말
    (
        "⟦새들면 매립장 건립반대 대책위원회|ORG⟧는 … ⟦대책위|ORG⟧는",
        [("새들면 매립장 건립반대 대책위원회", ["대책위"])],
    ),
    (
        "⟦온새면 대책위원회|ORG⟧와 ⟦하얀골 대책위원회|ORG⟧ … ⟦대책위|ORG⟧는",
        [("온새면 대책위원회", []), ("하얀골 대책위원회", []), ("대책위", [])],
    ),
    ("⟦(사)통영나전보존회|ORG⟧는 … ⟦나전보존회|ORG⟧는", [("(사)통영나전보존회", ["나전보존회"])]),
    ("⟦하늘시장 상인회|ORG⟧는 … ⟦상인회|ORG⟧는", [("하늘시장 상인회", ["상인회"])]),
    ("⟦의료법인 푸른재단 새살병원|ORG⟧은 … ⟦새살병원|ORG⟧은", [("의료법인 푸른재단 새살병원", ["새살병원"])]),
    ("⟦노을생명보험|ORG⟧은 … ⟦노을생명|ORG⟧은", [("노을생명보험", ["노을생명"])]),
    ("⟦용인특례시|ORG⟧는 … ⟦용인시|ORG⟧는", [("용인특례시", ["용인시"])]),
    ("⟦부산 영도구의회|ORG⟧는 … ⟦영도구의회|ORG⟧는", [("영도구의회", ["부산 영도구의회"])]),
    ("⟦노을은행|ORG⟧과 ⟦노을저축은행|ORG⟧", [("노을은행", []), ("노을저축은행", [])]),
    ("⟦한들건설|ORG⟧과 ⟦한들건설 노동조합|ORG⟧", [("한들건설", []), ("한들건설 노동조합", [])]),
    # 목록으로 아는 짧은 이름
    ("⟦산업부|ORG⟧는 … ⟦산업통상자원부|ORG⟧는 …", [("산업통상자원부", ["산업부"])]),
    ("⟦산업부|ORG⟧는 … ⟦산업통상부|ORG⟧는 …", [("산업통상부", ["산업부"])]),
    ("⟦충북도|ORG⟧는 … ⟦충청북도|ORG⟧는 …", [("충청북도", ["충북도"])]),
    ("⟦서울시|ORG⟧는 … ⟦서울특별시|ORG⟧는 …", [("서울특별시", ["서울시"])]),
    ("⟦부산|ORG⟧, 나섰다 … ⟦부산시|ORG⟧는 …", [("부산시", ["부산"])]),
    # 모양으로 아는 짧은 이름
    ("⟦한울대|ORG⟧는 … ⟦한울대학교|ORG⟧는 …", [("한울대학교", ["한울대"])]),
    ("⟦㈜해담오션|ORG⟧은 … ⟦해담오션|ORG⟧은 …", [("㈜해담오션", ["해담오션"])]),
    ("⟦해담오션|ORG⟧은 … ⟦(주)해담오션|ORG⟧은 …", [("(주)해담오션", ["해담오션"])]),
    ("⟦사단법인 해담협회|ORG⟧는 … ⟦해담협회|ORG⟧는 …", [("사단법인 해담협회", ["해담협회"])]),
    ("⟦해담물류|ORG⟧는 … ⟦해담물류 주식회사|ORG⟧는 …", [("해담물류 주식회사", ["해담물류"])]),
    ("⟦(재)해담재단|ORG⟧은 … ⟦해담재단|ORG⟧은 …", [("(재)해담재단", ["해담재단"])]),
    ("⟦해담과기원|ORG⟧은 … ⟦해담과학기술원|ORG⟧은 …", [("해담과학기술원", ["해담과기원"])]),
    ("⟦라인켐 AG|ORG⟧는 … ⟦라인켐|ORG⟧은", [("라인켐 AG", ["라인켐"])]),
    ("⟦하이온머티리얼즈|ORG⟧는 … ⟦하이온|ORG⟧은", [("하이온머티리얼즈", ["하이온"])]),
    ("⟦나루시의회|ORG⟧는 … ⟦나루시의회 산업위원회|ORG⟧는", [("나루시의회", []), ("나루시의회 산업위원회", [])]),
    ("⟦해담초등학교|ORG⟧는 … ⟦해담초|ORG⟧는", [("해담초등학교", ["해담초"])]),
    ("⟦해담연구원|ORG⟧은 … ⟦해담과학기술원|ORG⟧은 …", [("해담연구원", []), ("해담과학기술원", [])]),
    # 도를 앞에 쓴 시·군과 시를 앞에 쓴 구
    ("⟦충주시|ORG⟧는 … ⟦충북 충주시|ORG⟧는 …", [("충주시", ["충북 충주시"])]),
    ("⟦대구 북구|ORG⟧는 … ⟦북구|ORG⟧는 …", [("대구 북구", ["북구"])]),
    ("⟦대구시|ORG⟧는 … ⟦북구|ORG⟧는 …", [("대구시", []), ("북구", [])]),
    # 부서는 따로
    ("⟦나루시|ORG⟧는 … ⟦나루시 기획과|ORG⟧는 …", [("나루시", []), ("나루시 기획과", [])]),
]


@pytest.mark.parametrize(("line", "bodies"), CASES, ids=[line[:30] for line, _ in CASES])
def test_full_forms(line: str, bodies: list[tuple[str, list[str]]], unmark: Unmark) -> None:
    text, mentions = unmark(line)
    assert [(one.name, one.aliases) for one in find_organizations(text, mentions, [])] == bodies, line


def test_acronyms_give_full_forms(unmark: Unmark) -> None:
    text, mentions = unmark("⟦누전원|ORG⟧은 누리전력연구원의 준말이다.")
    acronym = Acronym(short="누전원", long_ko="누리전력연구원", kind="abbreviation", spans=[(0, 3)], by="test")
    (body,) = find_organizations(text, mentions, [acronym])
    assert (body.name, body.aliases, body.spans) == ("누리전력연구원", ["누전원"], [(0, 3)])


def test_a_circle_of_short_forms_ends(unmark: Unmark) -> None:
    text, mentions = unmark("⟦가나원|ORG⟧과 ⟦다라원|ORG⟧")
    circle = [("가나원", "다라원"), ("다라원", "가나원")]
    acronyms = [Acronym(short=s, long_ko=n, kind="alias", spans=[], by="test") for s, n in circle]
    assert len(find_organizations(text, mentions, acronyms)) == 2
