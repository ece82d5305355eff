"""People: a marked text, and who is who in it: name, title, organisation, department."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.organizations.finder import find_organizations
from sasil.components.people.finder import find_people
from sasil.record import Mention, NameMention

Unmark = Callable[[str], tuple[str, list[Mention]]]
Who = tuple[str, str | None, str | None, str | None]

CASES: list[tuple[str, list[Who]]] = [
    # 이름 뒤의 직함
    ("⟦나루시|ORG⟧는 … ⟦명소윤|PERSON⟧ 시장은 말했다.", [("명소윤", "시장", "나루시", None)]),
    ("⟦명소윤|PERSON⟧ ⟦나루시|ORG⟧장은 말했다.", [("명소윤", "시장", "나루시", None)]),
    ("⟦도하림|PERSON⟧ ⟦동래구|ORG⟧청장은 말했다.", [("도하림", "구청장", "동래구", None)]),
    ("⟦길태오|PERSON⟧ ⟦경상북도|ORG⟧지사는 말했다.", [("길태오", "도지사", "경상북도", None)]),
    ("⟦위다온|PERSON⟧ ⟦완도군|ORG⟧수는 말했다.", [("위다온", "군수", "완도군", None)]),
    ("⟦나경모|PERSON⟧ ⟦충북연구원|ORG⟧장은 말했다.", [("나경모", "원장", "충북연구원", None)]),
    ("⟦국다현|PERSON⟧ ⟦조달청|ORG⟧장은 말했다.", [("국다현", "청장", "조달청", None)]),
    ("⟦한지욱|PERSON⟧ ⟦한빛진흥원|ORG⟧ 사업단장은 말했다.", [("한지욱", "사업단장", "한빛진흥원", None)]),
    ("⟦명재원|PERSON⟧ ⟦한들증권|ORG⟧ 연구원은 말했다.", [("명재원", "연구원", "한들증권", None)]),
    ("⟦표도윤|PERSON⟧ ⟦산업통상자원부|ORG⟧ 신산업과장은 말했다.", [("표도윤", "신산업과장", "산업통상자원부", None)]),
    ("⟦어진솔|PERSON⟧ 공동 대표가 나섰다.", [("어진솔", "공동 대표", None, None)]),
    ("⟦모하늘|PERSON⟧ 씨는 웃었다.", [("모하늘", None, None, None)]),
    ("상인회 ⟦오가은|PERSON⟧(여·67) 씨는 웃었다.", [("오가은", None, None, None)]),
    # 이름 앞의 직함
    ("⟦나루시|ORG⟧(시장 ⟦명소윤|PERSON⟧)는 나섰다.", [("명소윤", "시장", "나루시", None)]),
    ("⟦가람재단|ORG⟧(이사장 ⟦두정한|PERSON⟧, 이하 ⟦재단|ORG⟧)은 나섰다.", [("두정한", "이사장", "가람재단", None)]),
    ("⟦한울대|ORG⟧(총장 ⟦진무혁|PERSON⟧)가 뽑혔다.", [("진무혁", "총장", "한울대", None)]),
    (
        "⟦한울대|ORG⟧는 … ⟦한울대|ORG⟧ 기획처장 ⟦석다정|PERSON⟧ 교수는 말했다.",
        [("석다정", "기획처장", "한울대", None)],
    ),
    ("주민협의체 대표 ⟦오가은|PERSON⟧ 씨는 말했다.", [("오가은", "대표", "주민협의체", None)]),
    (
        "⟦경남경찰청 교통과|ORG⟧ 소속 ⟦제갈현|PERSON⟧ 경위는 … ⟦제갈|PERSON⟧ 경위는",
        [("제갈현", "경위", "경남경찰청", "교통과")],
    ),
    # 인사
    (
        "⟦가람중공업|ORG⟧은↵▲전무 ⟦호태경|PERSON⟧(제작본부장) ⟦라지브 굽타|PERSON⟧(인도법인장)",
        [("호태경", "전무", "가람중공업", None), ("라지브 굽타", "전무", "가람중공업", None)],
    ),
    (
        "⟦가람공단|ORG⟧은↵▲⟦한강지사|ORG⟧장 ⟦명소라|PERSON⟧ ▲⟦금강지사|ORG⟧장 ⟦양진호|PERSON⟧",
        [("명소라", "지사장", "가람공단", "한강지사"), ("양진호", "지사장", "가람공단", "금강지사")],
    ),
    (
        "⟦가람공단|ORG⟧ 인사↵↵<부사장> ⟦길가온|PERSON⟧ ⟦맹해솔|PERSON⟧ <전무> ⟦빈다인|PERSON⟧",
        [
            ("길가온", "부사장", "가람공단", None),
            ("맹해솔", "부사장", "가람공단", None),
            ("빈다인", "전무", "가람공단", None),
        ],
    ),
    (
        "⟦가람홀딩스|ORG⟧ 인사↵↵◆⟦가람로지스|ORG⟧ △대표이사 전무 ⟦오태림|PERSON⟧ △상무 ⟦엄지원|PERSON⟧↵◆⟦가람재단|ORG⟧ △국장 ⟦유다미|PERSON⟧",
        [
            ("오태림", "대표이사 전무", "가람로지스", None),
            ("엄지원", "상무", "가람로지스", None),
            ("유다미", "국장", "가람재단", None),
        ],
    ),
    (
        "■ ⟦나루일보|ORG⟧↵◆⟦편집국|ORG⟧ ▲부국장 ⟦박달재|PERSON⟧ ▲해남주재 부장 ⟦두하늘|PERSON⟧",
        [("박달재", "부국장", "나루일보", "편집국"), ("두하늘", "해남주재 부장", "나루일보", "편집국")],
    ),
    (
        "⟦가람은행|ORG⟧은↵⟦노태섭|PERSON⟧ 준법감시본부장 ⟦주다예|PERSON⟧ 디지털본부장",
        [("노태섭", "준법감시본부장", "가람은행", None), ("주다예", "디지털본부장", "가람은행", None)],
    ),
    ("⟦나루구|ORG⟧는 … ▲범어3동장 ⟦곽태산|PERSON⟧", [("곽태산", "동장", "나루구", "범어3동")]),
    ("▶감사실장 ⟦백두인|PERSON⟧ 상무보", [("백두인", "상무보", None, None)]),
    # 새로 맡은 자리와 지난 자리
    (
        "⟦가람공사|ORG⟧는 신임 사장에 ⟦장무결|PERSON⟧(58) 전 ⟦해양수산부|ORG⟧ 차관을 선임했다.",
        [("장무결", "사장", "가람공사", None)],
    ),
    (
        "⟦가람랩|ORG⟧은 ⟦가예솔|PERSON⟧ 전 ⟦나루저축은행|ORG⟧ 재무이사를 최고재무책임자로 데려왔다.",
        [("가예솔", "최고재무책임자", "가람랩", None)],
    ),
    ("⟦하동출|PERSON⟧(전 ⟦나루군의회|ORG⟧ 의장)씨 별세", [("하동출", "의장", "나루군의회", None)]),
    (
        "제14대 이사장에 ⟦명하늘|PERSON⟧ ⟦가람기계|ORG⟧ 대표를 뽑았다. ⟦명|PERSON⟧ 이사장은",
        [("명하늘", "이사장", "가람기계", None)],
    ),
    # 덧붙는 자리
    ("연구책임자인 ⟦나예담|PERSON⟧ ⟦가람연구원|ORG⟧ 박사는", [("나예담", "박사", "가람연구원", None)]),
    (
        "⟦가람연구원|ORG⟧(센터장 ⟦국윤채|PERSON⟧ 신소재공학과 교수)이",
        [("국윤채", "센터장", "가람연구원", "신소재공학과")],
    ),
    ("⟦가람화학|ORG⟧ ⟦서하람|PERSON⟧ 재무실장(CFO·부사장)은", [("서하람", "부사장", "가람화학", None)]),
    ("⟦나루시|ORG⟧는 … ⟦구다정|PERSON⟧ 건설국장 직무대리는", [("구다정", "건설국장 직무대리", "나루시", None)]),
    ("⟦감나래|PERSON⟧ 주폴란드 대사", [("감나래", "주폴란드 대사", None, None)]),
    ("⟦국회 행정안전위원회|ORG⟧ ⟦지우산|PERSON⟧ 의원(나루)은", [("지우산", "의원", "국회", "행정안전위원회")]),
    ("⟦한울대|ORG⟧ ⟦나윤해|PERSON⟧ 교수(문화재보존학과)는", [("나윤해", "교수", "한울대", "문화재보존학과")]),
    ("⟦편도일|PERSON⟧ 책임은 “좋다”고 했다.", [("편도일", "책임", None, None)]),
    # 시민·주민은 직함이 아니다
    ("방청석의 시민 ⟦탁여울|PERSON⟧(36) 씨는", [("탁여울", None, None, None)]),
    ("주민 ⟦용칠복|PERSON⟧ 이장은", [("용칠복", "이장", None, None)]),
    # 앞 문장이 말하던 기관
    (
        "⟦가람지주|ORG⟧는 … ⟦가람지주|ORG⟧는 …↵반면 ⟦한결운용|ORG⟧ 쪽은 생각이 다르다. ⟦장하별|PERSON⟧ 팀장은",
        [("장하별", "팀장", "한결운용", None)],
    ),
    (
        "⟦가람지주|ORG⟧는 … ⟦가람지주|ORG⟧는 …↵⟦가람화학|ORG⟧을 8년간 이끈 ⟦라종필|PERSON⟧ 사장은",
        [("라종필", "사장", "가람화학", None)],
    ),
    (
        "⟦가람화학㈜|ORG⟧(대표 ⟦석바름|PERSON⟧·⟦국은하|PERSON⟧)은",
        [("석바름", "대표", "가람화학㈜", None), ("국은하", "대표", "가람화학㈜", None)],
    ),
    (
        "■ ⟦대구 수성구|LOC⟧↵▲행정국장 ⟦채운영|PERSON⟧ ▲범어3동장 ⟦곽태산|PERSON⟧",
        [("채운영", "행정국장", "대구 수성구", None), ("곽태산", "동장", "대구 수성구", "범어3동")],
    ),
    (
        "⟦가람경찰서|ORG⟧는 … 형사과 강력1팀 ⟦명하준|PERSON⟧ 경감은",
        [("명하준", "경감", "가람경찰서", "형사과 강력1팀")],
    ),
    ("⟦길도현|PERSON⟧ ⟦㈜가람테크 부설연구소|ORG⟧장은", [("길도현", "소장", "㈜가람테크", "부설연구소")]),
    (
        "⟦가람재단|ORG⟧ 신임 대표이사로 ⟦은하솔|PERSON⟧ ⟦한울대|ORG⟧ 교수가 취임했다.",
        [("은하솔", "대표이사", "가람재단", None)],
    ),
    # 표에서는 국 아래의 과, 기관 안의 센터
    (
        "⟦가람부|ORG⟧는 … 담당: ⟦도로국 도로정책과|ORG⟧ ⟦연규헌|PERSON⟧ 과장(044-000-0000)",
        [("연규헌", "과장", "가람부", "도로국 도로정책과")],
    ),
    (
        "⟦가람부|ORG⟧는 …↵담당 | ⟦도로국 도로정책과|ORG⟧ | 과장 | ⟦연규헌|PERSON⟧ | (044-000-0000)",
        [("연규헌", "과장", "가람부", "도로정책과")],
    ),
    ("⟦가람연구원|ORG⟧은 … ⟦나노젤센터|ORG⟧ ⟦엄지오|PERSON⟧ 박사가", [("엄지오", "박사", "가람연구원", "나노젤센터")]),
    ("⟦가람연구원|ORG⟧은 … ⟦나노젤센터|ORG⟧ ⟦엄지오|PERSON⟧ 센터장이", [("엄지오", "센터장", "나노젤센터", None)]),
    ("⟦쩐 티 홍|PERSON⟧ 이사가 왔다. ⟦홍|PERSON⟧ 이사는 갔다.", [("쩐 티 홍", "이사", None, None)]),
    # 의원
    ("⟦나루시의회|ORG⟧는 … ⟦길태오|PERSON⟧ 의원은", [("길태오", "의원", "나루시의회", None)]),
    ("⟦나루시의회|ORG⟧와 ⟦가람시의회|ORG⟧는 … ⟦길태오|PERSON⟧ 의원은", [("길태오", "의원", None, None)]),
    # 두 말로 된 직함
    ("⟦가람중공업|ORG⟧ ⟦예강산|PERSON⟧ 물사업본부장(부사장)", [("예강산", "물사업본부장(부사장)", "가람중공업", None)]),
    (
        "⟦가람화학|ORG⟧ ⟦오연재|PERSON⟧ 재무본부장(CFO) 부사장",
        [("오연재", "재무본부장(CFO) 부사장", "가람화학", None)],
    ),
    ("⟦편지훈|PERSON⟧ ⟦㈜가람에너지|ORG⟧ 대표이사", [("편지훈", "대표이사", "㈜가람에너지", None)]),
    ("⟦편지훈|PERSON⟧ ⟦가람은행|ORG⟧ 영업총괄 부행장", [("편지훈", "영업총괄 부행장", "가람은행", None)]),
    # 괄호 안의 자리
    ("⟦하도진|PERSON⟧(⟦한울대|ORG⟧ 교수)이 맡았다.", [("하도진", "교수", "한울대", None)]),
    ("⟦명소윤|PERSON⟧(⟦나루시|ORG⟧장)은 왔다.", [("명소윤", "시장", "나루시", None)]),
    ("⟦모하늘|PERSON⟧(상인회장)은 왔다.", [("모하늘", "상인회장", None, None)]),
    # 부서
    (
        "문의: ⟦경북도 미래산업정책과|ORG⟧ ⟦사공민|PERSON⟧ 주무관",
        [("사공민", "주무관", "경북도", "미래산업정책과")],
    ),
    (
        "담당 : ⟦환경부 물정책과|ORG⟧ 과장 ⟦예준서|PERSON⟧(044-201-0001), 사무관 ⟦도가온|PERSON⟧(044-201-0002)",
        [("예준서", "과장", "환경부", "물정책과"), ("도가온", "사무관", "환경부", "물정책과")],
    ),
    (
        "⟦누리진흥원|ORG⟧은 … ⟦누리진흥원|ORG⟧이↵담당 부서 | ⟦전략기획본부|ORG⟧ | 책임자 | 실 장 | ⟦계무원|PERSON⟧ | (061-000-0100)↵"
        "⟦정책기획실|ORG⟧ | 담당자 | 선임연구원 | ⟦예지안|PERSON⟧ | (061-000-0112)",
        [("계무원", "실장", "누리진흥원", "정책기획실"), ("예지안", "선임연구원", "누리진흥원", "정책기획실")],
    ),
    (
        "담당 | ⟦한빛공단 안전본부|ORG⟧ | 처장 | ⟦금대영|PERSON⟧ | 061-000-0000↵| ⟦재해예방부|ORG⟧ | 차장 | ⟦송이현|PERSON⟧ | 061",
        [("금대영", "처장", "한빛공단", "안전본부"), ("송이현", "차장", "한빛공단", "재해예방부")],
    ),
    (
        "⟦특허청|ORG⟧, … ↵↵⟦특허청|ORG⟧은 … 문의 ⟦산업재산과|ORG⟧ 과장 ⟦국세련|PERSON⟧ 042-000-0000",
        [("국세련", "과장", "특허청", "산업재산과")],
    ),
    ("문의: ⟦누리진흥원 전산팀|ORG⟧ 책임 ⟦감우석|PERSON⟧ ☎ 053-000-0000", [("감우석", "책임", "누리진흥원", "전산팀")]),
    (
        "⟦한울대학교|ORG⟧는 … 해양지구과학과 ⟦어진솔|PERSON⟧ 교수팀은",
        [("어진솔", "교수", "한울대학교", "해양지구과학과")],
    ),
    ("⟦나루시|ORG⟧는 … 시장과 ⟦길태오|PERSON⟧ 의장이 왔다.", [("길태오", "의장", None, None)]),
    # 표의 부서: 과장은 제 줄의 과, 제 줄이 국이나 정책관이면 아랫줄의 과
    (
        "⟦나루도|ORG⟧는 …↵담당 부서 | ⟦바다정책과|ORG⟧ | 책임자 | 과 장 | ⟦계무원|PERSON⟧ | (061-000-0100)↵"
        " | ⟦바다관광과|ORG⟧ | 담당자 | 사무관 | ⟦예지안|PERSON⟧ | (061-000-0112)",
        [("계무원", "과장", "나루도", "바다정책과"), ("예지안", "사무관", "나루도", "바다관광과")],
    ),
    (
        "⟦한빛부|ORG⟧는 …↵담당 부서 | ⟦생활협력관|ORG⟧ | 책임자 | 과장 | ⟦계무원|PERSON⟧ | (061-000-0100)↵"
        " | ⟦마을협력과|ORG⟧ | 담당자 | 사무관 | ⟦예지안|PERSON⟧ | (061-000-0112)",
        [("계무원", "과장", "한빛부", "마을협력과"), ("예지안", "사무관", "한빛부", "마을협력과")],
    ),
    (
        "⟦나루도|ORG⟧는 …↵담당 부서 | ⟦바다정책과|ORG⟧ | 책임자 | 과 장 ⟦계무원|PERSON⟧ (061-000-0100)",
        [("계무원", "과장", "나루도", "바다정책과")],
    ),
    # 표를 낸 곳은 글에서 움직이는 곳이고, 이름만 나온 곳이 아니다
    (
        "크루즈 줄 길다? (⟦가온방송|ORG⟧, 1.6) 보도↵담당 부서 | ⟦바다정책과|ORG⟧ | 책임자 | 과장 | ⟦계무원|PERSON⟧ | (051-000-0100)",
        [("계무원", "과장", None, "바다정책과")],
    ),
    (
        "통계는 ⟦누리은행|ORG⟧ 누리집을 참고한다.↵담당 부서 | ⟦국제과|ORG⟧ | 책임자 | 과장 | ⟦계무원|PERSON⟧ | (044-000-0100)",
        [("계무원", "과장", None, "국제과")],
    ),
    (
        "⟦나루청|ORG⟧(청장 명소윤)은 열었다.↵담당 부서 | ⟦국제과|ORG⟧ | 책임자 | 과장 | ⟦계무원|PERSON⟧ | (044-000-0100)",
        [("계무원", "과장", "나루청", "국제과")],
    ),
    # 단위가 아니라 기관
    ("⟦명소윤|PERSON⟧ ⟦순창군 보건의료원|ORG⟧장", [("명소윤", "원장", "순창군 보건의료원", None)]),
    (
        "⟦나루엑스포 조직위원회|ORG⟧(위원장 ⟦염철진|PERSON⟧)는",
        [("염철진", "위원장", "나루엑스포 조직위원회", None)],
    ),
    # 겹친 직함
    ("⟦변재령|PERSON⟧ ⟦나래정밀|ORG⟧ 재무담당 상무는", [("변재령", "재무담당 상무", "나래정밀", None)]),
    ("⟦나래모터스|ORG⟧(대표이사 사장 ⟦종하람|PERSON⟧)는", [("종하람", "대표이사 사장", "나래모터스", None)]),
    ("⟦나래로봇|ORG⟧(대표이사 ⟦심별|PERSON⟧)는 … ⟦심별|PERSON⟧ 대표는", [("심별", "대표이사", "나래로봇", None)]),
    # 기관의 사람
    ("⟦나일미디어|ORG⟧의 ⟦올리비아 첸|PERSON⟧ 이사는", [("올리비아 첸", "이사", "나일미디어", None)]),
    (
        "⟦라르스 묄레르|PERSON⟧ ⟦북해마린|ORG⟧ 이사와 … ⟦묄레르|PERSON⟧ 이사는",
        [("라르스 묄레르", "이사", "북해마린", None)],
    ),
    (
        "⟦나루시|ORG⟧는 … ⟦나루시|ORG⟧는 … ⟦소하동 상인회|ORG⟧는 반겼다. 회장 ⟦방재희|PERSON⟧ 씨는",
        [("방재희", "회장", "소하동 상인회", None)],
    ),
    ("⟦나루시|ORG⟧는 … ⟦나루시|ORG⟧는 … ⟦국막동|PERSON⟧ 이장은", [("국막동", "이장", None, None)]),
    ("⟦나루시|ORG⟧는 … ⟦나루시|ORG⟧는 … ⟦나도현|PERSON⟧ 교수는", [("나도현", "교수", None, None)]),
    # 온 이름과 온 직함
    (
        "⟦과학기술정보통신부|ORG⟧(이하 ⟦과기정통부|ORG⟧)는 … ⟦봉서진|PERSON⟧ ⟦과기정통부|ORG⟧ 차관은 말했다.",
        [("봉서진", "차관", "과학기술정보통신부", None)],
    ),
    (
        "⟦충청북도|ORG⟧(도지사 ⟦석주완|PERSON⟧)는 … ⟦석주완|PERSON⟧ 지사는 … ⟦석|PERSON⟧ 지사는 말했다.",
        [("석주완", "도지사", "충청북도", None)],
    ),
    (
        "⟦길태오|PERSON⟧ 과장이 왔다. 승진한 ⟦길태오|PERSON⟧ 국장은 말했다.",
        [("길태오", "국장", None, None)],
    ),
    # 성만 쓴 사람
    (
        "⟦명소윤|PERSON⟧ 시장과 ⟦명도하|PERSON⟧ 의장이 왔다. ⟦명|PERSON⟧ 의장은 말했다.",
        [("명소윤", "시장", None, None), ("명도하", "의장", None, None)],
    ),
    ("⟦박|PERSON⟧ 대표는 떠났다.", [("박", "대표", None, None)]),
    # 기자
    ("⟦빈하늘|PERSON⟧ 기자", [("빈하늘", "기자", None, None)]),
    # 기관이 여럿이면 짐작하지 않는다
    ("⟦나루시|ORG⟧와 ⟦가람시|ORG⟧가 만났다. ⟦명소윤|PERSON⟧ 시장이 웃었다.", [("명소윤", "시장", None, None)]),
    ("⟦나루시|ORG⟧는 … ⟦진무혁|PERSON⟧ 총장이 왔다.", [("진무혁", "총장", None, None)]),
    ("사람이 없다.", []),
]


@pytest.mark.parametrize(("line", "who"), CASES, ids=[line[:30] for line, _ in CASES])
def test_who_is_who(line: str, who: list[Who], unmark: Unmark) -> None:
    text, mentions = unmark(line)
    people = find_people(text, [], mentions, find_organizations(text, mentions, []))
    assert [(p.name, p.title, p.organization, p.department) for p in people] == who, line


def test_a_surname_joins_its_person(unmark: Unmark) -> None:
    text, mentions = unmark("⟦명소윤|PERSON⟧ 시장은 왔다. ⟦명|PERSON⟧ 시장은 갔다.")
    (person,) = find_people(text, [], mentions, [])
    assert [text[start:end] for start, end in person.spans] == ["명소윤", "명"]


def test_a_reporter_belongs_to_the_outlet_of_the_copyright_line() -> None:
    text = "목포=빈하늘 기자\n저작권자 © 남도매일"
    spans = [("LOC", 0, 2, "byline"), ("PERSON", 3, 6, "byline"), ("ORG", 17, 21, "copyright")]
    mentions = [NameMention(type=t, start=s, end=e, text=text[s:e], by=f"names.{by}") for t, s, e, by in spans]
    assert [(p.title, p.organization) for p in find_people(text, [], mentions, [])] == [("기자", "남도매일")]


@given(st.text(alphabet="가김씨장|()\n \0😀기자시은·", max_size=60), st.data())
def test_any_text_and_any_mentions_are_legal(text: str, data: st.DataObject) -> None:
    spots = [at for at, sign in enumerate(text) if sign.strip()]
    taken = data.draw(st.sets(st.sampled_from(spots), max_size=6)) if spots else set()
    mentions = [
        NameMention(type="PERSON" if at % 2 else "ORG", start=at, end=at + 1, text=text[at], by="test") for at in taken
    ]
    people = find_people(text, [], mentions, find_organizations(text, mentions, []))
    assert sum(len(p.spans) for p in people) == sum(m.type == "PERSON" for m in mentions)
