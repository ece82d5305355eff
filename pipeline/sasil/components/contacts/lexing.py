"""A line or a row of contacts as pieces: units, persons, titles, numbers, addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.components.contacts.patterns import (
    ABOUT,
    APART,
    CHANNEL,
    CHARGE,
    DIVISION,
    EMAIL,
    EXTENSION,
    FAX,
    HEAD_OF,
    LABEL_END,
    NAME,
    NO_NAME,
    OFFICE,
    OWNER,
    PHONE,
    RANKED,
    SPACED,
    UNIT,
    surnames,
    titles,
    words_of,
)
from sasil.record import Mention

_WORD = re.compile(r"\S+")
_start = attrgetter("start")
_NAME = 3


class Piece(NamedTuple):
    """A part of a line: unit, person, title, phone, email or label; ``form`` is its text without padding."""

    kind: str
    form: str
    start: int
    end: int


def pieces(text: str, start: int, end: int, persons: Sequence[Mention]) -> list[Piece]:
    """Return the pieces of a stretch of text in order; ``persons`` are the PERSON mentions of the text in order.

    >>> [(p.kind, p.form) for p in pieces("문의: 수질과 과 장 | 044-000-0000", 0, 26, [])]
    [('label', '문의'), ('unit', '수질과'), ('title', '과장'), ('phone', '044-000-0000')]
    """
    fixed = sorted(_fixed(text, start, end, persons), key=_start)
    found: list[Piece] = []
    place = start
    for piece in [*fixed, Piece("end", "", end, end)]:
        if piece.start < place:
            continue
        found += _between(text, place, piece.start, piece.kind)
        if piece.kind not in ("end", "fax"):
            found.append(piece)
        place = piece.end
    kept = [piece for number, piece in enumerate(found) if not _is_topic(text, piece, found[max(number - 1, 0)])]
    return _named(kept)


def _is_topic(text: str, piece: Piece, before: Piece) -> bool:
    """Tell whether a piece fills a bracket of its own: (입찰), (진천선수촌); behind a number it is whose that is."""
    opened, closed = text[max(0, piece.start - 1) : piece.start], text[piece.end : piece.end + 1]
    if piece.kind == "unit" and before.kind == "phone" and DIVISION.search(piece.form):
        return False
    return piece.kind in ("unit", "name") and opened in ("(", "（") and closed in (")", "）")


def _fixed(text: str, start: int, end: int, persons: Sequence[Mention]) -> Iterator[Piece]:
    for match in PHONE.finditer(text, start, end):
        fax = FAX.search(text, max(start, match.start() - 6), match.start()) is not None
        yield Piece("fax" if fax else "phone", match[0], *match.span())
    for match in EXTENSION.finditer(text, start, end) if PHONE.search(text, start, end) else ():
        yield Piece("phone", match[0], *match.span())
    for match in EMAIL.finditer(text, start, end):
        yield Piece("email", match[0], *match.span())
    first = bisect_left(persons, start, key=_start)
    for mention in persons[first : bisect_left(persons, end, key=_start)]:
        if mention.end <= end and len(mention.text) > 1 and not _is_word_of_lines(mention.text):
            yield Piece("person", _unpadded(mention.text), mention.start, mention.end)


def _is_word_of_lines(word: str) -> bool:
    """Tell whether a word has its own part in a line of contacts and is no name there: 담당자, 소방령."""
    return word in words_of("label") or word in titles()


def _between(text: str, start: int, end: int, following: str) -> Iterator[Piece]:
    """Give the pieces of what stands between numbers, addresses and known persons."""
    place = start
    for sign in [*((m.start(), m.end()) for m in APART.finditer(text, start, end)), (end, end)]:
        before = text[sign[0] : sign[0] + 1]
        yield from _chunk(
            text, place, sign[0], before if before in (":", "：") else following if sign[0] == end else ""
        )
        place = sign[1]


def _chunk(text: str, start: int, end: int, following: str) -> Iterator[Piece]:
    """Give the pieces of a cell or of words without a sign between them."""
    raw = text[start:end]
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(raw)]
    if not words:
        return
    whole = " ".join(raw.split())
    tight = "".join(whole.split())
    first, last = words[0][0], words[-1][1]
    if tight[:2] == "담당" and tight[2:] in titles():
        yield Piece("title", tight[2:], first, last)
    elif len(words) > 1 and whole.endswith("담당") and DIVISION.search(text[slice(*words[-2])]):
        labelled = text[slice(*words[-1])] in words_of("label")
        yield from _run(text, words[:-1] if labelled else words)
    elif tight in words_of("credit") and following in (":", "：", "="):
        yield Piece("credit", tight, first, last)
    elif _heads(whole, tight, following):
        yield Piece("label", tight, first, last)
    elif tight in titles() or HEAD_OF.fullmatch(whole) or RANKED.fullmatch(whole):
        yield Piece("title", tight, first, last)
    elif following in (":", "：") and not DIVISION.search(whole) and "㈜" not in whole:
        yield Piece("label", tight, first, last)
    elif SPACED.fullmatch(whole):
        yield Piece("name", tight, first, last)
    else:
        yield from _words(text, words)


def _heads(whole: str, tight: str, following: str) -> bool:
    """Tell whether a cell or words before a sign head what follows them: 담당 부서, 보도자료 문의, 내선."""
    if OWNER.fullmatch(whole) or tight in words_of("label") or tight.startswith("내선"):
        return True
    if following in (":", "：") and tight.endswith("총괄"):  # what is asked, and no title: 사업 총괄 :
        return True
    return LABEL_END.search(whole) is not None and following != "person"


def _words(text: str, words: list[tuple[int, int]]) -> Iterator[Piece]:
    """Give labels, titles and the runs of other words as units or names."""
    run: list[tuple[int, int]] = []
    number = 0
    while number < len(words):
        start, end = words[number]
        word = text[start:end]
        padded = _padded_title(text, words, number)
        if padded:
            end = words[number + padded - 1][1]
            word = "".join(text[start:end].split())
        headed = word not in words_of("label") and (HEAD_OF.fullmatch(word) or RANKED.fullmatch(word)) is not None
        behind = text[slice(*words[number + 1])] if number + 1 < len(words) else ""
        named = OFFICE.fullmatch(behind) is not None and word in words_of("purpose")
        kind = "title" if word in titles() or headed else "label" if _is_label(word, run) and not named else None
        if kind is None:
            run.append((start, end))
        else:
            yield from _run(text, run, titled=kind == "title")
            run = []
            yield Piece(kind, word, start, end)
        number += padded or 1
    yield from _run(text, run)


def _is_label(word: str, run: list[tuple[int, int]]) -> bool:
    """Tell whether a word is a label: any at the head of words, and behind others those of a number (전화)."""
    return CHANNEL.fullmatch(word) is not None or (word in words_of("label") and (not run or word in _OF_NUMBERS))


_OF_NUMBERS = ("전화", "전화번호", "대표전화", "이메일", "전자우편", "연락처", "내선", "채용담당", "홍보담당")


OF_NAMES = ("이름", "성명", "담당자", "담당자명", "작성자", "책임자")
"""Labels of a person, behind which the unit of the line before still holds."""


def _padded_title(text: str, words: list[tuple[int, int]], number: int) -> int:
    """Return how many words from one on make up a padded title (과 장), or 0."""
    if words[number][1] - words[number][0] > 1:
        return 0
    for length in (3, 2):
        part = [text[start:end] for start, end in words[number : number + length]]
        if len(part) == length and all(len(letter) == 1 for letter in part) and "".join(part) in titles():
            return length
    return 0


def _run(text: str, run: list[tuple[int, int]], *, titled: bool = False) -> Iterator[Piece]:
    """Give a run of words: a unit, and behind it perhaps a name, more so before a title."""
    if not run:
        return
    if any(NO_NAME.fullmatch(text[start:end]) for start, end in run):
        yield Piece("word", "", run[0][0], run[-1][1])
        return
    told = max((number for number, place in enumerate(run[:-1]) if ABOUT.search(text[slice(*place)])), default=-1)
    run = run[told + 1 :]
    start, end = run[-1]
    if _ends_with_name([text[slice(*place)] for place in run[-2:]], titled=titled):
        if len(run) > 1:
            yield Piece("unit", " ".join(text[run[0][0] : run[-2][1]].split()), run[0][0], run[-2][1])
        yield Piece("name", text[start:end], start, end)
        return
    form = " ".join(text[run[0][0] : end].split())
    yield Piece("unit" if len(form) > 1 else "word", form, run[0][0], end)


def _ends_with_name(words: list[str], *, titled: bool) -> bool:
    """Tell whether the last of some words looks like a name: alone, behind a unit, or before a title."""
    last = words[-1]
    if not NAME.fullmatch(last) or CHARGE.search(last) or DIVISION.search(last):
        return False
    if titled and len(last) == _NAME and last[0] in surnames() and not UNIT.search(last):
        return True
    return len(words) == 1 or UNIT.search(words[0]) is not None or CHARGE.search(words[0]) is not None


def _named(found: list[Piece]) -> list[Piece]:
    """Settle which words that look like a name are one: those beside a title or before a number, and no unit."""
    settled: list[Piece] = []
    for number, piece in enumerate(found):
        before = found[number - 1].kind if number else ""
        after = found[number + 1].kind if number + 1 < len(found) else ""
        if piece.kind != "name":
            foreign = piece.kind == "unit" and before == "title" and after in ("phone", "email")
            settled.append(piece._replace(kind="person") if foreign and _is_foreign(piece.form) else piece)
            continue
        titled = ("title" in (before, after) and before != "person") or (
            before == "label" and found[number - 1].form in OF_NAMES and piece.form[0] in surnames()
        )
        beside = after in ("phone", "email") and before in ("unit", "label", "phone", "email")
        named = titled or (beside and piece.form[0] in surnames() and not UNIT.search(piece.form))
        body = UNIT.search(piece.form) and before in ("label", "") and len(piece.form) > 3
        kind = "person" if named and not body else "unit" if UNIT.search(piece.form) else "word"
        settled.append(piece._replace(kind=kind))
    return settled


def _is_foreign(form: str) -> bool:
    """Tell whether words between a title and a number are a name in parts (마르코 한)."""
    return len(form.split()) <= 3 and not any(UNIT.search(word) for word in form.split())


def _unpadded(name: str) -> str:
    return "".join(name.split()) if SPACED.fullmatch(name) else name
