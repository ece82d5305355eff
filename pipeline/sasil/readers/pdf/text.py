"""Letters of a PDF page → lines and paragraphs: rows of letters, and the rows that go on in the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ITEM = re.compile(
    r"\s*(?:[□■○●◇◆◎▲△▴▶▷▸►◈❍ㅇ※*·•∙ㆍ▪◦☎☞]|[-–―]\s?\S|[①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s|[<【《\[]|o\s|붙임|주\d?[.)]|끝\.)"
)
_ENDED = re.compile(r"(?:[다요음함임됨]\.|[?!>\]】》:])[”\"’')]*\s*$")
_HANGUL = re.compile(r"[가-힣]")
_FORM = re.compile(r"[\w가-힣]+")
_PARTICLE = re.compile(
    r"(?:을|를|은|는|이|가|의|에|에서|에게|로|으로|와|과|도|만|부터|까지|보다|처럼|며|고|하여|하고|하며|하는|하기|되는|된|한|할|될|인|및|등|여|해|서|지|게)$"
)
_CLINGS = re.compile(
    r"(?:을|를|은|는|이|가|의|에|에서|로|으로|와|과|도|만|부터|까지|다|며|고|하여|하고|하며|하는|되는|된다|한다|했다)(?![가-힣])"
)
_GAP = 0.25
_FULL = 2.2
_MOST = 0.75


class Letter(NamedTuple):
    """A letter of a page: its box in points, from the lower left corner, and its size."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(slots=True)
class Row:
    """A row of letters on a page: ``spaced`` tells that white space follows its last letter."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    spaced: bool = False
    full: bool = False


def rows(letters: Iterable[Letter], width: float | None = None) -> list[Row]:
    """Return the letters of a region in rows from the top, each from the left; gaps become spaces.

    A row is full where it comes near the right edge of the text, or, in a cell of some width, takes most of it.

    >>> [row.text for row in rows([Letter("나", 10, 0, 20, 10, 10), Letter("가", 0, 0, 10, 10, 10)])]
    ['가나']
    """
    lines: list[list[Letter]] = []
    bottom = top = 0.0
    for letter in sorted(letters, key=lambda letter: -(letter.top + letter.bottom)):
        shared = min(top, letter.top) - max(bottom, letter.bottom)
        if lines and shared > 0.5 * (letter.top - letter.bottom):
            lines[-1].append(letter)
            bottom = min(bottom, letter.bottom)
        else:
            lines.append([letter])
            bottom, top = letter.bottom, letter.top
    found = [_row(sorted(line, key=lambda letter: (letter.left, letter.right))) for line in lines]
    kept = [row for row in found if row.text]
    edge = max((row.right for row in kept), default=0.0)
    for row in kept:
        row.full = row.right > edge - _FULL * row.size if width is None else row.right - row.left > _MOST * width
    return kept


def _row(line: Sequence[Letter]) -> Row:
    held: list[str] = []
    end: float | None = None
    inked = [letter for letter in line if not letter.sign.isspace()]
    for letter in line:
        if letter.sign.isspace():
            held.append(" ")
            continue
        if end is not None and letter.left - end > _GAP * letter.size:
            held.append(" ")
        elif end is not None and held[-1] == letter.sign and letter.right - end < letter.size * 0.2:
            continue  # drawn twice, a little aside, to look bold
        held.append(letter.sign)
        end = letter.right
    text = " ".join("".join(held).split())
    if not inked:
        return Row("", 0, 0, 0, 0, 0)
    return Row(
        text,
        min(letter.left for letter in inked),
        max(letter.right for letter in inked),
        max(letter.top for letter in inked),
        min(letter.bottom for letter in inked),
        sorted(letter.size for letter in inked)[len(inked) // 2],
        spaced=line[-1].sign.isspace(),
    )


def paragraphs(lines: Sequence[Row], words: frozenset[str]) -> Iterator[str]:
    """Give rows joined to paragraphs: a row that fills its width goes on in the next unless an item begins there.

    Korean is broken within words and without hyphens: ``words`` are those of the document, by which a broken word is
    known from two.

    >>> first = Row("가람시는 수변공", 0, 100, 20, 10, 10, full=True)
    >>> list(paragraphs([first, Row("원을 연다.", 0, 50, 8, 0, 10)], frozenset({"수변공원을"})))
    ['가람시는 수변공원을 연다.']
    """
    held = ""
    last: Row | None = None
    for row in lines:
        if last is None:
            held = row.text
        elif last.full and not _ITEM.match(row.text) and not _parts(last, row):
            held += ("" if _broken(last, row, words) else " ") + row.text
        else:
            yield held
            held = row.text
        last = row
    if held:
        yield held


def _parts(last: Row, row: Row) -> bool:
    """Tell whether a full row ends its paragraph all the same: a sentence ended and the next is set in, or larger."""
    larger = max(last.size, row.size) > 1.2 * min(last.size, row.size)
    return larger or (_ENDED.search(last.text) is not None and row.left > last.left + 0.5 * row.size)


def _broken(last: Row, row: Row, words: frozenset[str]) -> bool:
    """Tell whether a word goes on from one row to the next."""
    if last.spaced:
        return False
    before, after = last.text.rpartition(" ")[2], row.text.partition(" ")[0]
    if not (_HANGUL.match(before[-1:]) and _HANGUL.match(after[:1])):
        return before[-1:].isdigit() or after[:1] in "(),.’”)%·~" or before[-1:] in "(‘“·~"
    end, start = _FORM.findall(before)[-1], _FORM.findall(after)[0]
    if end + start in words:
        return True
    if end in words and start in words:
        return False
    return _CLINGS.match(after) is not None or not _PARTICLE.search(before)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of some rows, but for those at their ends, which may be broken."""
    return frozenset(word for text in texts for word in _FORM.findall(" ".join(text.split(" ")[1:-1])))
