"""Names in lines that say whom to ask: rows of a table (담당 부서 | … | 과 장 | …) and words behind 문의, 담당."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sasil.components.names.bodies import is_unit
from sasil.components.names.foreign import is_foreign_name
from sasil.components.names.gazetteer import (
    PLACE,
    denied,
    ending_of,
    is_general,
    known_names,
    signs,
    surnames,
    title_of,
)
from sasil.components.names.patterns import ASK_CELL, ASKED, BEFORE_NUMBER, NUMBER, NUMBER_CELL, RANK, REACHED, STEP
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_MOST_WORDS = 7
_LONGEST_GROUP = 50
_LONGEST_LABEL = 16
_LONGEST_ROW = 400
_SHORT_UNIT = 3


class Piece(NamedTuple):
    """A word in a line of contact, with its place in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def find_asked(reading: Reading) -> Iterator[Candidate]:
    """Give the bodies, units and people that lines of contact name.

    >>> from sasil.components.names.reading import Reading
    >>> text = "문의 : 나루시 유통지원과 저온유통팀 명소윤 주무관 ☎ 061-000-0000"
    >>> sorted({text[c.start : c.end] for c in find_asked(Reading(text, []))})
    ['나루시 유통지원과 저온유통팀', '명소윤']
    """
    text = reading.text
    for match in ASKED.finditer(text):
        yield from _words_behind(text, match.end())
    for start, end in _rows(text):
        yield from _row(text, start, end)
    for start, end in _before_numbers(text):
        pieces, stop = _pieces(text, start, end)
        if pieces and stop >= end and (bare := _without_clause(reading, pieces)):
            yield from _group(bare, first=False)


