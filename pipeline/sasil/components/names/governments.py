"""A city that acts or is headed by someone is an organisation; as a site it is a place: what its neighbours say."""

from __future__ import annotations

import re

from sasil.components.names.gazetteer import GOVERNMENT, PLACE, known_names
from sasil.components.names.patterns import BECOMES, CITY_LEAD, OF_A_PLACE, TAKES_FROM_GOVERNMENT
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import NameType

HEADS = re.compile(
    r"(?:장|수|지사|청장|의장|교육감|부시장|부지사|부군수|군수|시장|도지사|구청장)"
    r"(?:직|실|단|직무대행|권한대행)?(?:은|는|이|가|을|를|의|에게|께서|과|와|도|인|으로|이다|직을|배|상)?\Z"
)
"""An office glued to a government: 창원시장, 경상북도지사, 동래구청장."""

HEADED = re.compile(r"\s?[(]\s?(?:특별|광역)?(?:시장|도지사|지사|군수|구청장|청장|교육감)(?:\s?권한대행)?\s")
"""The head of a government in the bracket behind it."""

_OBJECT = re.compile(r"\s[가-힣]{1,6}[을를](?![가-힣])")
_BARE_SIGNS = ("은 ", "이 ", "과 ", "의 ", "에 ", "을 ", "에게 ")
_FULL_SIGNS = ("는", "가 ", "의", "에", "로", "와", "를", "청", "지사", "의회", "(")

_ACTS = ("은", "는", "이", "가", "도", "께서", "측은", "측", "측이", "에게", "로부터", "으로부터", "에서는")
_LIES = ("에", "로", "으로", "까지", "부터", "서", "만", "을", "를", "보다", "처럼", "뿐", "이나", "나", "든")
_ALIKE = ("와", "과")
_ACCORDING = re.compile(r"\s(?:따르면|의하면|의해|대해|대한)")
_OF_A_DWELLER = re.compile(
    r"\s(?:[가-힣]{2,5}\s)?[가-힣]{2,4}(?:\([^()\n]{1,8}\))?\s?(?:씨|할머니|할아버지|양|군)(?![가-힣]{2})"
)
_WITH = re.compile(r"[^.\n]{0,40}?(?:협약|공동|함께|손잡|손을|협의|협력|체결|공모|서명|간담회|컨소시엄)")


def role(reading: Reading, phrase: Phrase, length: int, *, full: bool) -> NameType:
    """Return what a government's name is at its place: ORG or LOC.

    ``length`` is the length of the name in the phrase, ``full`` whether it says 시, 군, 구 or 도. A bare name (부산)
    is an organisation only at the head of a headline.
    """
    rest = phrase.rest(length)
    end = phrase.start + length
    if rest and HEADS.match(rest):
        return "ORG"
    if not full:
        return "ORG" if not rest and _leads(reading, phrase, end) else "LOC"
    if _among_places(reading, phrase):
        return "LOC"
    if not rest:
        if _opens(reading, phrase, end):
            return "ORG"
        last, length = _last_of_row(reading, phrase)
        if last is not phrase and last.rest(length):
            return role(reading, last, length, full=True)
        return _of_bare(reading, end)
    if BECOMES.match(reading.text, phrase.end) and rest in _ACTS:
        return "LOC"
    return _of_particle(reading, rest, phrase.end)


def is_bare_with_also(reading: Reading, phrase: Phrase, form: str) -> bool:
    """Tell whether the last syllable of a province is the particle 도: 전북도 퇴장을 당했다, of the team 전북.

    It stands before an object, and the text has the bare name elsewhere with a particle and never the full one.
    """
    if form[-1:] != "도" or phrase.raw != form or _OBJECT.match(reading.text, phrase.end) is None:
        return False
    bare = known_names().forms.get(form[:-1])
    if bare is None or bare.kind != "province_bare":
        return False
    return any(reading.says(f" {form[:-1]}{sign}") for sign in _BARE_SIGNS) and not any(
        reading.says(f"{form}{sign}") for sign in _FULL_SIGNS
    )


def _leads(reading: Reading, phrase: Phrase, end: int) -> bool:
    """Tell whether a name opens a headline: 부산, 북미에서 투자 유치."""
    return _opens(reading, phrase, end) and CITY_LEAD.match(reading.text, end) is not None


def _opens(reading: Reading, phrase: Phrase, end: int) -> bool:
    opened = not reading.text[phrase.line : phrase.start].strip(" -–—□○◇■<[(")
    return opened and end <= reading.head_lines and reading.head_lines < len(reading.text)


def _of_bare(reading: Reading, end: int) -> NameType:
    if HEADED.match(reading.text, end):
        return "ORG"
    return "LOC" if OF_A_PLACE.match(reading.text, end) else "ORG"


def _of_particle(reading: Reading, rest: str, end: int) -> NameType:
    if rest in _ACTS or rest in ("장", "지사") or rest.startswith(("측", "에게", "로부터", "으로부터", "이라", "라")):
        return "ORG"
    if rest == "의":
        if _OF_A_DWELLER.match(reading.text, end):
            return "LOC"
        return "LOC" if OF_A_PLACE.match(reading.text, end) else "ORG"
    if rest.startswith(_ALIKE):
        return _of_company(reading, end)
    if rest == "에":
        asked = TAKES_FROM_GOVERNMENT.match(reading.text, end) or _ACCORDING.match(reading.text, end)
        return "ORG" if asked else "LOC"
    return "LOC" if rest.startswith(_LIES) else "ORG"


def _among_places(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare place stands next in a row, as in a list of places: 경기도, 충남, 충북."""
    following = reading.phrases.starting(phrase.end + 2) or reading.phrases.starting(phrase.end + 1)
    if following is None or reading.text[phrase.end : following.start] not in (", ", "·", "ㆍ", "、"):
        return False
    entry = known_names().forms.get(following.stem)
    return entry is not None and entry.kind in PLACE and not entry.doubtful


def _last_of_row(reading: Reading, phrase: Phrase) -> tuple[Phrase, int]:
    """Return the last of a row of governments and the length of its name: 하랑시, 나루군, 다온군에서."""
    length = len(phrase.raw)
    for _ in range(_LONGEST_ROW):
        after = _ROW.match(reading.text, phrase.start + length) if phrase.raw[length:] == "" else None
        held = reading.phrases.starting(after.end()) if after is not None else None
        entry = known_names().first(held.raw) if held is not None else None
        if held is None or entry is None or entry.kind not in GOVERNMENT:
            break
        if held.rest(len(entry.form)) and not held.closes_at(len(entry.form)):
            break
        phrase, length = held, len(entry.form)
    return phrase, length


_LONGEST_ROW = 30
_ROW = re.compile(r", |[·ㆍ‧、] ?| 및 ")


def _of_company(reading: Reading, end: int) -> NameType:
    """Return what a name before 와 or 과 is: as the text goes on, a partner or a place beside another."""
    following = reading.phrases.starting(end + 1)
    entry = known_names().first(following.raw) if following is not None else None
    if following is not None and entry is not None and entry.kind in GOVERNMENT:
        rest = following.rest(len(entry.form))
        if rest and following.closes_at(len(entry.form)) and not rest.startswith(_ALIKE):
            return _of_particle(reading, rest, following.end)
    if following is not None and following.raw[-1:] in "에서로를을" and _WITH.match(reading.text, end) is None:
        return "LOC"
    return "ORG"
