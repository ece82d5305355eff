"""What contacts look like, as data: numbers, addresses, signs between the parts, units, labels and titles."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

PHONE = re.compile(
    r"(?<![\d\-])(?<!\d\.)(?:\+82[-\s]?\d{1,2}[-.\s]\d{3,4}[-.]\d{4}"
    r"|\(0\d{1,2}\)\s?\d{3,4}[-.]\d{4}"
    r"|0\d{1,3}(?:[-.]|\)\s?|\s(?=\d{3,4}-))\d{3,4}[-.]\d{4}"
    r"|1[5-9]\d\d-\d{4}|01\d{8,9}"
    r"|(?:(?<=[(☎☏])|(?<=[☎☏] ))(?!19|20)\d{3,4}-\d{4}(?=[)\s,/]|$))(?:~\d{1,4})?(?![\d\-]?\d)"
)
"""A telephone number: 044-200-5600, 02)123-4567, (02) 123-4567, 1588-0000, +82-2-123-4567."""

EXTENSION = re.compile(r"(?<=[(（])\d{4}(?=[)）])|(?<=[가-힣☎☏] )(?<!내선 )(?!19|20)\d{4}(?=[)）]?\s*(?:$|[,/·|]))")
"""A number within the exchange of a full one on the same line: 국비팀장 나은결(8522), 담당 나은결 8522."""

EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}(?<![\-.])"
)

REACHED = re.compile(r"[-.0@](?:(?<=\d[-.])\d{4}|(?<=0)1\d{8}|(?<=@))")
"""What every number and address holds: a quick look at what can have none."""

FAX = re.compile(r"(?:팩\s?스|전송|[Ff][Aa][Xx]|\bF)\s?[.:：)(]?\s?$")
"""What makes the number behind it no telephone."""

APART = re.compile(r"[|:：/;,()（）\[\]【】<>☎☏✆·•※■□○◦▣●◎◆◇▶▷►▸△▲★☆\"“”'‘’=~]+|\s-\s|\.(?=\s|$)")
"""The signs between the parts of a line of contacts."""

SENTENCE = re.compile(r"(?:다|요|까|음|함)[.!?](?:\s|[”’\"']|$)|(?:하면|받는|된)다$")
"""What shows that a line is running text."""

LABEL_END = re.compile(r"(?:문의|문의처|문의사항|담당|담당자|연락처|접수처|제공)$")
"""The end of a label of several words: 보도자료 문의."""

FOOTER = re.compile(r"[Cc]opyright|ⓒ|무단\s?전재|재배포|등록번호|발행인|편집인")
"""What makes of a number that of the paper itself."""

OBITUARY = re.compile(
    r"(?:부친|모친|조부|조모|장인|장모|빙부|빙모|시부|시모|배우자|본인|형제|자매|남편|부인)상|발인|빈소[는은 :·=]|별세"
)
"""What makes of names and numbers no contacts: an obituary."""

HEAD_OF = re.compile(r"[가-힣0-9A-Za-z·]{2,}(?:과|팀|실|국|센터|본부|단|소|부|계|파트|반|사업|지사)장")
"""A title that names the unit that it heads: 국비전략팀장."""

RANKED = re.compile(
    r"[가-힣]{2,4}(?:연구[사관]|지도[사관]|학예사|주사보?|서기보|사무관|서기관|주무관|전문관|조사관|감독관|대리|차장|이사|주임|간사)"
)
"""A title with its field in front: 임업연구사, 홍보대리."""

CHANNEL = re.compile(
    r"(?:[A-Z]|[Tt][Ee][Ll]|[Pp]hone|[Mm]obile|M\.?P|H\.?P|C\.?P|[Oo]ffice|[Dd]irect|휴대폰|휴대전화|핸드폰|직통|유선)\.?"
)
"""What a number or an address is called: T., M., Mobile."""

ABOUT = re.compile(r"(?:[가-힣]{2}[은는을를]|관한|대한|관련|에서|에게)$|^(?:또는|혹은|참고|참조|및)$")
"""The end of what a unit is to be asked about: 입찰에 관한 사항은 회계과."""

NO_NAME = re.compile(
    r"\d+|평일|주말|휴일|공휴일|토요일|일요일|점심시간|오전|오후|제외|휴무|운영시간|근무시간|[월화수목금]~[월화수목금]"
)
"""Words that no unit has: hours of work."""

OF_LINES = re.compile(
    r"\s*[-○□■※*▶▷●◇◆·]?\s*(?:담당\s?(?:부서|기관|과)|소관\s?부서|제공\s?부서|부서명?|소속|기관명?)\s?[:：]\s?\S"
)
"""A line without a number whose unit holds for the lines below: 담당부서: 물길청 하천과."""

OFFICE = re.compile(
    r"(?:콜\s?센터|상담(?:실|센터|소|창구)|사무국|상황실|안내소|안내데스크|데스크|창구|지원센터|지원실|종합상황실)"
)
"""An office that is called by what it is for: 채용 콜센터."""

OWNER = re.compile(
    r"(?:[<(\[]?\s?(?:총괄|공동|주무|보도자료)\s?[>)\]]?\s*)?"
    r"(?:담\s*당\s*(?:부\s*서|과|팀|기\s*관)?|(?:소\s*관|제\s*공|작\s*성|배\s*포|주\s*관|협\s*조|문\s*의)\s*(?:부\s*서|과|기\s*관)"
    r"|자\s*료\s*제\s*공|(?:자\s*료\s*)?문\s*의\s*처?|연\s*락\s*처)"
    r"(?:\s*[<(\[][^<>()\[\]]{1,8}[>)\]])?$"
)
"""The cell that opens the rows of a division: 담당 부서, 총괄 담당부서, 문의처."""

UNIT = re.compile(
    r"(?:과|팀|실|국|처|부|단|센터|관|원|청|위원회|재단|공사|공단|협회|학회|조합|대학교?|연구소|지사|지점|소|계|그룹|파트|은행|회|사|대|시|군|구|도)$"
)
"""The end of a unit's or a body's name."""

DIVISION = re.compile(
    r"(?:과|팀|실|국|처|부|단|계|센터|담당관|사무국|본부|창구|상황실|상담소|사업소|보건소|공사|공단|재단|협회|조합|학회|진흥원|연구원)$"
)
"""The end of a name that is a unit's for sure."""

