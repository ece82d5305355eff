"""POST /extract and /normalize: what is taken, what is refused, and that nothing is lost or bent on the way."""

from __future__ import annotations

import io
import json
import unicodedata
from typing import Any

import pytest
from docx_files import docx_file
from hwp_files import hwp_file
from hwpx_files import hwpx_file, zip_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import pdf_file
from sasil_server import PAGE, SENTENCE, SasilServer, kind_of, record_of

import sasil

RELEASE = ["나루시, 나루교 첫 삽", SENTENCE, "이 다리는 강 건너 두 마을을 잇고 길이는 320m라고 시는 설명했다."]


def amounts(record: sasil.Record) -> list[str]:
    return [one.value.amount for one in record.mentions if one.type == "MONEY" and one.value and one.value.amount]


def dates(record: sasil.Record) -> list[str | None]:
    return [one.value.value for one in record.mentions if one.type == "DATE" and one.value]


def test_a_text_gives_the_record_that_sasil_gives(server: SasilServer, nlp: Any) -> None:
    text = "나루시, 나루교 첫 삽\n\n" + SENTENCE
    record = record_of(server.extract(text, published="2024-05-03", id="a1"))
    expected = sasil.extract(sasil.Article(id="a1", text=text, title="나루시, 나루교 첫 삽"), "2024-05-03", nlp=nlp)
    assert record.model_dump(exclude={"source"}) == expected.model_dump(exclude={"source"})
    assert (amounts(record), dates(record)) == (["1200000000"], ["2024-05-02"])


TAKEN = [
    # what is sent, the format that is read
    ({"json": {"text": SENTENCE}}, "text"),
    ({"json": {"html": PAGE}}, "html"),
    ({"json": {"text": SENTENCE, "title": None, "published": None, "id": None}}, "text"),
    ({"content": b"\xef\xbb\xbf" + json.dumps({"text": SENTENCE}).encode(), "headers": {"Content-Type": "application/json; charset=UTF-8"}}, "text"),
    ({"files": {"file": ("보도자료.txt", SENTENCE.encode("cp949"))}}, "text"),
    ({"files": {"file": ("page.html", PAGE.encode("cp949"), "text/html")}}, "html"),
    ({"files": {"file": ("보도자료.hwp", hwp_file(RELEASE))}}, "hwp"),
    ({"files": {"file": ("보도자료.hwpx", hwpx_file(RELEASE))}}, "hwpx"),
    ({"files": {"file": ("보도자료.docx", docx_file(RELEASE))}}, "docx"),
    ({"files": {"file": ("보도자료.pdf", pdf_file(RELEASE))}}, "pdf"),
    ({"files": {"file": ("보도자료.pdf", hwpx_file(RELEASE), "application/pdf")}}, "hwpx"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "format_"), TAKEN, ids=[f"{format_}-{at}" for at, (_, format_) in enumerate(TAKEN)])
def test_every_kind_of_article_is_read_by_its_content(server: SasilServer, sent: dict[str, Any], format_: str) -> None:
    record = record_of(server.client.post("/extract", **sent))
    assert (record.source.format, amounts(record), bool(record.id)) == (format_, ["1200000000"], True)


def test_a_files_date_and_name_are_told(server: SasilServer) -> None:
    files = {"file": ("../../나루교/착공.txt", SENTENCE.encode())}
    record = record_of(server.client.post("/extract", files=files, data={"published": "2024-05-03"}))
    assert (record.id, record.source.uri, dates(record)) == ("착공.txt", "착공.txt", ["2024-05-02"])


def test_what_has_no_id_has_the_same_each_time(server: SasilServer) -> None:
    ids = [record_of(server.extract(text)).id for text in (SENTENCE, SENTENCE, SENTENCE + " ")]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "\0나루시\0",
        "😀" * 40,
        "\u202e나루시는 2일 밝혔다.",
        "</script><b>12억 원",
        "\ufeff나루시",
        "a\r\nb\u2028c",
    ],
)
def test_any_text_is_an_article(server: SasilServer, text: str) -> None:
    assert record_of(server.extract(text)).text == unicodedata.normalize("NFC", text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("가나다1234억원일월년 ,.‘’\n")), max_size=120
    )
)
def test_offsets_hold_for_hostile_text(server: SasilServer, text: str) -> None:
    assert record_of(server.extract(text)).text == unicodedata.normalize("NFC", text)


