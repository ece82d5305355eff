"""Plain text → Article: the text as it is, and what its lines say about title, date, outlet and byline."""

from __future__ import annotations

import re

from sasil.article import Article, Source, nfc
from sasil.readers.labels import byline, outlet, published

_SENTENCE_END = re.compile(r"[다요]\.[”\"’')]*$")
_TITLE_LENGTH = 120


def read_plain(text: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    r"""Return the article of a plain text, untouched but for Unicode NFC.

    >>> read_plain("나루시, 착공식 개최\n\n저작권자 © 나루신문 무단전재 및 재배포 금지", id="a").outlet
    '나루신문'
    """
    normal = nfc(text)
    return Article(
        id=id,
        text=normal,
        title=_title(normal),
        published_at=published(normal),
        outlet=outlet(normal),
        byline=byline(normal),
        source=Source(format="text"),
    )


def _title(text: str) -> str | None:
    """Take the first line for the title, unless it is a sentence of the body."""
    for line in text.splitlines():
        if stripped := line.strip(" \t\ufeff\u3000"):
            is_title = len(stripped) <= _TITLE_LENGTH and not _SENTENCE_END.search(stripped)
            return stripped if is_title else None
    return None
