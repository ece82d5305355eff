"""Documents that cannot be read, or only in part: each is told apart by one line, and none ends in a traceback."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
from docx_files import docx_file
from hwp_files import hwp_file, ole_file, record
from hwpx_files import hwpx_file, zip_file
from pdf_files import pdf_file, scanned_file

from sasil.article import Article
from sasil.errors import ReadError
from sasil.readers import read
from sasil.readers.documents.blocks import Block, Box, Grid

TEXT = ["보도자료", "나루시는 강의 남쪽과 북쪽을 잇는 물빛다리 착공식을 25일 연다고 밝혔다."]
BOMB = '<!DOCTYPE s [<!ENTITY a "나루"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><s>&b;</s>'


def bomb_of_zeros() -> bytes:
    return zip_file({"mimetype": "application/hwp+zip", "Contents/section0.xml": b"<s>" + bytes(40 << 20)})


def hwp_bomb() -> bytes:
    from hwp_files import deflate

    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010001, 1)
    return ole_file({"FileHeader": header.ljust(256, b"\0"), "BodyText/Section0": deflate(bytes(40 << 20))})


def locked_zip() -> bytes:
    data = bytearray(hwpx_file(TEXT))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("HWP 3", lambda: b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(200), "HWP 3 문서는 읽지 못합니다"),
    ("암호 HWP", lambda: hwp_file(TEXT, flags=1 | 2), "암호가 걸린 HWP 문서입니다"),
    ("배포용 HWP", lambda: hwp_file(TEXT, flags=1 | 4), "배포용 HWP 문서라 본문이 잠겨 있습니다"),
    ("DRM HWP", lambda: hwp_file(TEXT, flags=1 | 16), "DRM으로 보호된 HWP 문서입니다"),
    ("인증서 HWP", lambda: hwp_file(TEXT, flags=1 | 256), "공인인증서로 암호화된 HWP 문서입니다"),
    ("다른 OLE", lambda: ole_file({"WordDocument": bytes(5000)}), "HWP 문서가 아닌 OLE 파일입니다"),
    ("암호 DOCX", lambda: ole_file({"EncryptedPackage": bytes(5000)}), "암호가 걸린 DOCX·XLSX·PPTX 문서입니다"),
    ("머리만 남은 OLE", lambda: hwp_file(TEXT)[:600], "OLE 파일이 깨졌거나 끝이 잘렸습니다"),
    ("본문 없는 HWP", lambda: hwp_file(), "HWP 문서에 본문이 없거나 깨졌습니다"),
    ("부푸는 HWP", hwp_bomb, "압축을 풀면 너무 큽니다"),
    ("잘린 HWPX", lambda: hwpx_file(TEXT)[:-200], "ZIP 파일이 깨졌거나 끝이 잘렸습니다"),
    ("암호 HWPX", lambda: hwpx_file(TEXT, manifest="<m><odf:encryption-data xmlns:odf='u'/></m>"), "암호가 걸린 HWPX 문서입니다"),
    ("암호 ZIP", locked_zip, "암호가 걸린 ZIP 파일입니다"),
    ("부푸는 HWPX", bomb_of_zeros, "압축을 풀면 너무 큽니다"),
    ("XML 폭탄", lambda: hwpx_file(TEXT, section0=BOMB), "문서 형식 선언(DOCTYPE)이 든 XML은 읽지 않습니다: Contents/section0.xml"),
    ("XML 아닌 본문", lambda: hwpx_file(TEXT, section0="글"), "XML이 깨졌습니다: Contents/section0.xml"),
    ("글 없는 HWPX", lambda: hwpx_file([""]), "문서에 글이 없습니다"),
    ("본문 없는 HWPX", lambda: hwpx_file(), "HWPX 문서에 본문이 없습니다"),
    ("부푸는 DOCX", lambda: zip_file({"word/document.xml": bytes(40 << 20)}), "압축을 풀면 너무 큽니다"),
    ("XLSX", lambda: zip_file({"xl/workbook.xml": "<w/>"}), "읽지 못하는 형식입니다: XLSX 파일"),
    ("ZIP", lambda: zip_file({"사진.jpg": "그림"}), "읽지 못하는 형식입니다: ZIP 파일"),
    ("빈 ZIP", lambda: zip_file({}), "빈 ZIP 파일입니다"),
    ("깨진 DOCX", lambda: zip_file({"word/document.xml": "<w/>"}), "DOCX 문서가 깨졌거나 끝이 잘렸습니다"),
    ("암호 PDF", lambda: pdf_file(TEXT, password="1234"), "암호가 걸린 PDF입니다"),
    ("스캔 PDF", scanned_file, "글자가 없는 PDF입니다"),
    ("글자표 없는 PDF", lambda: pdf_file(TEXT * 9, unmapped=True), "PDF에서 한글을 읽을 수 없습니다"),
    ("깨진 PDF", lambda: b"%PDF-1.7\n" + bytes(100), "PDF가 깨졌거나 끝이 잘렸습니다"),
    ("RTF", lambda: b"{\\rtf1\\ansi}", "읽지 못하는 형식입니다: RTF 파일"),
    ("PNG", lambda: b"\x89PNG\r\n\x1a\n", "읽지 못하는 형식입니다: PNG 그림 파일"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused_with_one_clear_line(name: str, data: Callable[[], bytes], message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data(), uri="나루.hwp")
    assert str(caught.value).startswith(f"나루.hwp: {message}")
    assert "\n" not in str(caught.value)


NOTICED: list[tuple[str, bytes, str, list[str]]] = [
    ("a.hwp", hwpx_file(TEXT), "hwpx", ["wrong-suffix"]),
    ("a.hwpx", hwp_file(TEXT), "hwp", ["wrong-suffix"]),
    ("https://naru.example/a.hwp?n=3", pdf_file(TEXT), "pdf", ["wrong-suffix"]),
    ("a.hwp", TEXT[1].encode("cp949"), "text", ["wrong-suffix"]),
    ("a.txt", docx_file(TEXT), "docx", ["wrong-suffix"]),
    ("a.txt", b"", "text", ["no-text"]),
    ("a.txt", b" \n\n", "text", ["no-text"]),
    ("a.PDF", pdf_file(TEXT), "pdf", []),
    ("https://naru.example/download.do?id=3", hwp_file(TEXT), "hwp", []),
    ("a.hwp", hwp_file(TEXT, cut=20, preview="나루시, 물빛다리 착공"), "hwp", ["truncated", "preview-only"]),
    ("a.hwp", hwp_file([f"나루시는 다리 {n}호를 짓는다." for n in range(4000)], cut=1500), "hwp", ["truncated"]),
]  # fmt: skip


@pytest.mark.parametrize(("uri", "data", "format_", "codes"), NOTICED)
def test_read_with_a_notice(uri: str, data: bytes, format_: str, codes: list[str]) -> None:
    article = read(data, uri=uri)
    assert (article.source.format, [notice.code for notice in article.notices]) == (format_, codes)
    assert ("나루시" in article.text) is ("no-text" not in codes)


def test_english_is_no_missing_table_of_letters() -> None:
    article = read(
        pdf_file(["The city of Naru will open a bridge in the spring, and it is the first of three."]), id="a"
    )
    assert (article.text[:16], article.notices) == ("The city of Naru", ())


def nested(depth: int) -> list[Block]:
    blocks: list[Block] = ["가장 안쪽의 글"]
    for _ in range(depth):
        blocks = ["나루시", Grid([Box(0, 0, 1, 1, blocks), Box(0, 1, 1, 1, ["칸"])])]
    return blocks


@pytest.mark.parametrize("write", [hwp_file, hwpx_file])
@pytest.mark.parametrize("depth", [5, 100])
def test_tables_in_tables_are_followed_to_a_depth(write: Callable[..., bytes], depth: int) -> None:
    article = read(write(nested(depth)), id="a")
    assert ("가장 안쪽의 글" in article.text) == (depth == 5)


def test_spans_beyond_all_bounds_cost_nothing() -> None:
    grid = Grid([Box(0, 0, 60000, 60000, ["나루시"]), Box(60000, 60000, 5535, 5535, ["72"])])
    assert "나루시" in read(hwp_file([grid]), id="a").text
    assert "나루시" in read(hwpx_file([grid]), id="a").text


def test_a_table_of_many_rows_and_columns_is_not_blown_up_by_empty_cells() -> None:
    corner = [Box(0, n, 1, 1, ["가"]) for n in range(1000)] + [Box(n, 0, 1, 1, ["나"]) for n in range(1, 1000)]
    assert len(read(hwpx_file([Grid(corner)]), id="a").text) < 10_000


def test_a_record_that_claims_more_than_there_is_ends_the_section() -> None:
    good = record(66, 0, bytes(22)) + record(67, 1, "나루시".encode("utf-16-le"))
    from sasil.readers.hwp.records import tree

    assert [len(node.children) for node in tree(good + struct.pack("<II", 67 | 0xFFF << 20, 1 << 31))] == [1]


FILES = {
    "hwp": hwp_file([*TEXT, *nested(2)]),
    "hwpx": hwpx_file([*TEXT, *nested(2)]),
    "docx": docx_file([*TEXT, *nested(2)]),
    "pdf": pdf_file(TEXT),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("seed", range(5))
def test_mutated_files_are_read_or_refused(name: str, seed: int) -> None:
    """Turn, drop, repeat and cut bytes of a good file: an article or a ReadError comes of it, and nothing else."""
    chance = random.Random(seed)
    for _ in range(20):
        assert_read_or_refused(mutated(FILES[name], chance))


@pytest.mark.parametrize("seed", range(5))
def test_mutated_records_and_parts_are_read_or_refused(seed: int) -> None:
    """Do the same below the packing, where it reaches the records of HWP and the XML of HWPX and DOCX."""
    chance = random.Random(seed)
    for _ in range(20):
        assert_read_or_refused(mutated(hwp_file([*TEXT, *nested(2)], flags=0), chance, first=512))
        for name, part in (("hwpx", "Contents/section0.xml"), ("docx", "word/document.xml")):
            with zipfile.ZipFile(io.BytesIO(FILES[name])) as archive:
                files = {held: archive.read(held) for held in archive.namelist()}
            assert_read_or_refused(zip_file(files | {part: mutated(files[part], chance)}))


def mutated(data: bytes, chance: random.Random, first: int = 0) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(first, len(held))
        kind = chance.randrange(4)
        if kind == 0:
            held[at] = chance.randrange(256)
        elif kind == 1:
            held[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x80\0\0\0"))
        elif kind == 2:
            del held[at : at + chance.randint(1, 40)]
        else:
            held[at:at] = held[at : at + chance.randint(1, 40)]
    return bytes(held[: chance.randint(1, len(held))] if chance.random() < 0.2 else held)


def assert_read_or_refused(data: bytes) -> None:
    message = ""
    try:
        assert isinstance(read(data, id="a"), Article)
    except ReadError as error:
        message = str(error)
    assert "\n" not in message
