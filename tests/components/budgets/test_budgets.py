"""Budgets: marked texts and the money of each project, as role, amount in 억, and what else the text states."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sasil.components.budgets.finder import find_budgets
from sasil.components.projects.records import find_projects

P = "⟦물빛 산책로 조성사업|PROJECT⟧"
TWO = "⟦전시관 건립|PROJECT⟧, ⟦광장 조성|PROJECT⟧"

CASES = [
    # 글, (억, 구분, 사업 수, 묶음 크기)
    # 한 사업의 돈
    (f"{P}에 ⟦46억 원|MONEY 46e8⟧을 쓴다.", [(46, "total", 1, None)]),
    (f"{P}에는 총 ⟦46억 원|MONEY 46e8⟧이 들어간다.", [(46, "total", 1, None)]),
    (f"{P}(⟦46억|MONEY 46e8⟧)을 한다.", [(46, "total", 1, None)]),
    (f"⟦46억 원|MONEY 46e8⟧ 규모의 {P}을 따냈다.", [(46, "total", 1, None)]),
    (f"⟦46억 원|MONEY 46e8⟧을 투입하는 {P}을 시작했다.", [(46, "total", 1, None)]),
    (f"{P}이 시작됐다. 총사업비는 ⟦46억 원|MONEY 46e8⟧이다.", [(46, "total", 1, None)]),
    (f"{P}에 들어갔다. 이 사업에는 ⟦46억 원|MONEY 46e8⟧이 든다.", [(46, "total", 1, None)]),
    (f" - {P} : (’25) ⟦46|MONEY 46e8⟧", [(46, "total", 1, None)]),
    # 누구의 돈
    (f"{P}에 국비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "national", 1, None)]),
    (f"{P}에 도비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "provincial", 1, None)]),
    (f"{P}에 군비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "municipal", 1, None)]),
    (f"{P}에 시·군비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "municipal", 1, None)]),
    (f"{P}에 민자 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "private", 1, None)]),
    (f"{P}에 지방비 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "other", 1, None)]),
    (f"{P}에 정부출연금 ⟦20억 원|MONEY 20e8⟧을 쓴다.", [(20, "national", 1, None)]),
    # 묶음의 돈
    (f"{TWO} 등 ⟦7개|QUANTITY 7⟧ 사업에 ⟦90억 원|MONEY 90e8⟧을 쓴다.", [(90, "total", 2, 7)]),
    (f"{TWO} 등 총⟦7개|QUANTITY 7⟧ 과제에 ⟦90여억 원|MONEY 90e8 over⟧ 사업비를 확보했다.", [(90, "total", 2, 7)]),
    (f"{TWO} 등을 합쳐 모두 ⟦7개|QUANTITY 7⟧ 과제에 ⟦90억 원|MONEY 90e8⟧을 들인다.", [(90, "total", 2, 7)]),
    (
        f"{TWO} 등 ⟦7개|QUANTITY 7⟧ 과제를 골랐다. 여기에 드는 돈은 ⟦90억 원|MONEY 90e8⟧이다.",
        [(90, "total", 2, 7)],
    ),
    (f"{TWO} 등에 ⟦90억 원|MONEY 90e8⟧을 쓴다.", [(90, "total", 2, None)]),
    (f"{TWO} 등 신규 ⟦7개|QUANTITY 7⟧ 사업에는 모두 ⟦90억 원|MONEY 90e8⟧을 쓴다.", [(90, "total", 2, 7)]),
    (
        "윗말의 ⟦전시관 건립|PROJECT⟧에 ⟦30억 원|MONEY 30e8⟧, 아랫말의 ⟦광장 조성|PROJECT⟧에 ⟦20억 원|MONEY 20e8⟧ 등 5개 사업에 ⟦90억 원|MONEY 90e8⟧을 쓴다.",
        [(30, "total", 1, None), (20, "total", 1, None), (90, "total", 2, 5)],
    ),
    (f"⟦37억 원|MONEY 37e8⟧을 들여 {TWO} 등을 벌인다.", [(37, "total", 2, None)]),
    (
        "공사는 ⟦87억 원|MONEY 87e8⟧을 5개 사업에 투입한다. ⟦전시관 건립|PROJECT⟧이 먼저다. 이어 ⟦광장 조성|PROJECT⟧을 한다.",
        [(87, "total", 2, 5)],
    ),
    # 나열된 사업마다의 돈
    (
        "⟦전시관 건립|PROJECT⟧에 ⟦30억 원|MONEY 30e8⟧, ⟦광장 조성|PROJECT⟧에 ⟦20억 원|MONEY 20e8⟧을 쓴다.",
        [(30, "total", 1, None), (20, "total", 1, None)],
    ),
    (
        "▲⟦전시관 건립|PROJECT⟧ ⟦30억 원|MONEY 30e8⟧ ▲⟦광장 조성|PROJECT⟧ ⟦20억 원|MONEY 20e8⟧ 등 ⟦2개|QUANTITY 2⟧ 사업에 ⟦50억 원|MONEY 50e8⟧을 쓴다.",
        [(30, "total", 1, None), (20, "total", 1, None), (50, "total", 2, 2)],
    ),
    (f"1. 사업명 : {P}↵2. 사업규모 : 총 ⟦46억 원|MONEY 46e8⟧", [(46, "total", 1, None)]),
    # 두 번 적힌 돈은 하나
    (f"{P}에 ⟦46억 원|MONEY 46e8⟧↵↵{P}에 ⟦46억 원|MONEY 46e8⟧을 쓴다.", [(46, "total", 1, None)]),
    # 다른 사업의 공모에 뽑혀 하는 사업, 돈을 들여 시작한 사업, 돈을 돌려 쓰는 사업
    (
        f"{P}은 ⟦포구 살리기 공모사업|PROJECT⟧에 선정됐다. 총사업비는 ⟦68억 원|MONEY 68e8⟧이다.",
        [(68, "total", 1, None)],
    ),
    (
        "⟦전시관 건립|PROJECT⟧을 한다. 회사는 ⟦70억 원|MONEY 70e8⟧을 들여 해마다 600톤을 뽑는 ⟦생산라인 구축|PROJECT⟧에 착수했다.",
        [(70, "total", 1, None)],
    ),
    ("꽃길 예산 ⟦7억 원|MONEY 7e8⟧은 가게에 나눠 주는 ⟦상생 지원사업|PROJECT⟧으로 돌렸다.", [(7, "total", 1, None)]),
    # 지나가는 말
    (f"{P}을 한다. 그는 “관을 묻는 데 ⟦30억 원|MONEY 30e8⟧을 쓰기보다 낫다”고 했다.", []),
    (f"{P}을 한다. 그는 “예산은 ⟦30억 원|MONEY 30e8⟧”이라고 했다.", [(30, "total", 1, None)]),
    # 끝말로 다시 부르는 사업
    (
        "⟦검진센터 구축|PROJECT⟧, ⟦한방 시제품 공장 구축|PROJECT⟧을 한다.↵↵시제품 공장은 제천에 들어서며 ⟦28억 원|MONEY 28e8⟧이 소요된다.",
        [(28, "total", 1, None)],
    ),
    (
        "⟦검진센터 구축|PROJECT⟧, ⟦한방 시제품 공장 구축|PROJECT⟧을 한다.↵↵공단은 내년에 ⟦28억 원|MONEY 28e8⟧을 더 쓴다.",
        [],
    ),
    # 표
    (
        "과제명 | 국비 | 시비 | 합계↵⟦전시관 건립|PROJECT⟧ | ⟦20|MONEY 20e8⟧ | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧",
        [(20, "national", 1, None), (10, "municipal", 1, None), (30, "total", 1, None)],
    ),
    # 이름에서 떨어진 돈: 같은 문단의 사업, 글의 사업
    (f"{P}을 시작한다. 3만㎡ 터에 ⟦53억 원|MONEY 53e8⟧을 들여 숲길을 낸다.", [(53, "total", 1, None)]),
    (f"{P} 착공↵↵시는 {P}을 시작했다.↵↵사업비는 ⟦53억 원|MONEY 53e8⟧이다.", [(53, "total", 1, None)]),
    (f"{P}을 한다.↵ - 재원 : 국비 ⟦30억 원|MONEY 30e8⟧", [(30, "national", 1, None)]),
    (f"⟦30억 원|MONEY 30e8⟧ 들여 산책로 낸다↵↵{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다.", [(30, "total", 1, None)]),
    (f"{P}을 세 곳에서 다섯 곳으로 확대(⟦12억 원|MONEY 12e8⟧)", [(12, "total", 1, None)]),
    (
        f"특별교부세 ⟦10억|MONEY 10e8⟧과 예비비 ⟦4억|MONEY 4e8⟧을 급히 모아 {P}을 한다.",
        [(10, "national", 1, None), (4, "municipal", 1, None)],
    ),
    # 몫을 나눈 기관이 돈 앞에 바로 서는 글
    (
        f"{P}을 한다. 재원은 ⟦산업통상자원부|ORG⟧ ⟦66억 원|MONEY 66e8⟧, ⟦나루시|ORG⟧ ⟦12억 원|MONEY 12e8⟧이다.",
        [(66, "national", 1, None), (12, "municipal", 1, None)],
    ),
    # 온 돈 뒤에 나눠 내는 이들이 저마다의 돈과 함께 서는 글, 다른 나라 정부, 빌린 돈
    (
        f"{P}의 총사업비 ⟦9억 원|MONEY 9e8⟧은 시가 ⟦4억 원|MONEY 4e8⟧, 도가 ⟦5억 원|MONEY 5e8⟧을 분담한다.",
        [(9, "total", 1, None), (4, "municipal", 1, None), (5, "provincial", 1, None)],
    ),
    (f"{P}을 한다. 네팔 정부는 땅과 ⟦1억 원|MONEY 1e8⟧을 댄다.", [(1, "other", 1, None)]),
    (
        f"{P}에 드는 ⟦9억 원|MONEY 9e8⟧ 중 ⟦4억 원|MONEY 4e8⟧을 산업은행에서 빌린다.",
        [(9, "total", 1, None), (4, "other", 1, None)],
    ),
    (f"{P}에서 참여 기업은 최대 ⟦8억 원|MONEY 8e8⟧까지 지원받고 나머지를 스스로 부담한다.", [(8, "total", 1, None)]),
    # 멀리 앞에서, 목적어 뒤에서, 뒤 문장에서 알려 주는 재원
    (f"{P}에 ⟦나루시|ORG⟧도 쉼터를 꾸미도록 ⟦7억 원|MONEY 7e8⟧을 보탠다.", [(7, "municipal", 1, None)]),
    (f"{P}에 군에서 1인당 ⟦1억 원|MONEY 1e8 per=인⟧을 매달 보태 준다.", [(1, "municipal", 1, None)]),
    (f"{P}은 둑을 쌓는 데 드는 ⟦57억 원|MONEY 57e8⟧을 나라가 댄다.", [(57, "national", 1, None)]),
    (f"{P}(⟦78억 원|MONEY 78e8⟧)을 한다. 터를 닦는다. 재원은 모두 국비다.", [(78, "national", 1, None)]),
    (f"{P}(⟦78억 원|MONEY 78e8⟧)을 한다. 터를 닦는다. 재원은 국비와 시비다.", [(78, "total", 1, None)]),
    (
        f"{P}에 국고 ⟦5억 원|MONEY 5e8⟧씩 모두 ⟦15억 원|MONEY 15e8⟧을 받는다.",
        [(5, "national", 1, None), (15, "national", 1, None)],
    ),
    (
        f"{P}에 도와 시는 보조금 ⟦52억 원|MONEY 52e8⟧(도비 ⟦23억 원|MONEY 23e8⟧, 시비 ⟦29억 원|MONEY 29e8⟧)을 준다.",
        [(52, "other", 1, None), (23, "provincial", 1, None), (29, "municipal", 1, None)],
    ),
    (f"투자금 가운데 ⟦9억 원|MONEY 9e8⟧은 {P}에 쓴다.", [(9, "private", 1, None)]),
    (f"유상증자로 돈을 마련했다. 이 돈 가운데 ⟦9억 원|MONEY 9e8⟧을 들여 {P}을 한다.", [(9, "total", 1, None)]),
    # 다른 사람이 내는 돈: 이름씨로, 괄호로, 뒤에서
    (f"{P}에 시 출연금 ⟦5억 원|MONEY 5e8⟧을 쓴다.", [(5, "municipal", 1, None)]),
    (f"{P}에 입주기업 부담 ⟦5억 원|MONEY 5e8⟧을 쓴다.", [(5, "private", 1, None)]),
    (f"{P}에 ⟦한빛에너지기술평가원|ORG⟧ 출연금 ⟦5억 원|MONEY 5e8⟧을 쓴다.", [(5, "national", 1, None)]),
    (f"{P}에 ⟦나루시|ORG⟧ 대응투자 ⟦5억 원|MONEY 5e8⟧을 쓴다.", [(5, "municipal", 1, None)]),
    (
        f"{P}에는 ⟦9억 원|MONEY 9e8⟧이 들며 도(⟦4억 원|MONEY 4e8⟧)와 군(⟦5억 원|MONEY 5e8⟧)이 나눠 낸다.",
        [(9, "total", 1, None), (4, "provincial", 1, None), (5, "municipal", 1, None)],
    ),
    (
        f"{P} 사업비 ⟦9억 원|MONEY 9e8⟧ 가운데 ⟦4억 원|MONEY 4e8⟧은 기업이, ⟦5억 원|MONEY 5e8⟧은 ⟦교육부|ORG⟧가 부담한다.",
        [(9, "total", 1, None), (4, "private", 1, None), (5, "national", 1, None)],
    ),
    (f"{P}을 연다. 필요한 ⟦5억 원|MONEY 5e8⟧은 ⟦㈜가람전자|ORG⟧가 후원했다.", [(5, "private", 1, None)]),
    (f"{P}에 ⟦나루군|ORG⟧이 진입로에 ⟦5억 원|MONEY 5e8⟧을 보탠다.", [(5, "municipal", 1, None)]),
    (
        f"{P}에 ⟦나루도|ORG⟧와 ⟦한들시|ORG⟧가 ⟦5억 원|MONEY 5e8⟧씩 낸다.",
        [(5, "provincial", 1, None), (5, "municipal", 1, None)],
    ),
    (f"{P}에 도와 시가 ⟦5억 원|MONEY 5e8⟧씩 낸다.", [(5, "provincial", 1, None), (5, "municipal", 1, None)]),
    (f"{P}에 ⟦나루도|ORG⟧와 ⟦한들시|ORG⟧가 ⟦5억 원|MONEY 5e8⟧을 낸다.", [(5, "other", 1, None)]),
    (
        f"{P}에 ⟦나루도|ORG⟧와 ⟦한들시|ORG⟧가 각각 ⟦5억 원|MONEY 5e8⟧과 ⟦3억 원|MONEY 3e8⟧을 낸다.",
        [(5, "provincial", 1, None), (3, "municipal", 1, None)],
    ),
    (f"{P}을 시작했다. 정부출연금은 3년간 ⟦5억 원|MONEY 5e8⟧이다.", [(5, "national", 1, None)]),
    (f"{P}에 군비는 해마다 ⟦5억 원|MONEY 5e8⟧이 든다.", [(5, "municipal", 1, None)]),
    (f"{P}을 합니다. ⟦나루시|ORG⟧는 수리비 ⟦5억 원|MONEY 5e8⟧을 보탭니다.", [(5, "municipal", 1, None)]),
    (f"{P}에 국비와 시비를 ⟦5억 원|MONEY 5e8⟧씩 쓴다.", [(5, "national", 1, None), (5, "municipal", 1, None)]),
    (f"{P}에 ⟦5억 원|MONEY 5e8⟧의 국비를 쓴다.", [(5, "national", 1, None)]),
    (
        f"{P} : ⟦7억 원|MONEY 7e8⟧(국 ⟦4|MONEY 4e8⟧, 도 ⟦1|MONEY 1e8⟧, 시군 ⟦2|MONEY 2e8⟧)",
        [(7, "total", 1, None), (4, "national", 1, None), (1, "provincial", 1, None), (2, "municipal", 1, None)],
    ),
    (f"⟦한빛재단|ORG⟧은 ⟦㈜가람전자|ORG⟧가 기탁한 ⟦3억 원|MONEY 3e8⟧으로 {P}을 한다.", [(3, "private", 1, None)]),
    (
        f"{P}에는 교비 ⟦6억 원|MONEY 6e8⟧, 대응자금 ⟦6억 원|MONEY 6e8⟧ 등 모두 ⟦12억 원|MONEY 12e8⟧을 쓴다.",
        [(6, "other", 1, None), (6, "other", 1, None), (12, "total", 1, None)],
    ),
    (f"{P}에는 시가 건축비 ⟦9억 원|MONEY 9e8⟧을 부담한다.", [(9, "municipal", 1, None)]),
    (f"{P}을 연다. 회비 ⟦3억 원|MONEY 3e8⟧을 시가 댄다.", [(3, "municipal", 1, None)]),
    (f"{P} 교육비는 매년 ⟦3억 원|MONEY 3e8⟧으로 전액 회사 몫이다.", [(3, "private", 1, None)]),
    (f"{P}에는 기업 후원금 ⟦3억 원|MONEY 3e8⟧이 쓰인다.", [(3, "private", 1, None)]),
    (f"{P}을 끝냈다. 예산은 지난해보다 ⟦2억 원|MONEY 2e8⟧ 줄었다.", []),
    (f"{P}으로 ⟦9억 원|MONEY 9e8⟧의 수입을 올렸다.", []),
    (f"{P}을 끝냈다. 시는 올해 행사에 시비 ⟦6억 원|MONEY 6e8⟧을 들였다.", []),
    # 제 사업에 쓰는 돈은 누가 쓰든 전체다
    (f"⟦나루시|ORG⟧는 {P}에 ⟦5억 원|MONEY 5e8⟧을 들인다.", [(5, "total", 1, None)]),
    (f"⟦㈜가람전자|ORG⟧는 {P}에 ⟦5억 원|MONEY 5e8⟧을 투자한다.", [(5, "total", 1, None)]),
    # 국비를 다루는 글의 목록은 국비다
    (
        "국비 ⟦50억|MONEY 50e8⟧ 확보↵↵시는 ▲⟦전시관 건립|PROJECT⟧ ⟦30억 원|MONEY 30e8⟧ ▲⟦광장 조성|PROJECT⟧ ⟦20억 원|MONEY 20e8⟧이 반영됐다고 밝혔다.",
        [(50, "national", 2, None), (30, "national", 1, None), (20, "national", 1, None)],
    ),
    (
        "국비 ⟦90억|MONEY 90e8⟧ 확보↵↵시는 ⟦전시관 건립|PROJECT⟧(⟦30억 원|MONEY 30e8⟧)도 따냈다고 밝혔다. 총사업비는 ⟦70억 원|MONEY 70e8⟧이다.",
        [(30, "national", 1, None), (70, "total", 1, None)],
    ),
    # 따로 적힌 합계
    (
        "현안 2건 ⟦50억 원|MONEY 50e8⟧을 건의했다.↵⟦전시관 건립|PROJECT⟧(⟦30억 원|MONEY 30e8⟧)과 ⟦광장 조성|PROJECT⟧(⟦20억 원|MONEY 20e8⟧)이다.",
        [(50, "total", 2, 2), (30, "total", 1, None), (20, "total", 1, None)],
    ),
    # 연차별로 나뉜 국비
    (
        f"{P}에 국비 ⟦21억 원|MONEY 21e8⟧이 든다. 연차별로는 ’12년 ⟦9억|MONEY 9e8⟧, ’13년 ⟦12억 원|MONEY 12e8⟧이다.",
        [(21, "national", 1, None), (9, "national", 1, None), (12, "national", 1, None)],
    ),
    # 이름이 따로 있는 몫
    (
        f"{P}에 ⟦50억 원|MONEY 50e8⟧이 든다.↵‘⟦관측망 구축|PROJECT⟧’에 ⟦30억 원|MONEY 30e8⟧, ‘⟦모형 개발|PROJECT⟧’에 ⟦20억 원|MONEY 20e8⟧을 배정했다.",
        [(50, "total", 1, None), (30, "total", 1, None), (20, "total", 1, None)],
    ),
    # 이름 앞에 선 돈
    (f"⟦42억 원|MONEY 42e8⟧이 드는 ‘{P}’도 의결됐다.", [(42, "total", 1, None)]),
    (f"⟦42억 원|MONEY 42e8⟧ 한도의 ‘{P}’을 가동한다.", [(42, "total", 1, None)]),
    (f"나루에 ⟦42억 원|MONEY 42e8⟧을 들인 ‘{P}’을 끝냈다.", [(42, "total", 1, None)]),
    # 하나에 얼마
    (f"{P}을 시작한다. 훈련생에게는 ⟦1억 원|MONEY 1e8 per=P1M⟧씩 수당을 준다.", [(1, "total", 1, None)]),
    (f"{P}에서 한 곳이 받는 돈은 ⟦1억 원|MONEY 1e8⟧까지다.", [(1, "total", 1, None)]),
    (f"{P}을 알렸다. 가격은 대당 ⟦1억 원|MONEY 1e8 per=대⟧이다.", []),
    (f"{P}을 알렸다. 축제 예산은 ⟦8억 원|MONEY 8e8⟧이다.", []),
    (f"{P}을 알렸다. 늘어난 ⟦8억 원|MONEY 8e8⟧은 빚이다.", []),
    # 표: 빈 칸이 있는 줄, 이름만 있는 열
    (
        "사업명 | 계 | 국비 | 시비 | 기타 | 비고↵⟦전시관 건립|PROJECT⟧ | ⟦9|MONEY 9e8⟧ | ⟦4|MONEY 4e8⟧ | ⟦3|MONEY 3e8⟧ | ⟦2|MONEY 2e8⟧ | 신규↵⟦광장 조성|PROJECT⟧ | ⟦6|MONEY 6e8⟧ | ⟦4|MONEY 4e8⟧ | ⟦2|MONEY 2e8⟧ | 준공",
        [
            *[(9, "total", 1, None), (4, "national", 1, None), (3, "municipal", 1, None), (2, "other", 1, None)],
            *[(6, "total", 1, None), (4, "national", 1, None), (2, "municipal", 1, None)],
        ],
    ),
    (
        "사업명 | 총액 | 수공 | 시비↵⟦전시관 건립|PROJECT⟧ | ⟦9|MONEY 9e8⟧ | ⟦5|MONEY 5e8⟧ | ⟦4|MONEY 4e8⟧",
        [(9, "total", 1, None), (5, "other", 1, None), (4, "municipal", 1, None)],
    ),
    # 목록의 합계: 저마다 제 사업의 돈이다
    (
        "‘⟦전시관 건립|PROJECT⟧’에 ⟦30억 원|MONEY 30e8⟧, ‘⟦광장 조성|PROJECT⟧’에 ⟦20억 원|MONEY 20e8⟧ 등 모두 ⟦50억 원|MONEY 50e8⟧을 들인다.",
        [(30, "total", 1, None), (20, "total", 1, None), (50, "total", 2, None)],
    ),
    (
        "⟦64억 원|MONEY 64e8⟧을 ‘⟦전시관 건립|PROJECT⟧’에, ⟦48억 원|MONEY 48e8⟧을 ‘⟦광장 조성|PROJECT⟧’에 쓴다.",
        [(64, "total", 1, None), (48, "total", 1, None)],
    ),
    # 빌리거나 모은 돈
    (
        f"{P}에는 ⟦28억 원|MONEY 28e8⟧이 든다. ⟦15억 원|MONEY 15e8⟧은 유상증자로, ⟦13억 원|MONEY 13e8⟧은 은행 차입으로 조달한다.",
        [(28, "total", 1, None), (15, "other", 1, None), (13, "other", 1, None)],
    ),
    # 딱지와 값만 있는 줄
    (
        f"사업명 | {P}↵사업기간 | 2년↵사업비 | ⟦9억 원|MONEY 9e8⟧(국비 ⟦5억 원|MONEY 5e8⟧, 시비 ⟦4억 원|MONEY 4e8⟧)",
        [(9, "total", 1, None), (5, "national", 1, None), (4, "municipal", 1, None)],
    ),
    (f"○ {P}↵○ 사 업 비 : 금⟦9억 원|MONEY 9e8⟧", [(9, "total", 1, None)]),
    # 받는 쪽의 한도는 하나에 얼마다
    (f"{P} 참가자는 수리비로 ⟦1억 원|MONEY 1e8 at_most⟧까지 받는다.", [(1, "total", 1, None)]),
    (f"{P}을 알렸다. 고철을 팔아 ⟦3억 원|MONEY 3e8⟧을 벌었다.", []),
    # 한 문장에 나란한 돈은 앞의 돈과 같은 데서 온다
    (
        "‘⟦전시관 건립|PROJECT⟧’으로 국비 ⟦30억 원|MONEY 30e8⟧, ‘⟦광장 조성|PROJECT⟧’으로 ⟦20억 원|MONEY 20e8⟧을 확보했다.",
        [(30, "national", 1, None), (20, "national", 1, None)],
    ),
    # 바뀐 뒤의 돈, 깎인 돈, 모자란 돈
    (
        f"{P}에 들어간 돈이 ⟦4억 원|MONEY 4e8⟧입니다. 올해는 ⟦5억 원|MONEY 5e8⟧으로 늘었어요.",
        [(4, "total", 1, None), (5, "total", 1, None)],
    ),
    (f"{P} 예산 ⟦40억 원|MONEY 40e8⟧ 가운데 ⟦12억 원|MONEY 12e8⟧을 깎았다.", [(40, "total", 1, None)]),
    (f"{P}의 사업비는 ⟦97억 원|MONEY 97e8⟧이다. 추가로 필요한 ⟦35억 원|MONEY 35e8⟧은 없다.", [(97, "total", 1, None)]),
    # 항목의 돈, 여럿이 나누는 돈, 전액
    (f"{P} 설계비 ⟦3억 원|MONEY 3e8⟧이 반영됐다.", [(3, "other", 1, None)]),
    (
        f"{P}에 국비 ⟦24억 원|MONEY 24e8⟧을 쓰고 나머지 ⟦10억 원|MONEY 10e8⟧은 5개 시군이 나눠 부담한다.",
        [(24, "national", 1, None), (10, "municipal", 1, None)],
    ),
    (f"{P} 사업비 ⟦98억 원|MONEY 98e8⟧을 전액 민간자본으로 조달한다.", [(98, "private", 1, None)]),
    # 배를 따낸 값은 사업의 돈이 아니다
    (f"화물선 두 척을 ⟦58억 원|MONEY 58e8⟧에 수주했다. 회사는 {P}을 한다.", []),
    # 딱지가 여럿인 줄, 해마다의 사업비가 한 줄에 있는 표
    (
        f"사업명 | {P} | 기간 | 2년↵총사업비 | ⟦9억 원|MONEY 9e8⟧ | 재원 | 국비 ⟦5억 원|MONEY 5e8⟧, 시비 ⟦4억 원|MONEY 4e8⟧",
        [(9, "total", 1, None), (5, "national", 1, None), (4, "municipal", 1, None)],
    ),
    (
        f"{P}의 계획은 다음과 같다.↵연도 | 2025 | 2026 | 계↵사업비 | ⟦4|MONEY 4e8⟧ | ⟦8|MONEY 8e8⟧ | ⟦12|MONEY 12e8⟧",
        [(4, "total", 1, None), (8, "total", 1, None), (12, "total", 1, None)],
    ),
    # 누구의 돈인지가 뒤에 온다
    (f"{P}을 연다. 사업비 ⟦3억 원|MONEY 3e8⟧은 전액 시비다.", [(3, "municipal", 1, None)]),
    (f"{P}(⟦9억 원|MONEY 9e8⟧, 전액 군비)을 끝낸다.", [(9, "municipal", 1, None)]),
    (f"{P}을 연다. 사업비 ⟦3억 원|MONEY 3e8⟧은 마을발전기금에서 나온다.", [(3, "other", 1, None)]),
    # 바뀐 돈은 둘, 그 차이는 아니다
    (
        f"{P} 예산을 ⟦8억 원|MONEY 8e8⟧에서 ⟦24억 원|MONEY 24e8⟧으로 늘린다.",
        [(8, "total", 1, None), (24, "total", 1, None)],
    ),
    (f"{P} 예산이 ⟦6억 원|MONEY 6e8⟧ 늘어난 ⟦88억 원|MONEY 88e8⟧이 됐다.", [(88, "total", 1, None)]),
    # 나열된 사업 다음 문장
    (
        f"{TWO} 등 ⟦2개|QUANTITY 2⟧ 과제를 이어 간다. 예산은 ⟦12억 원|MONEY 12e8⟧이다.",
        [(12, "total", 2, 2)],
    ),
    # 저마다의 몫: 두 재원, 두 기관, 두 사업
    (
        f"{P}에 도비와 시비가 각각 ⟦9억 원|MONEY 9e8⟧ 들어간다.",
        [(9, "provincial", 1, None), (9, "municipal", 1, None)],
    ),
    (
        f"{P} 사업비는 ⟦경상남도|ORG⟧와 ⟦남해군|ORG⟧이 각각 ⟦15억 원|MONEY 15e8⟧과 ⟦9억 원|MONEY 9e8⟧을 낸다.",
        [(15, "provincial", 1, None), (9, "municipal", 1, None)],
    ),
    (
        "‘⟦전시관 건립사업|PROJECT⟧’과 ‘⟦광장 조성사업|PROJECT⟧’에 예산은 각각 ⟦11억 원|MONEY 11e8⟧, ⟦3억 원|MONEY 3e8⟧이다.",
        [(11, "total", 1, None), (3, "total", 1, None)],
    ),
    (
        "‘⟦전시관 건립사업|PROJECT⟧’과 ‘⟦광장 조성사업|PROJECT⟧’이 함께한다. 두 사업에서 모두 ⟦18억 원|MONEY 18e8⟧을 받았다.",
        [(18, "total", 2, None)],
    ),
    (
        f"⟦물길 1차 계획|PROJECT⟧에서 ⟦탐방로 조성|PROJECT⟧, {TWO} 등 총 ⟦14개|QUANTITY 14⟧ 사업에 ⟦92억 원|MONEY 92e8⟧을 쓴다.",
        [(92, "total", 3, 14)],
    ),
    # 누가 냈는가
    (f"{P}에 ⟦가온공사|ORG⟧가 ⟦6억 원|MONEY 6e8⟧을 댄다.", [(6, "other", 1, None)]),
    (f"{P} 연구비 가운데 ⟦5억 원|MONEY 5e8⟧은 회사가 댔다.", [(5, "private", 1, None)]),
    (f"{P}의 총사업비 ⟦134억 원|MONEY 134e8⟧ 전액 국비", [(134, "national", 1, None)]),
    (f"{P}에 군비로만 ⟦3억 원|MONEY 3e8⟧이 들었다.", [(3, "municipal", 1, None)]),
    (f"{P}에 ⟦나루도|ORG⟧와 ⟦가람시|ORG⟧가 ⟦6억 원|MONEY 6e8⟧을 댄다.", [(6, "other", 1, None)]),
    (f"{P}에 ⟦나루시|ORG⟧와 ⟦가람시|ORG⟧가 ⟦6억 원|MONEY 6e8⟧을 댄다.", [(6, "municipal", 1, None)]),
    (f"{P}에 ⟦나루도|ORG⟧가 나머지 ⟦6억 원|MONEY 6e8⟧을 댄다.", [(6, "provincial", 1, None)]),
    (f"{P}에 ⟦나루청|ORG⟧ 연구개발비 ⟦6억 원|MONEY 6e8⟧이 든다.", [(6, "national", 1, None)]),
    # 뒤에서 무엇을 하는지 말한 사업의 돈
    (f"⟦54억 원|MONEY 54e8⟧을 따로 내어 강변 둑길에서 추진하는 {P}이다.", [(54, "total", 1, None)]),
    (f"군은 ⟦46억 원|MONEY 46e8⟧으로 탐방로 4.4㎞를 휠체어가 다니게 고치는 {P}을 한다.", [(46, "total", 1, None)]),
    (f"시는 ⟦18억 원|MONEY 18e8⟧을 벌었고, 이듬해 첫 삽을 뜨는 {P}도 알렸다.", []),
    (f"회사당 ⟦3억 원|MONEY 3e8 per=개사⟧까지 주는 {P}을 펼친다.", [(3, "total", 1, None)]),
    (
        f"- {P} : 낡은 다리와 난간을 고치고 밤길을 밝히는 등불 40개를 세우는 일, ⟦7억 원|MONEY 7e8⟧",
        [(7, "total", 1, None)],
    ),
    (f"통장에 ⟦46만원|MONEY 46e4⟧이 남았을 때 한들진흥원의 {P}에 뽑혔다.", []),
    # 한 기관의 한 해 예산은 표에 적힌 사업들의 돈이 아니다
    (
        "새해 예산↵↵나루부는 새해 예산안이 총 ⟦900억 원|MONEY 900e8⟧이라고 밝혔다.↵↵사업명 | 예산↵⟦전시관 건립|PROJECT⟧ | ⟦10|MONEY 10e8⟧↵⟦광장 조성|PROJECT⟧ | ⟦20|MONEY 20e8⟧",
        [(10, "total", 1, None), (20, "total", 1, None)],
    ),
    # 곳마다의 돈, 단계의 돈
    (f"{P}을 한다. 섬마다 국비 ⟦4억 원|MONEY 4e8⟧을 지원한다.", [(4, "national", 1, None)]),
    (
        f"{P}에 총 ⟦30억 원|MONEY 30e8⟧을 쓴다. 1단계에는 ⟦10억 원|MONEY 10e8⟧, 2단계에는 ⟦20억 원|MONEY 20e8⟧이다.",
        [(30, "total", 1, None), (10, "total", 1, None), (20, "total", 1, None)],
    ),
    (f"{P}을 ⟦20억 원|MONEY 20e8⟧에 수주했다.", [(20, "total", 1, None)]),
    ("⟦전시관 건립|PROJECT⟧ 설계비(⟦6억 원|MONEY 6e8⟧)를 담았다.", [(6, "total", 1, None)]),
    # 뒤에 이름이 나오는 사업의 돈이 아니다
    (f"국비 ⟦100억 원|MONEY 100e8⟧을 얻었다.↵↵{P}에 ⟦3억 원|MONEY 3e8⟧을 쓴다.", [(3, "total", 1, None)]),
    # 사업의 돈이 아니다
    (f"{P}을 알렸다. 1인당 ⟦5만 원|MONEY 5e4 per=인⟧의 재료비가 든다.", []),
    (f"{P}을 알렸다. 2부 상금은 모두 ⟦3천만 원|MONEY 3e7⟧이다.", []),
    (f"{P}을 알렸다.↵세계 시장은 지난해 ⟦158억 달러|MONEY 158e8⟧에서 ⟦906억 달러|MONEY 906e8⟧로 불어난다.", []),
    (f"{P} 데모데이 ⟦37억 원|MONEY 37e8⟧ 투자 유치↵↵{P}이 끝났다.", []),
    (f"{P}을 알렸다. 지원사는 월 ⟦180만 원|MONEY 180e4 per=P1M⟧을 받는다.", []),
    (f"{P}을 알렸다. 인건비로 ⟦1억 원|MONEY 1e8⟧이 든다.", []),
    (f"{P}을 알렸다. 참가비는 일반 ⟦7만 원|MONEY 7e4⟧, 학생 ⟦3만 원|MONEY 3e4⟧, 가족 ⟦10만 원|MONEY 10e4⟧이다.", []),
    ("⟦나루 해양 축제 단지 조성|PROJECT⟧을 알렸다. 첫해에는 ⟦0원|MONEY 0⟧을 썼다.", []),
    (f"{P}을 알렸다. 매출 ⟦46억 원|MONEY 46e8⟧을 올렸다.", []),
    (f"{P}을 알렸다. 과태료 ⟦10만 원|MONEY 10e4⟧을 낸다.", []),
    (f"{P}은 수출 ⟦46억 원|MONEY 46e8⟧을 이끌었다.", []),
    (f"{P}을 알렸다.↵회사는 ⟦46억 원|MONEY 46e8⟧을 벌었다.", []),
    (f"{P}은 ㎡당 ⟦35만 원|MONEY 35e4 per=㎡⟧을 준다.", []),
    ("회사는 ⟦46억 원|MONEY 46e8⟧을 벌었다.", []),
]

SPLITS = [
    # 글, 합계와 맞는가, 부분의 수
    (f"{P}의 총사업비는 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦10억 원|MONEY 10e8⟧)이다.", True, 2),
    (f"{P}의 총사업비는 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦8억 원|MONEY 8e8⟧)이다.", False, 2),
    (f"{P}에 국비 ⟦20억|MONEY 20e8⟧·시비 ⟦10억|MONEY 10e8⟧ 등 총 ⟦30억 원|MONEY 30e8⟧을 쓴다.", True, 2),
    (
        f"{P}에 모두 ⟦30억 원|MONEY 30e8⟧으로 국비 ⟦20억 원|MONEY 20e8⟧, 도비 ⟦4억 원|MONEY 4e8⟧, 민자 ⟦6억 원|MONEY 6e8⟧이다.",
        True,
        3,
    ),
    (f"{P}에 ⟦30억 원|MONEY 30e8⟧(국비 ⟦20억 원|MONEY 20e8⟧)을 쓴다.", None, 1),
    (f"{P}에 ⟦30여억 원|MONEY 30e8 over⟧(국비 ⟦20억 원|MONEY 20e8⟧, 시비 ⟦8억 원|MONEY 8e8⟧)을 쓴다.", None, 2),
    (
        f"{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다. 연도별로는 ⟦2024년|DATE 2024⟧ ⟦12억 원|MONEY 12e8⟧, "
        "⟦2025년|DATE 2025⟧ ⟦18억 원|MONEY 18e8⟧이다.",
        True,
        2,
    ),
    # 품목별, 낸 곳별로 나눈 돈
    (f"{P}의 사업비는 ⟦30억 원|MONEY 30e8⟧. 부지 매입 ⟦20억|MONEY 20e8⟧, 설비 ⟦10억|MONEY 10e8⟧", True, 2),
    (f"{P}의 하부공사에 ⟦20억|MONEY 20e8⟧, 상부 장비에 ⟦10억|MONEY 10e8⟧, 모두 ⟦30억 원|MONEY 30e8⟧을 쓴다.", True, 2),
    (f"{P} 예산은 ⟦30억 원|MONEY 30e8⟧이다. 시가 ⟦20억|MONEY 20e8⟧, 교육청이 ⟦10억|MONEY 10e8⟧을 댄다.", True, 2),
    (f"{P} 사업비는 ⟦30억 원|MONEY 30e8⟧이다.↵ ※ 재원 : 국비 ⟦20억|MONEY 20e8⟧, 도비 ⟦10억|MONEY 10e8⟧", True, 2),
    (f"{P}에 국비 70%(⟦21억|MONEY 21e8⟧), 지방비 30%(⟦9억|MONEY 9e8⟧) 등 총 ⟦30억 원|MONEY 30e8⟧을 쓴다.", True, 2),
    # 합계가 부분들 사이에 있고, 부분이 다음 문장에 있다
    (
        f"{P}은 국비 ⟦20억 원|MONEY 20e8⟧을 포함해 총 ⟦30억 원|MONEY 30e8⟧을 쓴다. 도비가 ⟦6억 원|MONEY 6e8⟧, 시비가 ⟦4억 원|MONEY 4e8⟧이다.",
        True,
        3,
    ),
    (f"{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다. 이 가운데 ⟦10억 원|MONEY 10e8⟧은 회사채로 조달한다.", None, 1),
    # 우연히 맞는 수
    (f"{P} 사업비는 당초 ⟦24억|MONEY 24e8⟧에서 ⟦6억|MONEY 6e8⟧ 늘어난 ⟦30억 원|MONEY 30e8⟧이다.", None, 0),
    (f"{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다.↵매출은 ⟦20억|MONEY 20e8⟧, 순이익은 ⟦10억|MONEY 10e8⟧이다.", None, 0),
]

TABLES = [
    # 글, (억, 구분, 기준, 해)
    # 해마다의 몫: 합계 칸이 있으면 여러 해의 몫이고, 없으면 그 해의 돈이다
    (
        f"사업명 | 2024 | 2025 | 합계↵{P} | ⟦10|MONEY 10e8⟧ | ⟦20|MONEY 20e8⟧ | ⟦30|MONEY 30e8⟧",
        [(10, "total", "per_year", 2024), (20, "total", "per_year", 2025), (30, "total", "total", None)],
    ),
    (
        f"{P}을 알렸다.↵↵※ 선정지 현황↵지역 | 총사업비 | 국비 | 군비↵나루군 | ⟦15|MONEY 15e8⟧ | ⟦10|MONEY 10e8⟧ | ⟦5|MONEY 5e8⟧",
        [(15, "total", "total", None), (10, "national", "total", None), (5, "municipal", "total", None)],
    ),
    (
        f"사업명 | ’24년(A) | ’25년(B) | B-A↵{P} | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧ | ⟦20|MONEY 20e8⟧",
        [(10, "total", "total", 2024), (30, "total", "total", 2025)],
    ),
    (
        f"사업명 | ’24년 | ’25년 | 증감↵{P} | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧ | ⟦20|MONEY 20e8⟧",
        [(10, "total", "total", 2024), (30, "total", "total", 2025)],
    ),
    (
        f"사업명 | 2024 | 2025~2027 | 계↵{P} | ⟦10|MONEY 10e8⟧ | ⟦20|MONEY 20e8⟧ | ⟦30|MONEY 30e8⟧",
        [(10, "total", "per_year", 2024), (20, "total", "phase", None), (30, "total", "total", None)],
    ),
    # 줄마다의 재원, 해마다의 칸
    (
        f"{P}을 한다.↵<연차별 예산>↵재원 | 2024년 | 계↵국비 | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧↵군비 | ⟦5|MONEY 5e8⟧ | ⟦6|MONEY 6e8⟧",
        [
            (10, "national", "per_year", 2024),
            (30, "national", "total", None),
            (5, "municipal", "per_year", 2024),
            (6, "municipal", "total", None),
        ],
    ),
    # 합계 줄만 사업의 돈이다
    (
        f"{P}을 한다.↵시군별 배정 예산↵시군 | 국비 | 계↵나루 | ⟦1|MONEY 1e8⟧ | ⟦2|MONEY 2e8⟧↵소계 | ⟦10|MONEY 10e8⟧ | ⟦20|MONEY 20e8⟧",
        [(10, "national", "total", None), (20, "total", "total", None)],
    ),
    # 단계와 해가 괄호에 든 돈, 주석이 달린 재원
    (f"{P}을 한다.↵▷ 1단계(’26~’28년, ⟦11억 원|MONEY 11e8⟧) : 터 닦기", [(11, "total", "phase", None)]),
    (f"{P}에 지방비(나루·달내) ⟦11억 원|MONEY 11e8⟧을 쓴다.", [(11, "other", "total", None)]),
    (f"{P}을 한다. 투자액은 땅을 포함해 ⟦11억 원|MONEY 11e8⟧이다.", [(11, "total", "total", None)]),
    (f"{P}을 끝낸다. 하반기부터 모두 ⟦11억 원|MONEY 11e8⟧을 들였다.", [(11, "total", "total", None)]),
    # 몫의 해가 뒤에 선 돈, 과제 수를 적은 규모, 보조금을 주는 두 지방자치단체
    (
        f"{P}에 ⟦50억 원|MONEY 50e8⟧을 쓴다. 이 중 ⟦12억 원|MONEY 12e8⟧은 ⟦올해|DATE 2026⟧ 집행된다.",
        [(50, "total", "total", None), (12, "total", "per_year", 2026)],
    ),
    (f"{P}을 알렸다. 지원 규모는 3개 과제 ⟦48억 원|MONEY 48e8⟧이다.", [(48, "total", "total", None)]),
    (f"{P}을 알렸다. 도와 시는 투자유치보조금 ⟦35억 원|MONEY 35e8⟧을 지원한다.", [(35, "other", "total", None)]),
    # 빌린 돈: 재원으로 적힌 것과 회사의 빚
    (
        f"{P}에는 자기자본 ⟦7억 원|MONEY 7e8⟧에 산업은행 차입금 ⟦5억 원|MONEY 5e8⟧을 더한다.",
        [(7, "other", "total", None), (5, "other", "total", None)],
    ),
    (f"{P}을 한다. 자금은 회사채 발행 ⟦4억 원|MONEY 4e8⟧으로 마련한다.", [(4, "other", "total", None)]),
    (f"{P}을 한다. 회사의 차입금은 ⟦4억 원|MONEY 4e8⟧이다.", []),
    (
        f"{P}은 1단계에만 ⟦7억 원|MONEY 7e8⟧을 썼다. 민간 투자도 ⟦4억 원|MONEY 4e8⟧ 붙었다.",
        [(7, "total", "phase", None), (4, "private", "total", None)],
    ),
    # 글이 다루는 예산의 해
    (
        f"나루시, ⟦2026년|DATE 2026⟧ 예산안 편성↵↵시는 {P}(⟦7억 원|MONEY 7e8⟧)을 담았다고 밝혔다.",
        [(7, "total", "total", 2026)],
    ),
    (
        f"나루시, ⟦2026년|DATE 2026⟧ 예산안 편성↵↵{P}의 총사업비는 ⟦7억 원|MONEY 7e8⟧이다.",
        [(7, "total", "total", None)],
    ),
    (f"나루시, ⟦2026년|DATE 2026⟧ 착공↵↵시는 {P}(⟦7억 원|MONEY 7e8⟧)을 한다.", [(7, "total", "total", None)]),
    # 한 곳마다의 돈은 그다음의 온 돈까지 미치지 않는다
    (
        f"{P}으로 가구당 ⟦3만 원|MONEY 3e4 per=가구⟧어치, 모두 ⟦8억 원|MONEY 8e8⟧을 지원한다.",
        [(0, "total", "per_unit", None), (8, "total", "total", None)],
    ),
    (
        f"{P}을 한다. 거점형에는 개소당 ⟦9억 원|MONEY 9e8 per=개소⟧, 일반형에는 ⟦4억 원|MONEY 4e8⟧이 2026년 말까지 지원된다.",
        [(9, "total", "per_unit", None), (4, "total", "per_unit", None)],
    ),
    (f"{P}의 공사비가 당초보다 ⟦9억 원|MONEY 9e8⟧ 더 필요하다.", []),
    # 다달이 주는 돈, 다른 돈 가운데 한 사업에 들어간 몫, 예산이라 불린 국비
    (f"{P}은 농업인에게 3년간 매달 최대 ⟦11만 원|MONEY 11e4 at_most⟧을 준다.", [(0, "total", "per_unit", None)]),
    (f"{P}을 듣는 이들은 매달 ⟦60만 원|MONEY 60e4⟧을 벌었다.", []),
    (
        f"회사는 설비투자로 ⟦34억 원|MONEY 34e8⟧을 집행했으며, 이 가운데 ⟦21억 원|MONEY 21e8⟧이 {P}에 들어갔다.",
        [(34, "total", "total", None), (21, "total", "total", None)],
    ),
    (f"{P}의 국비 예산은 ⟦21억 원|MONEY 21e8⟧이다.", [(21, "national", "total", None)]),
    (f"{P}에는 정부의 친환경 설비 보조금 ⟦14억 원|MONEY 14e8⟧이 지원된다.", [(14, "national", "total", None)]),
    # 지방비로 마련하는 돈, 받는 돈
    (f"{P}을 위해 ⟦7억 원|MONEY 7e8⟧을 지방비로 마련한다.", [(7, "other", "total", None)]),
    (f"{P}에 뽑혔다. 4년간 받는 돈은 ⟦7억 원|MONEY 7e8⟧이다.", [(7, "total", "total", None)]),
    # 표 아래에 적힌 재원, 수를 적은 줄 밑의 돈, 단위를 단 줄
    (
        "사업 | 2026년↵⟦전시관 건립|PROJECT⟧ | ⟦36|MONEY 36e8⟧↵(단위: 억원, 국비 기준)",
        [(36, "national", "total", 2026)],
    ),
    (
        f"{P}↵연도 | ⟦2026|DATE 2026⟧ | ⟦2027|DATE 2027⟧↵학교 수 | 12 | 20↵소요액(억 원) | ⟦6|MONEY 6e8⟧ | ⟦9|MONEY 9e8⟧",
        [(6, "total", "total", 2026), (9, "total", "total", 2027)],
    ),
    # 한 동사에 걸린 돈
    (
        f"{P}을 모집한다. 개인은 최대 ⟦5억 원|MONEY 5e8 at_most⟧, 단체는 최대 ⟦20억 원|MONEY 20e8 at_most⟧을 받는다.",
        [(5, "total", "per_unit", None), (20, "total", "per_unit", None)],
    ),
    # 한 해 몫, 빌린 돈, 괄호 속 자부담
    (
        f"{P}에 ⟦50억 원|MONEY 50e8⟧을 쓴다. ⟦올해|DATE 2026⟧ 몫은 46동 ⟦18억 원|MONEY 18e8⟧이다.",
        [(50, "total", "total", None), (18, "total", "per_year", 2026)],
    ),
    (
        f"조합은 총 ⟦76억 원|MONEY 76e8⟧(국비 ⟦61억|MONEY 61e8⟧, 자부담 ⟦15억|MONEY 15e8⟧)을 들여 {P}을 마쳤다.",
        [(76, "total", "total", None), (61, "national", "total", None), (15, "other", "total", None)],
    ),
    (
        f"시는 내년도 예산안 ⟦900억 원|MONEY 900e8⟧을 짰다. {P}에 ⟦3억 원|MONEY 3e8⟧을 담았다.",
        [(3, "total", "total", None)],
    ),
    # 표 위에 적힌 재원
    (
        f"선정 과제 (정부출연금)↵과제명 | 총액↵{P} | ⟦10|MONEY 10e8⟧",
        [(10, "national", "total", None)],
    ),
    # 괄호 안은 민간
    (
        f"정부 투자계획 (괄호는 민간)↵과제 | ’26~’27↵{P} | ⟦84|MONEY 84e8⟧(⟦21|MONEY 21e8⟧)",
        [(84, "national", "phase", None), (21, "private", "phase", None)],
    ),
    # 사업의 돈이 아닌 표
    (f"{P}을 한다.↵법인별 매출↵법인 | 2024↵한국 | ⟦10|MONEY 10e8⟧↵합계 | ⟦30|MONEY 30e8⟧", []),
    (f"{P}을 한다.↵품목 | 단가 | 수량↵감지기 | ⟦1|MONEY 1e8⟧ | 3", []),
    (f"{P}을 한다.↵항목 | 가 후보지↵보상비 | ⟦10|MONEY 10e8⟧", []),
]


def budgets_of(line, unmark):
    text, mentions = unmark(line)
    found = find_budgets(text, [], mentions, find_projects(text, [], mentions))
    for budget in found:
        assert all(text[start:end] for start, end in budget.spans)
    return found


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_whose_money_it_is(line, expected, unmark):
    found = [(int(Decimal(b.amount) / 10**8), b.role, len(b.projects), b.count) for b in budgets_of(line, unmark)]
    assert found == expected, line


@pytest.mark.parametrize(("line", "adds_up", "parts"), SPLITS)
def test_totals_and_parts(line, adds_up, parts, unmark):
    found = budgets_of(line, unmark)
    total = next(index for index, budget in enumerate(found) if budget.role == "total" and budget.part_of is None)
    assert found[total].adds_up is adds_up, line
    assert sum(budget.part_of == total for budget in found) == parts, line


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_money_of_tables(text, expected, unmark):
    found = [(int(Decimal(b.amount) / 10**8), b.role, b.basis, b.year) for b in budgets_of(text, unmark)]
    assert found == expected, text


def test_the_sum_of_a_table_covers_its_rows(unmark):
    found = budgets_of(
        "사업명 | 예산↵⟦전시관 건립|PROJECT⟧ | ⟦10|MONEY 10e8⟧↵⟦광장 조성|PROJECT⟧ | ⟦20|MONEY 20e8⟧↵합계 | ⟦30|MONEY 30e8⟧",
        unmark,
    )
    assert [(len(b.projects), b.part_of, b.adds_up) for b in found] == [(1, 2, None), (1, 2, None), (2, None, True)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            f"{P}에 ⟦30억 원|MONEY 30e8⟧을 쓴다.↵↵사업명 | ’24년 | ’25년↵{P} | ⟦10|MONEY 10e8⟧ | ⟦30|MONEY 30e8⟧",
            [2025, 2024],
        ),
        (
            f"{P}에 ⟦20억 원|MONEY 20e8⟧을 쓴다.↵↵사업명 | ’24년 | ’25년↵{P} | ⟦20|MONEY 20e8⟧ | ⟦20|MONEY 20e8⟧",
            [2024, 2025],
        ),
        (f"사업명 | ’24년 | ’25년 | 합계↵{P} | ⟦20|MONEY 20e8⟧ | - | ⟦20|MONEY 20e8⟧", [2024, None]),
    ],
)
def test_a_table_tells_the_year_of_an_amount(text, years, unmark):
    assert [b.year for b in budgets_of(text, unmark)] == years


def test_one_years_share_of_a_sum_over_years(unmark):
    text = f"{P}에 3년간 ⟦30억 원|MONEY 30e8⟧을 쓴다. ⟦2025년|DATE 2025⟧에는 ⟦8억 원|MONEY 8e8⟧을 들인다."
    assert [(b.basis, b.year) for b in budgets_of(text, unmark)] == [("total", None), ("per_year", 2025)]


def test_the_money_of_the_year_before_is_no_share_of_that_of_the_year_told(unmark):
    text = f"⟦2025년|DATE 2025⟧ 예산안↵↵↵{P}에 ⟦30억 원|MONEY 30e8⟧(’24년 ⟦8억 원|MONEY 8e8⟧)을 쓴다."
    assert [(b.basis, b.year) for b in budgets_of(text, unmark)] == [("total", 2025), ("total", 2024)]


@pytest.mark.parametrize("between", ["(약 ", "로, 우리 돈으로 약 ", "다. 우리 돈 "])
def test_a_sum_in_dollars_and_its_conversion_are_two_budgets(between, unmark):
    text, mentions = unmark(f"{P}의 사업비는 ⟦2억 달러|MONEY 2e8⟧{between}⟦2천억 원|MONEY 2000e8 about⟧이다.")
    dollars = mentions[1].model_copy(update={"value": mentions[1].value.model_copy(update={"currency": "USD"})})
    found = find_budgets(text, [], [mentions[0], dollars, mentions[2]], [])
    assert [(b.currency, b.modifier, b.part_of) for b in found] == [("USD", None, None), ("KRW", "about", None)]


def test_support_for_each_is_per_unit(unmark):
    (budget,) = budgets_of(f"{P} 참여 기업을 모은다. 이 사업은 과제당 ⟦8천만 원|MONEY 8e7 per=과제⟧을 준다.", unmark)
    assert budget.basis == "per_unit"


def test_what_is_spent_until_a_year_is_all_of_it(unmark):
    (budget,) = budgets_of(f"{P}에 2028년까지 ⟦8억 원|MONEY 8e8⟧을 쓴다.", unmark)
    assert (budget.basis, budget.year) == ("total", None)


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("인력양성센터에는 ⟦6억 원|MONEY 6e8⟧이 든다.", "갯마을 인력양성센터 건립"),
        ("돈은 시가 대는데, 바다목장에는 ⟦6억 원|MONEY 6e8⟧이 든다.", "갯마을 바다목장 조성사업"),
        ("여기에 ⟦6억 원|MONEY 6e8⟧이 든다.", None),
    ],
)
def test_a_clause_tells_its_project_by_the_end_of_its_name(text, project, unmark):
    listed = f"{P}을 한다.↵↵▲⟦갯마을 인력양성센터 건립|PROJECT⟧ ▲⟦갯마을 바다목장 조성사업|PROJECT⟧을 한다. "
    (budget,) = budgets_of(listed + text, unmark)
    assert budget.projects == [project] if project else len(budget.projects) > 1


def test_the_rest_of_a_list_is_money_of_its_plan(unmark):
    text = f"{P}을 한다. {P}은 ▲⟦전시관 건립|PROJECT⟧(⟦3억 원|MONEY 3e8⟧) ▲⟦광장 조성|PROJECT⟧(⟦2억 원|MONEY 2e8⟧)으로 나뉜다. "
    found = budgets_of(text + "나머지 ⟦4억 원|MONEY 4e8⟧은 주차장에 쓴다.", unmark)
    assert (found[-1].projects, found[-1].role) == (["물빛 산책로 조성사업"], "other")


def test_a_call_that_a_project_has_won_is_not_what_its_money_is_for(unmark):
    text = f"{P}을 한다. 이 사업은 ⟦빛고을 공모사업|PROJECT⟧에 뽑힌 것으로 사업비 ⟦6억 원|MONEY 6e8⟧을 들인다."
    assert [b.projects for b in budgets_of(text, unmark)] == [["물빛 산책로 조성사업"]]
    alone = "나루시는 ⟦빛고을 공모사업|PROJECT⟧에 뽑혀 해마다 ⟦6억 원|MONEY 6e8⟧을 받는다."
    assert [b.projects for b in budgets_of(alone, unmark)] == [["빛고을 공모사업"]]


@pytest.mark.parametrize(
    ("words", "basis"),
    [("매년 군비", "per_year"), ("2단계에서는 2024년부터 2027년까지", "phase"), ("2027년까지", "total")],
)
def test_what_an_amount_is_for(words, basis, unmark):
    (budget,) = budgets_of(f"{P}을 한다. 이 사업에 {words} ⟦6억 원|MONEY 6e8⟧을 쓴다.", unmark)
    assert budget.basis == basis


def test_the_year_before_an_amount(unmark):
    (budget,) = budgets_of(f"{P}에 ⟦2025년|DATE 2025⟧ ⟦8억 원|MONEY 8e8⟧을 쓴다.", unmark)
    assert budget.year == 2025


def test_phases_of_a_table_are_parts_of_its_total(unmark):
    found = budgets_of(
        "⟦TIDE 2차 발전전략|PROJECT⟧ 공개↵↵⟦TIDE 2차 발전전략|PROJECT⟧을 냈다.↵단계 | 사업비↵1단계 | ⟦10|MONEY 10e8⟧↵"
        "2단계 | ⟦20|MONEY 20e8⟧↵합 계 | ⟦30|MONEY 30e8⟧",
        unmark,
    )
    assert [(b.basis, b.part_of, b.adds_up) for b in found] == [
        ("phase", 2, None),
        ("phase", 2, None),
        ("total", None, True),
    ]


@pytest.mark.parametrize("piece", [f"{P}에 국비 ⟦9억|MONEY 9e8⟧, ", f"{P} | ⟦9|MONEY 9e8⟧↵", "국비 ⟦9억|MONEY 9e8⟧, "])
def test_long_lines_are_read(piece, unmark):
    text, mentions = unmark(P + piece * 2000)
    find_budgets(text, [], mentions, [])
