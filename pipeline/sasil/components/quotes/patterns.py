"""What stands around a quote: marks, the ending that makes speech of words, and the words that tell the speaker."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

MARKS = re.compile(r"[“”‘’\"＂']")
YEAR = re.compile(r"\d{2}(?:[.∼~년\-/]|\d{2})")
"""What follows an apostrophe that stands for the first figures of a year: ’24년."""

QUOTATIVE = re.compile(
    r"(?:이?라)?(?:며|면서)(?=[\s,.“\"]|$)|이?라?고(?:도|까지|만)?(?=[\s,.“\"]|$|말|했|밝|강|덧|전|설|당)|라(?=며)"
)
"""The endings that hang speech on a verb: …고, …라며, …이라면서."""

SAYING = re.compile(r"(?:이?라)?(?:는|던|란) ?(?=[가-힣])")
"""The endings that hang speech on a noun: …는 입장, …라는 평가."""

FINITE = re.compile(r"(?:[가-힣](?:다|요|까|죠|자|라|네|군)|니다|세요|달라|주길|할 것|일 것|될 것|겠음)[.!?…~\s]*$")
"""How words end that are a sentence."""

CLAIM = re.compile(
    rf"(?:{FINITE.pattern}|(?:[가-힣]것|[가-힣]적|때문|편|셈|최선|우선|먼저|시급|당연|불가피|필요)[.!?…~\s]*$)"
)
"""How words in single marks end that are speech, and not a term."""

BODY = re.compile(r"^(?:[ \t]*[□ㅇ○]|[^\n]*[가-힣]\.(?=[\s”\"’]|$)|[^\n]{90})", re.MULTILINE)
"""The first line that is no title: a full sentence, a bullet, a long line."""

NOUN_AFTER = re.compile(r" ?[가-힣A-Za-z]")
PARTICLE_AFTER = re.compile(
    r"(?:을|를|은|이(?!라)|가|의|에|로|으로|와|과|도|만|나|이나|에서|에게|까지|부터|처럼|보다|이란|란|인|식|형|급|호|상|등)"
)

SENTENCE_END = re.compile(r"(?<=[다요까죠])[.!?](?=\s|$)|\n")

SUBJECT = re.compile(
    r"(?:[ ·]?[가-힣A-Za-z0-9·㈜]{1,20}(?<![을를에로])){0,4}?(?:\([^()\n]{1,30}\))?(?: ?씨)?"
    r"(은|는|이|가|도|께서는|께서|역시|측은|측이)(?=[\s,“\"]|$)"
)
"""What may follow a name that is the subject: title and particle."""

OWNER = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?: ?씨)?(?:의|이) (?=[가-힣])")
BEFORE_QUOTE = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,2}?(?: ?씨)?[ :,]*$")
"""What stands between a name and its quote in a headline or an interview: 허성무 시장 “…”."""

SAID_NAME = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?: ?씨)?(?:의|이|는|은|가|도)(?=\s)")

ISSUER = re.compile(
    r"(?:^|[\s,])(시|도|군|구|재단|공사|공단|회사|대학|협회|센터|연구원|진흥원|교육청|조합|부처|당국)(?:는|은|측은|가|이)(?=[\s,“\"])"
)
BODY_TOPIC = re.compile(
    r"((?:[가-힣A-Za-z0-9·㈜]{1,15} ){0,2}[가-힣A-Za-z0-9·㈜]{0,15}"
    r"(?:위원회|협회|협의회|연합회|조합|연대|노조|단체|상인회|번영회|총학생회|교육청|경찰|검찰|법원|병원|대학|연구원|연구소|재단|측))"
    r"(?:은|는|이|가|도)(?=[\s,“\"]|$)"
)
"""An organisation that the finder of names may have missed, as the subject."""

TITLED = re.compile(r"(?<![가-힣])((?:[가-힣A-Za-z0-9·㈜]{1,20} ){1,4}?)([가-힣·]{2,15})(?:은|는|도)(?=[\s,“\"]|$)")
"""Words before a title that is the subject: 강보람찬 과기정통부 바이오융합과장은."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of a kind: say, name, thing, anonymous, bridge or edge."""
    return frozenset(row["form"] for row in lexicon("speech_words") if row["kind"] == kind)


def _either(kind: str) -> str:
    return "|".join(sorted(map(re.escape, words_of(kind)), key=len, reverse=True))


@cache
def say() -> re.Pattern[str]:
    """Return a pattern for a word of saying at its beginning."""
    return re.compile(rf"(?<![가-힣])(?:{_either('say')})")


@cache
def named() -> re.Pattern[str]:
    """Return a pattern for what makes a name of words in marks, within reach after them."""
    return re.compile(rf" ?(?:{_either('name')})")


@cache
def thing() -> re.Pattern[str]:
    """Return a pattern for a noun that speech may be."""
    return re.compile(rf"(?:[가-힣]{{1,6}} )?(?:{_either('thing')})")


@cache
def anonymous() -> re.Pattern[str]:
    """Return a pattern for a speaker without a name, with its particle."""
    return re.compile(
        rf"(?:^|(?<=[^가-힣A-Za-z]))((?:[가-힣A-Za-z0-9·]{{0,10}})(?:{_either('anonymous')})|[A-Z] ?씨)"
        r"(?:은|는|이|가|도|께서|역시)(?=[\s,“\"]|$)"
    )


@cache
def bridge() -> re.Pattern[str]:
    """Return a pattern for the words at the head of a sentence that keep the speaker."""
    return re.compile(rf"\s*(?:{_either('bridge')})(?=[\s,“\"]|$)")


@cache
def surnames() -> frozenset[str]:
    """Return the Korean surnames."""
    return frozenset(row["form"] for row in lexicon("surnames"))


@cache
def titles() -> frozenset[str]:
    """Return the titles of persons."""
    return frozenset(row["form"] for row in lexicon("titles"))
