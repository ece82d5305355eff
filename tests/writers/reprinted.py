"""Copies of a release as papers print them, and releases of one form that tell of other things."""

from __future__ import annotations

import re
from random import Random

_HEADLINES = (
    "{}… 지역 주민 기대감 커져",
    "[단독 아님] {} 본격화",
    "{}, 하반기에 속도 낸다",
    "“{}” 첫걸음 뗐다",
)
_LEADS = ("[한별일보 = 박새벽 기자] ", "(나루=미르통신) 오가온 기자 = ", "【다온뉴스】 ", "")
_TAILS = (
    "\n\n박새벽 기자 saebyeok@hanbyeol.example\n저작권자 ⓒ 한별일보, 무단 전재 및 재배포 금지",
    "\n\n입력 2026.03.05. 오전 9:12  수정 2026.03.05. 오전 11:40\n기사 제보 02-000-0000",
    "\n\n[관련 기사]\n나루시, 봄맞이 꽃길 조성\n가람군 새내기 공무원 임용식",
    "",
)
_WORDS = (
    ("밝혔다", "전했다"),
    ("계획이다", "방침이다"),
    ("지원", "뒷받침"),
    ("관계자", "담당자"),
    ("추진", "진행"),
    ("위해", "위하여"),
)
_QUOTE = re.compile(r"“[^”\n]{10,200}”")
_SAID = (
    "“주민 여러분이 달라진 모습을 몸으로 느끼실 수 있도록 꼼꼼히 챙기겠다”",
    "“맡은 일을 차질 없이 마무리해 약속을 지키겠다”",
)


