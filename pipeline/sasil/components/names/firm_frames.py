"""What a firm does in a sentence, by the particle behind its name: the frames in which a strange word is a firm."""

from __future__ import annotations

import re

from sasil.components.names.gazetteer import ending_of, is_general, kinds_of_firm, signs, title_of
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

_AGREED = (
    r"협약|계약|합작|제휴|손(?:을 )?잡|합병|컨소시엄|거래|공급|납품|협상|양해각서|MOU"
    r"|공동(?:으로)? (?:개발|운영|투자|시공|설립|출자)"
)
_ACTS = (
    r"맡[는은기아]|맡았|댄다|대고|댔다|따[냈낸]|따내|낙찰|선정|납품|시공|선보|내놓|인수|출자|설립|입찰|공시|상장|영업이익|영업손|순이익"
    r"|적자|흑자|증설|채용|컨소시엄|주가|장을 마|맞붙|참여|체결|협약|법인"
    r"|세[웠운]|세우|차렸|진출|밝혔|발표했|제작[하했한해]|배급"
)
_RUNS = (
    rf"{_ACTS}|수주|준공|착공|공급|만든다|만들|출시|개발|투자|매출|생산|양산|수출|판매|준비 중|자리를 잡"
    r"|겨루|감리|유통[하했한해]|설계[를하했한]|운영[하했한해]|시행[하했한해]|인증[을 ]|특허|이름을 올|후원[하했한해]"
)

_FRAMES = {
    "with": re.compile(rf"[^.\n]{{0,45}}?(?:{_AGREED})"),
    "to": re.compile(
        r"\s(?:[^\s.]{1,14}\s){0,4}?(?:공급|납품|판매|수출|팔|매각|넘기|넘겼|넘긴|위탁|맡기|맡겼|의뢰|발주"
        r"|이전|투자|입사|취업|인수|대는|댄다|대기로|입점|수주|따르면|지급)"
    ),
    "from": re.compile(
        r"\s(?:[^\s.]{1,14}\s){0,3}?(?:투자(?:를 받|받)|투자금|인수|사들|수입|납품(?:을 )?받|공급(?:을 )?받|도입"
        r"|들여[와온왔]|이전(?:을 )?받|수주|일[하한했]|근무|퇴사|독립)"
    ),
    "does": re.compile(rf"[^.\n]{{0,50}}?(?:{_RUNS})"),
    "acts": re.compile(rf"[^.\n]{{0,50}}?(?:{_ACTS})"),
    "object": re.compile(
        r"\s(?:[^\s.]{1,14}\s){0,3}?(?:인수|합병|흡수|설립|창업|세우|세웠|세운|차[렸린]|상대로|자회사|낙찰자|시공사|사업자로|협상대상자|협력사로"
        r"|선정|거쳐)"
    ),
    "of": re.compile(
        r"\s(?:[^\s.]{1,14}\s){0,2}?(?:자회사|계열사|지분|주가|매출|영업이익|공장|본사|법인|연구소|신제품"
        r"|자문|창업자|대주주|경영권|주식|노조|노동조합|주주|특허|총판)"
    ),
    "share": re.compile(r"\s?\d{1,3}(?:\.\d{1,2})?%\s?(?:[,·)]|씩|[,]?로? )"),
    "is": re.compile(
        r"(?:다|이다|였다|이었다|로 (?:정해|선정|결정|알려|확인|바뀌)|으로 (?:정해|선정|결정|알려|확인|바뀌))"
    ),
}
"""What follows a firm's name with its particle, by what it is in the sentence."""

_PARTICLES = {
    **dict.fromkeys(("와", "과", "와의", "과의", "와는", "과는"), "with"),
    **dict.fromkeys(("에", "에게", "에는"), "to"),
    **dict.fromkeys(("에서", "으로부터", "로부터"), "from"),
    **dict.fromkeys(("은", "는", "이", "가", "도"), "does"),
    **dict.fromkeys(("을", "를"), "object"),
    "의": "of",
}
_WEAK = frozenset({"from", "to", "of"})
"""Frames that a place or a thing fills as often: they ask for a word that ends as firms do."""

