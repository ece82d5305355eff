"""Web pages marked with their bodies: how much of a body a reader finds, and how much else."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_BODY = re.compile(r"<!--\[-->(.*?)<!--\]-->|<!--=(.*?)-->", re.DOTALL)
_MARK = re.compile(r"<!--[\[\]]-->|<!--=.*?-->\s*", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NEITHER = re.compile(r"[\s|\u200b]+")
_GRAM = 5


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page and what a reader should make of it; ``data`` are the bytes as a server would send them."""

    name: str
    part: str
    data: bytes
    body: str
    title: str
    published: str
    byline: str
    outlet: str
    attachments: int

    @property
    def kind(self) -> str:
        """What kind of site the page is modelled on: the first word of its name."""
        return self.name.partition("-")[0]


def read_pages(folder: Path) -> Iterator[MarkedPage]:
    """Give the pages that the table ``pages.tsv`` of a folder lists.

    In a page ``<!--[-->`` and ``<!--]-->`` stand around the body, or a comment ``<!--= … -->`` holds it; readers see
    none of these marks. A page is encoded as its row says, whatever charset it declares.
    """
    with (folder / "pages.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = (folder / row["page"]).read_text(encoding="utf-8")
            yield MarkedPage(
                name=row["page"],
                part=row["part"],
                data=_MARK.sub("", text).encode(row["encoding"]),
                body="\n".join(unescape(_TAG.sub("", inner or held)) for inner, held in _BODY.findall(text)),
                title=row["title"],
                published=row["published"],
                byline=row["byline"],
                outlet=row["outlet"],
                attachments=int(row["attachments"]),
            )


def shared(gold: str, found: str) -> tuple[float, float]:
    """Return recall and precision of a body: the share of its runs of five characters found, and of those found in it.

    White space and the strokes between cells do not count.

    >>> shared("나루시는 2일 밝혔다.", "나루시는 2일 밝혔다. 관련 기사 더 보기")
    (1.0, 0.46...)
    """
    wanted, given = _grams(gold), _grams(found)
    both = (wanted & given).total()
    return both / max(wanted.total(), 1), both / max(given.total(), 1)


def _grams(text: str) -> Counter[str]:
    letters = _NEITHER.sub("", text)
    return Counter(letters[place : place + _GRAM] for place in range(max(len(letters) - _GRAM + 1, 1)))
