"""How far a word looks like the name of a person, by its surname, its length, and what Kiwi makes of it."""

from __future__ import annotations

from sasil.components.names.foreign import is_listed_abroad
from sasil.components.names.gazetteer import denied, ending_of, is_school, known_names, surnames, titles
from sasil.components.names.patterns import TAIL
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

NEVER = -9
_NOUN_ENDINGS = "자원가인계회사직제측부국과실팀급형용률량권적별품점소청처시군구동읍면항장단반층업학들식법비금표안례성물"


def name_lengths(raw: str) -> tuple[int, ...]:
    """Return how long the name of a person at the head of a word can be, the likeliest first.

    >>> name_lengths("선우인혜는"), name_lengths("신재일"), name_lengths("라면"), name_lengths("노다니엘이")
    ((4, 3), (3, 2), (2,), (4,))
    """
    if len(raw) > _WHOLE and (mixed := _mixed(raw)):
        return (mixed,)
    if raw[:2] in surnames():
        return tuple(n for n in (4, 3) if n <= len(raw))
    if raw[:1] in surnames():
        return tuple(n for n in (3, 2) if n <= len(raw))
    return ()


_WHOLE = 3
_LONGEST_MIXED = 5


def _mixed(raw: str) -> int:
    """Return the length of a Korean surname with a given name from abroad at the head of a word, or 0: 노다니엘."""
    lengths = range(min(len(raw), _LONGEST_MIXED), _WHOLE, -1)
    return next((n for n in lengths if raw[0] in surnames() and is_listed_abroad(raw[1:n])), 0)


def may_be_name(word: str) -> bool:
    """Tell whether a whole word has a surname and the length of a name; it says nothing of what else it may be.

    >>> may_be_name("강전해인"), may_be_name("지은하수"), may_be_name("사진")
    (True, True, True)
    """
    return 2 <= len(word) <= 4 and (word[0] in surnames() or word[:2] in surnames())


def likeness(phrase: Phrase, length: int) -> int:
    """Return how far the first ``length`` signs look like a person's name.

    2 is a proper noun to Kiwi, 1 something that Kiwi cannot read, 0 a noun of unknown kind, below that a common noun.
    """
    form = phrase.raw[:length]
    if len(form) < 2:
        return NEVER
    if form in denied("PERSON") or form in titles() or _is_known(form) or not form.isalpha() or form.isascii():
        return NEVER
    if (
        (length == 3 and (form[1] == "씨" or (form[1] == "모" and form[2] in "씨군양")))
        or form[-1] == "당"
        or is_school(form)
        or (length == 4 and ending_of(form, "ORG"))
    ):
        return NEVER
    if length > _WHOLE and _mixed(form) == length:
        return 2
    inside = [word for word in phrase.tags if word.start < phrase.start + length]
    if not inside:
        return 0 if form[-1] in _NOUN_ENDINGS else 1
    if len(inside) == 1:
        return _of_one(form, inside[0].tag, inside[0].end - phrase.start)
    return _of_many([word.tag for word in inside], [len(word.text) for word in inside], form)


_OFFICE_ENDINGS = ("생", "자", "장", "관", "사", "역", "인", "수", "원", "총괄", "담당", "리더", "헤드", "교감", "프로")


def is_office(word: str) -> bool:
    """Tell whether a word that no list holds may be an office, behind a name and an organisation.

    >>> is_office("석박통합과정생"), is_office("개발총괄"), is_office("사업은")
    (True, True, False)
    """
    return 2 <= len(word) <= 10 and word.endswith(_OFFICE_ENDINGS) and word.isalpha()


def is_common_name(word: str) -> bool:
    """Tell whether a whole word has a common surname and the length of a name.

    >>> is_common_name("손재하"), is_common_name("해마루")
    (True, False)
    """
    return (len(word) == 3 and surnames().get(word[0], False)) or (len(word) == 4 and word[:2] in surnames())


def _is_known(form: str) -> bool:
    entry = known_names().forms.get(form)
    return entry is not None and not entry.doubtful


def _of_one(form: str, tag: str, end: int) -> int:
    if tag.startswith("NNP"):
        return 2 if end == len(form) and tag == "NNP" else 1
    if tag == "NNG":
        return -2 if form[-1] in _NOUN_ENDINGS or len(form) < 3 else 0
    return -1 if tag.startswith("V") and tag.endswith("ETM") else 0  # 어려운 어르신


def _of_many(tags: list[str], lengths: list[int], form: str) -> int:
    if tags[0] == "NNP" and lengths[0] == 1:
        return 2
    if tags[-1].startswith("J") and tags[0] == "NNG" and lengths[0] == len(form) - 1:
        return -1
    nouns = tags[0] != "NNP" and all(tag in ("NNG", "XSN", "XPN", "NNP", "NNB") for tag in tags)
    if nouns and (max(lengths) >= 2 and (form[-1] in _NOUN_ENDINGS or tags[-1] == "XSN" or lengths[0] >= 2)):
        return -2
    return 1


def name_at_head(phrase: Phrase, least: int, *, short: bool = False) -> int:
    """Return the length of the person's name that fills a phrase but for its particles, or 0.

    ``least`` is the likeness asked for; ``short`` lets names of two syllables through, if Kiwi knows them for proper.
    """
    for length in name_lengths(phrase.raw):
        if not (length == len(phrase.raw) or (TAIL.match(phrase.raw, length) and phrase.raw[length:] != "서")):
            continue
        asked = max(least, 2) if length == 2 else least
        if (length > 2 or short) and likeness(phrase, length) >= asked:
            return length
    return 0


def is_market(head: str, reading: Reading) -> bool:
    """Tell whether 시장 behind a word is a market, not the mayor of a city that the text knows: 해체시장.

    >>> is_market("해체", Reading("해체시장은 크다", [])), is_market("창원", Reading("창원시장은 왔다", []))
    (True, False)
    """
    return head not in known_names().forms and not any(reading.says(f"{head}시{sign}") for sign in _OF_CITY)


_OF_CITY = "는가를의와에청 (,"


def is_body(word: str) -> bool:
    """Tell whether a word may be a body, a unit, a school or any known name.

    >>> is_body("창원시"), is_body("명소윤")
    (True, False)
    """
    if is_school(word):
        return True
    if ending_of(word, "ORG") or ending_of(word, "UNIT") or word.endswith(("부", "청", "시", "군", "구", "도")):
        return True
    return word in known_names().forms
