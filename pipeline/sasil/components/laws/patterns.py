"""What the names of laws look like: marks, endings, and the article that follows."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

MARKED = re.compile(r"[「｢『‘“'\"]([^「」｢｣『』‘’“”'\"\n]{2,90})[」｣』’”'\"]")
"""Words in marks, any of which may be the name of a law."""

BRACKETS = frozenset("「｢『")
"""The marks that are put around titles; within others only what looks like a law is one."""

_ARTICLE = r"제?\d{1,4}조(?:의\d{1,3})?(?: ?제?\d{1,3}항)?(?: ?제?\d{1,3}호(?:의\d{1,2})?)?(?: ?[가-하]목)?"
CITED = re.compile(
    rf"[」｣』’”'\"]? ?(?:\([^()\n]{{1,40}}\))? ?({_ARTICLE})"
    r"(?=[^가-힣\d]|$|에|의|를|을|과|와|은|는|이|가|로|으로|상|및|부터|까지|에서|만|도|위)"
)
"""The article after a name: 제3조제1항, 제28조의2, 제22조 제1항 제1호; an amount (3조원) is none."""

INNER_ARTICLE = re.compile(rf" ({_ARTICLE})$")

ENDING = re.compile(
    r"(?:법률|시행령|시행규칙|시행세칙|규칙|규정|조례|고시|훈령|예규|(?<![가-힣])헌법|법)(?: ?(?:시행령|시행규칙))?$"
)
"""How a title in marks ends that is the name of a law."""

GUIDELINE = re.compile(r"(?:기준|지침|요령|세칙|준칙)$")
NOTICE = re.compile(r"[」｣』] ?\([^()\n]{0,30}(?:고시|예규|훈령|규정)[^()\n]{0,20}\)")
"""A guideline is a law in our sense where a bracket says that it is a notice: (계약예규)."""

BILL = re.compile(r"(?:\s?(?:일부|전부)?\s?개정(?:법률|령|규칙|조례)?)?안$")
"""What makes a bill of a law: 일부개정법률안, 조례안, 법안."""

HEAD = re.compile(
    r"(?:법률|법|특별조치령|조례|규칙|규정|고시)(?: ?(?:시행령|시행규칙))?"
    r"(?=[^가-힣]|$|(?:은|는|을|를|이|에|의|과|와|상|으로|로|도|만|안|이나|나|이라|부터|까지|에서|에도|에는)(?![가-힣]{3}))"
)
"""Where the name of a law may end in running text."""

FAR = re.compile(r"(?:에 관한|[을를] 위한|에 대한|로 하는)(?: (?:특별|특별조치|특례))?$")
"""What stands before the last word of a long name: … 등에 관한 | 법률."""

WORD = re.compile(r"[가-힣A-Za-z0-9·ㆍ‧]{1,40}$")
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|에|의|와|과|로|도|만|며|고|서|한|된|할|될|인|던|[힌킨린긴친든른뀐운]|[\d.,]+[가-힣]*)$"
)
TOPIC = re.compile(r"(?:은|는|이|가|을|를|도|만|며|고|서|에|로|한|된|할|될|던|면|들|[,.;:])$")
TAKES_OBJECT = re.compile(r"(?:위한|당사자로|대상으로|수반하는|이용한)$")
SIGN = re.compile(r"[\n\t\r()\[\]「」『』‘’“”'\"|,.;:!?]")

LATER = re.compile(r" ?(?:제\d{1,4}조|시행령|시행규칙|개정|제정|위반|시행|공포|국회|본회의|일부개정|전부개정)")
"""What shows that an unknown word in 법 is a law."""

MOST_WORDS = 14
"""Words that a long name may have."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of a kind: class, ending, method, stop or noun."""
    return frozenset(row["form"] for row in lexicon("law_words") if row["kind"] == kind)


@cache
def endings(kind: str) -> re.Pattern[str]:
    """Return a pattern for the end of a word that is of a kind."""
    return re.compile(rf"(?:{'|'.join(sorted(words_of(kind), key=len, reverse=True))})$")


@cache
def names() -> frozenset[str]:
    """Return the known names of laws, blanks left out."""
    return frozenset(row["form"].replace(" ", "") for row in lexicon("law_names"))


@cache
def tails() -> frozenset[str]:
    """Return the last three syllables of the known names: most words that end like a law are left aside by these."""
    return frozenset(name[-3:] for name in names())
