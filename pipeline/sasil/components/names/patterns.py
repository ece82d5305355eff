"""The fixed expressions around names, as data: particles, lines of contact, marks of copyright, words of context."""

from __future__ import annotations

import re

from sasil.components.names.anchors import Anchored

CHUNK = re.compile(r"[0-9A-Za-z가-힣一-鿿]+(?:[&-](?:(?<=&)|(?<=[0-9A-Za-z]-)|(?=[0-9A-Za-z]))[0-9A-Za-z가-힣]+)*")
"""A run of signs that belong together: K-water가, KT&G는, 창원시는."""

PARTICLE = (
    r"(?:(?:으?로|에|에게|까지|부터)?(?:서)?(?:는|도|만)?의?|께서는?|께|에게서|으?로(?:부터|서|써)(?:는|도)?|이?라(?:는|고|며|면서)?"
    r"|이?나|이?든|이?란|이?야|보다는?|처럼|만큼|마다|조차|마저|밖에|뿐만|이?며|이?자|인|이다|이었다|였다|입니다|이고|이던|인데"
    r"|은|는|이|가|을|를|의|와|과|와의|과의|와는|과는|와도|과도|도|만|만의|에도|만이|들|들이|들은|들의|측|측은|측이|측의|발)"
)
"""What may follow a noun: a particle, some of them in a row, or the copula."""

TAIL = re.compile(rf"{PARTICLE}\Z")

TAKES_FROM_GOVERNMENT = re.compile(
    r"\s(?:[^\s.]{1,12}\s){0,3}?(?:제출|건의|신청|접수|전달|기부|기탁|교부|통보|요청|문의|보고|요구|제안|촉구|위탁|의뢰)"
)
"""Verbs whose receiver acts: 창원시에 … 건의했다."""

BECOMES = re.compile(r"[^.\n]{0,60}로\s?(?:대\s?)?(?:재?도약|거듭|발돋움|탈바꿈|부상|우뚝)")
"""What a place does, not its administration: … 중심도시로 도약."""

OF_A_PLACE = re.compile(
    r"\s?(?:한\s|일원|일대|관내|전역|지역|내에|내의|내\s|곳곳|소재|주민|시민|도민|군민|구민|거주|출신|동부|서부|북부|남부|앞바다|인근|시내|도심"
    r"|현장|특산|인구|면적|해상|상공|전체|구간|사업장|공장|부지|본사|연안|해안|해역|농가|어가|상인|청년들|기업들|하늘|바다|외곽|중심가|안팎)"
)
"""Nouns that make the name before them a place."""

BUILT = re.compile(r"\s(?:구축|건립|조성|설립|신설|설치|유치|건설)")
"""What says that a centre or a hall is yet to be, and so nobody's: 푸드테크 연구지원센터 구축."""

EARNS = re.compile(
    r"[^.\n]{0,50}?(?:매출|영업이익|영업손|순이익|당기순|수주|유상증자|공시했|상장|자사주|주가|배당|공급 ?계약|납품"
    r"|시공|발주|양산|출시|주관(?:해|하|을)|컨소시엄|업무협약|인수(?:했|한|를)|공장|생산)"
)
"""What companies do, in the same sentence."""


OUTLET = Anchored(
    re.compile(
        r"(?:[©ⓒⒸ]|\([cC]\))[ \t]{0,3}(?:by\s)?([가-힣A-Za-z0-9][가-힣A-Za-z0-9]{1,19})"
        r"(?=[ \t]{0,2}(?:[.,/)>\]\-(&|]|$|\n|무단|All|all|ALL|저작권|재배포|co|Co|Corp|Inc|http|www))"
    ),
    sign=re.compile(r"[(©ⓒⒸ]"),
    before=0,
    behind=50,
)
"""The outlet in a line of copyright: 저작권자 © 전기신문 무단전재 및 재배포 금지."""

OUTLET_BEFORE = re.compile(
    r"저작권자?(?:는|은)?[ \t:]{0,3}(?:\([cC]\)[ \t]{0,3}|[©ⓒ][ \t]{0,3})?([가-힣A-Za-z0-9]{2,20})"
    r"(?=에 있|,|[ \t]{0,2}(?:무단|All))"
)

