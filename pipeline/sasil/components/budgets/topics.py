"""What a sentence is about where it names a project by what it builds alone: 체험관은 for 달빛포구 체험관 건립사업."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

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


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{'|'.join(sorted(heads(), key=len, reverse=True))})$")


@lru_cache(maxsize=4096)
def core_of(name: str) -> str:
    """Return what a project makes: its name without its heads.

    >>> core_of("달빛포구 체험관 건립사업"), core_of("시제품 공장 구축")
    ('달빛포구 체험관', '시제품 공장')
    """
    return _cores(name)[-1]


def _cores(name: str) -> list[str]:
    """Return what is left of a name as its heads are taken off, one by one; the whole name where it has none."""
    held = [name]
    while (head := _head_pattern().search(held[-1])) is not None:
        held.append(held[-1][: head.start()])
    return held[1:] or held


class Topics:
    """The projects that the sentences of a text are about by the end of their names alone."""

    def __init__(self, here: Scene) -> None:
        self.here = here
        self.known: dict[int, str | None] = {}

    @cached_property
    def named(self) -> dict[str, int]:
        """Where each project is named first."""
        return {self.here.name(name): name.start for name in reversed(self.here.names)}

    @cached_property
    def by_end(self) -> dict[str, str | None]:
        """The projects by each end of what they make."""
        return _alone((end, name) for name in self.named for core in _cores(name) for end in _ends(core))

    @cached_property
    def by_words(self) -> dict[str, str | None]:
        """The projects by each run of words of their names."""
        return _alone((words, name) for name in self.named for words in _runs(name.split()))

    def of(self, start: int) -> str | None:
        """Return the project that the sentence beginning at a place is about, or None."""
        if start not in self.known:
            self.known[start] = self._read(start)
        return self.known[start]

    def of_clause(self, start: int, end: int) -> str | None:
        """Return the project that the last clause of a stretch is about (…에 5억 원, 바다목장에는 …), or None."""
        comma = self.here.text.rfind(", ", max(start, end - _LONGEST), end)
        return self.of(comma) if comma >= 0 else None

    def _read(self, start: int) -> str | None:
        topic = _TOPIC.match(self.here.text, start, start + _LONGEST)
        phrase = topic["phrase"] if topic is not None else ""
        while phrase and phrase not in PAYERS:
            kind = _KIND.search(phrase)
            found = self.by_end.get(phrase) if kind is None else self.by_words.get(phrase[: kind.start()])
            if found is not None:
                return found if self.named[found] < start else None
            phrase = phrase.partition(" ")[2]
        return None


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """Return what words mean, None for those that mean more than one project."""
    found: dict[str, str | None] = {}
    for words, name in pairs:
        found[words] = name if found.get(words, name) == name else None
    return found


def _ends(core: str) -> Iterator[str]:
    return (core[start:] for start in range(1, len(core) - 1) if core[start] != " ")


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 4, len(words) + 1)))
