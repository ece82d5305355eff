"""People as records: a name with its last full title, its organisation and department."""

from __future__ import annotations

from sasil.components.people.finder import find_people

__all__ = ["find_people"]
