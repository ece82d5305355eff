"""The head of a press release: kind of paper, embargo, day of distribution, title and subtitles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sasil.readers.documents.composing import Line

_LINES = 60
"""How many lines a head can have: with tables of contacts above the title it has twenty or so."""


def _spaced(*words: str) -> str:
    """Write words as they are set in heads, where letters may stand apart: 보 도 시 점."""
    return "|".join(r"\s{0,3}".join(word) for word in words)


_WHAT = _spaced("참고", "설명", "해명", "반박", "정정", "동정", "홍보")
_KIND = re.compile(
    rf"(?:^|.{{0,12}}?[\s|])[\[<(]?(?P<kind>(?!자)(?:{_spaced('보도', '언론')})?\s{{0,3}}"
    rf"(?:(?:{_WHAT})\s{{0,3}}[/·,]?\s{{0,3}}){{0,2}}{_spaced('자료')})[\])>]?(?:[\s|(].{{0,40}})?$"
)
_FROM = r"(?:^|(?<=[\s|◈□■○●▶]))(?P<%s>{})(?=\s*[:：|]|\s+\S|\s*(?:19|20)\d\d)"
_LABEL = re.compile(
    (_FROM % "embargo").format(_spaced("보도시점", "보도일시", "보도일자", "보도시기", "보도일", "엠바고"))
    + "|"
    + (_FROM % "out").format(_spaced("배포일시", "배포일자", "배포시점", "배포시기", "배포일", "배포"))
    + r"(?!\s*[:：|]?\s*(?:즉\s?시|부서|후|시\s))"
    + "|"
    + (_FROM % "other").format(
        _spaced("매수", "쪽수", "담당부서", "담당과장", "담당자", "담당", "문의", "자료문의", "붙임", "사진")
    )
)
_SENTENCE = re.compile(r"(?P<raw>[^|]{2,80}?)\s?(?:부터|이후)\s?보도\s?(?:해|하여|바랍|가능|요망)")
_LEADER = re.compile(
    r"\s*(?:보\s?도\s?시\s?점|보\s?도\s?일\s?시|이\s?(?:보도)?\s?자료는|본\s?(?:보도)?\s?자료는)\s*[:：|]?\s*"
)
_BODY = re.compile(r"[□■◇◆❑○●◎ㅇ❍▶◈](?!\s*$)|[o❏]\s|[1-9ⅠI][.．]\s|[①②③]")
_MARKED = re.compile(r"[-–—―─~∼▴▲△▵▸►▹•·∙ㆍ*◦“\"｢]")
_EDGES = " -–—―─~∼▴▲△▵▸►▹•·∙ㆍ*◦"
_NO_TITLE = re.compile(
    r"https?://|www\.|@|0\d{1,2}[-.)]\s?\d{3,4}-\d{4}|^[<\[【(《].{1,40}[>\]】)》]$|^[^가-힣A-Za-z]*$"
    r"|^(?:총\s?)?\d{1,3}\s?(?:매|쪽|페이지)|^\(?(?:19|20)\d\d\s?[.년]\s?\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?[^가-힣]{0,8}\)?$"
)
_PROSE = re.compile(r"(?:다|요|음|함|임|됨)\.[”\"’')]*$")
_LONGEST = 130
_SECOND = 70


@dataclass(slots=True)
class Heading:
    """What the head of a release states; the embargo and the day of distribution as they stand."""

    kind: str | None = None
    embargo: str | None = None
    distributed: str | None = None
    title: str | None = None
    subtitles: list[str] = field(default_factory=list)


def heading(lines: Sequence[Line]) -> Heading:
    """Return what the lines at the top of a document state.

    The title is the first line that can be one below the rows of kind, embargo and contacts, or, where the body follows
    these at once, above them; a line in a box above them is a title rather than one without a box below them.

    >>> lines = ["보 도 자 료", "보도시점 | 즉시 보도 가능", "가람교 착공", "- 25일, 강변에서 -"]
    >>> found = heading([Line(text) for text in lines])
    >>> found.kind, found.embargo, found.title, found.subtitles
    ('보도자료', '즉시 보도 가능', '가람교 착공', ['25일, 강변에서'])
    """
    head = [line for line in lines if line.text][:_LINES]
    found = Heading()
    stated = _read_labels(head, found)
    last = stated[-1] if stated else -1
    above = [line for number, line in enumerate(head[: last + 1]) if number not in stated]
    parts = [head[last + 1 :], above]
    firsts = [next(_candidates(iter(part)), None) for part in parts]
    if firsts[1] is not None and firsts[1].box is not None and (firsts[0] is None or firsts[0].box is None):
        parts.reverse()
    for part in parts:
        if found.title is None:
            _read_title(part, found)
    return found


def _read_labels(head: Sequence[Line], found: Heading) -> list[int]:
    """Read kind, embargo and distribution; return the numbers of the lines that belong to the rows of the head."""
    stated = []
    for number, line in enumerate(head):
        if found.embargo and _is_body(line):
            break
        if _reads(line.text, found):
            stated.append(number)
        elif line.is_row and stated and head[stated[-1]].grid == line.grid:
            stated.append(number)  # the rows below in the same table: who is to be asked
    return stated


def _reads(text: str, found: Heading) -> bool:
    """Read what one line states; tell whether it is a row of the head."""
    kind = _KIND.match(text)
    if kind and found.kind is None:
        found.kind = "".join(kind["kind"].split())
        return True
    labels = list(_LABEL.finditer(text))
    ends = [*(after.start() for after in labels), len(text)][1:]
    for label, end in zip(labels, ends, strict=True):
        value = " ".join(part for part in text[label.end() : end].split(" | ") if part.strip(" |:：")).strip(" |:：")
        if label["embargo"] and value and found.embargo is None:
            found.embargo = value
        elif label["out"] and found.distributed is None and any(sign.isdigit() for sign in value):
            found.distributed = value
        else:
            continue
    if labels and (labels[0]["embargo"] or labels[0]["out"] or (labels[0].start() == 0 and len(labels) > 1)):
        return True
    sentence = _SENTENCE.search(text)
    if sentence and found.embargo is None and any(sign.isdigit() for sign in sentence["raw"]):
        found.embargo = _LEADER.sub("", sentence["raw"])
        return True
    return False


def _is_body(line: Line) -> bool:
    text = line.text
    if line.is_row:
        return False
    return (
        _BODY.match(text) is not None or len(text) > _LONGEST or (line.box is None and _PROSE.search(text) is not None)
    )


def _read_title(lines: Sequence[Line], found: Heading) -> None:
    """Read title and subtitles from lines in a row that begin with what is none of the body."""
    rest = iter(lines)
    first = next((line for line in _candidates(rest)), None)
    if first is None:
        return
    title = [first]
    for line in rest:
        if _is_body(line) or line.is_row or _NO_TITLE.search(line.text):
            break
        if _MARKED.match(line.text) or found.subtitles:
            if not _MARKED.match(line.text) and line.box is None:
                break
            found.subtitles.append(line.text.strip(_EDGES))
        elif len(title) == 1 and line.box == first.box and len(line.text) <= _SECOND:
            title.append(line)
        elif line.box is not None and line.box != first.box:
            found.subtitles.append(line.text.strip(_EDGES))
        else:
            break
    found.title = " ".join(line.text for line in title).strip(_EDGES)


def _candidates(lines: Iterator[Line]) -> Iterator[Line]:
    for line in lines:
        if _is_body(line):
            return
        if not line.is_row and not _NO_TITLE.search(line.text) and not _LABEL.match(line.text):
            yield line
