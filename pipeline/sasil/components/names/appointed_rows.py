"""People in lists of appointments: ▲감사실장 노을빛 ▲개발본부장 하모니, ◇교장 승진=▲나루초 은방울(누리초)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sasil.components.names.foreign import is_listed_abroad, sounds_foreign
from sasil.components.names.gazetteer import ending_of, is_general, surnames, title_of
from sasil.components.names.judging import may_be_name
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_ITEM = re.compile(r"(?<=[▲△▶▷])[ ]?([^▲△▶▷◇◆■□●○<〈\[\n|]{4,60})(?=[▲△▶▷◇◆■□●○<〈\[\n|]|\Z)")
_NAMED = re.compile(r"(?:^|.*[ →])([가-힣A-Za-z0-9]{2,20}) ([가-힣]{2,4})(?:[ ]?\([^()\n]{1,40}\))?[ ]*\Z")
"""The last word before a name and the name, which only a bracket may follow."""

_HEAD = re.compile(
    r"[◇◆■<〈\[▶▷][^◇◆■\n]{0,24}?(?:승진|전보|전직|중임|보임|파견|신규|선임|내정|임용|위촉|공모교장|전입|복귀|직무대리)"
    r"[^◇◆■▲△\n]{0,12}\Z"
)
"""What heads a list of moves: ◇3급 승진, <전보>, ◇교장 승진=."""

_MOURNED = re.compile(
    r"(?<=[▲△])[ ]?([가-힣]{2,4})"
    r"(?=[ (][^\n▲△=]{1,60}?(?:별세|[부모]친상|빙[부모]상|조[부모]상|장[인모]상|시[부모]상|형제상|남편상|부인상))"
)
_FAR = 60
_LONGEST_HEAD = 40
_LEAST_ITEMS = 2
_SURE_ITEMS = 3
_WEIGHT = 10


class _Item(NamedTuple):
    """An item of a list: where it begins and ends, the word before its name, the name and its place."""

    start: int
    end: int
    office: str
    name: str
    place: int

    @property
    def titled(self) -> bool:
        return title_of(self.office) is not None


def find_in_appointments(reading: Reading) -> Iterator[Candidate]:
    """Give the people in lists of appointments, whatever else their names may mean.

    A list is told by a head that speaks of moves, or by its items, of which each closes with an office and a name.

    >>> from sasil.components.names.reading import Reading
    >>> text = "▲감사실장 노을빛 ▲개발본부장 하모니 ▲총무부장 어진솔"
    >>> [text[c.start : c.end] for c in find_in_appointments(Reading(text, []))]
    ['노을빛', '하모니', '어진솔']
    """
    for items in _lists(reading.text):
        headed = _HEAD.search(reading.text, max(items[0].start - _LONGEST_HEAD, 0), items[0].start - 1) is not None
        titled = sum(item.titled for item in items)
        if not headed and (titled < _LEAST_ITEMS or 2 * titled < len(items)):
            continue
        for item in items:
            if _is_named(item, sure=headed or titled >= _SURE_ITEMS):
                yield Candidate(item.place, item.place + len(item.name), "PERSON", "appointed_row", _WEIGHT)
                yield from _school(item)
                if item.titled and item.office.endswith("관"):  # 감사담당관: here an officer, no unit
                    reading.offices.add(item.place - 1)
    yield from _mourned(reading)


def _mourned(reading: Reading) -> Iterator[Candidate]:
    """Give the people of notices of death: ▲길태오 전 가람정밀㈜ 사장 별세."""
    if "별세" in reading.text or "친상" in reading.text:
        for match in _MOURNED.finditer(reading.text):
            if may_be_name(match[1]):
                yield Candidate(*match.span(1), "PERSON", "appointed_row", _WEIGHT)


def _school(item: _Item) -> Iterator[Candidate]:
    """Give the school before a name, whatever its town: ▲물빛중 은방울."""
    if not item.titled and len(item.office) > _SHORTEST_SCHOOL and item.office.endswith(_SCHOOLS):
        end = item.place - 1
        yield Candidate(end - len(item.office), end, "ORG", "appointed_row", _WEIGHT)


_SCHOOLS = ("초", "중", "고", "학교", "유치원")
_SHORTEST_SCHOOL = 2


def _lists(text: str) -> Iterator[list[_Item]]:
    """Give the items that stand close behind one another, as lists."""
    held: list[_Item] = []
    for match in _ITEM.finditer(text):
        named = _NAMED.match(match[1])
        if held and (match.start() - held[-1].end > _FAR or "\n\n" in text[held[-1].end : match.start()]):
            yield held
            held = []
        office, name, place = (named[1], named[2], match.start(1) + named.start(2)) if named else ("", "", match.end())
        held.append(_Item(match.start(), match.end(), office, name, place))
    if held:
        yield held


def _is_named(item: _Item, *, sure: bool) -> bool:
    """Tell whether the last word of an item is a name: ``sure`` where the list leaves no doubt of it."""
    name = item.name
    whole = may_be_name(name) or (sure and len(name) == _WHOLE)
    if not name or not whole or title_of(name) is not None or is_general(name):
        return False
    if ending_of(name, "UNIT") is not None or not (sure or item.titled):
        return False
    if not item.titled and (is_listed_abroad(item.office) or sounds_foreign(item.office)):  # 올리비아 라오
        return False
    return len(name) < _LONG or name[:2] in surnames() or sure


_WHOLE = 3
_LONG = 4