def headline(text: str, random: Random) -> str:
    first, _, rest = text.partition("\n")
    return random.choice(_HEADLINES).format(first[: max(len(first) // 2, 6)].strip()) + "\n" + rest


def byline(text: str, random: Random) -> str:
    return random.choice(_LEADS) + text + random.choice(_TAILS)


def cut(text: str, random: Random, least: float = 0.5) -> str:
    """Keep the front, to the end of a sentence."""
    wanted = int(len(text) * random.uniform(least, 0.95))
    end = text.find("다.", wanted)
    return text[: end + 2] if end != -1 else text


def moved(text: str, random: Random) -> str:
    paragraphs = text.split("\n")
    if len(paragraphs) > 2:
        paragraphs.insert(random.randrange(1, len(paragraphs)), paragraphs.pop(random.randrange(1, len(paragraphs))))
    return "\n".join(paragraphs)


def quotes(text: str, random: Random) -> str:
    """Give one or two people other words."""
    return _QUOTE.sub(lambda _: random.choice(_SAID), text, count=random.randint(1, 2))


def words(text: str, random: Random) -> str:
    for before, after in random.sample(_WORDS, 3):
        text = text.replace(before, after)
    return text


def day(text: str, random: Random) -> str:
    """Move the first day, as a paper that prints it on the next one does."""
    return re.sub(r"(?<![0-9월 .])([0-9]{1,2})일 ", lambda found: f"{int(found[1]) % 28 + 1}일 ", text, count=1)


CHANGES = {f.__name__: f for f in (headline, byline, cut, moved, quotes, words, day)}
"""What papers do to a release, by name."""


def copied(text: str, random: Random) -> str:
    """Return a copy with some of all that papers do to a release."""
    for change in random.sample(list(CHANGES.values()), random.randint(2, 5)):
        text = change(text, random)
    return text


_TOWNS = ("나루시", "가람군", "미르구", "다온시", "한별군", "새솔시", "윤슬군", "도담시")
_NAMES = ("김하늘", "박새벽", "이가온", "최다솜", "정한빛", "오마루", "윤슬기", "서아람")
_TEAMS = ("민원과", "도로과", "복지정책과", "환경과", "농정과", "세무과", "교통과", "안전과")
_WORKS = (
    "물빛다리 보수공사",
    "들꽃 도서관 증축공사",
    "은하 체육관 지붕공사",
    "달빛 산책로 정비공사",
    "솔숲 주차장 조성공사",
)
_DEEDS = (
    "길을 잃은 어르신을 집까지 모셔다드리고 가족이 올 때까지 곁을 지켰다",
    "서류를 잘못 낸 민원인을 위해 점심시간을 쪼개 세 기관에 대신 물었다",
    "비가 새는 경로당을 보고 그날로 자재를 구해 지붕을 손보았다",
    "처음 온 외국인 주민을 위해 안내문을 네 나라 말로 옮겨 붙였다",
)


def _won(random: Random, low: int = 8, high: int = 95) -> str:
    return f"{random.randint(low, high) * 100:,}원"


def _prices(random: Random) -> str:
    rows = "\n".join(
        f"{name}({unit}) | {_won(random)} | {_won(random)} | {random.choice('△▲')}{random.randint(1, 300) / 10}%"
        for name, unit in (
            ("배추", "1포기"),
            ("무", "1개"),
            ("대파", "1단"),
            ("양파", "1㎏"),
            ("사과", "10개"),
            ("배", "10개"),
            ("한우 등심", "100g"),
            ("계란", "30구"),
        )
    )
    week, month, start = random.randint(1, 5), random.randint(1, 12), random.randint(1, 22)
    return (
        f"주간 장바구니 물가({month}월 {week}주)\n나루시는 {month}월 {start}일부터 {start + 6}일까지 전통시장 {random.randint(3, 9)}곳과 대형마트 {random.randint(3, 9)}곳에서 "
        f"주요 농축산물 {random.randint(20, 40)}개 품목의 값을 조사해 그 결과를 발표했다.\n조사에 따르면 배추는 1포기에 {_won(random)}으로 지난주보다 {random.randint(1, 300) / 10}% "
        f"{random.choice(('올랐고', '내렸고'))}, 무는 1개에 {_won(random)}으로 {random.randint(1, 300) / 10}% {random.choice(('올랐다', '내렸다'))}.\n{rows}\n"
        f"4인 가족 기준 장보기 비용은 전통시장이 평균 {random.randint(2000, 4000) * 100:,}원으로 대형마트보다 {random.randint(1, 300) / 10}% 쌌다.\n"
        "시는 물가 조사 결과를 매주 누리집에 올려 시민이 알뜰하게 장을 볼 수 있도록 돕고 있다. 자세한 내용은 지역경제과로 물으면 된다."
    )


def _advice(random: Random) -> str:
    month, start = random.randint(1, 12), random.randint(1, 28)
    return (
        f"나루시, {month}월 무료 법률상담실 운영\n나루시는 오는 {start}일 오후 2시부터 5시까지 시청 1층 민원상담실에서 {month}월 무료 법률상담실을 연다고 밝혔다.\n"
        f"상담은 변호사 {random.randint(2, 5)}명이 맡으며, 상담 시간은 한 사람에 {random.choice((15, 20, 30))}분이다. 나루시에 사는 사람이면 누구나 신청할 수 있고 비용은 들지 않는다.\n"
        f"상담을 바라는 시민은 {max(start - 5, 1)}일까지 전화나 시 누리집으로 신청하면 되고, 선착순 {random.randint(8, 30)}명을 받는다.\n"
        "시는 2015년부터 매달 법률상담실을 열어 법을 잘 몰라 어려움을 겪는 시민을 돕고 있다. 가사와 민사, 형사, 세무 등 생활과 가까운 모든 분야를 묻고 답을 얻을 수 있다.\n"
        "감사법무과 담당자는 “혼자 고민하지 말고 상담실을 찾아 도움을 받으시길 바란다”고 말했다."
    )


def _kind_official(random: Random) -> str:
    town, name, team, month = random.choice(_TOWNS), random.choice(_NAMES), random.choice(_TEAMS), random.randint(1, 12)
    return (
        f"{town}, {month}월의 친절공무원에 {team} {name} 주무관\n{town}는 {month}월의 친절공무원으로 {team} {name} 주무관을 뽑았다고 {random.randint(1, 28)}일 밝혔다.\n"
        f"{name} 주무관은 {random.choice(_DEEDS)}. 이 일은 시민이 누리집에 글을 올리면서 알려졌다.\n"
        f"친절공무원은 시민 추천과 부서 추천을 받은 {random.randint(5, 20)}명을 놓고 심사위원회가 투표해 정한다. 뽑힌 사람에게는 표창과 함께 포상금 {random.randint(1, 5) * 10}만 원을 준다.\n"
        f"{name} 주무관은 “{random.choice(_DEEDS)}는 말을 들으니 쑥스럽다. 누구나 할 일을 했을 뿐”이라고 말했다."
    )


def _tender(random: Random) -> str:
    town, work, month, start = (
        random.choice(_TOWNS),
        random.choice(_WORKS),
        random.randint(1, 12),
        random.randint(1, 20),
    )
    return (
        f"{town} 공고 제2026-{random.randint(100, 999)}호\n{work} 입찰 공고\n1. 입찰에 부치는 사항\n가. 공사명: {work}\n나. 기초금액: {random.randint(100, 900)},{random.randint(100, 999)},000원(부가가치세 포함)\n"
        f"다. 공사기간: 착공일부터 {random.randint(60, 300)}일\n라. 위치: {town} 물빛로 {random.randint(1, 200)} 일원\n2. 입찰 및 개찰 일시\n가. 입찰서 제출 시작: 2026. {month}. {start}. 10:00\n"
        f"나. 입찰서 제출 마감: 2026. {month}. {start + 7}. 10:00\n다. 개찰: 2026. {month}. {start + 7}. 11:00, {town} 입찰집행관 컴퓨터\n3. 입찰 참가 자격\n"
        "가. 관계 법령에 따른 자격을 갖추고 해당 업종을 등록한 업체로서 공고일 전날부터 입찰일까지 본점 소재지를 관내에 둔 업체여야 합니다.\n"
        "나. 청렴계약 이행 서약을 어긴 업체는 참가할 수 없습니다.\n4. 낙찰자 결정: 예정가격 이하로서 낙찰하한율 이상의 최저가로 입찰한 업체 순으로 적격심사를 거쳐 결정합니다.\n"
        "5. 그 밖의 사항은 입찰 유의서를 따르며 공사에 관한 문의는 담당 부서로, 입찰에 관한 문의는 회계과로 하시기 바랍니다."
    )


def _dust(random: Random) -> str:
    town, start, hour = random.choice(_TOWNS), random.randint(1, 28), random.randint(6, 20)
    return (
        f"{town} 초미세먼지 주의보 발령\n{town}는 {start}일 {hour}시를 기해 관내 전역에 초미세먼지(PM-2.5) 주의보를 내렸다. 이 시각 시간당 평균 농도는 {random.randint(76, 140)}㎍/㎥이다.\n"
        f"주의보는 시간당 평균 농도가 75㎍/㎥ 이상으로 2시간 이어질 때 내려진다. 올해 들어 {random.randint(2, 15)}번째다.\n"
        "어린이와 노인, 호흡기나 심장이 약한 사람은 바깥 활동을 삼가고, 꼭 나가야 할 때에는 보건용 마스크를 써야 한다. 자동차 운행을 줄이고 대중교통을 이용하는 것이 좋다.\n"
        f"{town} 환경과 담당자는 “농도가 내려가면 바로 해제하고 알리겠다”고 말했다."
    )


def _earnings(random: Random) -> str:
    quarter, year = random.randint(1, 4), random.randint(2023, 2026)
    return (
        f"가람화학, {year}년 {quarter}분기 실적 발표\n가람화학은 {year}년 {quarter}분기 연결 기준 매출 {random.randint(2, 9)}조{random.randint(1000, 9999):,}억 원, 영업이익 {random.randint(500, 3000):,}억 원을 올렸다고 "
        f"{random.randint(20, 28)}일 밝혔다.\n매출은 앞 분기보다 {random.randint(1, 300) / 10}%, 지난해 같은 기간보다 {random.randint(1, 300) / 10}% {random.choice(('늘었다', '줄었다'))}. 영업이익률은 {random.randint(20, 150) / 10}%다.\n"
        f"부문별로는 기초소재가 매출 {random.randint(1, 4)}조{random.randint(100, 999)}억 원, 첨단소재가 {random.randint(5000, 9999):,}억 원, 생명과학이 {random.randint(1000, 4000):,}억 원을 거뒀다.\n"
        f"회사는 올해 시설 투자에 {random.randint(1, 3)}조{random.randint(1000, 9999):,}억 원을 쓸 예정이다. 서하늬 재무책임자는 “체질을 바꾸는 일을 서둘러 어려운 시장에서도 이익을 내겠다”고 말했다."
    )


FORMS = {f.__name__[1:]: f for f in (_prices, _advice, _kind_official, _tender, _dust, _earnings)}
"""Releases that come again and again in one form: no two are the same news."""
