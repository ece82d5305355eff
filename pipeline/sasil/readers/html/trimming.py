"""The pieces of a page → those of its article, and apart from them captions, copyright lines, contacts, subtitles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.readers.html.lines import CONTACT, PHONE, Kind, is_board, is_clarifying, is_sentence
from sasil.readers.html.pieces import Piece
from sasil.readers.labels import REPORTER

_LETTERS = re.compile(r"[\W_]+")
_WRAPPED = re.compile(r"^\s*[-–—―─]\s?(?P<words>.{4,120}?)\s?[-–—―─]?\s*$")
_PREDICATE = re.compile(r"(?:니다|[었았했됐한인된는]다)\.\W{0,2}$")
_ITEM = re.compile(r"^[□■○●◎ㅇ❍◇◆*※·•▲△▪\-–—<\[【(“\"①-⑳]|^\d{1,2}[.)]\s")
_SIGNED = re.compile(
    r"(?<=[.!?”\"’'])\s*[(\[/]?\s?(?:[가-힣]{2,6}\s?[=/]\s?)?[가-힣]{2,4}\s?(?:기자|특파원|인턴기자|선임기자)"
    r"\s{0,3}(?:[\w.+-]{1,64}@[\w.-]{3,64})?\W{0,3}$"
)
_RELEASE_HEAD = re.compile(r"보\s?도\s?(?:시\s?점|일\s?시)|배\s?포\s?(?:일|시)|엠바고")
_BOARD_HEAD = re.compile(r"조\s?회\s?수?|등\s?록\s?일|작\s?성\s?(?:일|자)|첨\s?부")
_SPLIT = re.compile(r"\s*[:：|]\s*")
_REST = 0.4
_LONGEST_LEAD = 6


@dataclass(slots=True)
class Trimmed:
    """The pieces of an article in ``kept``; ``first`` and ``last`` number its outer sentences on the page."""

    kept: list[Piece] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)
    contacts: list[tuple[str, ...]] = field(default_factory=list)
    first: int = 0
    last: int = 0


def outer_sentences(pieces: Sequence[Piece], kinds: Sequence[Kind]) -> tuple[int, int] | None:
    """Return the numbers of an article's first and last sentence; of its first and last line where it has none."""
    inside = [
        number
        for number, piece in enumerate(pieces)
        if piece.inside and "aside" not in piece.marks and kinds[number] is Kind.TEXT
    ]
    sentences = [n for n in inside if is_sentence(pieces[n].text) and 2 * pieces[n].linked < len(pieces[n].text)]
    others = (n for n in inside if pieces[n].grid is not None or not pieces[n].marks & {"title", "heading"})
    lines = sentences or list(others)
    return (lines[0], lines[-1]) if lines else None


def trim(pieces: Sequence[Piece], title: str | None, kinds: Sequence[Kind], outer: tuple[int, int]) -> Trimmed:
    """Return what of a page's pieces is the article.

    Above the first sentence stand labels and buttons, subtitles and items; below the last one bylines, copyright lines,
    and after a break (관련기사, 이전글) what is none of the article at all.
    """
    trimmed = Trimmed(first=outer[0], last=outer[1])
    key = _key(title or "")
    below_title = _title_number(pieces, key, outer[0])
    lead = _lead(pieces, kinds, outer[0])
    ended = False
    breaks = _real_breaks(pieces, kinds, outer)
    for number, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if not piece.inside:
            _outside(trimmed, piece, kind, below_title < number < outer[0], key)
            continue
        ended = ended or number in breaks
        if "aside" in piece.marks or (ended and kind is not Kind.RIGHTS):
            continue
        if lead <= number < outer[0] or _is_kept(piece, kind, number, outer, below_title, key):
            _keep(trimmed, piece, number < outer[0], key)
        else:
            _put_apart(trimmed, piece, kind)
        ended = ended or (number > outer[1] and kind in (Kind.RIGHTS, Kind.FILE))
    return trimmed


def _lead(pieces: Sequence[Piece], kinds: Sequence[Kind], first: int) -> int:
    """Return the number of the first of the lines that lead to the first sentence, nothing else between them."""
    number = first
    while number > 0 and kinds[number - 1] is Kind.TEXT and first - number < _LONGEST_LEAD:
        above = pieces[number - 1]
        if not above.inside or above.grid is not None or above.marks & {"heading", "title"} or len(above.text) < 8:
            break
        number -= 1
    return number


