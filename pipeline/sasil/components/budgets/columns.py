"""What the heads, the rows and the captions of tables say of the amounts in them: data."""

from __future__ import annotations

import re

STAGE_ROW = re.compile(r"^\s*(?:제?\d{1,2}\s?(?:단계|기|차)|\d{4}년?|[’'‘]?\d\d년?)")
SUM_ROW = re.compile(r"^\s*(?:\|\s*)?(?:총\s*계|합\s*계|소\s*계|계|총\s*액)\s*(?:\||$)")
OTHER_COLUMN = re.compile(
    r"(?:과제|사업|업체|기업)\s?수$|개수|수량|인원|면적|기간|비율|비고|^선정$|선정\s?(?:수|규모|예정)|건수|개소수?|횟수|호수|세대수|명수|연번|순번|물량|단가|증감|증가|감소|대비|차이|증액|감액|매출|수출|이익"
    r"|^[(（]?[A-Z][-–−－][A-Z][)）]?$"
)
YEAR_COLUMN = re.compile(r"(?:(?<![\d])[’'‘](\d\d)(?!\d)|(20\d\d))")
RANGE_COLUMN = re.compile(r"(?:[’'‘]\d\d|20\d\d)년?도?[~∼～-](?:[’'‘]?\d\d|20\d\d)|\d(?:,\d)*차년도[~∼～]")
PHASE_COLUMN = re.compile(r"\d단계\s?(?:소?계|합계|총액)?$")
UNTIL_COLUMN = re.compile(r"까지|이전|이후|기투자|기투입")
SHARE_COLUMN = re.compile(r"\d차년도|\d차연도|\d년차")
CEILING_COLUMN = re.compile(r"한도|(?:과제|업체|기업|개소|곳|팀|인)당|지원단가")
MONEY_COLUMN = re.compile(
    r"사업비|예산|투자|재원|국비|도비|시비|군비|구비|민자|연구비|공사비|보조금|출연금|소요액|배정액|(?:사업|추정|총)?금액"
)
MONEY_CAPTION = re.compile(r"사업비|예산|투자|재원|투입|국비|연구비|출연금|보조금|소요")
OTHER_TABLE = re.compile(r"매출|수출|수입|손익|실적|계약|이익|순익|자산|운용|거래|판매|요금|통행료|수수료")
SELECTED = re.compile(
    r"(?:선정|대상|지원|참여|추진)\s?(?:된\s?)?(?:지역|지구|지|곳|마을|기관|대학|기업|업체|시설|단체|결과|현황|명단)"
)
"""What heads a table of those that take part in the one project of a text: each has its own money of it."""
CAPTION_ROLE = re.compile(r"정부\s?출연금|정부\s?지원금|정부(?=\s?투자)|국비|국고(?:보조금)?|도비|시비|군비")
UNIT_ROLE = re.compile(r"\n\s*[(（\[※*]?\s?단위[^\n|]{0,16}?(?P<role>국비|도비|시비|군비|정부출연금)")
"""The line below a table that tells its unit and whose money it holds: (단위: 억 원, 국비 기준)."""
PRIVATE_IN_BRACKETS = re.compile(r"괄호(?:\s?안)?(?:은|는)?\s?민간")
_LABEL = (
    r"(?:총\s?)?(?:사\s*업\s*비|공\s*사\s*비|용\s*역\s*비|연\s*구\s*비|예\s*산(?:\s*액)?|소요\s?예산|재\s*원|투자비"
    r"|(?:사업|추정|기초|투자)\s?금\s*액)\s*(?:[(（][^()（）|\n]{1,12}[)）])?\s*"
)
LABEL_ROW = re.compile(rf"\W*{_LABEL}\|[^|\n]*\d[^|\n]*원[^|\n]*(?:\|[가-힣\s]{{2,9}}\|[^|\n]*)*")
"""A row of labels with their values, first that of a project's money: 사업비 | 250억 원(국비 150억 원 …)."""
MONEY_ROW = re.compile(
    rf"\W*(?:연도별\s?|연차별\s?)?(?:{_LABEL}|투자\s?(?:액|계획)|지원\s?액|집행\s?액|배정\s?액|소요\s?액)\s*(?:[(（][^()（）|\n]{{1,12}}[)）])?\s*\|"
)
"""A row of a project's money, its years in the columns."""