CHARGE = re.compile(r"[가-힣]{2}담당$")
"""The end of a team that is called by what it is in charge of: 예산담당."""

IN_TEXT = re.compile(r"((?:[가-힣A-Za-z0-9·㈜]{1,20}\s){0,3}[가-힣A-Za-z0-9·]{1,20})\s?[(（]?\s?[☎☏✆]?\s?(?:전화\s?)?$")
"""The words before a number in running text."""

PARTICLE = re.compile(r"(?:까지|부터|은|는|을|를|으로|로|에|에서|의|및|또는|이나|며|고|와|과의|해|서|면|일|월|년)$")
"""The end of a word that is no part of the unit behind it."""

NAME = re.compile(r"[가-힣]{2,4}")
GOES_ON = re.compile(r"\s?[)）]?\s?(?:으?로|에|을|를|이나|나|또는|및|,|혹은|·)")
"""What follows an address within a sentence: …@….kr로 보내면 된다."""

SPACED = re.compile(r"[가-힣](?:\s+[가-힣]){1,3}")
"""A cell that is padded letter by letter: 전 해 강."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind: label, title, press.

    >>> "문의" in words_of("label")
    True
    """
    return frozenset(row["form"] for row in lexicon("contact_words") if row["kind"] == kind)


@cache
def titles() -> frozenset[str]:
    """Return the titles that may stand beside a name."""
    known = {row["form"] for row in lexicon("titles")}
    return words_of("title") | (known - words_of("press") - words_of("label"))


@cache
def surnames() -> frozenset[str]:
    """Return the surnames of one letter."""
    return frozenset(row["form"] for row in lexicon("surnames") if len(row["form"]) == 1)
