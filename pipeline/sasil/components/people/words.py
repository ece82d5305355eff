"""The words of offices: those before and behind a title that belong to it, those that end a unit or are no title."""

from __future__ import annotations

from functools import cache

from sasil.components.names.gazetteer import signs
from sasil.lexicons import lexicon


@cache
def office_words(kind: str) -> frozenset[str]:
    """Return the words of a kind: ``fore`` (상근), ``rear`` (직무대행), ``within`` (담당), ``citizen`` (시민).

    >>> "직무대행" in office_words("rear")
    True
    """
    return frozenset(row["form"] for row in lexicon("office_words") if row["kind"] == kind)


@cache
def unit_ends() -> tuple[str, ...]:
    """Return what ends a unit that is never a body of its own: 과, 담당관."""
    return (*signs("within"), *office_words("within"))
