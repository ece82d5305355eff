"""Acronyms: what a short form stands for, as the text states it, and letters with their meanings.

A case is a sentence, ``=>``, and what is found: short | Korean | English | kind | letter:Korean:English;… — a case per
line, several records apart by ``&&``.
"""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from sasil.components.acronyms.finder import find_acronyms
from sasil.doc import words
from sasil.evaluation.marks import read_marks
from sasil.language.tokenizer import KiwiTokenizer
from sasil.record import Acronym, NameMention

# 머리글자를 모은 이름
LETTERS = """
‘HOME+’는 건강(Health), 기회(Opportunity), 이동(Mobility), 교육(Education)과 이를 더하는 이웃의 정(+)을 뜻한다. => HOME+|||initialism|H:건강:Health;O:기회:Opportunity;M:이동:Mobility;E:교육:Education;+:이웃의 정:
SPARK는 안전(Safety), 플랫폼(Platform), 농업(Agriculture), 로봇(Robot), 지식(Knowledge)의 머리글자를 조합한 이름이다. => SPARK|||initialism|S:안전:Safety;P:플랫폼:Platform;A:농업:Agriculture;R:로봇:Robot;K:지식:Knowledge
‘BEAM’은 Bio(바이오), Energy(에너지), Aviation(항공), Mobility(이동수단)의 첫 글자를 땄다. => BEAM|||initialism|B:바이오:Bio;E:에너지:Energy;A:항공:Aviation;M:이동수단:Mobility
물(Water), 산업(Industry), 숲(Nature), 도시(Downtown). WIND는 이 낱말들의 이니셜을 모은 이름이다. => WIND|||initialism|W:물:Water;I:산업:Industry;N:숲:Nature;D:도시:Downtown
T는 관광(Tourism), O는 해양(Ocean), P는 사람(People)을 가리킨다. 이를 합한 TOP 전략이다. => TOP|||initialism|T:관광:Tourism;O:해양:Ocean;P:사람:People
CARE는 C가 지역(Community), A가 돌봄(Assistance), R이 존중(Respect), E가 공감(Empathy)이다. => CARE|||initialism|C:지역:Community;A:돌봄:Assistance;R:존중:Respect;E:공감:Empathy
MOVE 전략은 이동(Mobility)·개방(Openness)·활력(Vitality)·환경(Environment)의 약자다. => MOVE|||initialism|M:이동:Mobility;O:개방:Openness;V:활력:Vitality;E:환경:Environment
‘LAMP’는 Life(생활)와 Art(예술), Move(이동), Park(공원)의 앞 글자를 따서 지었다. => LAMP|||initialism|L:생활:Life;A:예술:Art;M:이동:Move;P:공원:Park
NEST5는 새로움(New), 환경(Environment), 안전(Safety), 교통(Traffic)의 머리글자이며 5는 5대 권역을 뜻한다. => NEST5|||initialism|N:새로움:New;E:환경:Environment;S:안전:Safety;T:교통:Traffic;5:5대 권역:
GLOW7은 녹색(Green), 생활(Life), 기회(Opportunity), 복지(Welfare)의 첫 글자에 앞으로의 7년을 뜻하는 숫자 7을 더했다. => GLOW7|||initialism|G:녹색:Green;L:생활:Life;O:기회:Opportunity;W:복지:Welfare;7:7년:
HOPE30의 H는 건강(Health), O는 기회(Opportunity), P는 참여(Participation), E는 교육(Education)을 뜻하고 ‘30’은 2030년까지 만들 일자리 30만 개를 상징한다. => HOPE30|||initialism|H:건강:Health;O:기회:Opportunity;P:참여:Participation;E:교육:Education;30:2030년까지 만들 일자리 30만 개:
STEM(Science, Technology, Engineering, Mathematics) 교육을 늘린다. => STEM|||initialism|S::Science;T::Technology;E::Engineering;M::Mathematics
인력 양성 사업 키워드로 스마트 공장(Smart Factory), 물류(Logistics), 인공지능(AI)을 골라 머리글자를 딴 SLA를 내걸었다. => SLA|||initialism|S:스마트 공장:Smart Factory;L:물류:Logistics;A:인공지능:AI
‘다솜’은 다양성, 솜씨의 첫 글자를 땄다. => 다솜|||abbreviation|다:다양성:;솜:솜씨:
청년·바다·지역의 첫 글자를 모은 ‘청바지’ 사업이다. => 청바지|||abbreviation|청:청년:;바:바다:;지:지역:
RISE9는 지역(Region), 산업(Industry), 학교(School), 일자리(Employment)의 첫 글자와 9년 안에 마친다는 뜻의 숫자 9를 합쳤다. => RISE9|||initialism|R:지역:Region;I:산업:Industry;S:학교:School;E:일자리:Employment;9:9년 안에 마친다:
CARVE-7은 칩(Chip), 정렬(Alignment), 저항(Resistance), 검증(Verification), 전자기(Electromagnetics)의 머리글자와 사업기간 7년을 뜻한다. => CARVE-7|||initialism|C:칩:Chip;A:정렬:Alignment;R:저항:Resistance;V:검증:Verification;E:전자기:Electromagnetics;7:사업기간 7년:
GLEN5는 녹색(Green), 생활(Life), 교육(Education), 신경(Neuroscience) 및 5대 권역을 아우르는 이름이다. => GLEN5|||initialism|G:녹색:Green;L:생활:Life;E:교육:Education;N:신경:Neuroscience;5:5대 권역:
FUSE는 융합(Fusion), 도시(Urban), 과학(Science)만 다룬다. =>
‘GRAIN-K’는 녹색(Green), 로봇(Robot), 농업(Agriculture), 혁신(Innovation), 이웃(Neighbor)의 앞 글자에 한국(Korea)을 더했다. => GRAIN-K|||initialism|G:녹색:Green;R:로봇:Robot;A:농업:Agriculture;I:혁신:Innovation;N:이웃:Neighbor;K:한국:Korea
‘SMILE’은 안전(S), 이동(M), 혁신(I), 생활(L), 환경(E)을 뜻한다. => SMILE|||initialism|S:안전:;M:이동:;I:혁신:;L:생활:;E:환경:
"""