UNIVERSITY = Anchored(
    re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{2,14}대)학교"),
    sign=re.compile(r"대학교"),
    before=14,
    behind=20,
)
"""A university in full, with its short form: 한울대학교, 한울대."""

DATELINE = re.compile(r"[(\[]([가-힣]{2,6})=([가-힣A-Za-z0-9]{2,10})(?=\s[가-힣]{2,4}\s?기자|[)\]])")
"""Place and outlet at the head of a report: (서울=연합뉴스), [창원=전기신문 길태오 기자]."""

BYLINE_PLACE = re.compile(
    r"(?m)(?:^|[\[(【\s])([가-힣]{2,6})\s?=\s?([가-힣]{2,5})(?=\s?(?:선임|전문|인턴|객원)?\s?기자)"
)
BYLINE = re.compile(
    r"(?m)(?:(?:^|[\s/=·])(?:글|사진|대담|정리|취재|영상|촬영)(?:[·,]?\s?(?:글|사진|정리))?\s?=\s?"
    r"|^[ ]?/|(?<=[.”\"』)])\s?/|[가-힣]{2,4}/)"
    r"([가-힣]{2,4})(?=\s?(?:[가-힣]{2,3}부장|(?:선임|전문|인턴|객원|사진)?\s?기자))"
)
"""Who wrote, asked or photographed: 대담=국하늘 사회부장, /조온누리 기자, 창원/명가람기자."""

BYLINE_OUTLET = re.compile(
    r"[\[(【](?:[가-힣]{2,6}=)?([가-힣A-Za-z0-9]{2,12})[ =/]\s?([가-힣]{2,5})(?=\s?(?:선임|전문|인턴|객원)?\s?기자)"
)

OUTLET_BEHIND = re.compile(
    r"기자\s?\(([가-힣A-Za-z0-9]{1,10}(?:일보|신문|뉴스|저널|타임[스즈]|방송|통신|투데이|데일리|미디어|매일|매거진|TV)\d{0,2})\)"
)
"""The outlet in a bracket behind a reporter: 매지후 기자(누리저널)."""

FIRM = Anchored(
    re.compile(
        r"\((?:재|사|학|의|복)\)[ ]?[가-힣A-Za-z0-9]{2,20}"
        r"|(?<![가-힣])(?:재단|사단|학교|사회복지|의료|법무|회계|세무|특허|노무|관세)법인[ ][가-힣A-Za-z0-9]{2,20}"
        r"|(?:㈜|\(주\)|（주）|\(유\)|주식회사[ ]|농업회사법인[ ])[ ]?[가-힣A-Za-z0-9&]{1,20}"
        r"|[가-힣A-Za-z0-9&]{2,20}(?:㈜|\(주\)|（주）|(?<!사)(?<!업체)(?<!기업)[ ]주식회사)"
    ),
    sign=re.compile(r"㈜|（주）|\((?:주|유|재|사|학|의|복)\)|주식회사|법인"),
    before=21,
    behind=40,
)

ALIAS = re.compile(r"이하\s{0,2}[‘'“\"「]?([가-힣A-Za-z0-9&-]{1,15})[’'”\"」]?\s?(?:라|이라)?\s?(?:한다|함|칭|[)）])")

AGED = Anchored(
    re.compile(
        r"(?<![가-힣])([가-힣]{2,4})\s?\((?:[남여]\s?[·,/]?\s?)?(?:만\s?)?(?:[1-9]\d?|1[01]\d)(?!\d)(?:세)?(?:\s?[·,/]\s?[^()\n]{1,15})?\)"
    ),
    sign=re.compile(r"\("),
    before=5,
    behind=60,
)
"""A name with the age in brackets: 오순례(여·67), 하도진(45·회사원)."""

AGE = Anchored(
    re.compile(
        r"(?<=[가-힣])\s?\((?:[남여]\s?[·,/]?\s?)?(?:만\s?)?(?:[1-9]\d?|1[01]\d)(?!\d)세?(?:\s?[·,/]\s?[^()\n]{1,15})?\)"
    ),
    sign=re.compile(r"\("),
    before=1,
    behind=60,
)
"""An age in brackets, and no number of a phone: (52), not (033)."""

