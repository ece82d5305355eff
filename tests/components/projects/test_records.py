"""Records of projects: marked sentences and what the record of each project says."""

from __future__ import annotations

import pytest

from sasil.components.projects.forms import canonical, phase_of
from sasil.components.projects.records import find_projects
from sasil.record import NameMention, Organization

FORMS = [
    # names in the order of the text, the distinct projects among them
    (["TIDE21 해양산업 2단계(버전업2.0) 기본계획", "TIDE21 기본계획", "2단계 해양산업 기본계획"], 1),
    (["햇살 산책로 조성사업", "햇살 사업"], 1),
    (["도약대학20", "도약대학20 사업"], 1),
    (["바다숲 복원사업", "바다숲복원사업"], 1),
    (["TIDE21 해양산업 2단계 기본계획", "TIDE21 해양산업 1단계 기본계획"], 2),
    (["하천 정비사업", "도로 정비사업"], 2),
    (["수소버스 보급사업", "수소충전소 보급사업"], 2),
]

PHASES = [
    ("INBEC20 전략산업 3단계(버전업3.0) 기본계획", "3단계"),
    ("INBEC20 전략산업 1,2단계 기획사업", "1,2단계"),
    ("제3기 시민행복전략", "제3기"),
    ("RAIN 미래산업 2차(버전 2.0) 종합계획", "2차"),
    ("전환전략 버전 3.0", "버전 3.0"),
    ("직류송전 국산화 2차 사업", None),
    ("물빛 산책로 조성사업", None),
]

