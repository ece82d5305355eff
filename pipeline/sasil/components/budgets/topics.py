"""What a sentence is about where it names a project by what it builds alone: 체험관은 for 달빛포구 체험관 건립사업."""

from __future__ import annotations

import re
from functools import cache

from sasil.components.budgets.funding import PAYERS
from sasil.components.projects.patterns import heads
from sasil.components.projects.scene import Scene

_TOPIC = re.compile(
    r"[^\w\n]*(?:[ㅇ가-하]\s)?"
    r"(?:(?:이\s?(?:중|가운데)|먼저|우선|또|또한|특히|아울러|이어|이와 함께|한편|다만|이번|새)\s?,?\s)?"
    r"(?P<phrase>(?:[가-힣A-Za-z\d]{1,10}\s){0,2}?[가-힣A-Za-z\d]{2,14}?)(?:에서는|에는|에도|은|는|이|가|에)\s"
)
_KIND = re.compile(r"\s(?:사업|과제|공사|용역|프로그램|프로젝트)$")
_LONGEST = 60
_FEWEST = 2


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{'|'.join(sorted(heads(), key=len, reverse=True))})$")


def core_of(name: str) -> str:
    """Return what a project makes: its name without its heads.

    >>> core_of("달빛포구 체험관 건립사업"), core_of("시제품 공장 구축")
    ('달빛포구 체험관', '시제품 공장')
    """
    core = name
    while (head := _head_pattern().search(core)) is not None:
        core = core[: head.start()]
    return core


class Topics:
    """The projects that the sentences of a text are about by the end of their names alone."""

    def __init__(self, here: Scene) -> None:
        self.here = here
        self.named = {here.name(name): name.start for name in reversed(here.names)}
        self.cores = {name: core_of(name) for name in self.named}
        self.known: dict[int, str | None] = {}

    def of(self, start: int) -> str | None:
        """Return the project that the sentence beginning at a place is about, or None."""
        if start not in self.known:
            self.known[start] = self._read(start)
        return self.known[start]

    def _read(self, start: int) -> str | None:
        topic = _TOPIC.match(self.here.text, start, start + _LONGEST)
        phrase = topic["phrase"] if topic is not None else ""
        while phrase and phrase not in PAYERS:
            found = self._meant(phrase)
            if found is not None:
                return found if self.named[found] < start else None
            phrase = phrase.partition(" ")[2]
        return None

    def _meant(self, phrase: str) -> str | None:
        kind = _KIND.search(phrase)
        if kind is not None:
            words = phrase[: kind.start()]
            found = [name for name in self.cores if words in name]
        else:
            found = [name for name, core in self.cores.items() if core.endswith(phrase) and core != phrase]
        return found[0] if len(found) == 1 and len(phrase) >= _FEWEST else None