# 괄호 안팎의 짝
BRACKETS = """
⟦경남 창원시 나루컨벤션센터|LOC⟧(NACO)에서 연다. => NACO|나루컨벤션센터||initialism
표의 단위는 억원(국비 34억3천만원)이다. =>
⟦여수국가산업단지|LOC⟧에서 일한다. 여수산단은 넓다. => 여수산단|여수국가산업단지||abbreviation
에너지저장장치(ESS)를 설치한다. => ESS|에너지저장장치||initialism
ESS(Energy Storage System·에너지저장장치)를 설치한다. => ESS|에너지저장장치|Energy Storage System|initialism
KAIST(한국과학기술원) 연구진이 참여했다. => KAIST|한국과학기술원||initialism
⟦한국과학기술원|ORG⟧(KAIST) 연구진이 참여했다. => KAIST|한국과학기술원||initialism
대학은 지역혁신중심 대학지원체계(RISE, Regional Innovation System & Education)를 갖춘다. => RISE|지역혁신중심 대학지원체계|Regional Innovation System & Education|initialism
시는 소형 모듈 원자로(SMR) 부품을 만든다. => SMR|소형 모듈 원자로||initialism
정부는 생성형 인공지능(AI) 도입을 돕는다. => AI|인공지능||initialism
도심 항공 교통(UAM·Urban Air Mobility) 실증이다. => UAM|도심 항공 교통|Urban Air Mobility|initialism
Internet of Things(IoT) 기기를 단다. => IoT||Internet of Things|initialism
사물인터넷(IoT, Internet of Things) 기기를 단다. => IoT|사물인터넷|Internet of Things|initialism
질화갈륨(GaN)과 탄화규소(SiC) 소자를 만든다. => GaN|질화갈륨||abbreviation && SiC|탄화규소||abbreviation
산화갈륨(Ga2O3) 기판이다. => Ga2O3|산화갈륨||abbreviation
⟦한국수자원공사|ORG⟧(K-water)가 맡는다. => K-water|한국수자원공사||abbreviation
LME(런던금속거래소) 가격이 올랐다. => LME|런던금속거래소||initialism
세계보건기구(World Health Organization·WHO)가 발표했다. => WHO|세계보건기구|World Health Organization|initialism
MOU(업무협약)를 맺었다. => MOU|업무협약||initialism
연구개발(R&D) 예산을 늘린다. => R&D|연구개발||initialism
주식시장에서 상장지수펀드(ETF)가 인기다. => ETF|상장지수펀드||initialism
‘스마트 안전관리 체계’(SSM)를 도입했다. => SSM|스마트 안전관리 체계||initialism
⟦민간투자주도형 기술창업지원사업|PROJECT⟧(TIPS)에 선정됐다. => TIPS|민간투자주도형 기술창업지원사업||initialism
국내총생산(GDP) 성장률이다. => GDP|국내총생산||initialism
⟦소상공인시장진흥공단|ORG⟧(소진공)이 돕는다. => 소진공|소상공인시장진흥공단||abbreviation
한수원(한국수력원자력)이 참여한다. => 한수원|한국수력원자력||abbreviation
나래의 오솔 최고운영책임자(COO)가 서명했다. => COO|최고운영책임자||initialism
나래의 오솔 대표(CEO)가 서명했다. =>
재생 음극재(r-AAM)와 무역통계(K-stat)를 낸다. => r-AAM|재생 음극재||initialism
분산에너지 분야 직류(DC) 배전을 시험한다. => DC|직류||initialism
지속가능개발목표(SDGs)를 따른다. => SDGs|지속가능개발목표||initialism
‘대학 특성화 사업’(CK-Ⅱ)을 마쳤다. => CK-Ⅱ|대학 특성화 사업||initialism
개인형 이동장치(PM)를 단속한다. => PM|개인형 이동장치||initialism
새 회계기준(IFRS17)과 품질경영(ISO 9001)을 따른다. =>
광대역통합망(BcN)을 깐다. => BcN|광대역통합망||initialism
경제성(B/C)은 1.0을 웃돈다. => B/C|경제성||initialism
⟦누리저축은행|ORG⟧과 ⟦누리은행|ORG⟧이 합친다. =>
⟦어촌어항과|ORG⟧는 어항과 마을을 맡는다. =>
ODA는 공적개발원조의 약자다. => ODA|공적개발원조||initialism
주문자상표부착생산의 약자인 OEM 방식이다. => OEM|주문자상표부착생산||initialism
‘LTV’는 Loan To Value의 약자로 담보 비율이다. => LTV||Loan To Value|initialism
고대역폭메모리(HBM·High Bandwidth Memory, 이하 HBM) 수요가 는다. => HBM|고대역폭메모리|High Bandwidth Memory|alias
⟦미국 국립보건원|ORG⟧(NIH)이 승인했다. => NIH|국립보건원||initialism
산업단지(산단)를 고친다. 산단은 낡았다. => 산단|산업단지||abbreviation
"""