def _key(text: str) -> str:
    return _LETTERS.sub("", text)


def _title_number(pieces: Sequence[Piece], key: str, first: int) -> int:
    """Return the number of the last piece above the text that is the title, or -1."""
    return max((number for number in range(first) if key and _key(pieces[number].text) == key), default=-1)


def _real_breaks(pieces: Sequence[Piece], kinds: Sequence[Kind], outer: tuple[int, int]) -> frozenset[int]:
    """Return the breaks behind which little text stands, or links as well as text: one amid the text is an inset."""
    found = []
    seen = 0
    rest = [kind for piece, kind in zip(pieces, kinds, strict=True) if piece.inside and "aside" not in piece.marks]
    links, texts = rest.count(Kind.LINK), rest.count(Kind.TEXT)
    total = sum(len(piece.text) for piece in pieces if piece.inside and is_sentence(piece.text))
    for number, piece in enumerate(pieces):
        if piece.inside and "aside" not in piece.marks:
            links -= kinds[number] is Kind.LINK
            texts -= kinds[number] is Kind.TEXT
        if kinds[number] is Kind.BREAK and number > outer[0] and (seen >= (1 - _REST) * total or 2 * links >= texts):
            found.append(number)
        if piece.inside and is_sentence(piece.text):
            seen += len(piece.text)
    return frozenset(found)


def _outside(trimmed: Trimmed, piece: Piece, kind: Kind, in_head: bool, key: str) -> None:
    if kind is Kind.RIGHTS:
        trimmed.boilerplate.append(piece.text)
    elif in_head and kind is Kind.TEXT and _is_subtitle(piece, key):
        trimmed.subtitles.append(piece.text)
    elif in_head and kind in (Kind.CONTACT, Kind.LABEL):
        _put_apart(trimmed, piece, Kind.CONTACT)


def _is_kept(piece: Piece, kind: Kind, number: int, outer: tuple[int, int], below_title: int, key: str) -> bool:
    if outer[0] <= number <= outer[1]:
        return kind in (Kind.TEXT, Kind.CONTACT, Kind.LABEL)
    if number > outer[1]:
        return kind in (Kind.TEXT, Kind.CONTACT)
    if piece.grid is not None:
        return _RELEASE_HEAD.search(piece.text) is not None or not _BOARD_HEAD.search(piece.text)
    if kind is not Kind.TEXT or _key(piece.text) == key or is_board(piece.text):
        return False
    return number > below_title and (below_title < 0 or _is_subtitle(piece, key) or _ITEM.match(piece.text) is not None)


def _is_subtitle(piece: Piece, key: str) -> bool:
    text = piece.text
    if piece.grid is not None or len(text) < 4 or len(text) > 150 or is_board(text) or _key(text) == key:
        return False
    if _PREDICATE.search(text):
        return False
    return "sub" in piece.marks or _WRAPPED.match(text) is not None


def _keep(trimmed: Trimmed, piece: Piece, in_head: bool, key: str) -> None:
    if in_head and key and _key(piece.text) == key:
        return
    if in_head and _is_subtitle(piece, key) and not is_clarifying(piece.text):
        trimmed.subtitles.append(piece.text)
        return
    if piece.grid is None:
        signed = _SIGNED.search(piece.text)
        piece.text = piece.text[: signed.start()] if signed else piece.text
        if CONTACT.search(piece.text) and PHONE.search(piece.text):
            trimmed.contacts.append(_cells(piece.text))
    trimmed.kept.append(piece)


def _put_apart(trimmed: Trimmed, piece: Piece, kind: Kind) -> None:
    if kind is Kind.CAPTION:
        trimmed.captions.append(piece.text)
    elif kind is Kind.RIGHTS:
        trimmed.boilerplate.append(piece.text)
    elif kind is Kind.CONTACT and PHONE.search(piece.text):
        trimmed.contacts.append(_cells(piece.text))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell for cell in _SPLIT.split(text.strip(" *○ㅇ-·")) if cell)


def subtitle_words(line: str) -> str:
    """Return a subtitle without the dashes around it.

    >>> subtitle_words("- 2028년까지 320억 원 -")
    '2028년까지 320억 원'
    """
    found = _WRAPPED.match(line)
    return found["words"] if found else line


def bylines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces whose end names a reporter behind a sentence."""
    signed = [(piece, _SIGNED.search(piece.text)) for piece in pieces]
    return [Piece(found[0].strip()) for piece, found in signed if found and REPORTER.search(found[0])]
