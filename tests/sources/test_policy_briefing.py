"""The API of press releases: its answers, good and bad, and its days in parts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from web_server import Answered, Web

from sasil.article import Article, Attachment
from sasil.errors import SasilError, SourceError
from sasil.sources.policy_briefing import read_releases, releases, secret_of, windows
from sasil.sources.web.archive import Archive
from sasil.sources.web.client import Bounds, Client
from sasil.sources.web.clock import Clock
from sasil.sources.web.gate import Gate
from sasil.sources.web.links import KST
from sasil.sources.web.pages import Pages

URL = "https://apis.data.go.kr/1371000/pressReleaseService/pressReleaseList?startDate=20240601&endDate=20240603"


def item(number: str = "148900001", **fields: str) -> str:
    held = {
        "NewsItemId": number,
        "ContentsStatus": "I",
        "ModifyId": "1",
        "ApproveDate": "06/03/2024 10:30:00",
        "EmbargoDate": "",
        "Title": "<![CDATA[나루교 &middot; 가람교 착공]]>",
        "SubTitle1": "<![CDATA[- 320m 다리 &amp; 산책로]]>",
        "ContentsType": "H",
        "DataContents": "<![CDATA[<p>□ 나루부는 6월 3일 나루교 공사를 시작했다.</p>]]>",
        "MinisterCode": "나루부",
        "OriginalUrl": "https://www.korea.kr/briefing/pressReleaseView.do?newsId=148900001",
        **fields,
    }
    return "<NewsItem>" + "".join(f"<{key}>{value}</{key}>" for key, value in held.items()) + "</NewsItem>"


def answer(*items: str, code: str = "0", message: str = "NORMAL_SERVICE") -> bytes:
    body = f"<totalCount>{len(items)}</totalCount>{''.join(items)}"
    return f'<?xml version="1.0" encoding="UTF-8"?><response><header><resultCode>{code}</resultCode><resultMsg>{message}</resultMsg></header><body>{body}</body></response>'.encode()


def gateway(code: str, message: str) -> bytes:
    return f"<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>{message}</returnAuthMsg><returnReasonCode>{code}</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>".encode()


def one(**fields: str) -> Article:
    found = read_releases(answer(item(**fields)), URL)
    assert len(found) == 1
    return found[0]


def test_a_release_becomes_an_article() -> None:
    article = one()
    assert article.id == "148900001"
    assert article.text == "나루교 · 가람교 착공\n- 320m 다리 & 산책로\n\n□ 나루부는 6월 3일 나루교 공사를 시작했다."
    assert (article.title, article.subtitles) == ("나루교 · 가람교 착공", ("- 320m 다리 & 산책로",))
    assert (article.outlet, article.published_at) == ("나루부", "2024-06-03T10:30:00+09:00")
    assert article.url == "https://www.korea.kr/briefing/pressReleaseView.do?newsId=148900001"
    assert (article.source.uri, article.source.format) == (URL, "policy-briefing")


@pytest.mark.parametrize(
    ("approved", "embargo", "published"),
    [
        ("06/03/2024 10:30:00", "", "2024-06-03T10:30:00+09:00"),
        ("06/03/2024 10:30:00", "06/04/2024 06:00:00", "2024-06-04T06:00:00+09:00"),
        ("06/03/2024 10:30:00", "06/02/2024 06:00:00", "2024-06-03T10:30:00+09:00"),
        ("", "06/04/2024 06:00:00", "2024-06-04T06:00:00+09:00"),
        ("2024-06-03", "13/41/2024 06:00:00", None),
        ("", "", None),
    ],
)
def test_published_is_the_later_of_approval_and_embargo(approved: str, embargo: str, published: str | None) -> None:
    assert one(ApproveDate=approved, EmbargoDate=embargo).published_at == published


@pytest.mark.parametrize(
    ("contents", "lines"),
    [
        ("<p>나<span>루</span>부<b>는</b> 3<sup>일</sup></p>", ["나루부는 3일"]),
        ("<p>하나</p><p>&nbsp; ○ 둘</p>", ["하나", "○ 둘"]),
        ("하나<br>둘<br/>셋", ["하나", "둘", "셋"]),
        ("<div>예산 &lt;표&gt; &amp; 붙임</div>", ["예산 <표> & 붙임"]),
        ("<style>p {color: red}</style><p>하나</p><script>x()</script>", ["하나"]),
        ("<p>끝을 닫지 않은 <b>글", ["끝을 닫지 않은 글"]),
        ("<table><tr><th>구분</th><th>예산</th></tr><tr><td>나루교</td><td>12억 원</td></tr></table>", ["구분 | 예산", "나루교 | 12억 원"]),
        ("글만 있다", ["글만 있다"]),
        ("", []),
    ],
)  # fmt: skip
def test_the_body_is_its_html_without_tags(contents: str, lines: list[str]) -> None:
    text = one(DataContents=f"<![CDATA[{contents}]]>", SubTitle1="", Title="제목").text
    assert text.split("\n") == ["제목", *([""] if lines else []), *lines]


def test_tables_keep_their_cells_and_places() -> None:
    article = one(
        DataContents="<![CDATA[<p>□ 예산</p><table><tr><td rowspan=2>나루교</td><td>국비</td></tr><tr><td>도비</td></tr></table>]]>"
    )
    table = article.tables[0]
    assert article.text[table.start : table.end].split("\n") == ["나루교 | 국비", " | 도비"]
    assert [(cell.text, cell.row_span) for cell in table.cells] == [("나루교", 2), ("국비", 1), ("도비", 1)]


def test_plain_contents_keep_their_lines() -> None:
    assert one(ContentsType="T", DataContents="하나\n\n둘 &lt; 셋", SubTitle1="").text.endswith("\n\n하나\n둘 < 셋")


def test_attachments_licence_and_embargo() -> None:
    files = "<FileName>1. 착공.hwpx</FileName><FileUrl>https://www.korea.kr/d?a=1&amp;b=2</FileUrl><FileName>착공.pdf</FileName><FileUrl><![CDATA[https://www.korea.kr/d?a=1&b=3]]></FileUrl>"
    article = one(KoglType="1", EmbargoDate="06/04/2024 06:00:00", FileSize="1</FileSize>" + files + "<FileSize>2")
    assert article.attachments == (
        Attachment("https://www.korea.kr/d?a=1&b=2", "1. 착공.hwpx"),
        Attachment("https://www.korea.kr/d?a=1&b=3", "착공.pdf"),
    )
    assert article.boilerplate == ("공공누리 제1유형",)
    assert article.embargo is not None
    assert (article.embargo.raw, article.embargo.at) == ("06/04/2024 06:00:00", "2024-06-04T06:00:00+09:00")
    assert one().boilerplate == ()


def test_the_latest_version_of_a_release_counts_and_one_taken_back_does_not() -> None:
    data = answer(
        item("1", ModifyId="2", Title="새 제목"),
        item("1", ModifyId="1", Title="옛 제목"),
        item("2", ContentsStatus="D"),
        item("3"),
    )
    assert [(article.id, article.title) for article in read_releases(data, URL)] == [
        ("1", "새 제목"),
        ("3", "나루교 · 가람교 착공"),
    ]


def test_days_without_releases_are_no_error() -> None:
    assert read_releases(answer(), URL) == []
    assert read_releases(answer(code="3", message="NODATA_ERROR"), URL) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (answer(code="11", message="NO_MANDATORY_REQUEST_PARAMETERS_ERROR"), "있어야 할 값이 빠졌습니다 (코드 11: NO_MANDATORY_REQUEST_PARAMETERS_ERROR)"),
        (answer(code="97", message="THREE_DAYS_OVER_ERROR"), "API가 거절했습니다 (코드 97: THREE_DAYS_OVER_ERROR)"),
        (answer(code="98", message="ANY"), "API가 거절했습니다 (코드 98: ANY)"),
        (gateway("12", "NO_OPENAPI_SERVICE_ERROR"), "없어졌거나 폐기된 API입니다 (코드 12: NO_OPENAPI_SERVICE_ERROR)"),
        (gateway("22", "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR"), "하루에 쓸 수 있는 횟수를 넘었습니다 (코드 22: LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR)"),
        (gateway("30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR"), "등록되지 않은 열쇠입니다 (코드 30: SERVICE_KEY_IS_NOT_REGISTERED_ERROR)"),
        (b"<html><body>502</body></html>", "XML이 아니라 HTML 쪽입니다"),
        (b"SERVICE KEY IS NOT REGISTERED", "XML이 아닙니다"),
        (b"<rss/>", "정책브리핑 API의 답이 아닙니다"),
        (b"", "XML이 아닙니다"),
    ],
)  # fmt: skip
def test_errors_inside_an_answer_are_told(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as error:
        read_releases(data, URL)
    assert str(error.value) == f"{URL}: {message}"


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        (date(2024, 6, 1), date(2024, 6, 1), [(1, 1)]),
        (date(2024, 6, 1), date(2024, 6, 3), [(1, 3)]),
        (date(2024, 6, 1), date(2024, 6, 10), [(1, 3), (4, 6), (7, 9), (10, 10)]),
        (date(2024, 2, 28), date(2024, 3, 2), [(28, 1), (2, 2)]),
        (date(2024, 6, 2), date(2024, 6, 1), []),
    ],
)
def test_a_call_asks_for_three_days_at_most(first: date, last: date, parts: list[tuple[int, int]]) -> None:
    assert [(start.day, end.day) for start, end in windows(first, last)] == parts


@pytest.mark.parametrize("key", ["ab+c/d==", "ab%2Bc%2Fd%3D%3D", " ab+c/d== "])
def test_both_forms_of_the_key_will_do(key: str) -> None:
    assert secret_of({"SASIL_DATA_GO_KR_KEY": key}).query == {"serviceKey": "ab+c/d=="}


def test_a_missing_key_is_told() -> None:
    with pytest.raises(SourceError, match="SASIL_DATA_GO_KR_KEY"):
        secret_of({"SASIL_DATA_GO_KR_KEY": " "})


Ask = Callable[[date, date], tuple[list[Article], list[str]]]


@pytest.fixture
def ask(web: Web, tmp_path: Path) -> Ask:
    def ask_(first: date, last: date) -> tuple[list[Article], list[str]]:
        errors: list[SasilError] = []
        archive = Archive(tmp_path / "archive")
        client = Client(Gate(["127.0.0.1/32"]), Clock(0.0), Bounds(retries=0))
        secret = secret_of({"SASIL_DATA_GO_KR_KEY": "hush+hush"})
        found = list(releases(first, last, Pages(client, archive), secret, errors.append, endpoint=web.url("/api")))
        archive.close()
        return found, [str(error) for error in errors]

    return ask_


def test_calls_carry_the_key_and_no_file_nor_error_does(web: Web, ask: Ask, tmp_path: Path) -> None:
    web.plays["/robots.txt"] = Answered(b"User-agent: *\nDisallow: /")  # robots.txt is for pages
    web.plays["/api"] = [Answered(answer(item("1"))), Answered(b"<html>", 500), Answered(answer(item("2")))]
    found, errors = ask(date(2024, 6, 1), date(2024, 6, 9))
    assert [article.id for article in found] == ["1", "2"]
    assert errors == [f"{web.url('/api')}?startDate=20240604&endDate=20240606: HTTP 500: 서버가 답하지 못합니다"]
    assert web.paths()[0] == "/api?startDate=20240601&endDate=20240603&serviceKey=hush%2Bhush"
    written = b"".join(path.read_bytes() for path in (tmp_path / "archive").rglob("*") if path.is_file())
    assert b"hush" not in written
    assert "hush" not in repr(found)


def test_days_that_are_over_are_asked_for_once(web: Web, ask: Ask) -> None:
    web.plays["/api"] = Answered(answer(item()))
    assert ask(date(2024, 6, 1), date(2024, 6, 3)) == ask(date(2024, 6, 1), date(2024, 6, 3))
    assert len(web.paths()) == 1


def test_a_day_that_was_asked_for_before_it_was_over_is_asked_for_again(web: Web, ask: Ask, tmp_path: Path) -> None:
    web.plays["/api"] = Answered(answer(item()))
    today = datetime.now(KST).date()
    for _ in range(2):
        ask(today, today)
    assert len(web.paths()) == 2
    with sqlite3.connect(tmp_path / "archive" / "pages.sqlite") as pages:  # as if it had been kept in the evening
        ask(date(2024, 6, 3), date(2024, 6, 3))
        pages.execute("UPDATE pages SET at = '2024-06-03T14:59:00+00:00'")
    pages.close()
    ask(date(2024, 6, 3), date(2024, 6, 3))
    assert len(web.paths()) == 4


def test_an_error_is_not_kept(web: Web, ask: Ask) -> None:
    web.plays["/api"] = [Answered(answer(code="97", message="ANY")), Answered(answer(item()))]
    assert len(ask(date(2024, 6, 1), date(2024, 6, 3))[1]) == 1
    assert len(ask(date(2024, 6, 1), date(2024, 6, 3))[0]) == 1


@pytest.mark.parametrize(
    "refused",
    [
        Answered(gateway("30", "ANY")),
        Answered(gateway("22", "ANY")),
        Answered(gateway("22", "ANY"), 429),
        Answered(answer(code="20", message="ANY"), 403),
        Answered(b"Unauthorized", 401),
        Answered(b"<html>Forbidden</html>", 403),
    ],
)
def test_a_refused_key_ends_the_work(web: Web, ask: Ask, refused: Answered) -> None:
    web.plays["/api"] = refused
    found, errors = ask(date(2024, 6, 1), date(2024, 6, 30))
    assert (found, len(errors), len(web.paths())) == ([], 1, 1)
