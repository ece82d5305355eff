"""Organisations whose general last word leans on what stands before: 한국 반도체 산업협회, 새늘 박람회 조직위원회."""

from __future__ import annotations

from sasil.components.names.gazetteer import GOVERNMENT, Ending, ending_of, is_general, known_names, titles
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

NATIONAL = ("한국", "대한", "국립", "중앙", "전국", "국제", "세계", "동아", "아시아", "유엔", "재단법인", "사단법인")
"""What begins the name of a body of the whole country or the world."""

_SCHOOLS = ("학교", "대학", "유치원")
_PLAIN_HEADS = 3


def start_before(reading: Reading, index: int, body: str, ending: Ending) -> int:
    """Return where a name begins whose general last word leans on what stands before: 한국 반도체 산업협회."""
    phrase = reading.phrases[index]
    head = body[: -len(ending.form)]
    if body in ("조직위원회", "조직위"):
        before = reading.phrases[index - 1] if index and phrase.joined else None
        return before.start if before is not None and before.stem.endswith(_GATHERINGS) else phrase.start
    if ending.need == "weak" or (head and not is_general(head)) or not _leans(head, body, ending):
        return phrase.start
    if body in titles() and _is_whole(reading.phrases[index - 1].raw if index else ""):
        return phrase.start
    at = index
    while at > 0 and index - at < _PLAIN_HEADS and reading.phrases[at].joined:
        at -= 1
        before = reading.phrases[at]
        if before.raw.startswith(NATIONAL) or _is_place(before, body):
            return before.start
        if not is_general(before.raw):
            break
    return phrase.start


def _is_whole(word: str) -> bool:
    """Tell whether a word names an organisation by itself, so that 연구원 behind it is an office: 국립생태원 연구원."""
    ending = ending_of(word, "ORG")
    return (ending is not None and ending.form != word) or word in known_names().forms


_GATHERINGS = (
    "엑스포",
    "박람회",
    "축제",
    "대회",
    "주간",
    "올림픽",
    "비엔날레",
    "페스티벌",
    "영화제",
    "체전",
    "게임",
    "포럼",
    "대축전",
)


def _leans(head: str, body: str, ending: Ending) -> bool:
    if body.endswith(_SCHOOLS) or ending.need not in ("free", "sure"):
        return False
    return bool(head) or len(body) >= 3


def _is_place(phrase: Phrase, body: str) -> bool:
    entry = known_names().forms.get(phrase.raw)
    return entry is not None and entry.kind in (*GOVERNMENT, "bare", "province_bare") and len(body) >= 3
