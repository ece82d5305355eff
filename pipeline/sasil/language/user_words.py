"""The user dictionary: words that Kiwi should know, from a TSV file of form, tag and score."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sasil.errors import SourceError

TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "VV", "VA", "MAG", "MM", "IC", "SL", "SN"})


class UserWord(NamedTuple):
    """A word for Kiwi: its form, its Sejong tag, and a score (0 is neutral, higher is preferred)."""

    form: str
    tag: str = "NNP"
    score: float = 0.0


def read_user_words(path: str | Path) -> list[UserWord]:
    """Read a user dictionary; raise SourceError with the line where a line is none.

    A line is ``form``, ``form<TAB>tag`` or ``form<TAB>tag<TAB>score``; empty lines and lines that begin with ``#`` are
    passed over.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"사용자 사전을 읽을 수 없습니다: {error}", place=str(path)) from None
    numbered = enumerate(text.splitlines(), 1)
    return [_user_word(line, str(path), n) for n, line in numbered if line.strip() and not line.startswith("#")]


def _user_word(line: str, path: str, number: int) -> UserWord:
    form, tag, score, *rest = [*line.rstrip().split("\t"), *["", ""][line.count("\t") :]]
    tag = tag or "NNP"
    if rest or not form or tag not in TAGS:
        raise SourceError(f"사용자 사전의 줄은 '낱말<탭>품사<탭>점수'입니다: {line!r}", place=path, line=number)
    try:
        return UserWord(form, tag, float(score or 0))
    except ValueError:
        raise SourceError(f"점수가 수가 아닙니다: {score!r}", place=path, line=number) from None
