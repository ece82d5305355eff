"""Quotes: speech in marks with its speaker and organisation; terms in marks are none.

A case is a text, ``=>``, and what is found: words | speaker | organisation, several quotes apart by ``&&``. A person's
mark is linked to ``name/title/organisation``; ``¶`` is a line end.
"""

from __future__ import annotations

import time

import pytest

from sasil.components.quotes.finder import find_quotes
from sasil.evaluation.marks import Mark, read_marks
from sasil.record import MENTIONS, Mention, Organization, Person

# 말하는 이가 앞에
BEFORE = """
⟦고은별|PERSON #고은별/시장/해온시⟧ ⟦해온시|ORG⟧장은 “물길부터 살리겠다”고 말했다. => 물길부터 살리겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 이날 착공식에서 “첫 삽이 중요하다”라고 강조했다. => 첫 삽이 중요하다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장이 “내년에 문을 연다”고 밝혔다. => 내년에 문을 연다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장도 “힘을 보태겠다”며 거들었다. => 힘을 보태겠다|고은별|해온시
⟦고|PERSON #고은별/시장/해온시⟧ 시장은 “끝까지 챙기겠다”고 했다. => 끝까지 챙기겠다|고은별|해온시
참석한 ⟦문바다|PERSON #문바다//⟧(여·51) 씨는 “막막했는데 길이 보인다”며 웃었다. => 막막했는데 길이 보인다|문바다|
⟦차가람|PERSON #차가람/연구원/누리증권⟧ ⟦누리증권|ORG⟧ 연구원은 "이익이 더 늘 것"이라고 전망했다. => 이익이 더 늘 것|차가람|누리증권
⟦차가람|PERSON #차가람/대표/누리전자⟧ 대표는 “품질이 먼저다. 값은 그다음이다.”라고 말했다. => 품질이 먼저다. 값은 그다음이다.|차가람|누리전자
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장을 비롯한 참석자 앞에서 ⟦차가람|PERSON #차가람/대표/누리전자⟧ 대표는 “투자를 늘린다”고 약속했다. => 투자를 늘린다|차가람|누리전자
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장이 지켜본 가운데 ⟦차가람|PERSON #차가람/대표/누리전자⟧ 대표는 “믿어 달라”고 당부했다. => 믿어 달라|차가람|누리전자
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 ‘미루지 않겠다’고 밝혔다. => 미루지 않겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “‘같이’의 가치를 믿는다”고 말했다. => ‘같이’의 가치를 믿는다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “‘지금 바로’가 답”이라는 입장이다. => ‘지금 바로’가 답|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “반드시 지키겠다”는 뜻을 전했다. => 반드시 지키겠다|고은별|해온시
강보람찬 ⟦해온부|ORG⟧ 항만정책과장은 “물류가 바뀐다”고 말했다. => 물류가 바뀐다|강보람찬|해온부
시장은 “공사를 서두르겠다”고 말했다. ⟦고은별|PERSON #고은별/시장/해온시⟧ 시장이 참석했다. => 공사를 서두르겠다|고은별|해온시
"""

# 말하는 이가 뒤에
AFTER = """
“서두르지 않겠다”고 ⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 말했다. => 서두르지 않겠다|고은별|해온시
“바람이 분다”는 것이 ⟦차가람|PERSON #차가람/교수/한솔대학교⟧ 교수의 설명이다. => 바람이 분다|차가람|한솔대학교
“손님이 두 배로 늘었어요.” 시장 상인 ⟦문바다|PERSON #문바다//⟧ 씨의 말이다. => 손님이 두 배로 늘었어요.|문바다|
“다시 해도 이 일을 할 겁니다.”¶등대를 지키는 ⟦문바다|PERSON #문바다//⟧ 씨는 담담했다. => 다시 해도 이 일을 할 겁니다.|문바다|
“올해가 고비”라고 업계 관계자는 귀띔했다. => 올해가 고비|업계 관계자|
“아직 이르다”고 ⟦차가람|PERSON #차가람/교수/한솔대학교⟧ 교수가 지적했고, ⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “더 살피겠다”고 답했다. => 아직 이르다|차가람|한솔대학교 && 더 살피겠다|고은별|해온시
"""