OFFICED = Anchored(
    re.compile(r"(?<![가-힣])([가-힣]{2,4})\(([^()\n|]{2,30})\)"),
    sign=re.compile(r"\("),
    before=4,
    behind=40,
)
"""A name with its office in brackets: 하도진(한울대 교수)."""

SURNAMED = Anchored(
    re.compile(
        r"(?<![가-힣])([가-힣])(?:\s?모)?(?:\s?\(\d{1,3}(?:[·,][^)]{1,5})?\))?\s?씨(?=[\s,.]|은|는|이|가|을|를|의|와|과|도|에|측)"
    ),
    sign=re.compile(r"씨"),
    before=16,
    behind=20,
)
"""A surname for a whole name: 김 씨, 김모(33)씨."""

HIDDEN = Anchored(
    re.compile(
        r"(?<![가-힣])(?![공부추규응]모)([가-힣])\s?모\s?(?:\(\d{1,3}(?:[·,][^)]{1,5})?\))?\s(?=[가-힣]{0,4}(?:장|사|원|수|관|표|교수|대리|주임|경위|경사|경감)(?:은|는|이|가|을|를|의|와|과|도|에|\s|$))"
    ),
    sign=re.compile(r"모"),
    before=2,
    behind=40,
)
"""A surname for a whole name before an office: 정 모(54) 팀장."""

CONTACT = re.compile(
    r"(?<![전자질방학논신주설공본작])문의처?|담당자?|담당\s?부서|연락처|작성자?|책임자|총괄|자료\s?제공|제공|자료\s?출처|보도자료|배포처|홍보\s?담당|☎|\d{2,4}[-)]\s?\d{3,4}-\d{4}"
)
"""A line that says whom to ask."""

CITY_LEAD = re.compile(r"[ \t]{0,3}[,，…]")

ASKED = re.compile(
    r"(?:(?<![전자질방학논신주설공본작])문의(?:처|사항|전화)?|(?<=\()(?:계약|기술|과업|입찰|사업|총괄|홍보|행정)(?=\))|(?:담\s?당\s?자|(?<![가-힣])담당(?:\s?부서)?+)|연락처|접수처|자료\s?(?:제공|문의))(?:는|은)?"
    r"\s{0,2}(?:[:：)\]]\s{0,2}|[ ](?=[가-힣]))(?:\([가-힣 ]{1,8}\)\s?)?"
)
"""What opens a line of contact, before its first word: 문의 :, (문의), 담당:, 문의처 : (입찰)."""

REACHED = re.compile(r"\s{0,2}(?:[(☎☏☎|/,·]|T\.|[Tt]el|0\d{1,2}[-)]|\d{3,4}-|[a-z0-9._]+@|$)")
"""What may follow the words of a line of contact: a number, a bracket, the next of them."""

STEP = re.compile(
    r"(?:[^\n/,·|()]{0,4}\([^()\n]{0,60}\)|[ ☎☏☎:T.elt]{0,6}[0-9()~ -]{7,20}|\s{0,2}[a-z0-9._]+@[a-z0-9.]+)?"
    r"[ ]{0,2}[/,·][ ]?(?:\([가-힣 ]{1,8}\)[ ]?)?"
)
"""What leads from one group of words to the next in a line of contact: (044-200-5600),"""

ASK_CELL = re.compile(
    r"(?:^|\|)\s*(?:담\s?당\s?부\s?서|소관\s?부서|책\s?임\s?자|담\s?당\s?자|담\s?당|문의처?|연락처|작\s?성\s?자)\s*(?:\||$)"
)
"""The cell of a table that says whom to ask."""

NUMBER_CELL = re.compile(r"\(?0\d{1,2}[-)]\s?\d{3,4}-\d{4}|[a-z0-9]@[a-z0-9]")
"""A telephone number."""

NUMBER = re.compile(
    r"(?:\(0\d{1,2}\)\s?|0\d{1,2}[-).]\s?|\+82[- ]\d{1,2}[- ])\d{3,4}[-.]\d{4}|1[5-9]\d\d-\d{4}"
    r"|[a-z0-9._]{1,64}@[a-z0-9]"
)
"""A telephone number, or an address up to its sign; its first part has 64 letters at most (RFC 5321, 4.5.3.1.1)."""