# 이하, 옛, 약칭
ALIASES = """
⟦한국전력공사|ORG⟧(이하 한전)가 밝혔다. => 한전|한국전력공사||alias
⟦농림축산식품부|ORG⟧(장관 ⟦위하람|PERSON⟧, 이하 농식품부)는 밝혔다. => 농식품부|농림축산식품부||alias
⟦가온해양진흥원|ORG⟧(원장 ⟦위하람|PERSON⟧, 이하 ‘진흥원’)은 밝혔다. 진흥원은 공모한다. => 진흥원|가온해양진흥원||alias
⟦가온벤처진흥공단|ORG⟧(이사장 ⟦위하람|PERSON⟧·이하 가벤공)은 돕는다. => 가벤공|가온벤처진흥공단||alias
⟦한국자산관리공사|ORG⟧(옛 성업공사)가 산다. => 성업공사|한국자산관리공사||alias
⟦가온시|ORG⟧와 ⟦누리전자㈜|ORG⟧(이하 회사라 한다)는 협력한다. => 회사|누리전자㈜||alias
「산업집적활성화 및 공장설립에 관한 법률」(이하 산업집적법)을 고친다. => 산업집적법|산업집적활성화 및 공장설립에 관한 법률||alias
‘국민취업지원제도’(이하 ‘국취제’)를 안내한다. => 국취제|국민취업지원제도||alias
‘마을, 다시 꽃피다(이하 꽃피다)’ 공연을 연다. => 꽃피다|마을, 다시 꽃피다||alias
⟦대한무역투자진흥공사|ORG⟧(약칭 KOTRA)가 연다. => KOTRA|대한무역투자진흥공사||alias
"""

# 괄호 없는 줄임
CLIPPINGS = """
⟦산업통상자원부|ORG⟧가 밝혔다. 산업부 관계자는 설명했다. => 산업부|산업통상자원부||abbreviation
⟦충청북도|ORG⟧가 나섰다. ⟦충북도|ORG⟧는 지원한다. => 충북도|충청북도||abbreviation
⟦한솔대학교|ORG⟧(총장 ⟦위하람|PERSON⟧)가 열었다. 한솔대는 내년에도 연다. => 한솔대|한솔대학교||abbreviation
⟦과학기술정보통신부|ORG⟧가 공고했다. 과기정통부는 심사한다. => 과기정통부|과학기술정보통신부||abbreviation
⟦한솔해양대학교 환경공학과|ORG⟧가 밝혔다. 한솔해양대 교수다. => 한솔해양대|한솔해양대학교||abbreviation
⟦가온초등학교|ORG⟧가 운영한다. 가온초 교장이 말했다. => 가온초|가온초등학교||abbreviation
⟦한국소재화학연구원|ORG⟧이 밝혔다. 소재화학연 박사다. => 소재화학연|한국소재화학연구원||abbreviation
⟦경상북도의회|ORG⟧는 심사한다. ⟦경상북도|ORG⟧가 냈다. ⟦경북도|ORG⟧는 밝혔다. => 경북도|경상북도||abbreviation
산업부 관계자는 설명했다. =>
⟦가온시|ORG⟧는 밝혔다. 가온을 찾은 관광객이다. =>
⟦경상북도|ORG⟧(이하 경북도)는 밝혔다. ⟦경북도|ORG⟧지사는 말했다. => 경북도|경상북도||alias
"""

