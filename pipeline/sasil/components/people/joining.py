"""Which mentions mean the same person: a surname, or a part of a name from abroad, joins the last whole name."""

from __future__ import annotations

from collections import defaultdict

from sasil.components.names.gazetteer import surnames
from sasil.components.people.surroundings import Office

_LONGEST_SURNAME = 2


class Known:
    """The people of a text so far, by their names and the parts of them."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}
        """Each name with the titles that its mentions had."""
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[str, list[str]] = defaultdict(list)

    def name_of(self, surface: str, office: Office) -> str:
        """Return the name of the person that a mention means, which is its own where it means a new one.

        >>> known = Known()
        >>> [known.name_of(name, Office(title)) for name, title in (("명소윤", "시장"), ("명", "시장"), ("박", "대표"))]
        ['명소윤', '명소윤', '박']
        """
        parts = surface.split()
        padded = max(map(len, parts)) == 1 and parts[0] in surnames()
        name = ("" if padded else " ").join(parts)
        held = self._held(name, office)
        if held not in self.names:
            self._add(held)
        if office.title is not None:
            self.names[held].append(office.title)
        return held

    def _add(self, name: str) -> None:
        self.names[name] = []
        for length in range(1, _LONGEST_SURNAME + 1):
            if len(name) > length:
                self._heads[name[:length]].append(name)
        for part in set(_runs(name)):
            self._parts[part].append(name)

    def _held(self, name: str, office: Office) -> str:
        if name in self.names:
            return name
        named = self._parts.get(name, [])
        if len(name) > _LONGEST_SURNAME:
            if not named:
                return name
        else:
            named = [*self._heads.get(name, [])[-_MOST:], *(one for one in named[-_MOST:] if not one.startswith(name))]
        long = any(len(one) == 4 or " " in one for one in named)
        if len(name) == 2 and name not in surnames() and not long:
            return name
        fitting = next((one for one in reversed(named[-_MOST:]) if self._fits(one, office)), None)
        return fitting or (named[-1] if named else name)

    def _fits(self, name: str, office: Office) -> bool:
        return any(_same(office.title, title) for title in self.names[name][-_MOST:])


_MOST = 50


def _runs(name: str) -> list[str]:
    """Return the words of a name, and those at its end together: 알 카비 of 모하메드 알 카비."""
    parts = name.split()
    return [] if len(parts) < 2 else [*parts, *(" ".join(parts[at:]) for at in range(1, len(parts)))]


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and (one.endswith(other) or other.endswith(one))
