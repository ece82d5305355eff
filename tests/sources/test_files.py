"""Files, folders, standard input and JSON lines: what is good is read, what is bad is named."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sasil.article import Article
from sasil.errors import SasilError
from sasil.sources.files import articles


def read_all(*inputs: str | Path) -> tuple[list[Article], list[str]]:
    errors: list[SasilError] = []
    found = list(articles(map(str, inputs), errors.append))
    return found, [str(error) for error in errors]


def jsonl(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_folder_gives_its_articles_by_name(tmp_path: Path) -> None:
    (tmp_path / "나").mkdir()
    (tmp_path / "나" / "b.html").write_text(
        "<html><body><p>산책로를 2일 열었다고 나루시가 밝혔다.</p></body></html>", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_bytes("착공식".encode("cp949"))
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    found, errors = read_all(tmp_path)
    assert [(article.id, article.source.format) for article in found] == [("a.txt", "text"), ("나/b.html", "html")]
    assert errors == []


def test_no_two_files_have_one_id(tmp_path: Path) -> None:
    for folder in ("가", "나"):
        (tmp_path / folder).mkdir()
        for name in ("보도 자료.txt", "보도 자료.md", "보도 자료.htm"):
            (tmp_path / folder / name).write_text("착공식을 열었다고 나루시가 밝혔다.", encoding="utf-8")
    found, errors = read_all(tmp_path / "가", tmp_path / "나", tmp_path / "가" / "보도 자료.md", tmp_path / "나")
    below = f"{tmp_path}/나"
    assert errors == []
    assert [article.id for article in found] == [
        "보도 자료.htm",
        "보도 자료.txt",
        f"{below}/보도 자료.htm",
        f"{below}/보도 자료.txt",
        "보도 자료.md",
        f"{below}/보도 자료.htm",  # the same file again
        f"{below}/보도 자료.txt",
    ]


def test_a_missing_file_and_an_empty_folder_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("착공식", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    found, errors = read_all(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "binary.txt", good)
    assert [article.id for article in found] == ["good.txt"]
    assert errors == [
        f"{tmp_path}/none.txt: 파일이 없습니다",
        f"{tmp_path}/empty: 폴더에 기사가 없습니다 (.docx, .htm, .html, .hwp, .hwpx, .jsonl, .ndjson, .parquet, .pdf, .txt)",
        f"{tmp_path}/binary.txt: 글자 부호를 알 수 없습니다 (UTF-8도 CP949도 아님)",
    ]


def test_json_lines_keep_id_text_and_what_is_given(tmp_path: Path) -> None:
    line = {"id": "7", "text": " 가\r\n나 ", "title": "제목", "published_at": "2024-05-21", "url": "https://a.example"}
    found, errors = read_all(jsonl(tmp_path / "a.jsonl", line))
    assert errors == []
    assert (found[0].id, found[0].text, found[0].title) == ("7", " 가\r\n나 ", "제목")
    assert (found[0].published_at, found[0].url, found[0].source.line) == ("2024-05-21", "https://a.example", 1)


def test_json_lines_may_hold_html(tmp_path: Path) -> None:
    line = {"id": "7", "html": "<html><body><p>산책로를 2일 열었다고 나루시가 밝혔다.</p></body></html>", "title": None}
    found, errors = read_all(jsonl(tmp_path / "a.jsonl", line))
    assert (errors, found[0].text) == ([], "산책로를 2일 열었다고 나루시가 밝혔다.")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "3", "text": ', "JSON이 아닙니다"),
        ("[1, 2]", "JSON 객체"),
        ({"id": "3", "text": "가", "body": "나"}, "모르는 키: 'body'"),
        ({"id": "3"}, "text와 html 가운데 하나만"),
        ({"id": "3", "text": "가", "html": "나"}, "text와 html 가운데 하나만"),
        ({"text": "가"}, "id가 없습니다"),
        ({"id": "3", "text": 5}, "text의 값이 문자열이 아닙니다"),
        ({"id": "3", "text": "가", "published_at": "2024-02-30"}, "날짜가 아닙니다"),
        ({"id": "3", "text": "가", "published_at": "어제"}, "날짜가 아닙니다"),
        ("[" * 100_000, "너무 깊습니다"),
        ('{"id": ' + "9" * 5000 + ', "text": "가"}', "수가 너무 깁니다"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: object, message: str) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"id": "1", "text": "가"}, "", line, {"id": "4", "text": "나"})
    found, errors = read_all(path)
    assert [article.id for article in found] == ["1", "4"]
    assert len(errors) == 1
    assert errors[0].startswith(f"{path}:3: ")
    assert message in errors[0]


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"id": "1", "text": "가"}\n{"id": "2", "text": "'.encode() + "나".encode("cp949") + b'"}\n')
    found, errors = read_all(path)
    assert [article.id for article in found] == ["1"]
    assert errors == [f"{path}:2: JSON Lines는 UTF-8이어야 합니다"]


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ('\n{"id": "x", "text": "가"}\n{"id": "y", "text": "나"}\n'.encode(), ["x", "y"]),
        ("나루시, 착공식\n\n본문".encode(), ["stdin"]),
        ("나루시".encode("cp949"), ["stdin"]),
    ],
)
def test_standard_input_is_json_lines_or_one_document(
    monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", _Stdin(data))
    found, errors = read_all("-")
    assert ([article.id for article in found], errors) == (ids, [])
