"""Plain text → Article: the text as it is, and what its lines say about title, date, outlet and byline."""

from __future__ import annotations

import re

from sasil.article import Article, Source, nfc
from sasil.readers.labels import byline, outlet, published

_SENTENCE_END = re.compile(r"[다요]\.[”\"’')]*$")
_KIND_MARK = re.compile(
    r"^[\[<【(]?\s*(?:[가-힣]{0,6}\s)?(?:보\s?도\s?(?:참\s?고\s?|설\s?명\s?|해\s?명\s?)?자\s?료|참\s?고\s?자\s?료)\s*[\]>】)]?$"
    r"|^[\[|]?\s*(?:보\s{0,3}도\s{0,3}(?:시\s{0,3}점|일\s{0,3}시)|배\s{0,3}포)"
)
"""Lines above the title: what kind of paper it is, and when it may be printed."""

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
    """Take the first line for the title, marks of kind and embargo passed over, unless it is a sentence of the body."""
    for line in text.splitlines():
        stripped = line.strip(" \t\ufeff\u3000")
        if stripped and not _KIND_MARK.search(stripped):
            is_title = len(stripped) <= _TITLE_LENGTH and not _SENTENCE_END.search(stripped)
            return stripped if is_title else None
    return None
