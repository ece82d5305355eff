"""The noun that a quantity counts: it stands right beside the number (22개 과제, 주민 300명)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from sasil.components.quantity.patterns import DEGREE_NOUNS, DEGREES, NOTHING_COUNTED, RIGHT_FIRST
from sasil.doc import Word, starts_of
from sasil.lexicons import lexicon

_WINDOW = 24
_DEGREE_NOUN = re.compile(DEGREE_NOUNS)
_NOUN_TAGS = ("NNG", "NNP", "XPN", "XSN", "SL", "SH", "XR", "NNB")
_TOPIC = frozenset("은는이가을를")
# ‘…’는 2인용: behind a mark a particle stands alone.
_PARTICLES = _TOPIC | frozenset("의와과도에로")
_YEAR_BETWEEN = re.compile(r"(?:\d{4}년|올해|지난해|내년|작년)[ ]?\Z")
_LEFT = re.compile(r"(?<![0-9가-힣A-Za-z])(?P<noun>[가-힣A-Za-z][가-힣A-Za-z0-9·]*)[ ]?\Z")
_RIGHT = re.compile(r"(?P<of>의[ ])?[ ]?(?P<noun>[가-힣A-Za-z][가-힣A-Za-z0-9]*(?:·[가-힣A-Za-z]+)*)")
_BEHIND = re.compile(r"[ ](?P<noun>[가-힣A-Za-z][가-힣A-Za-z0-9]*)")
_GLUED = re.compile(
    r"(?:[은는이가을를의와과도로만에씩당중등]|으로|에서|에게|까지|부터|마다|보다)(?:[는도서]?)(?![가-힣])|입|였"
    r"|이[며고다었]|[이]라|라|인데|로[서써]"
)
# Without Kiwi, endings tell words that are no nouns, and nouns with another particle than 은/는, 이/가, 을/를.
_NO_NOUN = re.compile(
    r"(?:[하되지]고|[낸냈왔봤갔했됐었았였겠]고|해|해서|[한된될할인줄든]|[하되있찾않쓰받]는|던|지난|오는|다|같은"
    r"|따라|도록|면서|거나|[하되]자"
    r"|어|[하이]여|(?:받|모|찾|잡|담|맞|쌓|막|돌|알|살|참|높)아|만|씩|번째|[받갖높많찾얻먹않없있]은)\Z"
)
_CASE = re.compile(r"(?:에|에서|에게|께|으로|부터|까지|보다|마다|처럼|등|및|의|며|[는은]데|에도|에는|에서도|에서는)\Z")
# Syllables that end nouns as well as particles and adnominals: 로, 이, 과, 인, 해, 어, 면.
_RO = re.compile(r"(?<!도)(?<!책)(?<!입)(?<!방)(?<!통)(?<!경)(?<!선)(?<!수)(?<!주)로\Z")
_NOUNS_IN_I = re.compile(r"(?:어린|길|높|넓|깊|종|놀|먹|돌봄|젊은|늙은|지킴|지팡|호랑|고양|원숭)이\Z")
_NOUNS_IN_GWA = re.compile(r"(?:학|효|성|결|통|부|초|전|[내외안치]|공|본|특)과\Z")
_NOUNS = re.compile(
    r"(?:[업상법국애노시군술화육제문예송민체종전행]인|[제권기시북남대]한|[역분]할|최다|바다"
    r"|[재피이침상방손공동서남북황김폐]해"
    r"|[언용단영국본외연문상잉광장인홍은송방복숭청민악등북]어)\Z"
)
_MYEON = re.compile(r"(?<!읍)(?<!차)(?<!화)(?<!장)(?<!측)(?<!표)(?<!도)(?<!라)면\Z")
_TAILS = re.compile(
    r"(?:으로서|으로|에서는|에서도|에서|에게|부터|까지|보다|마다|처럼|이라고|이라는|라는|이라며|이다|이며|이고"
    r"|입니다|에는|에도|에"
    r"|과의|와의|의|별로|로)\Z"
)


@cache
def _not_counted(side: str) -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon("not_counted") if row["side"] in (side, "both"))


def counted_noun(
    text: str, start: int | None, end: int, unit: str, kind: str, words: Sequence[Word] = ()
) -> str | None:
    """Return the noun beside a quantity that it counts, or None where none stands there.

    ``start`` is where the number begins, or the words before it that belong to it (약, 총); None where none is
    meant. ``words`` (Kiwi's tokens) tell nouns from other words; without them their endings do.

    >>> counted_noun("22개 과제를 골랐다", 0, 3, "개", "counter"), counted_noun("주민은 30명", 4, 7, "명", "counter")
    ('과제', '주민')
    """
    right = _right_of_words if words else _right_of_text
    left = _left_of_words if words else _left_of_text
    if unit in NOTHING_COUNTED:
        return None
    if unit in DEGREES:
        noun = None if start is None else left(text, start, words)
        return noun if noun and _DEGREE_NOUN.search(noun) else None
    if kind != "counter":
        return None if start is None else left(text, start, words)
    of = text[end : end + 1] == "의"
    first = right(text, end, words, unit in RIGHT_FIRST)
    if first and unit in RIGHT_FIRST and not of:
        return first
    return (None if start is None else left(text, start, words)) or first


def _right_of_text(text: str, end: int, _: Sequence[Word], loose: bool) -> str | None:
    found = _RIGHT.match(text, end, end + _WINDOW)
    if (
        not found
        or (text[end : end + 1] not in (" ", "의") and not loose)
        or (not found["of"] and _GLUED.match(text, end))
    ):
        return None
    noun = found["noun"]
    if found["of"] and noun in _not_counted("describing") and (behind := _BEHIND.match(text, found.end())):
        noun = behind["noun"]
    bare = _without_particle(_TAILS.sub("", noun))
    with_particle = bare != noun
    if bare in _not_counted("right") or _NO_NOUN.search(bare) or len(bare) == 0:
        return None
    if re.search(r"(?:하[여는며고]|했|한다|된다|됐|이뤄|나눠|나뉘)", noun):
        return None
    return bare if loose or found["of"] or with_particle else None


def _left_of_text(text: str, start: int, _: Sequence[Word]) -> str | None:
    left = text[max(0, start - _WINDOW) : start]
    left = _YEAR_BETWEEN.sub("", left)
    found = _LEFT.search(left)
    if not found:
        return None
    noun = _without_particle(found["noun"])
    if noun in _PARTICLES or noun in _not_counted("left") or _CASE.search(noun):
        return None
    if any(ending.search(found["noun"]) for ending in (_NO_NOUN, _RO, _MYEON)) and not _NOUNS.search(noun):
        return None
    return noun or None


def _without_particle(word: str) -> str:
    """Return a word without 은/는/이/가/을/를 where the syllable before it takes that form."""
    last = word[-1:]
    if last == "과" and len(word) > 2 and not _NOUNS_IN_GWA.search(word):
        return word[:-1]
    if last not in _TOPIC or len(word) < 2 or _NOUNS_IN_I.search(word):
        return word
    closed = "가" <= word[-2] <= "힣" and (ord(word[-2]) - 0xAC00) % 28 != 0
    return word[:-1] if closed == (last in "은이을") else word


def _left_of_words(text: str, start: int, words: Sequence[Word]) -> str | None:
    left = text[max(0, start - _WINDOW) : start]
    between = _YEAR_BETWEEN.search(left)
    start -= len(between[0]) if between else 0
    at = bisect_left(starts_of(words), start) - 1
    if at < 0 or text[words[at].end : start].strip(" "):
        return None
    if words[at].tag in ("JX", "JKS", "JKO", "JKC") and words[at].text in _TOPIC:
        at -= 1
        if at < 0 or words[at].end != words[at + 1].start:
            return None
    last = first = at
    while first >= 0 and _is_noun(words[first]) and (first == last or words[first].end == words[first + 1].start):
        first -= 1
    counted = first >= 0 and words[first].tag in ("SN", "NR") and words[first].end == words[first + 1].start
    first += 1
    if first > last or counted:
        return None
    noun = text[words[first].start : words[last].end].strip("·")
    return None if not noun or noun in _not_counted("left") else noun


def _right_of_words(text: str, end: int, words: Sequence[Word], loose: bool) -> str | None:
    at = bisect_left(starts_of(words), end)
    of = at < len(words) and words[at].tag == "JKG" and words[at].start == end
    at += of
    if at >= len(words) or words[at].start > end + 2 or (words[at].start == end and not loose):
        return None
    last = _noun_end(words, at)
    if of and text[words[at].start : words[last - 1].end] in _not_counted("describing") and last < len(words):
        behind = _noun_end(words, last)
        if behind > last and words[last].start == words[last - 1].end + 1:
            at, last = last, behind
    noun = text[words[at].start : words[last - 1].end].strip("·") if last > at else ""
    if not noun or noun in _not_counted("right"):
        return None
    glued = words[last] if last < len(words) and words[last].start == words[last - 1].end else None
    if glued and glued.tag.startswith(("XSV", "XSA", "VV", "VA")):
        return None
    return noun if loose or of or (glued and glued.tag.startswith("J")) else None


def _noun_end(words: Sequence[Word], at: int) -> int:
    """Return where the noun that begins at a word ends, all its words written together."""
    last = at
    while last < len(words) and _is_noun(words[last]) and (last == at or words[last].start == words[last - 1].end):
        last += 1
    return last


def _is_noun(word: Word) -> bool:
    return (word.tag.startswith(_NOUN_TAGS) and "+" not in word.tag) or word.text == "·"
