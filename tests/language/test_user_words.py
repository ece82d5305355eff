"""The user dictionary: one word a line, and a clear error for a line that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import SourceError
from sasil.language.user_words import UserWord, read_user_words


def test_lines_of_one_two_and_three_columns(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("# 낱말\n\n나루콘\n플라잉카\tNNG\n섀시\tNNG\t1.5\n", encoding="utf-8")
    assert read_user_words(path) == [UserWord("나루콘"), UserWord("플라잉카", "NNG"), UserWord("섀시", "NNG", 1.5)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("나루\tXYZ", "낱말<탭>품사<탭>점수"),
        ("나루\tNNP\t1\t2", "낱말<탭>품사<탭>점수"),
        ("나루\tNNP\t높음", "점수가 수가 아닙니다"),
        ("\tNNP", "낱말<탭>품사<탭>점수"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "words.tsv"
    path.write_text(f"가나\n{line}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=message) as caught:
        read_user_words(path)
    assert (caught.value.place, caught.value.line) == (str(path), 2)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="읽을 수 없습니다"):
        read_user_words(tmp_path / "none.tsv")
