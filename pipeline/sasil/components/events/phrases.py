"""The edges of an event's name in running text: a noun phrase that ends with a head."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sasil.components.events.patterns import BARRIER, LEADING, LONGEST, head_of, heads, words_of
from sasil.components.projects.reading import Reading
from sasil.doc import Word, starts_of
from sasil.record import Mention

_PIECE = re.compile(r"\S+")
_RATIO = re.compile(r"\d+:\d+")
_NOUNS = ("N", "SL", "SN", "SH", "XS", "XR", "XPN", "W_", "SO", "SW", "SP", "SY")
_OWN = ("사업", "공사", "프로젝트", "용역", "과제")
_STOPPING = frozenset({"MONEY", "PERCENT", "DATE", "TIME", "DURATION", "SET", "PERSON", "ORG", "LAW", "PROJECT"})
_BUILT = re.compile(r"(?:[준완착기]공|개[소관장통원청교점국]|상량)식")
_BESIDE = re.compile(r"(?<=[과와이가] )함께하는 |(?<=[시분\d] )온라인 ")
"""What is no part of a name for what stands before it: 30명과 함께하는, 상인이 함께하는, 오후 3시 온라인."""

_PART = re.compile(r"(?:[개폐][막회]|전야)(?:식|제)")
_WHOLE = re.compile(r"(?:축제|박람회|전시회|영화제|예술제|대회|행사|엑스포|페스티벌|포럼|축전|비엔날레)$")
"""A part of a gathering and the gathering it opens or closes: 축제 개막식."""

_AT_VENUE = re.compile(
    r"(?:회관|센터|광장|공원|체육관|운동장|[시군구도]청|청사|대학교|캠퍼스|박물관|미술관|도서관|전시장|호텔|컨벤션|문화원"
    r"|경기장|극장|터미널|코엑스|킨텍스|벡스코|엑스코|세텍)에?서$"
)
"""A venue with its particle, also the short one of headlines (시민회관서), whatever Kiwi takes it for."""

_BODY = re.compile(
    r"[가-힣]{2}(?:협회|조합|연합회|동창회|동문회|향우회|[시군도]민회|지부|지회|연맹|사업단|종친회|부녀회|어촌계)$|^[시군구도]의회$"
)
"""A body right before its gathering, which no mention holds: 총동창회 송년의 밤, 군의회 임시회."""

_NATIONS = ("대한민국", "한국", "아시아", "동아시아", "유럽")
"""Places that a gathering's name begins with: 대한민국 안경디자인 공모전."""

_MOST_PIECES = 6
_LONGEST_NONE = 12
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that ends with a head: its place, and where the head begins."""

    start: int
    head: int
    end: int
    kind: str

    @property
    def bare(self) -> bool:
        """Whether the name is its head alone."""
        return self.start == self.head


def reading(text: str, words: Sequence[Word], known: Iterable[Mention]) -> Reading:
    """Make a text ready to be read; names do not go across mentions but places."""
    held = sorted((m for m in known if m.end <= len(text)), key=_start)
    stops = sorted(m.end for m in held if m.type in _STOPPING and not _is_open(text, m))
    return Reading(text, words, held, starts_of(words), stops)


def _is_open(text: str, mention: Mention) -> bool:
    """Tell whether a name may go across a mention: one glued to a noun, a term (2학기), a day (물의 날)."""
    return text[mention.end : mention.end + 1].isalnum() or mention.text.endswith(("학기", "의 날"))


def ends_noun(read: Reading, end: int) -> bool:
    """Tell whether a noun ends at a place: a word's end, followed by a particle, a sign or a blank."""
    following = read.text[end : end + 1]
    if not following.isalnum():
        return True
    last, after = read.ending_at(end), read.starting_at(end)
    return last is not None and after is not None and after.tag.startswith(("J", "VCP", "XSN"))


def phrase_at(read: Reading, head: int, end: int) -> Phrase | None:
    """Return the noun phrase whose head stands at a place, or None where it is no noun of its own."""
    if not ends_noun(read, end) or read.text[max(0, end - _LONGEST_NONE) : end].endswith(tuple(words_of("none"))):
        return None
    last = read.ending_at(end)
    if last is not None and last.tag.startswith("J") and last.start > head:  # 협회의: 협회 and a particle
        return None
    kind = heads()[read.text[head:end]]
    return Phrase(trimmed(read, _left_edge(read, head, kind), head), head, end, kind)