BEFORE_NUMBER = re.compile(
    r"\s{0,2}(?:[(（☎☏✆:：|·]|T\.?|[Tt]el\.?|TEL\.?|전화(?:번호)?|대표전화|연락처|팩스|[Ee]-?mail|이메일|전자우편|[MHmh]\.|\s){1,4}\Z"
)
"""What may stand between the words of a line of contact and their number."""

RANK = re.compile(
    r"(?:[가-힣]{2,4}담당|선임|책임|수석|주임|대리|행정원|팀원|실무관|연구원|전임|주사|주사보|사원|매니저|프로|담당관|기획관|지도사|연구사)"
)
"""Ranks that are titles where a line says whom to ask."""

BODY_COLUMN = re.compile(
    r"(?:(?:주관|참여|수행|전담|협력|시행|발주|수요|신청|소속|공동|위탁|국내|해외|상대|참가|입주|선정|수출|투자|공급|연구|개발|시공|운영)?"
    r"(?:연구|연구개발)?(?:기관|기업|업체|회사)명?|주관|참여|소속|시공사|시행사|발주처|수요처|매출처|계약상대방?|협약기관|낙찰자|낙찰업체|운영사|계열사|자회사|출전팀|구단)"
)
"""The head of a column of bodies."""

PLACE_COLUMN = re.compile(
    r"소재지|위치|장소|지역명?|시·?도명?|시·?군(?:·?구)?명?|대상지역?|후보지|사업지|국가명?|개최지|항만명?|도시명?"
)
"""The head of a column of places."""

SCHOOL = re.compile(
    r"(?<![가-힣])([가-힣]{2,6}(?:초|중|고|여중|여고))(?=(?:에서)?\s(?:교장|교감|교사|수석교사|학생|재학생|졸업|동문|총동문회|학부모|야구부|축구부|[1-6]학년|[1-3]-\d))"
)
"""A school by its short form, by what stands behind it: 남해여중 교장."""

COLLEGE = re.compile(
    r"(?<![가-힣])((?:[가-힣]{2,5}|[A-Z]{2,6})대)(?=\s(?:(?:[가-힣]{2,12}(?:학과|학부|공학과|대학원|교육과)\s)?(?:[가-힣]{2,4}\s)?(?:교수|명예교수|석좌교수|총장|학생|재학생|연구팀|연구진|병원|산학협력단|의대|출신))|(?:와|과)\s[가-힣]{2,5}대\s|[·,]\s?[가-힣]{2,5}대\s)"
)
"""A university by its short form, by what stands behind it: 스탠퍼드대 린다 왓슨 교수, 누리대 학생."""

BODY_ABBREVIATED = re.compile(r"\s?\((?:[^()\n]{1,80},\s)?(?:약칭\s)?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?=[),·])")
"""The Latin short form of a body in the bracket behind it: (KASA), (청장 명하늘, KASA)."""

ARMY_SIGN = re.compile(r"[사여군비기함행전](?:(?<!함)단|(?<=함)대)(?!법인)")
"""What may close a unit of the forces."""

ARMY_UNIT = re.compile(
    r"(?<![0-9가-힣.,-])(?:(?:육군|해군|공군|해병대|국군)\s)?제?\d{1,3}(?:"
    r"(?:(?:기계화|차량화)?보병|기갑|공수특전|특전|특공|포병|공병|항공|수송|군수지원|전투비행|해상전투|지역방위)?(?:사단|여단|군단|함대|비행단)"
    r"|전투비행단|훈련비행단|기동전단|방공유도탄여단)(?=\s|[,.)’”·]|[은는이가을를의과와도에]|에서|장병|소속|$)"
)
"""A unit of the forces: 해병대 1사단, 공군 제19전투비행단."""

TEAM = re.compile(
    r"(?:배구|축구|야구|농구|핸드볼|탁구|씨름|양궁|사격|육상|체조|유도|펜싱|사이클|조정|카누|수영|역도|레슬링|복싱|태권도|하키|테니스"
    r"|배드민턴|볼링|골프|체육|운동경기)(?:선수)?(?:단|부|팀)\Z"
)
"""A team that a city, a school or a company keeps: 여자배구단, 씨름단."""

