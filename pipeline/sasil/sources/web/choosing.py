"""Which of a page's attachments are read: documents of the page's own site, one of those that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from sasil.article import Attachment
from sasil.sources.web.urls import same_site

_RANKS = {".hwpx": 0, ".hwp": 1, ".docx": 2, ".pdf": 3}
"""Releases are put up in several formats: the first of these keeps most of a release's tables."""

_TAIL = re.compile(r"[\s_()\-]+|\.(?:hwpx?|docx|pdf)$", re.IGNORECASE)
_MOST = 20


def chosen(attachments: Iterable[Attachment], page: str) -> list[Attachment]:
    """Return the attachments to read, at most twenty; URLs are absolute.

    >>> pdf, hwpx = (Attachment(f"https://naru.kr/{kind}", f"착공식.{kind}") for kind in ("pdf", "hwpx"))
    >>> [one.name for one in chosen([pdf, hwpx], "https://naru.kr/view")]
    ['착공식.hwpx']
    """
    best: dict[str, Attachment] = {}
    for one in attachments:
        rank = _rank(one)
        if rank is None or not same_site(page, one.url):
            continue
        stem = _stem(one)
        held = best.get(stem)
        if held is None or rank < (_rank(held) or 0):
            best[stem] = one
    return list(best.values())[:_MOST]


def _rank(attachment: Attachment) -> int | None:
    return _RANKS.get(PurePosixPath(attachment.name or attachment.url.partition("?")[0]).suffix.lower())


def _stem(attachment: Attachment) -> str:
    if attachment.name is None:
        return attachment.url
    name = attachment.name
    for _ in range(2):  # 착공식.hwp.pdf
        name = _TAIL.sub("", name)
    return name
