"""Full-text search in SQLite: a Korean word is found wherever it stands in the words of the text."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sasil.record import Record
from sasil.sinks import sqlite
from sasil.sinks.search import searchable

TEXTS = {
    "수소": "나루시는 그린수소를 만드는 물빛 산업단지를 조성한다.",
    "축제": "수변 걷기축제가 2일 열렸다. 예산은 3억 원이다.",
    "영문": "누비전기는 ESS와 LNG선 R&D에 투자한다.",
    "": "",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "a.sqlite"
    sqlite.write(
        [
            Record.model_validate({"id": name or "빈 글", "text": text, "article": {"title": name}})
            for name, text in TEXTS.items()
        ],
        path,
    )
    return path


def found(path: Path, words: str) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [
            name
            for (name,) in connection.execute(
                "SELECT id FROM search JOIN articles ON number = search.rowid WHERE search MATCH ? ORDER BY rank, id",
                (words,),
            )
        ]
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("수소*", ["수소"]),  # two syllables, inside a longer word, before a particle
        ("그린수소*", ["수소"]),
        ("단지*", ["수소"]),
        ("축제*", ["축제"]),
        ("물빛* 산업*", ["수소"]),
        ("물빛* NOT 수소*", []),
        ("축제* OR 수소*", ["수소", "축제"]),
        ("ess", ["영문"]),
        ("LNG*", ["영문"]),
        ("NG*", []),  # an English word is one word
        ("R* D*", ["영문"]),
        ("예산*", ["축제"]),
        ("title : 영문*", ["영문"]),
        ("text : 영문*", []),
        ("소수*", []),
        ("수", []),  # without the asterisk a whole word is meant, or the whole end of one
        ("조성한다", ["수소"]),
    ],
)
def test_words_are_found(database: Path, words: str, expected: list[str]) -> None:
    assert sorted(found(database, words)) == sorted(expected)


def test_what_is_replaced_is_no_longer_found(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    for text in ("수소 산업", "청년 창업"):
        sqlite.write([Record(id="가", text=text), Record(id="나", text="수소차")], path)
    assert (found(path, "수소*"), found(path, "청년*")) == (["나"], ["가"])
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    connection.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("물빛공원", "물빛공원 빛공원 공원 원"),
        ("R&D, AI", "R D AI"),
        ("AI는", "AI는 AI 는"),
        ("친환경LNG선", "친환경LNG선 환경LNG선 경LNG선 LNG선 LNG 선"),
        ("1,200억", "1 200억 200 억"),
        ("수소Ⅱ가", "수소Ⅱ가 소Ⅱ가 Ⅱ가 가"),
        ("밑_줄", "밑 줄"),
        ("…\x00 😀", ""),
    ],
)
def test_a_korean_word_is_indexed_with_its_ends(text: str, words: str) -> None:
    assert searchable(text) == words


def test_a_text_without_spaces_does_not_grow_without_bound() -> None:
    assert len(searchable("가" * 10_000)) < 21 * 10_000
    assert len(searchable("A" * 10_000)) < 11_000