# 이어지는 말
GOING_ON = """
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다”며 “나무도 심겠다”고 말했다. => 길을 넓힌다|고은별|해온시 && 나무도 심겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다”고 말했다. 이어 “나무도 심겠다”고 덧붙였다. => 길을 넓힌다|고은별|해온시 && 나무도 심겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다”고 말했다. 그는 또 “나무도 심겠다”고 했다. => 길을 넓힌다|고은별|해온시 && 나무도 심겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다”고 말했다.¶이어 “나무도 심겠다”고 덧붙였다. => 길을 넓힌다|고은별|해온시 && 나무도 심겠다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다”면서 “나무도 심는다”라며 “기다려 달라”고 했다. => 길을 넓힌다|고은별|해온시 && 나무도 심는다|고은별|해온시 && 기다려 달라|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “연다”고 했다. ⟦차가람|PERSON #차가람/대표/누리전자⟧ 대표는 “돕겠다”고 화답했다. => 연다|고은별|해온시 && 돕겠다|차가람|누리전자
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “연다”고 선언했고, ⟦차가람|PERSON #차가람/대표/누리전자⟧ 대표는 “돕겠다”고 약속했다. => 연다|고은별|해온시 && 돕겠다|차가람|누리전자
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “연다”고 했다. 주민들은 “반갑다”고 입을 모았다. => 연다|고은별|해온시 && 반갑다|주민들|
"""

# 이름 없는 이와 기관
NAMELESS = """
업계 관계자는 “수요가 는다”고 말했다. => 수요가 는다|업계 관계자|
한 참석자는 “이런 자리가 더 있으면 좋겠다”고 했다. => 이런 자리가 더 있으면 좋겠다|한 참석자|
행사에 참여한 한 학생은 “처음 해 봤다”고 말했다. => 처음 해 봤다|한 학생|
⟦해온시|ORG⟧ 관계자는 “보상을 마쳤다”고 설명했다. => 보상을 마쳤다|해온시 관계자|해온시
⟦해온시|ORG⟧는 접수를 시작했다. 시 관계자는 “누구나 된다”고 설명했다. => 누구나 된다|시 관계자|해온시
시 교통정책과 담당자는 “이달 말까지 받는다”고 안내했다. => 이달 말까지 받는다|시 교통정책과 담당자|
주민 A씨는 “밤에 무섭다”고 토로했다. => 밤에 무섭다|주민 A씨|
⟦가온상인회|ORG⟧는 “약속을 지켜 달라”고 촉구했다. => 약속을 지켜 달라||가온상인회
⟦해온시|ORG⟧가 나섰다. 시는 “이달 안에 끝낸다”고 밝혔다. => 이달 안에 끝낸다||해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “공개하겠다”고 했다. 가온면 주민대책위원회는 “문서로 남겨 달라”고 요구했다. => 공개하겠다|고은별|해온시 && 문서로 남겨 달라||가온면 주민대책위원회
이날 전문가들은 “속도보다 방향”이라고 조언했다. => 속도보다 방향|전문가들|
"""

# 제목
HEADLINES = """
⟦해온시|ORG⟧, “임기 안에 첫 삽 뜬다”¶¶⟦해온시|ORG⟧는 밝혔다. => 임기 안에 첫 삽 뜬다||
“담장 허물고 골목을 정원으로”¶¶⟦해온시|ORG⟧는 밝혔다. => 담장 허물고 골목을 정원으로||
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장 “임기 안에 마무리”¶¶⟦해온시|ORG⟧는 밝혔다. => 임기 안에 마무리|고은별|해온시
⟦해온시|ORG⟧ “물길 살려 도시를 바꾼다”¶¶⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “물길을 살려 낡은 도시를 바꾸겠다”고 말했다. => 물길 살려 도시를 바꾼다|고은별|해온시 && 물길을 살려 낡은 도시를 바꾸겠다|고은별|해온시
⟦해온시|ORG⟧, “물빛 산책” 사업 착수¶¶⟦해온시|ORG⟧는 밝혔다. =>
⟦해온시|ORG⟧, ‘물빛 산책로 조성’ 나선다¶¶⟦해온시|ORG⟧는 밝혔다. =>
"""

