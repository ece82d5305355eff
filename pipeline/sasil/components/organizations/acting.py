"""Which bodies act in a text: who acts together with whom, and which body the text is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter

from sasil.record import Mention

_BRACKET = r"(?:\s?[(（][^()（）\n]{1,80}[)）])?"
SUBJECT = re.compile(rf"{_BRACKET}(?:은|는|이|가|도)(?=[\s,‘“'\"])")
"""What makes a body the subject: 나루시는, 나루시(시장 길해솔)가."""

_AND = re.compile(rf"{_BRACKET}\s?(?:과|와|,|·|및|–|-)\s?(?:[가-힣]{{0,6}}(?:사|업체|기업|기관|단체|법인)\s)?")
_UNIT_OF = re.compile(r"\s?[(（][^()（）\n]{1,40}[)）]\s?")
_UNIT = re.compile(r"(?:[가-힣]{2,}(?:과|팀|담당관|실|국|계)|[가-힣]{2,}지역본부)$")
_NOTICE = re.compile(r"\s?(?:공고|고시)\s?제\s?\d")
_HEADS = re.compile(r"[,·–-]|\s대표단")
_REPORTS = re.compile(r"업계|관계자|기자|신문|일보|뉴스|무단")
_FAR = 2_000


def outer(text: str, bodies: Sequence[Mention]) -> list[Mention]:
    """Return the bodies that stand in no bracket behind another one: no aliases, no explanations.

    >>> from sasil.record import NameMention
    >>> text = "나루시(이하 시청)와 하랑시는"
    >>> places = ((0, 3), (7, 9), (12, 15))
    >>> held = [NameMention(type="ORG", start=start, end=end, text=text[start:end], by="x") for start, end in places]
    >>> [body.text for body in outer(text, held)]
    ['나루시', '하랑시']
    """
    found: list[Mention] = []
    for body in bodies:
        between = text[found[-1].end : body.start][-60:] if found else ""
        if "(" not in between or ")" in between or "\n" in between:
            found.append(body)
    return found


def acting_with(text: str, bodies: Sequence[Mention], body: Mention) -> list[Mention]:
    """Return the bodies that act together, up to one of them: 나루시와 하랑시(시장 길해솔)는.

    ``bodies`` are the outer bodies of the text in order.
    """
    index = bisect_left(bodies, body.start, key=attrgetter("start"))
    run = [body]
    while index > 0:
        before = bodies[index - 1]
        between = text[before.end : bodies[index].start]
        if _AND.fullmatch(between) is None:
            if _UNIT_OF.fullmatch(between) is not None:  # 나루공사(사장 길해솔) 하랑지역본부: the unit is the body's
                run[0] = before
            break
        run.insert(0, before)
        index -= 1
    return run


def main_body(text: str, bodies: Sequence[Mention], full: Mapping[str, str]) -> str | None:
    """Return the full name of the body that a text is about, or None in a text without bodies.

    It is the one that gives notice (하랑시 공고 제…) or begins the heading (하랑시, …), or of those named most often
    the one that acts first.
    """
    held = outer(text, bodies)
    if not held:
        return None
    if _NOTICE.match(text, held[0].end) or (held[0].start == 0 and _HEADS.match(text, held[0].end)):
        return full.get(held[0].text, held[0].text)
    counts = Counter(full.get(body.text, body.text) for body in bodies)
    acting = next((body for body in held if SUBJECT.match(text, body.end) and _may_lead(body)), None)
    chosen = acting_with(text, held, acting)[0] if acting is not None else held[0]
    first = full.get(chosen.text, chosen.text)
    name, most = counts.most_common(1)[0]
    return name if most > 2 * counts[first] else first


def _may_lead(body: Mention) -> bool:
    return _UNIT.search(body.text) is None and _REPORTS.search(body.text) is None


def meant(text: str, noun: str, place: int, bodies: Sequence[Mention], full: Mapping[str, str]) -> str | None:
    """Return the last body before a place that a common noun (시, 공단) can mean."""
    first = bisect_left(bodies, place - _FAR, key=attrgetter("start"))
    last = bisect_left(bodies, place, key=attrgetter("start"))
    for body in reversed(bodies[first:last]):
        name = full.get(body.text, body.text)
        if name.endswith(noun) or (noun == "조직위" and "조직위" in name):
            return name
    return None