def broken_form(body: bytes, boundary: str = "x") -> dict[str, Any]:
    return {"content": body, "headers": {"Content-Type": f"multipart/form-data; boundary={boundary}"}}


def as_json(body: bytes, **headers: str) -> dict[str, Any]:
    return {"content": body, "headers": {"Content-Type": "application/json", **headers}}


BOMB = zip_file(
    {"mimetype": "application/hwp+zip", "Contents/content.hpf": "<a/>", "Contents/section0.xml": bytes(40 * 2**20)}
)

REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    # why, what is sent, status, kind of problem
    ("nothing", as_json(b""), 400, "bad-request"),
    ("cut JSON", as_json(b'{"text": "'), 400, "bad-request"),
    ("not UTF-8", as_json('{"text": "나루"}'.encode("cp949")), 400, "bad-request"),
    ("half a surrogate", as_json(b'{"text": "\\ud800"}'), 400, "bad-request"),
    ("half a surrogate as a key", as_json(b'{"\\udfff": 1, "text": "a"}'), 400, "bad-request"),
    ("deep", as_json(b"[" * 200_000), 400, "bad-request"),
    ("a number of 5,000 digits", as_json(b'{"text": ' + b"9" * 5000 + b"}"), 400, "bad-request"),
    ("no object", as_json(b'"text"'), 422, "invalid"),
    ("a list", as_json(b"[]"), 422, "invalid"),
    ("empty object", {"json": {}}, 422, "invalid"),
    ("text and html", {"json": {"text": "a", "html": "b"}}, 422, "invalid"),
    ("text is null", {"json": {"text": None}}, 422, "invalid"),
    ("text is a number", {"json": {"text": 1e308}}, 422, "invalid"),
    ("text is a list", {"json": {"text": ["a"]}}, 422, "invalid"),
    ("unknown key", {"json": {"text": "a", "body": "b"}}, 422, "invalid"),
    ("no date", {"json": {"text": "a", "published": "2024-02-30"}}, 422, "invalid"),
    ("a date in words", {"json": {"text": "a", "published": "어제"}}, 422, "invalid"),
    ("an empty id", {"json": {"text": "a", "id": ""}}, 422, "invalid"),
    ("a page without an article", {"json": {"html": "<html><body></body></html>"}}, 422, "unreadable"),
    ("URLs are off", {"json": {"url": "https://naru.example/1"}}, 403, "forbidden"),
    ("no media type", {"content": b"{}"}, 415, "unsupported-media-type"),
    ("plain text", {"content": SENTENCE.encode(), "headers": {"Content-Type": "text/plain"}}, 415, "unsupported-media-type"),
    ("a form of a page", {"data": {"text": "a"}}, 415, "unsupported-media-type"),
    ("packed", as_json(b"\x1f\x8b", **{"Content-Encoding": "gzip"}), 415, "unsupported-media-type"),
    ("CP949 stated", {"content": b"{}", "headers": {"Content-Type": "application/json; charset=cp949"}}, 415, "unsupported-media-type"),
    ("no boundary", {"content": b"--x--", "headers": {"Content-Type": "multipart/form-data"}}, 400, "bad-request"),
    ("another boundary", broken_form(b'--y\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n--y--'), 400, "bad-request"),
    ("a part without a name", broken_form(b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"), 400, "bad-request"),
    ("a part without an end", broken_form(b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na'), 422, "invalid"),
    ("an empty form", broken_form(b"--x--\r\n"), 422, "invalid"),
    ("a huge field", broken_form(b'--x\r\nContent-Disposition: form-data; name="published"\r\n\r\n' + b"1" * 9000 + b"\r\n--x--\r\n"), 400, "bad-request"),
    ("no file", {"files": {"published": (None, "2024-05-03")}}, 422, "invalid"),
    ("a file that is a text", {"files": {"file": (None, "나루시")}}, 422, "invalid"),
    ("two files", {"files": [("file", ("a", b"a")), ("file", ("b", b"b"))]}, 400, "bad-request"),
    ("an unknown field", {"files": {"file": ("a", b"a"), "nme": (None, "b")}}, 422, "invalid"),
    ("a date that is none", {"files": {"file": ("a", b"a"), "published": (None, "내일")}}, 422, "invalid"),
    ("a picture", {"files": {"file": ("a.hwpx", b"\x89PNG\r\n\x1a\n")}}, 422, "unreadable"),
    ("bytes that are no text", {"files": {"file": ("a.txt", bytes(range(32)) * 9)}}, 422, "unreadable"),
    ("half a HWPX", {"files": {"file": ("a.hwpx", hwpx_file(RELEASE)[:400])}}, 422, "unreadable"),
    ("an archive bomb", {"files": {"file": ("a.hwpx", BOMB)}}, 422, "unreadable"),
    ("too much, as stated", as_json(b'{"text": "' + b"a" * 2**22 + b'"}'), 413, "too-large"),
    ("too much, in a form", {"files": {"file": ("a.txt", bytes(20 * 2**20))}}, 413, "too-large"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "status", "kind"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_taken_is_a_problem(server: SasilServer, sent: dict[str, Any], status: int, kind: str) -> None:
    response = server.client.post("/extract", **sent)
    assert (response.status_code, kind_of(response)) == (status, kind), response.text


def test_a_body_that_does_not_state_its_size_is_counted(server: SasilServer) -> None:
    chunks = iter([b'{"text": "', *[b"a" * 2**20] * 6, b'"}'])
    response = server.client.post("/extract", content=chunks, headers={"Content-Type": "application/json"})
    assert (response.status_code, kind_of(response)) == (413, "too-large")


@pytest.mark.parametrize(
    ("asked", "pointer", "said"),
    [
        ({"text": "a", "published": "2024-13-01"}, "#/published", "날짜가 아닙니다"),
        ({"text": "a", "본문": "b"}, "#/본문", "모르는 키입니다"),
        ({"text": ["a"]}, "#/text", "문자열이 아닙니다"),
        ({"title": "a"}, "#", "text, html, url 가운데 꼭 하나"),
    ],
)
def test_the_place_of_what_is_wrong_is_told(
    server: SasilServer, asked: dict[str, Any], pointer: str, said: str
) -> None:
    told = server.client.post("/extract", json=asked).json()
    [error] = told["errors"]
    assert error["pointer"] == pointer
    assert said in error["detail"]
    assert said in told["detail"]


def test_normalize_gives_what_the_command_gives(server: SasilServer) -> None:
    text = "오는 12일 오후 2시부터 3개월간 3~5억 원, 2월 30일"
    answer = server.client.post(
        "/normalize", json={"text": unicodedata.normalize("NFD", text), "published": "2024-03-05"}
    )
    assert (answer.status_code, answer.json()["text"]) == (200, text)
    expected = [json.loads(one.model_dump_json()) for one in sasil.normalize(text, "2024-03-05")]
    assert answer.json()["mentions"] == expected


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ({"json": {"text": 5}}, "invalid"),
        ({"json": {}}, "invalid"),
        ({"json": {"text": "a", "published": "x"}}, "invalid"),
        ({"json": {"html": "a"}}, "invalid"),
        ({"files": {"file": ("a", b"a")}}, "unsupported-media-type"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "bad-request"),
    ],
)
def test_normalize_refuses_what_is_no_text(server: SasilServer, sent: dict[str, Any], kind: str) -> None:
    assert kind_of(server.client.post("/normalize", **sent)) == kind


def test_a_form_is_held_in_memory_and_read_whole(server: SasilServer) -> None:
    text = (SENTENCE + "\n") * 20 + " " * (3 * 2**20)
    record = record_of(server.client.post("/extract", files={"file": ("긴 글.txt", io.BytesIO(text.encode()))}))
    assert len(record.text) == len(text)