_NEAR = 80
_SHARED = ("지분", "컨소시엄", "출자", "주주", "공동수급", "공동도급")
_FORMER = frozenset({"전", "옛", "현", "구", "신임"})
_LONGEST_ENDING = 6


def firm_ending(stem: str) -> str:
    """Return the longest word that firms' names end in at the end of a word, with two signs or more before it.

    >>> firm_ending("한올기공"), firm_ending("기공"), firm_ending("두모리")
    ('기공', '', '')
    """
    held = signs("firm_ending")
    return next((stem[n:] for n in range(max(2, len(stem) - _LONGEST_ENDING), len(stem)) if stem[n:] in held), "")


def is_of_firm(reading: Reading, number: int) -> bool:
    """Tell whether a firm with 의 stands before a word, which is then a person of it: 나루테크의 내경수 대표."""
    before = reading.phrases[number - 1] if number else None
    if before is None or before.tail != "의" or reading.text[before.end : reading.phrases[number].start] != " ":
        return False
    return ending_of(before.stem, "ORG") is not None or firm_ending(before.stem) != ""


def is_firm_shaped(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word looks like a firm by its end, and is no plain compound: 한올기공, not 사업개발."""
    ending = firm_ending(phrase.stem)
    head = phrase.stem[: -len(ending)] if ending else ""
    if not head or is_general(head) or (phrase.common_word and not reading.unheard(phrase)):
        return False
    if reading.unheard(phrase) or (phrase.tags and phrase.tags[0].tag in ("NNP", "SL")):
        return True
    inside = [word for word in phrase.tags if word.end <= phrase.start + len(head)]
    return (len(inside) > 1 and any(len(word.text) == 1 for word in inside)) or (bool(inside) and inside[0].tag in _ODD)


_ODD = frozenset({"MAG", "MM", "IC", "XR", "NR", "VV", "VA"})
"""Words that begin no plain compound, so that one behind them is a name: 한결소재."""


def frame_of(reading: Reading, phrase: Phrase, *, shaped: bool) -> str:
    """Return the frame that a word stands in as a firm does, or nothing; ``shaped`` is whether it ends as firms do."""
    if phrase.bare:
        return _of_bare(reading, phrase, shaped=shaped)
    frame = _PARTICLES.get(phrase.tail, "is" if phrase.tail.startswith(("이", "다", "로", "으로")) else "")
    if not frame or (frame in _WEAK and not shaped):
        return ""
    if frame == "is":
        return frame if _is_told(reading, phrase) else ""
    if frame == "does" and firm_ending(phrase.stem) in signs("product_ending"):
        frame = "acts"
    return frame if _FRAMES[frame].match(reading.text, phrase.end) else ""


def _of_bare(reading: Reading, phrase: Phrase, *, shaped: bool) -> str:
    if _FRAMES["share"].match(reading.text, phrase.end):
        near = reading.text[max(phrase.start - _NEAR, 0) : phrase.end + _NEAR]
        return "share" if shaped and any(word in near for word in _SHARED) else ""
    behind = reading.next_to(phrase.number)
    title = title_of(behind.stem) if behind is not None else None
    before = reading.phrases[phrase.number - 1] if phrase.number else None
    former = before is not None and before.raw in _FORMER and reading.text[before.end : phrase.start] == " "
    if former and behind is not None and ((title is not None and title.kind in ("company", "head")) or shaped):
        return "former"
    return ""


def _is_told(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a kind of firm is said to be this one: 시공사는 온결중공업이다, 낙찰자로 온결토건이."""
    before = reading.phrases[phrase.number - 1] if phrase.number else None
    if (
        before is None
        or reading.text[before.end : phrase.start] != " "
        or before.tail not in ("은", "는", "이", "가", "로")
    ):
        return False
    return before.stem.endswith(kinds_of_firm()) and _FRAMES["is"].match(reading.text, phrase.stop) is not None