# 인용이 아닌 것
NONE = """
시는 “물빛 2030” 사업과 ‘초록 2030’ 계획을 함께 추진한다. =>
‘INBEC20 전략산업 기본계획’을 추진한다. =>
이름은 “빛의 정원”으로 정했다. =>
“초록”과 “파랑”을 섞었다. =>
‘겉핥기 말고 깊이 들어가자’는 뜻을 살렸다. =>
주민들은 이곳을 ‘바람골’이라고 부른다. =>
“바람골”이라는 이름을 붙였다. =>
’24년 예산은 ’23년보다 늘었다. =>
주제는 ‘함께 걷는 길’이다. =>
“끝없는 이야기가 이어졌다. =>
‘우수’ 등급을 받았다. =>
“”라고 적혀 있다. =>
이곳은 '마을의 심장'이라고 주장한 글이 올라왔다. =>
화면은 24" 크기이고 글자는 크다. =>
“지켜라”류의 노래가 이어졌다. =>
"""

# 짝이 안 맞는 부호
BROKEN = """
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 “넓힌다”고 말했다. => 넓힌다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 “길을 넓힌다"고 말했다. => 길을 넓힌다|고은별|해온시
⟦고은별|PERSON #고은별/시장/해온시⟧ 시장은 길을 넓힌다”고 했다. 또 “나무도 심는다”고 했다. => 나무도 심는다|고은별|해온시
"""

TABLES = (BEFORE, AFTER, GOING_ON, NAMELESS, HEADLINES, NONE, BROKEN)


def _people(marks: list[Mark]) -> list[Person]:
    people: dict[str, Person] = {}
    for mark in marks:
        if mark.type == "PERSON" and mark.link:
            name, title, organization = mark.link.split("/")
            spans = [*people[mark.link].spans] if mark.link in people else []
            people[mark.link] = Person(
                name=name,
                title=title or None,
                organization=organization or None,
                spans=[*spans, (mark.start, mark.end)],
                by="test",
            )
    return list(people.values())


def _mentions(text: str, marks: list[Mark]) -> list[Mention]:
    return MENTIONS.validate_python(
        [{"type": m.type, "start": m.start, "end": m.end, "text": text[m.start : m.end], "by": "test"} for m in marks]
    )


@pytest.mark.parametrize("row", [row for table in TABLES for row in table.strip().splitlines()])
def test_quotes(row: str) -> None:
    marked, _, wanted = row.partition("=>")
    text, marks = read_marks(marked.strip().replace("¶", "\n"))
    quotes = find_quotes(text, [], _mentions(text, marks), _people(marks))
    found = [f"{quote.text}|{quote.speaker or ''}|{quote.organization or ''}" for quote in quotes]
    expected = [one.strip() for one in wanted.split("&&") if one.strip()]
    assert found == expected, f"\n{text}\n찾음: {found}\n정답: {expected}"
    assert all(text[slice(*quote.span)] == quote.text for quote in quotes)


def test_organizations_give_the_full_form() -> None:
    text, marks = read_marks("⟦산업부|ORG⟧는 “곧 발표한다”고 밝혔다.")
    full = Organization(name="산업통상자원부", aliases=["산업부"], spans=[(0, 3)], by="test")
    (quote,) = find_quotes(text, [], _mentions(text, marks), [], [full])
    assert quote.organization == "산업통상자원부"


SIGNS = [
    "“",
    "”",
    "“가”",
    "“가다”고 ",
    '"',
    "'",
    "‘",
    "‘가다’고 말했다 ",
    "“\"'‘",
    "가",
    "관계자는 ",
    "\n",
    "😀",
    "”“",
    "\x00",
]


@pytest.mark.parametrize("sign", [*SIGNS, "“간다”고 말했다. "])
def test_long_lines_take_linear_time(sign: str) -> None:
    began = time.perf_counter()
    find_quotes(sign * (100_000 // len(sign)), [], [], [])
    assert time.perf_counter() - began < 4


def test_many_unmatched_marks_take_linear_time() -> None:
    began = time.perf_counter()
    find_quotes("“" * 50_000 + '"' * 50_000, [], [], [])
    assert time.perf_counter() - began < 4
