"""Records of events: marked sentences with what is known, and the record as name, date, time, place, host."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.events.finder import find_events
from sasil.record import MENTIONS, Mention, Organization

MARK = re.compile(r"⟦([^⟦⟧|]*)\|([A-Z]+)\s?([^⟦⟧|]*)⟧")

CASES = [
    ("⟦나루시|ORG⟧는 ⟦5일|DATE 2024-03-05⟧ ⟦착공식|EVENT⟧을 열었다.", "착공식/2024-03-05/-/-/나루시"),
    (
        "⟦나루시|ORG⟧는 ⟦5일 오전 10시|TIME 2024-03-05T10:00⟧ ⟦나루역|LOC⟧에서 ⟦개통식|EVENT⟧을 연다.",
        "개통식/2024-03-05/T10:00/나루역/나루시",
    ),
    (
        "⟦개소식|EVENT⟧은 ⟦오는 7일 오후 2시|TIME 2024-03-07T14:00⟧ 본관 대회의실에서 열린다.",
        "개소식/2024-03-07/T14:00/본관 대회의실/-",
    ),
    (
        "⟦나루군|ORG⟧은 ⟦9일|DATE 2024-03-09⟧과 ⟦13일|DATE 2024-03-13⟧ ⟦새터면|LOC⟧에서 ⟦설명회|EVENT⟧를 연다.",
        "설명회/2024-03-09/-/새터면/나루군",
    ),
    ("▷ ⟦설명회|EVENT⟧: ⟦28일 14시|TIME 2024-03-28T14:00⟧, ⟦나루회관|LOC⟧ 2층", "설명회/2024-03-28/T14:00/나루회관/-"),
    (
        "⟦현장설명회|EVENT⟧ | ⟦3. 17.(목) 14:00|TIME 2024-03-17T14:00⟧ | ⟦나루항|LOC⟧ 집결",
        "현장설명회/2024-03-17/T14:00/나루항/-",
    ),
    (
        "⟦8일(수)|DATE 2024-05-08⟧ | ⟦10:30|TIME T10:30⟧ | ⟦개막식|EVENT⟧ | 1층 로비",
        "개막식/2024-05-08/T10:30/1층 로비/-",
    ),
    (
        "때 | 행사 | 장소↵⟦9.26.(금) 10:30|TIME 2025-09-26T10:30⟧ | ⟦개막식|EVENT⟧ | 큰마당↵",
        "개막식/2025-09-26/T10:30/큰마당/-",
    ),
    (
        "⟦나루전자|ORG⟧는 ⟦16일|DATE 2024-10-16⟧ ⟦나루회관|LOC⟧에서 협약을 맺었다. ⟦협약식|EVENT⟧에는 스무 명이 왔다.",
        "협약식/2024-10-16/-/나루회관/나루전자",
    ),
    ("⟦9월 말|DATE 2019-09⟧까지 ⟦중간보고회|EVENT⟧를 연다.", "중간보고회/2019-09/-/-/-"),
    (
        "⟦나루시|ORG⟧는 ⟦착공식|EVENT⟧을 열었다고 ⟦6일|DATE 2024-03-06⟧ 밝혔다.",
        "착공식/-/-/-/나루시",
    ),
    (
        "⟦나루시|ORG⟧가 ⟦5일|DATE 2024-03-05⟧ ‘⟦시민 총회|EVENT⟧’를 열었다. ⟦총회|EVENT⟧에는 시민이 모였다.",
        "시민 총회/2024-03-05/-/-/나루시",
    ),
    (
        "⟦3월|DATE 2024-03⟧까지 초안을 내고 ⟦12일|DATE 2024-04-12⟧ ⟦공청회|EVENT⟧를 연다.",
        "공청회/2024-04-12/-/-/-",
    ),
    (
        "⟦21일|DATE 2024-05-21⟧ ⟦현판식|EVENT⟧을, ⟦10월|DATE 2024-10⟧에는 ⟦설명회|EVENT⟧를 연다.",
        "현판식/2024-05-21/-/-/- 설명회/2024-10/-/-/-",
    ),
    (
        "⟦4월|DATE 2024-04⟧ ⟦주민설명회|EVENT⟧, ⟦6월|DATE 2024-06⟧ ⟦공청회|EVENT⟧를 거쳐 짓는다.",
        "주민설명회/2024-04/-/-/- 공청회/2024-06/-/-/-",
    ),
    (
        "⟦주민설명회|EVENT⟧, ⟦6월|DATE 2024-06⟧ ⟦공청회|EVENT⟧를 거쳐 짓는다.",
        "주민설명회/-/-/-/- 공청회/2024-06/-/-/-",
    ),
    (
        "⟦주민설명회|EVENT⟧ ⟦4월|DATE 2024-04⟧, ⟦공청회|EVENT⟧ ⟦6월|DATE 2024-06⟧에 한다.",
        "주민설명회/2024-04/-/-/- 공청회/2024-06/-/-/-",
    ),
    (
        "⟦14일|DATE 2024-05-14⟧ ⟦구미|LOC⟧와 ⟦21일|DATE 2024-05-21⟧ ⟦안동|LOC⟧에서 ⟦토론회|EVENT⟧를 연다.",
        "토론회/2024-05-14/-/구미/-",
    ),
    (
        "⟦10월|DATE 2024-10⟧ ⟦청년 모집 설명회|EVENT⟧를 한다. ⟦모집 설명회|EVENT⟧는 ⟦나루관|LOC⟧에서 열린다.",
        "청년 모집 설명회/2024-10/-/나루관/-",
    ),
    (
        "⟦3일|DATE 2024-10-03⟧ ⟦청년 모집 설명회|EVENT⟧를, ⟦5일|DATE 2024-10-05⟧ ⟦모집 설명회|EVENT⟧를 연다.",
        "청년 모집 설명회/2024-10-03/-/-/- 모집 설명회/2024-10-05/-/-/-",
    ),
    (
        "⟦나루시|ORG⟧와 ⟦가람회|ORG⟧가 나섰다. ⟦5일|DATE 2024-03-05⟧ ⟦공예제|EVENT⟧가 열린다.",
        "공예제/2024-03-05/-/-/나루시",
    ),
    (
        "⟦나루시|ORG⟧는 쉰다. ⟦5일|DATE 2024-03-05⟧ 주민들이 ⟦퇴임식|EVENT⟧을 연다.",
        "퇴임식/2024-03-05/-/-/-",
    ),
    (
        "⟦나루사|ORG⟧는 쉰다. 주주들이 기다릴 ⟦주주총회|EVENT⟧는 ⟦5일|DATE 2024-03-05⟧ 열린다.",
        "주주총회/2024-03-05/-/-/나루사",
    ),
    (
        "⟦나루시|ORG⟧는 쉰다. 양측은 ⟦5일|DATE 2024-03-05⟧ ⟦서명식|EVENT⟧을 갖는다.",
        "서명식/2024-03-05/-/-/-",
    ),
    (
        "⟦나루시|ORG⟧는 쉰다. ⟦5일|DATE 2024-03-05⟧ ⟦퇴임식|EVENT⟧을 연다.",
        "퇴임식/2024-03-05/-/-/나루시",
    ),
    (
        "⟦나루시|ORG⟧의 ⟦2일부터 9일까지|DATE 2024-05-02/2024-05-09⟧ ⟦차 엑스포|EVENT⟧\n"
        "⟦3일~5일|DATE 2024-05-03/2024-05-05⟧ | ⟦찻잎 대회|EVENT⟧ | 차밭",
        "차 엑스포/2024-05-02/2024-05-09/-/-/나루시 찻잎 대회/2024-05-03/2024-05-05/-/차밭/-",
    ),
    (
        "⟦차 엑스포|EVENT⟧가 ⟦2일부터 9일까지|DATE 2024-05-02/2024-05-09⟧ 이레 동안 ⟦나루공원|LOC⟧에서 열린다.",
        "차 엑스포/2024-05-02/2024-05-09/-/나루공원/-",
    ),
    ("팀장은 ⟦발표회|EVENT⟧에서 “⟦9월|DATE 2024-09⟧에 내놓겠다”고 말했다.", "발표회/-/-/-/-"),
    (
        "대표는 ⟦21일|DATE 2024-05-21⟧ ⟦서울|LOC⟧에서 열리는 ‘⟦물 포럼|EVENT⟧’에서 발표한다. ⟦나루시|ORG⟧는 쉰다.",
        "물 포럼/2024-05-21/-/서울/-",
    ),
    (
        "⟦나루시|ORG⟧는 ⟦5일|DATE 2024-03-05⟧ ⟦나루시 달빛동 새솔센터|LOC⟧에서 ⟦개소식|EVENT⟧을 했다.",
        "개소식/2024-03-05/-/나루시 달빛동 새솔센터/나루시",
    ),
    (
        "⟦나루제|EVENT⟧가 ⟦1일부터 5일까지|DATE 2024-10-01/2024-10-05⟧ 열린다.\n⟦개막식|EVENT⟧은 첫날 ⟦오후 7시|TIME T19:00⟧ 열린다. "
        "이에 앞서 ⟦오후 4시|TIME T16:00⟧부터 ⟦거리 퍼레이드|EVENT⟧가 벌어진다. 마지막 날에는 ⟦폐막식|EVENT⟧이 있다.",
        "나루제/2024-10-01/2024-10-05/-/-/- 개막식/2024-10-01/T19:00/-/- 거리 퍼레이드/2024-10-01/T16:00/-/- "
        "폐막식/2024-10-05/-/-/-",
    ),
    ("⟦6일|DATE 2024-11-06⟧부터 사흘 동안 ⟦로봇산업전|EVENT⟧이 열린다.", "로봇산업전/2024-11-06/2024-11-08/-/-/-"),
    (
        "⟦나루시의회|ORG⟧가 ⟦5일|DATE 2024-09-05⟧ ⟦제9회 임시회|EVENT⟧를 열고 ⟦13일|DATE 2024-08-13⟧까지 9일간 일한다.",
        "제9회 임시회/2024-09-05/2024-09-13/-/-/나루시의회",
    ),
    (
        "⟦한지전|EVENT⟧은 ⟦7일부터 10일까지|DATE 2024-11-07/2024-11-10⟧ 열린다. 관람시간은 ⟦10시~18시|TIME T10:00/T18:00⟧다.",
        "한지전/2024-11-07/2024-11-10/T10:00/T18:00/-/-",
    ),
    (
        "⟦2월|DATE 2024-02⟧ ⟦제4회 박람회|EVENT⟧를 열었다. ⟦8월|DATE 2024-08⟧ ⟦제5회 박람회|EVENT⟧를 연다.",
        "제4회 박람회/2024-02/-/-/- 제5회 박람회/2024-08/-/-/-",
    ),
    ("⟦재작년|DATE 2013⟧ ⟦나루백일장|EVENT⟧에서 장원을 했다.", "나루백일장/2013/-/-/-"),
    (
        "⟦나루시|ORG⟧ 길해솔 소장은 ⟦23일 오후|TIME 2024-03-23TAF⟧ ⟦간담회|EVENT⟧를 열었다.",
        "간담회/2024-03-23/-/-/나루시",
    ),
    (
        "⟦나루사|ORG⟧는 ⟦4일|DATE 2026-06-04⟧ ⟦서울|LOC⟧에서 열리는 가전 박람회 ‘⟦CES 2026|EVENT⟧’에 처음 참가한다.",
        "CES 2026/2026-06-04/-/서울/-",
    ),
    ("이날 ⟦준공식|EVENT⟧에는 ⟦이날|DATE XXXX-XX-XX⟧ 주민이 왔다.", "준공식/-/-/-/-"),
    ("원서는 ⟦3일|DATE 2024-06-03⟧까지 받고 ⟦설명회|EVENT⟧는 ⟦7일|DATE 2024-06-07⟧ 연다.", "설명회/2024-06-07/-/-/-"),
    ("⟦1일|DATE 2024-06-01⟧ 자료를 내고 ⟦8일|DATE 2024-06-08⟧ ⟦착공식|EVENT⟧은 따로 연다.", "착공식/2024-06-08/-/-/-"),
    ("⟦25일|DATE 2024-05-25⟧ 예정됐던 ⟦입학식|EVENT⟧은 ⟦10일|DATE 2024-06-10⟧로 미뤄졌다.", "입학식/2024-06-10/-/-/-"),
    ("⟦2일|DATE 2024-05-02⟧ ⟦입학식|EVENT⟧은 ⟦10일|DATE 2024-05-10⟧ 개학에 앞서 열린다.", "입학식/2024-05-02/-/-/-"),
    ("⟦추석|DATE 2024-09-17⟧ 전에 이웃을 불러 ⟦걷기대회|EVENT⟧를 연다.", "걷기대회/-/-/-/-"),
    (
        "⟦16일|DATE 2024-05-16⟧ 사흘간의 일정을 마치고 ⟦도서전|EVENT⟧이 막을 내렸다.",
        "도서전/2024-05-14/2024-05-16/-/-/-",
    ),
    (
        "⟦부산|LOC⟧(⟦19일|DATE 2024-11-19⟧)과 ⟦목포|LOC⟧(⟦21일|DATE 2024-11-21⟧)에서 ⟦설명회|EVENT⟧를 연다.",
        "설명회/2024-11-19/-/부산/-",
    ),
    (
        "⟦12일|DATE 2024-03-12⟧ ⟦서울|LOC⟧ 새솔타워에서, ⟦14일|DATE 2024-03-14⟧에는 ⟦대구|LOC⟧에서 ⟦공청회|EVENT⟧를 연다.",
        "공청회/2024-03-12/-/서울 새솔타워/-",
    ),
    ("⟦5일|DATE 2024-03-05⟧ ⟦꽃그림 대회|EVENT⟧ (잔디광장)", "꽃그림 대회/2024-03-05/-/잔디광장/-"),
    (
        "⟦5일|DATE 2024-03-05⟧ ⟦나루 엑스코|LOC⟧와 ⟦성서단지|LOC⟧ 일원에서 ⟦로봇전|EVENT⟧을 연다.",
        "로봇전/2024-03-05/-/나루 엑스코/-",
    ),
    (
        "⟦나루신항 7부두|LOC⟧(2단계) ⟦개장식|EVENT⟧을 ⟦지난 5일|DATE 2024-04-05⟧ 했다.",
        "개장식/2024-04-05/-/나루신항 7부두/-",
    ),
    ("⟦5일|DATE 2024-03-05⟧ ⟦통복시장|LOC⟧을 찾아 ⟦상인 간담회|EVENT⟧를 한다.", "상인 간담회/2024-03-05/-/통복시장/-"),
    (
        "⟦가람부|ORG⟧(이하 ⟦가부|ORG⟧)와 ⟦나루청|ORG⟧은 ⟦5일|DATE 2024-03-05⟧ ⟦설명회|EVENT⟧를 연다.",
        "설명회/2024-03-05/-/-/가람부",
    ),
]


def unmarked(line: str) -> tuple[str, list[Mention]]:
    text, position, found = "", 0, []
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        start, end = len(text), len(text) + len(mark[1])
        text, position = text + mark[1], mark.end()
        value = {"value": mark[3]} if mark[3] else None
        found.append({"type": mark[2], "start": start, "end": end, "text": mark[1], "value": value, "by": "test"})
    return text + line[position:], MENTIONS.validate_python(found)


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[MARK.sub(r"\1", line)[:24] for line, _ in CASES])
def test_records_of_events(line, expected):
    text, mentions = unmarked(line)
    found = find_events(text, [], mentions)
    fields = ([one.name, one.date, one.time, one.place, one.host] for one in found)
    assert " ".join("/".join(field or "-" for field in one) for one in fields) == expected


def test_a_host_has_its_full_form():
    text, mentions = unmarked("⟦해맑은부|ORG⟧는 ⟦5일|DATE 2024-03-05⟧ ⟦설명회|EVENT⟧를 연다.")
    full = Organization(name="해맑은환경부", aliases=["해맑은부"], spans=[(0, 4)], by="test")
    assert find_events(text, [], mentions, [full])[0].host == "해맑은환경부"


def test_a_lead_printed_twice_is_one_event():
    lead = "⟦나루시|ORG⟧는 ⟦5일|DATE 2024-03-05⟧ ⟦착공식|EVENT⟧을 열었다.\n"
    text, mentions = unmarked(lead * 2)
    found = find_events(text, [], mentions)
    assert [len(one.spans) for one in found] == [2]


@given(st.text(alphabet="나루에서 5일 을,|\n‘’.회의(가", min_size=12, max_size=80), st.integers(0, 8))
def test_any_text_is_read(text, start):
    event = {"type": "EVENT", "start": start, "end": start + 2, "text": text[start : start + 2], "by": "test"}
    date = {"type": "DATE", "start": 10, "end": 12, "text": text[10:12], "value": {"value": None}, "by": "test"}
    assert len(find_events(text, [], MENTIONS.validate_python([event, date]))) == 1
