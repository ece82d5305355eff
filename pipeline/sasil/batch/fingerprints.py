"""Article → fingerprint: a row of fixed size by which it is told whether one article is a reprint of another.

A MinHash of the wording (Broder, On the resemblance and containment of documents, 1997), and a sample of the figures,
each with the words around it: where two articles use the same words for other figures, they tell of other things.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta, timezone
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sasil.article import Article
from sasil.errors import SasilError

if TYPE_CHECKING:
    from datasketch import MinHash

HASHES = 192
FIGURES = 64
NO_FIGURE = 0xFFFFFFFF
SHORTEST = 40
"""Shingles that an article must have to be near another: a caption says too little."""

FINGERPRINT = np.dtype(
    [
        ("text", "<u8", (2,)),
        ("order", "<u8"),
        ("shingles", "<u4"),
        ("wording", "<u4", (HASHES,)),
        ("contexts", "<u4", (FIGURES,)),
        ("figures", "<u4", (FIGURES,)),
    ]
)
"""``text`` is a hash of the words, 0 where there are none; ``order`` tells what came first; ``shingles`` is their
number, 0 where an article is too short; ``contexts`` are in order, with ``NO_FIGURE`` behind them."""

Fingerprints = NDArray[np.void]

_SHINGLE = 5
"""Letters of a shingle: about two words, particles included."""

_AT_ONCE = 1 << 13
_SEEN_BEFORE, _SEEN_AFTER = 8, 3
"""Letters around a figure that tell what it is the figure of."""

_NO_LETTERS = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NO_CONTEXT = re.compile(r"[^\w\0]+")
_SEOUL = timezone(timedelta(hours=9))
_UNDATED = datetime(9999, 12, 31).toordinal()
_DAY = 86_400


def fingerprint(article: Article) -> Fingerprints:
    """Return the fingerprint of an article, an array of one row. Raises SasilError where datasketch is missing.

    >>> first, again = (fingerprint(Article("", text)) for text in ("나루시는 2일  밝혔다.", "나루시는 2일 밝혔다."))
    >>> bool(first == again)
    True
    """
    row = np.zeros(1, FINGERPRINT)
    words = " ".join(article.text.split()).encode("utf-8", "surrogatepass")
    if _NO_LETTERS.sub("", article.text):
        row["text"] = np.frombuffer(blake2b(words, digest_size=16).digest(), "<u8")
    row["order"] = _order(article)
    shingles = _shingles(article.text)
    if len(shingles) >= SHORTEST:
        row["shingles"] = len(shingles)
        row["wording"] = _wording(shingles)
    contexts, figures = _figures(article.text)
    row["contexts"], row["figures"] = contexts, figures
    return row


def _order(article: Article) -> int:
    """Return a number that is less for what came first: by day, of one day releases before others, then by time.

    What bears no date comes after what does.
    """
    day, seconds = _UNDATED, 0
    if article.published_at is not None:
        told = datetime.fromisoformat(article.published_at)
        told = told.astimezone(_SEOUL) if told.tzinfo is not None else told
        day, seconds = told.toordinal(), told.hour * 3600 + told.minute * 60 + told.second
    return (2 * day + (article.kind is None)) * _DAY + seconds


def _shingles(text: str) -> NDArray[np.uint64]:
    """Return the hashes of a text's shingles, each once: five letters or digits in a row, whatever stands between."""
    bare = _NO_LETTERS.sub("", text).encode("utf-32-le", "surrogatepass")
    letters = np.frombuffer(bare, "<u4").astype(np.uint64)
    count = max(len(letters) - _SHINGLE + 1, 0)
    mixed = np.zeros(count, np.uint64)
    for place in range(_SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + letters[place : place + count]
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed * np.uint64(0xBF58476D1CE4E5B9) >> np.uint64(32))


def _wording(shingles: NDArray[np.uint64]) -> NDArray[np.uint32]:
    sketch = _blank().copy()
    for start in range(0, len(shingles), _AT_ONCE):
        sketch.update_batch(shingles[start : start + _AT_ONCE].tolist())
    return np.asarray(sketch.hashvalues, np.uint32)


@cache
def _blank() -> MinHash:
    try:
        from datasketch import MinHash
    except ImportError:
        raise SasilError("datasketch가 없습니다: pip install 'sasil[reprints]'") from None
    return MinHash(HASHES, hashfunc=int, scheme="affine32")


def _figures(text: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return hashes of what figures are of, and of the figures: those with the least hashes, which copies have as well.

    Words that come again around figures, as in the rows of a table, are told apart by how often they have come.
    """
    text = text.replace("\0", " ")
    figures = _FIGURE.findall(text)
    masked = _NO_CONTEXT.sub("", _FIGURE.sub("\0", text))
    said: dict[int, str] = {}
    times: Counter[str] = Counter()
    place = -1
    for figure in figures:
        place = masked.index("\0", place + 1)
        around = masked[max(place - _SEEN_BEFORE, 0) : place + 1 + _SEEN_AFTER]
        times[around] += 1
        context = crc32(f"{around}{times[around]}".encode("utf-8", "surrogatepass"))
        said[context] = figure.replace(",", "")
    kept = sorted(said.items())[:FIGURES]
    contexts, values = np.full(FIGURES, NO_FIGURE, np.uint32), np.zeros(FIGURES, np.uint32)
    for number, (context, value) in enumerate(kept):
        contexts[number], values[number] = context, crc32(value.encode("ascii"))
    return contexts, values