def _without_clause(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Return the last words that no particle closes: of 자세한 내용은 나루시 환경과 what follows 내용은."""
    for at in range(len(pieces) - 1, -1, -1):
        phrase = reading.phrases.starting(pieces[at].start)
        if phrase is None or phrase.stem in _LEADS:
            return pieces[at + 1 :]
        if not (phrase.bare or is_unit(pieces[at].text) or _fits(pieces[at : at + 1], sure=True)):
            return pieces[at + 1 :]
    return pieces


def _before_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Give the words right before a number, behind the last sign of their line: 연구기획실 엘레나 최 선임 (063-…).

    Where the number opens its line, they are the line above: 홍보팀 나은결 책임 / Tel. 031-….
    """
    for number in NUMBER.finditer(text):
        label = BEFORE_NUMBER.search(text, max(number.start() - _LONGEST_LABEL, 0), number.start())
        end = label.start() if label is not None else number.start()
        if text[end - 1 : end] in ("\n", "") and end > 0:
            end = len(text[:end].rstrip()) if end < _LONGEST_ROW else end - 1
        first = max(end - _LONGEST_GROUP, 0)
        start = max(text.rfind("\n", first, end) + 1, first)
        cut = max(text.rfind(sign, start, end) for sign in ":：]】)）>/,·※■□▶|")
        start = max(start, cut + 1)
        start += len(text[start:end]) - len(text[start:end].lstrip(" "))
        if start < end and "." not in text[start:end]:
            yield start, end


def _words_behind(text: str, place: int) -> Iterator[Candidate]:
    """Give the names in the words behind a lead, and in those behind each number or bracket on the same line."""
    end = text.find("\n", place, place + _LONGEST_ROW)
    end = end if end >= 0 else min(len(text), place + _LONGEST_ROW)
    first = True
    while place < end:
        pieces, stop = _pieces(text, place, end)
        reached = REACHED.match(text, stop, end)
        if not pieces or (reached is None and stop < end):
            return
        yield from _group(pieces, first=first)
        if reached is None:
            return
        step = STEP.match(text, stop, end)
        if step is None or step.end() <= place:
            return
        place, first = step.end(), False


def _pieces(text: str, place: int, end: int) -> tuple[list[Piece], int]:
    """Return the words from a place on that stand one space apart, and where they end."""
    pieces: list[Piece] = []
    while place < end and len(pieces) <= _MOST_WORDS:
        match = _WORD.match(text, place, end)
        if match is None:
            break
        pieces.append(Piece(match.start(), match[0]))
        place = match.end()
        gap = _GAP.match(text, place, end)
        if gap is None:
            break
        place = gap.end()
    return ([], place) if len(pieces) > _MOST_WORDS else (pieces, pieces[-1].end if pieces else place)


_WORD = re.compile(r"[A-Za-z가-힣][0-9A-Za-z가-힣·&-]*|㈜[0-9A-Za-z가-힣]+|\(주\)[0-9A-Za-z가-힣]+")
_GAP = re.compile(r"[ ](?=[A-Za-z가-힣㈜(])(?!T\.|[Tt]el|TEL|\((?!주\)))")


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Give the rows of tables of contact: those that name an office to ask or a number, and hold a title."""
    place = 0
    while (bar := text.find("|", place)) >= 0:
        start = text.rfind("\n", 0, bar) + 1
        end = text.find("\n", bar)
        end = end if end >= 0 else len(text)
        row = text[start:end] if end - start <= _LONGEST_ROW else ""
        if ASK_CELL.search(row) or (NUMBER_CELL.search(row) and any(_is_rank(cell) for cell in row.split("|"))):
            yield start, end
        place = end + 1


def _row(text: str, start: int, end: int) -> Iterator[Candidate]:
    titled = asked = False
    place = start
    cells = text[start:end].split("|")
    for number, cell in enumerate(cells):
        name = cell.strip()
        packed = "".join(name.split())
        begin = place + len(cell) - len(cell.lstrip())
        place += len(cell) + 1
        if not packed or packed in denied("CELL") - set(_ASKING) - set(_OFFICES):
            titled = asked = False
            continue
        if titled and _is_person(name, numbered=_NUMBER_BEHIND.match("|".join(cells[number + 1 :])) is not None):
            yield Candidate(begin, begin + len(name), "PERSON", "cell", 9)
        elif (
            packed not in _ASKING
            and not _is_rank(name)
            and not ASK_CELL.fullmatch(f"|{packed}|")
            and not packed[0].isdigit()
        ):
            asked = asked or any(map(_is_rank, cells[number + 1 : number + 2]))
            yield from _cell(text, begin, begin + len(name), asked=asked)
        titled, asked = _is_rank(name) or packed in _ASKING, packed in _OFFICES


_ASKING = ("책임자", "담당자", "성명", "작성자")
_OFFICES = ("담당부서", "부서", "담당", "문의", "문의처", "소관부서")


def _cell(text: str, start: int, end: int, *, asked: bool) -> Iterator[Candidate]:
    """Give the names in a cell: a unit, or units and people with titles, numbers between them."""
    first = True
    while start < end:
        pieces, stop = _pieces(text, start, end)
        if pieces:
            yield from _group(pieces, first=first and asked)
        step = STEP.match(text, max(stop, start), end)
        if step is None or step.end() <= start:
            return
        start, first = step.end(), False


def _is_rank(cell: str) -> bool:
    packed = "".join(cell.split())
    return RANK.fullmatch(packed) is not None or (title_of(packed) is not None and len(packed) <= 8)


_NUMBER_BEHIND = re.compile(r"\s?[(☎☏]?\s?0\d{1,2}[-)]")


def _is_person(name: str, *, numbered: bool = False) -> bool:
    """Tell whether a cell behind a title holds a name: 팽 현 우, 마르코 한, and before its number any short word."""
    parts = name.split()
    packed = "".join(parts)
    if not packed.isalpha() or packed.isascii() or _closes_with_title(packed) or packed in denied("PERSON"):
        return False
    if len(parts) > 1 and max(map(len, parts)) > 1:
        return len(parts) == 2 and is_foreign_name(*parts)
    return 2 <= len(packed) <= 4 and (_has_surname(packed) or (numbered and not is_unit(packed)))


def _closes_with_title(name: str) -> bool:
    """Tell whether a word closes with a title; 양 and 군 close names as well."""
    title = title_of(name)
    return title is not None and (len(title.form) > 1 or title.form == name)


def _has_surname(name: str) -> bool:
    return name[0] in surnames() or name[:2] in surnames()


def _group(pieces: list[Piece], *, first: bool) -> Iterator[Candidate]:
    """Give the person and the body in a group of words: 경산시 교통정책과 주무관 마도현, 소재기획실 부성호 책임."""
    pieces = _behind_lead(pieces)
    if not pieces:
        return
    if len(pieces) == 1 and len(pieces[0].text) == 3 and _fits(pieces, sure=False):
        yield Candidate(pieces[0].start, pieces[0].end, "PERSON", "asked", 9)
        return
    name, rest = _named(pieces)
    if name is not None:
        yield Candidate(name[0].start, name[-1].end, "PERSON", "asked", 9)
    if rest and _is_body(rest, first=first and (name is not None or len(rest) == 1)):
        yield Candidate(rest[0].start, rest[-1].end, "ORG", "asked", 8)


def _behind_lead(pieces: list[Piece]) -> list[Piece]:
    """Return the words behind the last 담당: 입찰 담당 편솔미 주무관."""
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].text in _LEADS:
            return pieces[at + 1 :]
    return pieces


_LEADS = ("홍보", "담당", "담당자", "문의", "문의처", "책임자", "연락처")


def _named(pieces: list[Piece]) -> tuple[Sequence[Piece] | None, list[Piece]]:
    """Split a group into the words of the person's name and those of the body."""
    if _is_team(pieces):
        return None, pieces
    if len(pieces) > 1 and _is_team(pieces[:-1]) and _fits(pieces[-1:], sure=True):
        return pieces[-1:], pieces[:-1]
    if _is_title(pieces[-1].text):
        for size in (1, 2):
            if len(pieces) > size and _fits(pieces[-size - 1 : -1], sure=True):
                return pieces[-size - 1 : -1], pieces[: -size - 1]
        return None, pieces[:-1]
    for size in (1, 2):
        if len(pieces) > size and _is_title(pieces[-size - 1].text) and _fits(pieces[-size:], sure=True):
            held = pieces[: -size - 1]
            return pieces[-size:], held
    if len(pieces) > 1 and _fits(pieces[-1:], sure=False) and _is_body(pieces[:-1], first=True):
        return pieces[-1:], pieces[:-1]
    return None, pieces


def _is_team(pieces: Sequence[Piece]) -> bool:
    """Tell whether words close with a team that is called by what it is in charge of: 농산유통과 화훼담당."""
    return len(pieces) > 1 and pieces[-1].text.endswith("담당") and is_unit(pieces[-2].text)


def _is_title(word: str) -> bool:
    title = title_of(word)
    return RANK.fullmatch(word) is not None or (title is not None and (title.form == word or title.kind != "honorific"))


def _fits(words: Sequence[Piece], *, sure: bool) -> bool:
    """Tell whether words can be a person's name; ``sure`` where a title stands beside them."""
    if len(words) == 2:
        return is_foreign_name(words[0].text, words[1].text)
    name = words[0].text
    if not 2 <= len(name) <= 4 or not name.isalpha() or name.isascii() or not _has_surname(name):
        return False
    if name[-1] in "과팀계" and len(name) > 2:  # 형사과, which a surname opens
        return False
    known = known_names().forms.get(name)
    if name in denied("PERSON") or (known is not None and not known.doubtful) or _closes_with_title(name):
        return False
    return sure or (
        len(name) >= 3
        and name[-1] not in "실팀과국처부"
        and not is_unit(name)
        and ending_of(name, "ORG") is None
        and not is_general(name)
    )


def _is_body(words: Sequence[Piece], *, first: bool) -> bool:
    """Tell whether words name a body or a unit; ``first`` where they stand behind a lead and before a person."""
    last, head = words[-1].text, words[0].text
    if any(word.text in signs("before_title") or word.text in denied("ASKED") for word in words):
        return False
    if _is_team(words) or (len(words) > 1 and last[-1] == "계" and is_unit(words[-2].text)):
        return True
    if is_unit(last) or (ending_of(last, "ORG") is not None and last not in denied("ORG") and not is_general(last)):
        return len(last) > 1
    known = known_names().forms.get(last)
    if (known is not None and known.kind not in PLACE) or (last[-1] == "부" and len(last) > _SHORT_UNIT):
        return True
    return first and len(words) == 1 and 2 <= len(head) <= 12 and not is_general(head) and head not in denied("ORG")