def _left_edge(read: Reading, head: int, kind: str) -> int:
    floor = max(0, head - LONGEST, read.last_stop(head))
    window = read.text[floor:head]
    floor += max((sign.end() for sign in BARRIER.finditer(window)), default=0)
    pieces = [(floor + m.start(), floor + m.end()) for m in _PIECE.finditer(read.text[floor:head])]
    edge = head
    if pieces and pieces[-1][1] == head:
        edge = pieces.pop()[0]
    if _BUILT.match(read.text, head):  # the words in front name what is built, not the ceremony
        return edge
    if _PART.match(read.text, head) and pieces and _WHOLE.search(read.text, *pieces[-1]):
        return edge
    for start, end in reversed(pieces[-_MOST_PIECES:]):
        if not _goes_on(read, start, end, kind):
            break
        edge = start
        if read.text[start:end] in words_of("modifier") and not _with(read, start):
            break
    beside = _BESIDE.match(read.text, edge, head)
    return beside.end() if beside is not None else edge


def _with(read: Reading, start: int) -> bool:
    """Tell whether 함께하는 follows the word for whom it is done with: 명장과 함께하는."""
    return read.text.startswith("함께", start) and read.text[max(0, start - 2) : start] in ("과 ", "와 ")


def _goes_on(read: Reading, start: int, end: int, kind: str) -> bool:
    """Tell whether a piece before a head belongs to the name."""
    surface = read.text[start:end]
    if surface in words_of("modifier") or _RATIO.fullmatch(surface):
        return True
    if surface in words_of("stop") or surface.endswith(_OWN) or head_of(surface) in _CLOSING:
        return False
    if _BODY.search(surface):
        return False
    if surface == "첫" or (surface == "및" and _joins(read, start)):
        return True
    word = read.ending_at(end)
    if surface.endswith("의") and (kind == "label" or read.text.startswith(" 날 ", end)):
        return True
    if word is not None and word.text == "서" and _is_proper(read.ending_at(word.start)):  # 포항서: a particle
        return False
    if _AT_VENUE.search(surface):
        return False
    if word is None or not word.tag.startswith(_NOUNS) or "E" in word.tag:
        return word is not None and (word.tag.endswith("ETN") or surface.endswith(("와의", "과의", "함께하는")))
    if "J" in word.tag:
        return surface.endswith(("과", "와")) and read.text.startswith(" 함께하는", end)
    return not (kind == "sure" and (_SCHOOL.search(surface) or _is_place(read, start, end)))


def _is_proper(word: Word | None) -> bool:
    return word is not None and word.tag == "NNP"


def _joins(read: Reading, place: int) -> bool:
    """Tell whether 및 joins two words of one name: what stands before it is no gathering."""
    before = read.ending_at(place - 1)
    return before is not None and before.tag.startswith("N") and head_of(before.text) is None


_SCHOOL = re.compile(r"[가-힣]{2}(?:학교|대학|유치원|어린이집)$")
_CLOSING = frozenset(form for form, kind in heads().items() if kind == "sure")


def _is_place(read: Reading, start: int, end: int) -> bool:
    """Tell whether a piece lies in a place's mention: a ceremony's name does not begin with where it is held."""
    first = max(0, bisect_left(read.known, start, key=_start) - 1)
    near = read.known[first : bisect_right(read.known, start, key=_start)]
    if read.text[start:end] in _NATIONS:
        return False
    return any(m.type == "LOC" and m.start <= start and m.end >= end for m in near)


def trimmed(read: Reading, start: int, head: int) -> int:
    """Return the start of a name without the blanks, the year, and the words in front that are no part of it."""
    while start < head:
        leading = LEADING.match(read.text, start, head)
        if leading is not None:
            start = leading.end()
            continue
        blank = read.text.find(" ", start, head)
        if read.text[start] == " ":
            start += 1
        elif blank > 0 and (read.text[start:blank] in words_of("edge") or read.text[start:blank] in words_of("none")):
            if blank + 1 == head and read.text[blank - 1] == "별":  # 권역별 설명회 has no other name
                break
            start = blank + 1
        else:
            break
    return start
