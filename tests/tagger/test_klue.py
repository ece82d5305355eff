"""KLUE-NER's TSV: a line with id and sentence, then a sign and its tag a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.article import nfc
from sasil.errors import SourceError
from sasil.sinks.bio import to_klue
from sasil.sinks.offsets import imported
from sasil.tagger.klue import Sentence, Span, read_klue


def written(tmp_path: Path, lines: str) -> Path:
    path = tmp_path / "names.tsv"
    path.write_text(lines, encoding="utf-8")
    return path


def lines(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("rows", "text", "spans"),
    [
        (("도\tB-PS", "준\tI-PS", "영\tI-PS", "은\tO"), "도준영은", [(0, 3, "PS")]),
        (("남\tB-OG", "북\tB-OG"), "남북", [(0, 1, "OG"), (1, 2, "OG")]),
        (("서\tB-LC", "울\tI-LC", " \tO", "시\tB-OG"), "서울 시", [(0, 2, "LC"), (3, 4, "OG")]),
        (("서\tI-LC", "울\tI-LC"), "서울", [(0, 2, "LC")]),  # a name that begins with I is a name
        (("서\tB-LC", "울\tI-OG"), "서울", [(0, 1, "LC"), (1, 2, "OG")]),
        (("3\tB-DT", "일\tI-DT", "\\n\tO"), "3일\n", []),  # dates are not the tagger's; \n as Sasil writes it
        ((), "", []),
    ],
)
def test_a_sentence(tmp_path: Path, rows: tuple[str, ...], text: str, spans: list[tuple[int, int, str]]) -> None:
    path = written(tmp_path, lines("## s-1\t문장", *rows, ""))
    assert list(read_klue(path)) == [Sentence("s-1", text, tuple(Span(*span) for span in spans))]


def test_sentences_follow_one_another(tmp_path: Path) -> None:
    path = written(tmp_path, lines("## a\t도", "도\tB-PS", "", "## b\t시", "시\tO"))
    assert [(one.id, one.text, len(one.spans)) for one in read_klue(path)] == [("a", "도", 1), ("b", "시", 0)]


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        (("도\tB-PS",), 1, "줄이 먼저 와야 합니다"),
        (("## a\t도", "도 B-PS"), 2, "글자<탭>BIO 표"),
        (("## a\t도", "도\tO", "준\tPS"), 3, "글자<탭>BIO 표"),
        (("## a\t도", "\tO"), 2, "글자<탭>BIO 표"),
        ((), None, "KLUE-NER의 문장이 없습니다"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, rows: tuple[str, ...], line: int | None, message: str) -> None:
    path = written(tmp_path, lines(*rows))
    with pytest.raises(SourceError, match=message) as caught:
        list(read_klue(path))
    assert (caught.value.place, caught.value.line) == (str(path), line)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "cp949.tsv").write_bytes("## a\t도\n도\tO\n".encode("cp949"))
    for name in ("none.tsv", "cp949.tsv"):
        with pytest.raises(SourceError, match="KLUE 파일을 읽을 수 없습니다"):
            list(read_klue(tmp_path / name))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(nfc), st.data())
def test_what_is_exported_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    record = imported("a", text, [("PERSON", start, end, None)], "test")
    path = tmp_path_factory.mktemp("klue") / "names.tsv"
    path.write_text(to_klue(record), encoding="utf-8", newline="\n")
    (sentence,) = read_klue(path)
    assert sentence == Sentence("a", text, (Span(start, end, "PS"),))