# 짝이 아닌 괄호
NONE = """
⟦오슬기|PERSON⟧(여·67) 씨가 말했다. =>
⟦위하람|PERSON⟧ 의원(더불어민주당)이 물었다. =>
⟦누리전자|ORG⟧(012340)는 공시했다. =>
연합학습(Federated Learning)과 메타학습(Meta Learning)을 쓴다. =>
⟦가온시|ORG⟧(시장 ⟦허무진|PERSON⟧)는 밝혔다. =>
신청서(HWP)를 낸다. =>
3월 5일(화)에 연다. =>
총사업비 100억 원(국비 50억 원, 시비 50억 원)이다. =>
⟦도화리|LOC⟧(옛길 끝)에 있다. =>
누리집(www.gaon.go.kr)에서 본다. =>
로봇(Robot)이 나른다. =>
정원 30명(선착순)을 모집한다. =>
금액은 1만 달러(USD)다. =>
1단계(2023~2024년)를 마쳤다. =>
⟦코트라|ORG⟧(KOTRA)가 연다. =>
배터리(셀 제외) 공장이다. =>
수서고속철도 SRT(수서~부산)를 탄다. =>
ICT 융합 사업이다. =>
3일(이하 현지시간) 열렸다. =>
폐쇄회로(CC)TV를 단다. =>
수액 주사(정맥주사)를 놓는다. =>
부장(현 본부장, 사장)을 지냈다. =>
⟦대구지검|ORG⟧(전 춘천지검) 검사다. =>
"""


@pytest.fixture(scope="module")
def tokenizer() -> KiwiTokenizer:
    return KiwiTokenizer(Vocab())


def _rows(table: str) -> list[str]:
    return table.strip().splitlines()


def _shown(acronym: Acronym) -> str:
    shown = "|".join([acronym.short, acronym.long_ko or "", acronym.long_en or "", acronym.kind])
    letters = ";".join(f"{part.letters}:{part.ko or ''}:{part.en or ''}" for part in acronym.components or ())
    return f"{shown}|{letters}" if letters else shown


@pytest.mark.parametrize(
    "row", [row for table in (LETTERS, BRACKETS, ALIASES, CLIPPINGS, NONE) for row in _rows(table)]
)
def test_acronyms(tokenizer: KiwiTokenizer, row: str) -> None:
    marked, _, wanted = row.partition("=>")
    text, marks = read_marks(marked.strip())
    known = [
        NameMention.model_validate(
            {"type": m.type, "start": m.start, "end": m.end, "text": text[m.start : m.end], "by": "test"}
        )
        for m in marks
    ]
    found = [_shown(acronym) for acronym in find_acronyms(text, words(tokenizer(text)), known)]
    expected = [one.strip() for one in wanted.split("&&") if one.strip()]
    assert sorted(found) == sorted(expected), f"\n{text}\n찾음: {found}\n정답: {expected}"


def test_spans_are_where_the_short_form_stands_free() -> None:
    text = "한솔대학교는 ESS와 ESS급 설비, PRESS를 다룬다. 한솔대가 ESS2를 샀다. 에너지저장장치(ESS)"
    (found,) = find_acronyms(text, [], [])
    assert [text[a:b] for a, b in found.spans] == ["ESS", "ESS", "ESS"]
    assert all(text[a - 1 : a] != "R" for a, b in found.spans)


SIGNS = ["(", "가(", "(A)", "가(A) ", "A(가), ", "가(AB)", "R", "AB ", "ABC", "가나", "이하 ", "‘", "’(", "의 첫 글자"]
SIGNS += ["가·", "A는 ", "의 약자", "을 뜻하는 3을", "A1 ", "(a,b)", ".", "😀", "\x00", "A(B, C, D)", "\r\n"]


@pytest.mark.parametrize("sign", SIGNS)
def test_long_lines_are_read(sign: str) -> None:
    text = sign * (20_000 // len(sign))
    find_acronyms(text, [], [])