RECORDS = [
    ("⟦나루시|ORG⟧는 ‘⟦2026년|DATE 2026⟧ ⟦물길 시행계획|PROJECT⟧’을 확정했다.", {"status": "planned"}),
    ("⟦나루시|ORG⟧가 ‘⟦물길 종합계획|PROJECT⟧’(⟦’20~’24|DATE 2020/2024⟧)을 수립했다.", {"status": "planned"}),
    ("⟦나루시|ORG⟧는 ‘⟦물길 종합계획|PROJECT⟧’에 따라 둑을 쌓고 있다.", {"status": "ongoing"}),
    # 상태
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 마쳤다.", {"status": "completed"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧이 준공됐다.", {"status": "completed"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧ 최종보고회를 열었다.", {"status": "completed"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧ 실시설계 용역 최종보고회를 열고 공사비를 확정할 계획이다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧에 착수했다.", {"status": "ongoing"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧의 첫 삽을 떴다.", {"status": "ongoing"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 추진하고 있다.", {"status": "ongoing"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 추진할 계획이다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 내년에 시작할 예정이다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 다섯 곳에서 아홉 곳으로 늘린다.", {"status": "ongoing"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧의 입찰이 세 번째다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 나루천에 놓는다고 밝혔다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧에는 열 곳이 몰렸다.", {"status": "ongoing"}),
    ("장마에 앞서 ⟦물빛 산책로 조성사업|PROJECT⟧을 착공한다.", {"status": "planned"}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧은 유명하다.", {"status": "unknown"}),
    # 표의 줄: 비고와 해마다의 돈
    ("사업명 | 예산 | 비고↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦9|MONEY 9e8⟧ | 신규", {"status": "planned"}),
    ("사업명 | 예산 | 비고↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦9|MONEY 9e8⟧ | 2년 차", {"status": "ongoing"}),
    (
        "사업명 | 사업기간 | 2020년↵⟦물빛 정비사업|PROJECT⟧ | ⟦2018~2021|DATE 2018/2021⟧ | ⟦9|MONEY 9e8⟧",
        {"period": ("2018-01-01", "2021-12-31")},
    ),
    ("❍ ⟦물빛 산책로 조성|PROJECT⟧ : 국비 ⟦35억 원|MONEY 35e8⟧", {"status": "planned"}),
    ("⟦35억 원|MONEY 35e8⟧의 연구는 ‘⟦물빛 지원사업|PROJECT⟧’의 지원을 받은 것", {"status": "unknown"}),
    ("그동안 ⟦물빛 산책로 조성사업|PROJECT⟧을 통해 경험을 쌓았다.", {"status": "completed"}),
    # 기간
    ("⟦물빛 산책로 조성사업|PROJECT⟧은 ⟦2026년 3월|DATE 2026-03⟧ 준공된다.", {"period": (None, "2026-03-31")}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧은 ⟦2024년 5월|DATE 2024-05⟧ 착공했다.", {"period": ("2024-05-01", None)}),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧(⟦2022~2024년|DATE 2022/2024⟧)을 한다.",
        {"period": ("2022-01-01", "2024-12-31")},
    ),
    ("⟦2027년|DATE 2027⟧까지 ⟦물빛 산책로 조성사업|PROJECT⟧을 마친다.", {"period": (None, "2027-12-31")}),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧에 들어갔다. 이 사업은 ⟦2026년 6월|DATE 2026-06⟧ 완료된다.",
        {"period": (None, "2026-06-30")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧은 ⟦2023년 12월부터 2026년 11월까지|DATE 2023-12/2026-11⟧ 진행된다.",
        {"period": ("2023-12-01", "2026-11-30")},
    ),
    (
        "⟦2020년 7월부터 2021년 11월까지|DATE 2020-07/2021-11⟧ ‘⟦물빛 기획연구|PROJECT⟧’(9억 원)를 수행했다.",
        {"period": ("2020-07-01", "2021-11-30")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧을 알렸다.↵사업은 ⟦2025년 7월부터 2027년 6월까지|DATE 2025-07/2027-06⟧ 추진된다.",
        {"period": ("2025-07-01", "2027-06-30")},
    ),
    (
        "⟦나루도|ORG⟧는 ⟦가람시|ORG⟧·⟦한들군|ORG⟧, ⟦누리대|ORG⟧ 등 8개 기관과 ‘⟦물빛 교육사업|PROJECT⟧’ 추진을 위한 업무협약을 맺었다.",
        {"organizations": [("lead", "나루도"), ("partner", "가람시"), ("partner", "한들군"), ("partner", "누리대")]},
    ),
    (
        "⟦나루시의회|ORG⟧는 추경안을 의결했다. ‘⟦물빛 교육사업|PROJECT⟧’은 깎였다. ⟦나루시|ORG⟧ 과장은 아쉽다고 했다.",
        {"organizations": [("lead", "나루시")]},
    ),
    ("이번 행사는 ⟦물빛 교육사업|PROJECT⟧의 하나다.", {"status": "ongoing"}),
    ("나루시는 ‘⟦물빛 교육사업|PROJECT⟧’ 예산을 늘린다.", {"status": "ongoing"}),
    ("‘⟦물빛 교육사업|PROJECT⟧’을 ⟦서울|LOC⟧, ⟦부산|LOC⟧에서는 처음 실시한다.", {"locations": ["서울", "부산"]}),
    ("⟦물빛 산책로 조성사업|PROJECT⟧ 보고회를 ⟦3월 5일|DATE 2024-03-05⟧ 열었다.", {"period": None}),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧의 완공 시점을 ⟦2026년 3월|DATE 2026-03⟧에서 ⟦2026년 9월|DATE 2026-09⟧로 늦춘다.",
        {"period": (None, "2026-09-30")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧을 ⟦2022년 7월|DATE 2022-07⟧부터 3년간 한다.",
        {"period": ("2022-07-01", "2025-06-30")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧을 한다. 기간은 ⟦2022년 7월부터 2023년 2월까지|DATE 2022-07/2023-02⟧이다.",
        {"period": ("2022-07-01", "2023-02-28")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧ : ⟦12억 원|MONEY 12e8⟧ / ⟦’25~’29|DATE 2025/2029⟧",
        {"period": ("2025-01-01", "2029-12-31")},
    ),
    (
        "⟦물빛 산책로 조성사업|PROJECT⟧에 ⟦2020년부터 2023년까지|DATE 2020/2023⟧ 총 ⟦190억 원|MONEY 190e8⟧이 든다.",
        {"period": ("2020-01-01", "2023-12-31")},
    ),
    (
        "⟦2022년부터 2026년까지|DATE 2022/2026⟧ 나루천 둘레에서 추진할 「⟦물빛 종합계획|PROJECT⟧」을 확정했다.",
        {"period": ("2022-01-01", "2026-12-31")},
    ),
    ("⟦5월|DATE 2021-05⟧ 중 ‘⟦물빛 훈련 프로그램|PROJECT⟧’을 열기로 했다.", {"period": ("2021-05-01", None)}),
    (
        "⟦7월 1일|DATE 2025-07-01⟧부터 섬, 뭍의 병원을 잇는 ‘⟦물빛 시범사업|PROJECT⟧’도 시작한다.",
        {"period": ("2025-07-01", None)},
    ),
    (
        "‘⟦물빛 산책로 조성사업|PROJECT⟧’을 벌인다. 착공은 ⟦내년 3월|DATE 2023-03⟧, 준공 목표는 ⟦2025년 2분기|DATE 2025-Q2⟧다.",
        {"period": ("2023-03-01", "2025-06-30")},
    ),
    ("‘⟦물빛 교육사업|PROJECT⟧’은 ⟦7월|DATE 2024-07⟧ 한 달 동안 섬을 돈다.", {"period": ("2024-07-01", "2024-07-31")}),
    (
        "○ 용역명: ⟦물빛 전시관 조성 용역|PROJECT⟧↵○ 용역기간: 계약일 ~ ⟦2019. 6. 28.|DATE 2019-06-28⟧",
        {"period": (None, "2019-06-28")},
    ),
    ("⟦2023년 1월 1일|DATE 2023-01-01⟧ 새 기준 시행에 맞춰 ‘⟦물빛 개편사업|PROJECT⟧’을 벌인다.", {"period": None}),
    ("올 ⟦연말|DATE 2017⟧까지 ‘⟦물빛 조사 용역|PROJECT⟧’을 발주할지 검토한다.", {"period": None}),
    # 표의 칸: 기간, 준공, 여러 해의 돈
    (
        "사업명 | 사업기간↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦2019~2023|DATE 2019/2023⟧",
        {"period": ("2019-01-01", "2023-12-31")},
    ),
    (
        "< ⟦’24년|DATE 2024⟧ 주요 사업 예산안 > (단위: 억 원)↵사업명 | 증감↵⟦물빛 정비사업|PROJECT⟧ | ⟦9|MONEY 9e8⟧",
        {"period": ("2024-01-01", "2024-12-31")},
    ),
    (
        "< ⟦’24년|DATE 2024⟧ 주요 사업 예산 > (단위: 억 원)↵사업명 | 증감↵⟦물빛 정비사업|PROJECT⟧ | ⟦9|MONEY 9e8⟧",
        {"period": None},
    ),
    ("사업명 | 준공↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦2026. 8.|DATE 2026-08⟧", {"period": (None, "2026-08-31")}),
    (
        "사업명 | ⟦2024|DATE 2024⟧ | ⟦2025|DATE 2025⟧ | 계↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦1|MONEY 1e8⟧ | ⟦2|MONEY 2e8⟧ | ⟦3|MONEY 3e8⟧",
        {"period": ("2024-01-01", "2025-12-31")},
    ),
    (
        "사업명 | ⟦2024|DATE 2024⟧ | ⟦2025|DATE 2025⟧ | 증감↵⟦물빛 산책로 조성사업|PROJECT⟧ | ⟦1|MONEY 1e8⟧ | ⟦2|MONEY 2e8⟧ | ⟦1|MONEY 1e8⟧",
        {"period": None},
    ),
    (
        "⟦2025년 3월 4일|DATE 2025-03-04⟧ ⟦물빛 산책로 조성사업|PROJECT⟧ 준공식을 열었다.",
        {"period": (None, "2025-03-04")},
    ),
    ("⟦물빛 산책로 조성사업|PROJECT⟧ 신청을 ⟦5월 9일|DATE 2025-05-09⟧까지 받는다.", {"period": None}),
    (
        "□ ⟦물빛 산책로 조성|PROJECT⟧↵ ○ 사업기간 : ⟦2013~2017년|DATE 2013/2017⟧",
        {"period": ("2013-01-01", "2017-12-31")},
    ),
    # 곳
    ("⟦물빛 산책로 조성사업|PROJECT⟧을 한다. ⟦새터면|LOC⟧ 일원 3만㎡ 터에 숲길을 짓는다.", {"locations": ["새터면"]}),
    ("□ ⟦물빛 산책로 조성|PROJECT⟧(⟦새터면|LOC⟧ 일원)↵ ○ 규모 : 2㎞", {"locations": ["새터면"]}),
    ("□ ⟦물빛 산책로 조성|PROJECT⟧↵ ○ 위치 : ⟦새터면|LOC⟧", {"locations": ["새터면"]}),
    ("⟦새터면|LOC⟧에서 ⟦물빛 산책로 조성사업|PROJECT⟧ ⟦착공식|EVENT⟧을 열었다.", {"locations": ["새터면"]}),
    ("⟦새터회관|LOC⟧에서 ⟦물빛 산책로 조성사업|PROJECT⟧ ⟦설명회|EVENT⟧를 열었다.", {"locations": []}),
    ("- ⟦새터|LOC⟧: ⟦물빛 숲길 조성사업|PROJECT⟧(12억 원)", {"locations": ["새터"]}),
    ("② ⟦물빛 진료소 설치|PROJECT⟧ : ⟦새터면|LOC⟧ 등 4개 면, 나루병원 협력", {"locations": ["새터면"]}),
    (
        "⟦새터섬|LOC⟧과 ⟦나루섬|LOC⟧ 등 7개 섬에서 진행 중인 ‘⟦물빛 조명사업|PROJECT⟧’이 끝난다.",
        {"locations": ["새터섬", "나루섬"]},
    ),
    ("⟦새터|LOC⟧ 본사 옆에는 ‘⟦물빛 돌봄센터 건립사업|PROJECT⟧’도 벌인다.", {"locations": ["새터"]}),
    ("○ ⟦물빛 설계 용역|PROJECT⟧↵ ○ 위 치 : ⟦새터면|LOC⟧ 및 ⟦나루면|LOC⟧ 일원", {"locations": ["새터면", "나루면"]}),
    (
        "⟦물빛 하천 복원사업|PROJECT⟧에 공을 들인다. ⟦새터리|LOC⟧에서 ⟦나루절|LOC⟧ 입구까지 6.3㎞ 구간의 보를 걷는다.",
        {"locations": ["새터리", "나루절"]},
    ),
    (
        "⟦물빛 차고지 조성사업|PROJECT⟧을 한다. 차고지는 ⟦새터동|LOC⟧ 일대 6만4,000㎡에 420면 규모로 들어선다.",
        {"locations": ["새터동"]},
    ),
    # 기관
    (
        "⟦가온부|ORG⟧(이하 ⟦가부|ORG⟧)와 ⟦나루청|ORG⟧(청장 길해솔)은 ⟦물빛 개발사업|PROJECT⟧을 시작했다.",
        {"organizations": [("lead", "가온부"), ("lead", "나루청")]},
    ),
    ("⟦나루시|ORG⟧ 공고 제2024-7호↵용역명 : ⟦물빛 조사 용역|PROJECT⟧", {"organizations": [("lead", "나루시")]}),
    (
        "⟦나루시|ORG⟧, 다리 놓는다↵↵⟦한들사|ORG⟧가 지은 옛 다리다. 시는 ‘⟦물빛 다리 건설공사|PROJECT⟧’를 한다.",
        {"organizations": [("lead", "나루시")]},
    ),
    (
        "⟦나루사|ORG⟧와 ⟦한들대|ORG⟧는 협약을 맺었다. 두 기관은 ‘⟦물빛 연구과제|PROJECT⟧’를 함께 한다.",
        {"organizations": [("lead", "나루사"), ("lead", "한들대")]},
    ),
    (
        "⟦나루대|ORG⟧는 ⟦가온부|ORG⟧가 공모한 ‘⟦물빛 지원사업|PROJECT⟧’의 주관대학으로 선정됐다.",
        {"organizations": [("lead", "나루대"), ("lead", "가온부")]},
    ),
    (
        "⟦나루대|ORG⟧는 ⟦가온부|ORG⟧의 ‘⟦물빛 지원사업|PROJECT⟧’(2024년)에 뽑혔다.",
        {"organizations": [("partner", "나루대"), ("lead", "가온부")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 다리 건설공사|PROJECT⟧’를 시작했다.↵↵여기에 ⟦가온부|ORG⟧ 특별교부세 ⟦6억 원|MONEY 6e8⟧을 쓴다. "
        "시공은 ⟦한들건설|ORG⟧, 감리는 ⟦새터기술|ORG⟧이 맡았다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부"), ("partner", "한들건설"), ("partner", "새터기술")]},
    ),
    (
        "⟦나루병원|ORG⟧은 ‘⟦물빛 판독사업|PROJECT⟧’을 한다. 장비는 ⟦한들기기|ORG⟧가 공급한다.",
        {"organizations": [("lead", "나루병원"), ("partner", "한들기기")]},
    ),
    (
        "⟦가온도|ORG⟧는 ⟦나루시|ORG⟧, ⟦한들대|ORG⟧와 ‘⟦물빛 양성사업|PROJECT⟧’ 업무협약을 체결했다.",
        {"organizations": [("lead", "가온도"), ("partner", "나루시"), ("partner", "한들대")], "status": "planned"},
    ),
    (
        "⟦가온부|ORG⟧가 지원하고 ⟦나루원|ORG⟧이 주관하는 ‘⟦물빛 실증사업|PROJECT⟧’에 ⟦한들사|ORG⟧가 참여한다.",
        {"organizations": [("funder", "가온부"), ("lead", "나루원"), ("partner", "한들사")]},
    ),
    (
        "⟦가온공단|ORG⟧이 발주한 ‘⟦물빛 관리 용역|PROJECT⟧’을 ⟦한들사|ORG⟧가 수주했다.",
        {"organizations": [("lead", "가온공단"), ("partner", "한들사")]},
    ),
    (
        "⟦가온부|ORG⟧의 ‘⟦물빛 사업|PROJECT⟧’ 공모에 뽑힌 ⟦나루군|ORG⟧은 기뻐했다.",
        {"organizations": [("lead", "가온부"), ("partner", "나루군")]},
    ),
    ("⟦나루시의회|ORG⟧, 임시회 열어↵↵추경안에는 ‘⟦물빛 복구공사|PROJECT⟧’가 담겼다.", {"organizations": []}),
    (
        "⟦나루시|ORG⟧와 ⟦한들시|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 시작했다.",
        {"organizations": [("lead", "나루시"), ("lead", "한들시")]},
    ),
    (
        "⟦나루시|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 한다. ⟦가온도|ORG⟧가 ⟦6억 원|MONEY 6e8⟧을 보탠다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온도")]},
    ),
    ("⟦가온부|ORG⟧ ‘⟦물빛 산책로 조성사업|PROJECT⟧’에 응모했다.", {"organizations": [("lead", "가온부")]}),
    (
        "과제명 | 주관 | 참여↵⟦물빛 실증|PROJECT⟧ | ⟦가온연구원|ORG⟧ | ⟦나루대|ORG⟧",
        {"organizations": [("lead", "가온연구원"), ("partner", "나루대")]},
    ),
    ("⟦나루시|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 시작했다.", {"organizations": [("lead", "나루시")]}),
    (
        "⟦나루시|ORG⟧는 ⟦가온부|ORG⟧ 공모로 ⟦물빛 산책로 조성사업|PROJECT⟧을 한다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부")]},
    ),
    ("⟦가온연구원|ORG⟧이 주관하는 ⟦물빛 실증사업|PROJECT⟧이 시작됐다.", {"organizations": [("lead", "가온연구원")]}),
    (
        "⟦나루시|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 시작했다. 시공사는 ⟦한들건설|ORG⟧이다.",
        {"organizations": [("lead", "나루시"), ("partner", "한들건설")]},
    ),
    ("⟦물빛 산책로 조성사업|PROJECT⟧에 주민이 모였다.", {"organizations": []}),
    # 장소
    ("⟦새터면|LOC⟧ 일원의 ‘⟦물빛 전시관 건립사업|PROJECT⟧’을 신청했다.", {"locations": ["새터면"]}),
    ("⟦나루 새터|LOC⟧에 짓는 ‘⟦물빛 전시관 건립사업|PROJECT⟧’을 앞당긴다.", {"locations": ["나루 새터"]}),
    ("공사명 | 위치↵⟦물빛지 보강공사|PROJECT⟧ | ⟦새터군|LOC⟧", {"locations": ["새터군"]}),
    ("⟦새터동|LOC⟧ 주민들은 ‘⟦물빛 전시관 건립사업|PROJECT⟧’을 반겼다.", {"locations": []}),
    ("⟦물빛 전시관 건립사업|PROJECT⟧은 ⟦새터동|LOC⟧ 일원에 들어선다.", {"locations": ["새터동"]}),
    ("⟦물빛 전시관 건립사업|PROJECT⟧ 설명회를 ⟦새터동|LOC⟧ 주민센터에서 열었다.", {"locations": []}),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. 이 사업은 ⟦가온부|ORG⟧와 ⟦한들도|ORG⟧가 지원하며 5년 걸린다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부"), ("funder", "한들도")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦8억 원|MONEY 8e8⟧은 ⟦가온부|ORG⟧가 부담한다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦가온부|ORG⟧가 절반을 대고 시는 설계를 맡는다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦가온부|ORG⟧가 ⟦2026년|DATE 2026⟧부터 3년간 ⟦8억 원|MONEY 8e8⟧을 댄다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온부")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’에 ⟦9억 원|MONEY 9e8⟧(시비 ⟦5억 원|MONEY 5e8⟧, ⟦나루교육청|ORG⟧ ⟦4억 원|MONEY 4e8⟧)을 들인다.",
        {"organizations": [("lead", "나루시"), ("funder", "나루교육청")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦9억 원|MONEY 9e8⟧은 ⟦가온청|ORG⟧ 시설 융자로 충당한다.",
        {"organizations": [("lead", "나루시"), ("funder", "가온청")]},
    ),
    (
        "⟦나루시|ORG⟧는 ⟦한들대|ORG⟧와 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다.",
        {"organizations": [("lead", "나루시"), ("partner", "한들대")]},
    ),
    (
        "⟦나루시|ORG⟧는 ⟦한들아동기금|ORG⟧(HCF)과 손을 맞춰 ‘⟦물빛 정비사업|PROJECT⟧’을 벌인다.",
        {"organizations": [("lead", "나루시"), ("partner", "한들아동기금")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦한들대|ORG⟧와 ⟦가온병원|ORG⟧이 함께한다.",
        {"organizations": [("lead", "나루시"), ("partner", "한들대"), ("partner", "가온병원")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦한들정보|ORG⟧가 개발을, ⟦가온회계|ORG⟧가 검증을 맡았다.",
        {"organizations": [("lead", "나루시"), ("partner", "한들정보"), ("partner", "가온회계")]},
    ),
    (
        "⟦나루시|ORG⟧는 ‘⟦물빛 정비사업|PROJECT⟧’을 시작한다. ⟦한들은행|ORG⟧이 참여를 타진 중이다.",
        {"organizations": [("lead", "나루시")]},
    ),
    (
        "□ ‘⟦물빛 정비사업|PROJECT⟧’↵ - 전담기관: ⟦나루진흥원|ORG⟧ / 참여기관: ⟦가온도|ORG⟧, ⟦한들대|ORG⟧, ⟦다올전자|ORG⟧",
        {
            "organizations": [
                ("lead", "나루진흥원"),
                ("partner", "가온도"),
                ("partner", "한들대"),
                ("partner", "다올전자"),
            ]
        },
    ),
]

PROGRAMS = [
    (
        "「⟦제2차 물길 종합계획|PROJECT⟧」에 따라 ‘⟦물빛 산책로 조성사업|PROJECT⟧’을 한다.",
        "물빛 산책로 조성사업",
        "제2차 물길 종합계획",
        None,
    ),
    # 글, 묶음의 이름, 그 상위 계획, 단계
    (
        "⟦나루시|ORG⟧는 ⟦TIDE 전략산업 1단계 기획사업|PROJECT⟧을 통해 ⟦바다 택시|PROJECT⟧, ⟦부표 실증사업|PROJECT⟧ 등 "
        "총 ⟦4개|QUANTITY 4⟧ 과제를 따냈다.",
        "바다 택시",
        "TIDE 전략산업 1단계 기획사업",
        "1단계",
    ),
    (
        "⟦TIDE 2단계 기본계획|PROJECT⟧ 공개↵↵시는 ⟦TIDE 2단계 기본계획|PROJECT⟧을 내놨다.↵2단계 사업에는 "
        "⟦바다 택시|PROJECT⟧, ⟦부표 실증사업|PROJECT⟧ 등이 담겼다.",
        "부표 실증사업",
        "TIDE 2단계 기본계획",
        "2단계",
    ),
    (
        "⟦물빛 사업|PROJECT⟧ 착공↵↵⟦물빛 사업|PROJECT⟧이 시작됐다. 1단계에서는 ▲⟦전시관 건립|PROJECT⟧ ▲⟦광장 조성|PROJECT⟧을 한다.",
        "광장 조성",
        "물빛 사업",
        "1단계",
    ),
    # 줄마다 이름 하나인 목록
    (
        "⟦나루청|ORG⟧은 ‘⟦물빛 학교 운영사업|PROJECT⟧’을 넓힌다.↵ ○ 통학 : ‘⟦통학버스 확충사업|PROJECT⟧’↵ ○ 수업 : ‘⟦빛깔 프로그램|PROJECT⟧’",
        "빛깔 프로그램",
        "물빛 학교 운영사업",
        None,
    ),
    (
        "① ⟦물빛 아파트 건설공사|PROJECT⟧ : 7월 공고↵② ⟦나루 도로 개설공사|PROJECT⟧ : 8월 공고",
        "나루 도로 개설공사",
        None,
        None,
    ),
    (
        "‘⟦물빛 기술개발사업|PROJECT⟧’을 연다.↵세부과제는 둘이다. 나루가 이끄는 ‘⟦관측망 구축|PROJECT⟧’에 9억 원, 한들이 이끄는 ‘⟦예보 실증|PROJECT⟧’에 3억 원을 쓴다.",
        "예보 실증",
        "물빛 기술개발사업",
        None,
    ),
    (
        "‘⟦물빛 관광 자원화사업|PROJECT⟧’ 공개↵단계 | 내용↵1단계 | ⟦전시관 건립|PROJECT⟧↵2단계 | ⟦숲길 조성|PROJECT⟧",
        "숲길 조성",
        "물빛 관광 자원화사업",
        "2단계",
    ),
    ("⟦등대 복원사업|PROJECT⟧, ⟦부두 정비사업|PROJECT⟧ 등을 벌인다.", "등대 복원사업", None, None),
]


@pytest.mark.parametrize(("names", "count"), FORMS)
def test_forms_of_one_name_are_one_project(names, count):
    assert len(set(canonical(names).values())) == count


@pytest.mark.parametrize(("name", "phase"), PHASES)
def test_the_phase_of_a_name(name, phase):
    assert phase_of(name) == phase


@pytest.mark.parametrize(("line", "expected"), RECORDS)
def test_what_a_record_says(line, expected, unmark):
    text, mentions = unmark(line)
    (project,) = find_projects(text, [], mentions)
    found = project.model_dump()
    if project.period is not None:
        found["period"] = (project.period.start, project.period.end)
    found["organizations"] = [(role.role, role.name) for role in project.organizations]
    found["organizations"].sort(key=lambda role: text.index(role[1]))
    assert {key: found[key] for key in expected} == expected, line


@pytest.mark.parametrize(("line", "name", "program", "phase"), PROGRAMS)
def test_the_plan_that_a_project_belongs_to(line, name, program, phase, unmark):
    text, mentions = unmark(line)
    project = next(project for project in find_projects(text, [], mentions) if project.name == name)
    assert (project.program, project.phase) == (program, phase), line


def test_a_day_beside_a_group_is_that_of_all_its_members(unmark):
    line = "⟦등대 복원사업|PROJECT⟧, ⟦부두 정비사업|PROJECT⟧ 등 2개 과제에 ⟦2030년|DATE 2030⟧까지 9억 원을 투입한다."
    text, mentions = unmark(line)
    ends = [project.period and project.period.end for project in find_projects(text, [], mentions)]
    assert ends == ["2030-12-31", "2030-12-31"]


def test_a_lead_printed_twice_is_one_project(unmark):
    lead = "⟦나루시|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 시작했다."
    text, mentions = unmark(f"{lead}↵{lead}")
    (project,) = find_projects(text, [], mentions)
    assert len(project.spans) == 2


def test_organisations_stand_by_their_full_names(unmark):
    text, mentions = unmark("⟦한빛도|ORG⟧는 ⟦물빛 산책로 조성사업|PROJECT⟧을 시작했다.")
    bodies = [Organization(name="한빛특별자치도", aliases=["한빛도"], spans=[], by="test")]
    (project,) = find_projects(text, [], mentions, None, bodies)
    assert [role.name for role in project.organizations] == ["한빛특별자치도"]


def test_what_is_said_to_be_over_is_over_though_its_end_is_not_told(unmark):
    text, mentions = unmark("⟦2018년|DATE 2018⟧ 시작한 ‘⟦물빛 정비사업|PROJECT⟧’이 마무리됐다.")
    assert find_projects(text, [], mentions, "2024-05-01")[0].status == "completed"


@pytest.mark.parametrize(
    ("published", "status"), [("2021-05-01", "planned"), ("2023-05-01", "ongoing"), ("2025-05-01", "completed")]
)
def test_the_publication_date_decides_of_a_stated_period(published, status, unmark):
    text, mentions = unmark("⟦물빛 산책로 조성사업|PROJECT⟧(⟦2022~2024년|DATE 2022/2024⟧)이 있다.")
    assert find_projects(text, [], mentions, published)[0].status == status


def test_no_project_no_record():
    assert find_projects("사업이 없다.", [], []) == []


def test_long_lines_are_read():
    piece = "가나다 조성사업, "
    text = piece * 4000
    names = [
        NameMention(type="PROJECT", start=i, end=i + 8, text="가나다 조성사업", by="test")
        for i in range(0, len(text), len(piece))
    ]
    find_projects(text, [], names)


@pytest.mark.parametrize(("heading", "status"), [("연구단 출범", "ongoing"), ("연구단 구성 마무리", "planned")])
def test_the_parts_of_a_program_that_has_begun_have_begun(heading, status, unmark):
    text, mentions = unmark(
        f"물빛 {heading}↵↵⟦나루시|ORG⟧는 ‘⟦물빛 기술개발사업|PROJECT⟧’에 착수했다고 밝혔다.↵↵"
        "이 사업의 세부과제는 다음과 같다.↵① ⟦모래막이 개발|PROJECT⟧ : ⟦3억 원|MONEY 3e8⟧↵"
        "② ⟦여과막 국산화|PROJECT⟧ : ⟦5억 원|MONEY 5e8⟧↵"
    )
    found = {project.name: project for project in find_projects(text, [], mentions)}
    assert found["물빛 기술개발사업"].status == "ongoing"
    assert found["여과막 국산화"].program == "물빛 기술개발사업"
    assert found["여과막 국산화"].status == status


@pytest.mark.parametrize(("heading", "status"), [("신규과제 공모", "planned"), ("예산 확정", "ongoing")])
def test_the_items_of_a_call_are_to_come_though_there_is_money_this_year(heading, status, unmark):
    text, mentions = unmark(
        f"물빛 {heading}↵↵⟦가온부|ORG⟧는 세 과제를 밝혔다.↵↵과제명 | ⟦2026년|DATE 2026⟧ | ⟦2027년|DATE 2027⟧↵"
        "⟦여과막 국산화|PROJECT⟧ | ⟦3억 원|MONEY 3e8⟧ | ⟦5억 원|MONEY 5e8⟧↵"
    )
    (project,) = find_projects(text, [], mentions, "2026-03-01")
    assert project.status == status
