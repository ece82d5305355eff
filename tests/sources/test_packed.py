"""gzip and Zstandard: a packed file is read as what is in it, and a broken one is named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.sources.files import articles
from sasil.sources.packed import TROUBLES, bare_suffix, opened, unreadable

LINES = "\n".join(json.dumps({"id": str(n), "text": f"나루시는 {n}일 다리를 놓는다고 밝혔다."}) for n in range(1, 8))


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


PACKING = {".gz": gzip.compress, ".zst": zstd}


def read_all(*inputs: Path) -> tuple[list[tuple[str, int | None]], list[str]]:
    errors: list[str] = []
    found = list(articles(map(str, inputs), lambda error: errors.append(str(error))))
    return [(article.id, article.source.line) for article in found], errors


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.jsonl", ".jsonl"),
        ("a.jsonl.gz", ".jsonl"),
        ("a.JSONL.ZST", ".jsonl"),
        ("2024.10.gz", ".10"),
        ("gz", ""),
        (".gz", ""),
    ],
)
def test_the_suffix_of_a_name_is_that_of_what_is_in_it(name: str, suffix: str) -> None:
    assert bare_suffix(name) == suffix


@pytest.mark.parametrize("packing", PACKING)
def test_packed_lines_and_documents_are_read(tmp_path: Path, packing: str) -> None:
    (tmp_path / f"a.jsonl{packing}").write_bytes(PACKING[packing](LINES.encode()))
    (tmp_path / f"착공식.txt{packing}").write_bytes(PACKING[packing]("나루시, 착공식".encode("cp949")))
    expected = [*((str(n), n) for n in range(1, 8)), (f"착공식.txt{packing}", None)]
    assert read_all(tmp_path) == (expected, [])


def test_a_packed_file_is_told_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(gzip.compress(LINES.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(LINES.encode())
    found, errors = read_all(tmp_path)
    assert (len(found), errors) == (14, [])


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda data: data[:-9], "압축이 중간에 끊겼습니다"),
        (lambda data: data[:20] + b"\xff" * 8 + data[28:], "압축이 깨졌습니다"),
        (lambda data: data + b"tail", "압축이 깨졌습니다"),
    ],
    ids=["cut off", "spoilt", "followed by something else"],
)
@pytest.mark.parametrize("packing", PACKING)
def test_a_broken_one_is_named_and_the_others_are_read(tmp_path: Path, packing: str, spoil, message: str) -> None:
    path = tmp_path / f"a.jsonl{packing}"
    path.write_bytes(spoil(PACKING[packing](LINES.encode())))
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "가"}', encoding="utf-8")
    found, errors = read_all(tmp_path)
    assert found[-1] == ("b", 1)
    assert errors == [f"{path}: {message}"]


@given(parts=st.lists(st.binary(max_size=5000), max_size=4), packing=st.sampled_from(sorted(PACKING)))
@settings(max_examples=40, deadline=None)
def test_what_is_packed_in_one_or_several_members_comes_back(
    tmp_path_factory, parts: list[bytes], packing: str
) -> None:
    path = tmp_path_factory.mktemp("packed") / "a"
    path.write_bytes(b"".join(map(PACKING[packing], parts)))
    with opened(path) as file:
        assert file.read() == b"".join(parts)


@given(data=st.binary(max_size=200), start=st.sampled_from([b"", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"]))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_named(tmp_path_factory, data: bytes, start: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "a"
    path.write_bytes(start + data)
    message = "압축을 풀었습니다"
    try:
        with opened(path) as file:
            file.read()
    except TROUBLES as error:
        message = unreadable(error)
    assert message in ("압축을 풀었습니다", "압축이 중간에 끊겼습니다", "압축이 깨졌습니다")


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(bytes(32 << 20)) * 5)
    assert read_all(path) == ([], [f"{path}: 파일이 너무 큽니다 (읽는 한도 128 MB)"])