PARTY = re.compile(
    r"(?<![가-힣A-Za-z])([가-힣]{2,7}당)(?<!담당)(?=\s(?:소속\s)?[가-힣]{2,4}\s(?:[가-힣]{0,4}의원|대표|원내대표|후보|최고위원|사무총장|대변인)"
    r"|\s(?:대표|원내대표|최고위원회|도당|시당|지도부|의원총회|소속 의원)|[)·]|,\s?[가-힣]{2,8}\))"
)
"""A party, by who belongs to it: 새내일당 명소윤 의원, (새내일당)."""

PLACED = re.compile(
    r"(?:\d시(?:\s?\d{1,2}분|\s?반)?|\d:\d{2}|정오|오전|오후|저녁|\d일(?:\s?\([월화수목금토일]\))?|\([월화수목금토일]\)|교내"
    r"|(?:장\s?소|[-○◦] 곳|위치|개최지|행사장)\s?[:：])[,|]?\s{1,3}(?:\|\s)?\Z"
)
"""What stands before a venue: a time, a day, 장소 :."""

VENUE_BEHIND = re.compile(
    r"\s?(?:\d층|지하|[가-힣]{0,4}강당|[가-힣]{0,3}회의실|세미나실|로비|[가-힣]{0,2}공연장|다목적홀|컨퍼런스[룸홀]|국제회의[장실]|[가-힣]{0,2}볼룸|연회장"
    r"|\d{1,3}호실|특실|,\s0\d{1,2}-|장례식장|영결식장|예식장|야외|앞마당|특설|집결|[가-힣]{0,2}전시장|입학식|[가-힣]{0,2}극장|일원|광장)|에서|\s{0,2}(?:[|/)↵\n]|\Z)|\.\s"
)
"""What stands behind a venue: a room, a floor, 에서, the end of a cell or line."""

ROOMED = Anchored(
    re.compile(
        r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{1,10}(?:관|홀|타워|빌딩|센터|플라자|스퀘어|전당))"
        r"(?=(?:의)?\s(?:지하|\d{1,2}층|로비|옥상|야외|[대소중]강당|대회의실|소회의실|국제회의실|다목적|컨퍼런스|주변|[‘'“][가-힣]{2,6}홀))"
    ),
    sign=re.compile(r"(?:관|홀|타워|빌딩|센터|플라자|스퀘어|전당)"),
    before=10,
    behind=30,
)
"""A building, by the floor or room behind it: 누리과학관 1층, 제3공학관 로비."""

NATURE = Anchored(
    re.compile(
        r"(?<![가-힣A-Za-z0-9])([가-힣]{1,4}(?:강|천|호|산|봉|령|재|섬|도|만|곶|포|늪|계곡|해변|고개|오름|해수욕장))"
        r"(?=에서|까지|을 따라|를 따라|으로 (?:흘|이어)|에 (?:서식|사는|살|오르|올라|있는)"
        r"|\s(?:수변|변|둔치|상류|하류|중류|유역|산책[로길]|자락|정상"
        r"|기슭|둘레길|물길|하구|하천|연안|인근|앞바다|주변|습지|제방|둑길?|둑방|수계"
        r"|수질|등산로|자연휴양림|일원|일대|근처|뱃길|해상|해역|나들목|국립공원|도립공원))"
    ),
    sign=re.compile(r"(?:강|천|호|산|봉|령|재|섬|도|만|곶|포|늪|계곡|해변|고개|오름|해수욕장)"),
    before=4,
    behind=20,
)
"""A river, hill or island by what happens or lies there: 회야강 산책길, 우이도에서."""

TOWN_ROW = re.compile(
    r"(?<![가-힣A-Za-z0-9])[가-힣]{1,4}(동|읍|면|리)(?![가-힣])(?:(?:[ ]?[·,/▲△|~∼][ ]?"
    r"|[ ][0-9,.]{1,9}(?:㎡|명|가구|호|필지|건|곳|억 원|ha|㏊)[ ]?[,▲△·]?[ ]?)[가-힣]{1,4}\1(?![가-힣])){1,15}"
)
"""A row of towns: 위미리 5,100㎡ ▲하례리, 삼도동 | 용전동."""
