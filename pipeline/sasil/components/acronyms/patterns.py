"""What acronyms look like: short forms, brackets, and the words that introduce them."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

BRACKET = re.compile(r"[(（]([^()（）\n]{1,120})[)）]")

SHORT = (
    r"(?:[A-Z][A-Za-z0-9]{0,9}(?:[&+/][A-Za-z0-9]{1,6}){0,2}[A-Z0-9][A-Za-z0-9]{0,4}"
    r"|[A-Z]{1,3}[&/][A-Z]{1,3}|[A-Za-z]-[A-Z]?[A-Za-z]{2,10}|[a-z]{1,2}[A-Z][A-Za-z]{1,8})"
)
LATIN_SHORT = re.compile(rf"(?:{SHORT})(?:-(?:[A-Z0-9]{{1,6}}|[Ⅰ-Ⅻ]))?")
MIXED_SHORT = re.compile(r"[A-Z]{2,6}[가-힣]{1,5}")
LATIN_BEFORE = re.compile(rf"(?<![A-Za-z0-9.@/&-])({SHORT}(?:-(?:[A-Z0-9]{{1,6}}|[Ⅰ-Ⅻ]))?)[’”'\"]?$")
"""A short form in Latin letters: two capitals or more (ESS, SiC, R&D, mRNA), or K-water; never a word (Robot)."""

SLASHED = re.compile(r"[A-Z]/[A-Z]")
"""A short form that a slash does not part: B/C."""

SMALL_WITHIN = re.compile(r"[A-Z]+[a-z][A-Z]+|[a-z][A-Z]{2,}")
"""Initials with a small one before or between capitals: mRNA, BcN, IoT; SiC is a formula."""

STANDARD = re.compile(r"(?:ISO|IEC|IFRS|IEEE|RFC|KS|ASTM|EN)[ -]?\d+[A-Z]?")
"""The number of a standard or norm, which stands for no words: 회계기준(IFRS17)."""

PREFIXED = re.compile(r"[a-z]-(?=[A-Z]{2})")
"""A small letter for a word of its own before initials: r-CAM."""

OFFICE = re.compile(r"C[A-Z]{1,2}O")
"""An office that a bracket explains only after 최고…: 최고운영책임자(COO), but 대표(CEO)."""

ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ \-/,&.’']+[A-Za-z0-9&]+)+\.?")
ENGLISH_WORD = re.compile(r"[A-Z]?[a-z]{3,}[A-Za-z]*")
ENGLISH_BEFORE = re.compile(r"(?<![A-Za-z])([A-Z][A-Za-z]{0,20}(?:[ \-][A-Za-z&]{1,20}){1,9})$")
HANGUL_SHORT = re.compile(r"(?![십백천만억조]+원)[가-힣]{2,7}")
HANGUL_WORDS = re.compile(r"[가-힣][가-힣A-Za-z0-9·ㆍ\- ]{0,38}[가-힣]")
HANGUL_LONG = re.compile(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9·ㆍ\- ]{1,38}[가-힣A-Za-z0-9]")

ALIAS = re.compile(
    r"(?:이하|약칭|줄여서|일명|옛|舊|구(?= ))\s*(?:에서는 |부터 )?[‘“'\"「]?"
    r"([가-힣A-Za-z0-9][가-힣A-Za-z0-9&·\- ]{0,24}?[가-힣A-Za-z0-9])[’”'\"」]?"
    r"(?:이?라\s?(?:고\s)?(?:함|한다|칭함|칭한다|부른다)|으?로\s?(?:약칭|표기|칭함)(?:함|한다)?)?\.?"
)
"""What introduces an alias in brackets: 이하 한전, 약칭 KOTRA, 옛 성업공사."""

SEPARATOR = re.compile(r"\s*[,，;/=]\s*|\s*·\s*(?=[A-Za-z]|이하|약칭)|(?<=[A-Za-z.])\s*·\s*")

EXPLAINED = re.compile(r"의 (?:영문 |영어 |한글 )?(?:약자|약칭|약어|줄임말|준말|두문자|머리글자)(인 )?|[을를] 줄인 ")
STATED = re.compile(
    rf"(?:^|[^A-Za-z0-9가-힣])({SHORT}|[가-힣]{{2,6}}?)[’”'\"]?(?:은|는|이란|란) "
    r"[‘“'\"]?([^.,()‘’“”'\"]{3,60}?)[’”'\"]?(?:\(([A-Za-z][A-Za-z &\-]{3,60})\))?$"
)
SHORT_AFTER = re.compile(rf"[‘“'\"]?({SHORT}|[가-힣]{{2,6}}(?=[’”'\"]))")
"""A short form that a sentence explains: ODA는 공적개발원조의 약자, 공적개발원조의 약자인 ODA."""

CUE = re.compile(
    r"(?:머리|첫|앞) ?(?:글자|자)|머릿글자|이니셜|두문자|약자|약칭|약어|한 글자씩|한 자씩|조합(?:한|해|된)|합성한"
    r"|따서|딴 |따온|줄임말|(?:뜻|의미)(?:한다|하는)"
)
"""Words that show a coinage letter by letter."""

CANDIDATE = re.compile(  # what stands before is asked behind the capital: most signs are none
    r"[A-Z](?<![A-Za-z0-9].)[A-Za-z]{0,14}(?:[&+\-][A-Za-z]{1,10}){0,2}(?:-?\d{1,4}|\+)?(?![A-Za-z0-9])"
)
"""What may be a coinage: a word in Latin capitals, with a number or a plus after it."""

PLUS = re.compile(r"((?:[가-힣]{1,6}의 )?[가-힣]{1,10})[(（]\+[)）]")
"""What the plus at the end of a coinage stands for: 가족의 만족(+)."""

LETTER = re.compile(r"^[‘“'\"]?([A-Z])[’”'\"]?\s?(?:는|은|가|이|:|=|-)\s?[‘“'\"]?")
LETTERS_GIVEN = re.compile(
    r"([A-Z])(?<![A-Za-z0-9].)[’”'\"]?(?:는|은|가|이|:|=| [:=-]) ?[‘“'\"]?"
    r"([가-힣A-Za-z][가-힣A-Za-z·&\- ]{0,24}?)(?:\(([^()\n]{1,40})\))?[’”'\"]?"
    r"(?= ?[,，;/·]|을|를|의|이며|이고|이다|입니다|$|\.|\n)"
)
"""Letters given one by one: D는 데이터(Data), I는 인공지능 …"""

ITEM_GAP = re.compile(
    r"^[’”'\"]?\s*(?:의 (?:영문 |영어 )?(?:머리|첫|앞) ?(?:글자|자)[에와과](?= )"
    r"|[,，、·ㆍ/;+▲▷△●•]|와(?= )|과(?= )|및|그리고|을|를|(?=\s))\s*(?=\S)"
)
"""What stands between two members of a coinage; the last may be added to the first letters of the others."""

MEANING = r"(?:을|를) ?(?:상징|뜻|의미|가리|나타|말하|말한|일컫|표현|담|형상)"
SENSE = r"(?:이라는|라는|이란|하겠다는|다는) (?:뜻|의미|의지)"
MEANING_BEFORE = r"(?:을|를) (?:상징|뜻|의미|나타내|가리키|담)(?:하는|한|는|은)? (?:숫자 )?"
SENSE_BEFORE = r"([^\n.]{2,50}?)(?:라는|다는|자는) (?:뜻|의미|의지)(?:의|을 담은|를 담은) (?:숫자 )?"
LISTED = re.compile(r"(?:글자|이니셜|약자)(?:와|과|에) |, |고 ")
ADVERBIAL = re.compile(r"(?:이후|이래|뒤|위해|위하여|따라|통해|함께|동시에|아울러) |, ")

NUMBER_LISTED = re.compile(
    r"[’”'\"]?(?:의 (?:영문 |영어 )?(?:머리|첫|앞) ?(?:글자|자))?"
    r"(?:\s?[,·]|\s?및|[과와]|\s?그리고|에)\s([^,.\n()]{2,24}?)(?=[을를]\s)"
)
"""The last of what a coinage stands for, where it has a number: … 신경과학(Neuroscience) 및 5대 질환을 아우른다."""

CLIP_CUE = re.compile(r"의 (?:첫 ?(?:글자|자|음절)|앞 ?(?:글자|자)|머리글자)")
_MEMBER = r"[가-힣][가-힣 ]{0,10}(?:\([^()\n]{1,30}\))?"
CLIP_LIST = re.compile(rf"(?:{_MEMBER}(?: ?[,·ㆍ] ?|[와과] | 및 )){{1,8}}{_MEMBER}$")
"""A list whose first syllables make a word: 청년·바다·지역의 첫 글자."""

SEAT = re.compile(
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|[가-힣]{1,6}[시군구도읍면동])\s)+"
    r"(?=[가-힣A-Za-z0-9]{4,}$)"
)
"""Where a venue lies, in front of its name (경남 창원시 창원컨벤션센터): no part of a long form."""

REMARK = re.compile(
    r"(?:[을를에는은]|에서|하는|되는|부터|까지|이하|예정|기준|관련|포함|제외|등) "
    r"|(?:포함|제외|기준|예정|별도|이하|이상|참조|동일)$"
)
"""What a long form does not hold: a remark in brackets."""

_PARTICLE = (
    r"은|는|이|가|을|를|에|의|와|과|도|로|으로|만|측|서|에서|에는|에도|에게|에선|까지|부터"
    r"|이나|나|라|라고|이라|라는|이며|며|이다|인"
)
AFTER_HANGUL = rf"(?=[^가-힣]|$|(?:장|지사|측)?(?:{_PARTICLE})?(?![가-힣])|(?:에서|으로|까지|부터|이라|에게)[가-힣])"
"""What may follow a Korean short form that stands free: no Hangul but a particle, or an office (경북도지사)."""

_ELEMENT = r"(?:H|He|Li|Be|B|C|N|O|F|Na|Mg|Al|Si|P|S|Cl|K|Ca|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|In|Sn)"
FORMULA = re.compile(rf"(?:{_ELEMENT}\d*)+")
"""A chemical formula; one without numbers or small letters (CO) is taken for initials."""


@cache
def stops() -> frozenset[str]:
    """Return the Latin letters that are no short form: file formats, currencies, units, labels."""
    return frozenset(row["form"] for row in lexicon("acronym_stops"))


@cache
def no_alias() -> frozenset[str]:
    """Return what 이하 introduces that is no name: 이하 현지시간."""
    return frozenset(row["form"] for row in lexicon("acronym_stops") if row["kind"] == "alias")


@cache
def initials() -> dict[str, str]:
    """Return for Korean words the letters that their English begins with: 지역 → RL."""
    return {row["form"]: "".join(word[0] for word in row["english"].split("|")) for row in lexicon("acronym_words")}


@cache
def titles() -> frozenset[str]:
    """Return the titles of persons, with which a bracket is no long form."""
    return frozenset(row["form"] for row in lexicon("titles"))


def is_formula(short: str) -> bool:
    """Tell whether a short form is a chemical formula.

    >>> is_formula("Ga2O3"), is_formula("CO2"), is_formula("ESS")
    (True, True, False)
    """
    return FORMULA.fullmatch(short) is not None and not (short.isupper() and short.isalpha())
