"""Projects named line by line: the items of a list with bullets or numbers, one project or more a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.bullets import BULLET, kind_of
from sasil.components.projects.context import line_of
from sasil.components.projects.groups import Group
from sasil.record import Mention

_LABEL = re.compile(r"[^.\n]{0,26}")
_MOST_LINES = 4
_LONGEST = 400


def items(text: str, names: Sequence[Mention]) -> list[Group]:
    """Return the lists of a text whose items name projects, as groups in order.

    An item begins with its project, or with a label of a few words before it (○ 통학 : ‘에듀버스 확충 사업’).
    """
    found: list[Group] = []
    run: list[Mention] = []
    kind: str | None = None
    last = 0
    for name in names:
        line = line_of(text, name.start)
        bullet = BULLET.match(text, line[0], line[1])
        mine = kind_of(bullet) if bullet is not None else None
        begins = bullet is not None and _LABEL.fullmatch(text, bullet.end(), max(bullet.end(), name.start)) is not None
        same_line = bool(run) and line_of(text, run[-1].start)[0] == line[0]
        near = name.start - last < _LONGEST and text.count("\n", last, line[0]) <= _MOST_LINES
        if (run and same_line) or (begins and run and near and mine == kind):
            run.append(name)
        else:
            found += _closed(text, run)
            run, kind = ([name], mine) if begins else ([], None)
        last = name.end
    return [*found, *_closed(text, run)]


def _closed(text: str, run: Sequence[Mention]) -> list[Group]:
    lines = {line_of(text, name.start)[0] for name in run}
    return [Group(tuple(run), None, run[0].start, run[-1].end)] if len(lines) > 1 else []
