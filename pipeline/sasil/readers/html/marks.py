"""What the class and the id of an element say about it: aside, title, caption, attachments, body."""

from __future__ import annotations

import re
from functools import lru_cache

from sasil.lexicons import lexicon
from sasil.readers.html.page import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[가-힣]+")
_HIDDEN = re.compile(r"display\s?:\s?none", re.IGNORECASE)
_STREAMED = "S:"
"""How the ids begin of what React streams hidden and shows by a script."""

NONE: frozenset[str] = frozenset()


def marks(element: Element) -> frozenset[str]:
    """Return what class and id say of an element: aside, outside, title, sub, caption, picture, attach, body.

    >>> from lxml.html import fromstring
    >>> sorted(marks(fromstring('<div class="view_relatedNews" id="photo_caption">')))
    ['caption', 'outside', 'picture']
    """
    classes, name = element.get("class"), element.get("id")
    if not classes and not name:
        return NONE
    return _marks(f"{classes or ''} {name or ''}"[:300])


def hidden(element: Element) -> bool:
    """Tell whether an element is not shown."""
    if element.get("hidden") is not None and not (element.get("id") or "").startswith(_STREAMED):
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


@lru_cache(maxsize=4096)
def _marks(names: str) -> frozenset[str]:
    words = {word.lower() for word in _WORD.findall(names)}
    found = {_LEXICON[word] for word in words if word in _LEXICON}
    if "summary" in found:  # a box that sums up stands aside; the title of a summary is a subtitle
        found = found - {"summary"} | ({"sub"} if "title" in found else {"aside"})
    return frozenset(found)


_LEXICON = {row["form"]: row["mark"] for row in lexicon("page_marks")}
