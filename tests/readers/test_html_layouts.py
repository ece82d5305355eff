"""One thing a page: where the body stands, what is none of it, which title and which day are the article's."""

from __future__ import annotations

import pytest

from sasil.article import Article
from sasil.errors import ReadError
from sasil.readers import read

TITLE = "나루시, 물빛 산책로 첫 삽 떴다"
ONE = "나루시는 2일 물빛공원에서 ‘물빛 산책로 조성사업’ 착공식을 열고 공사에 들어갔다고 밝혔다."
TWO = "총사업비는 120억 원이며 국비가 60억 원이다. 산책로는 내년 12월에 문을 연다."
THREE = "시장은 “시민이 걷고 싶은 길을 만들겠다”고 말했다. 공사는 세 구간으로 나눠 진행한다."
LINES = [ONE, TWO, THREE]
BODY = "".join(f"<p>{line}</p>" for line in LINES)
MENU = "<div class='gnb'><ul>" + "<li><a href='/x'>메뉴 이름</a></li>" * 30 + "</ul></div>"
IMPRINT = "<div>대표전화 060-000-0000 | 등록번호 나루 아00001 | 등록일자 2009년 1월 16일 | 발행인 하늘</div>"
STATED = f'<meta property="og:title" content="{TITLE}">'
HEADING = f"<h1>{TITLE}</h1>"


def page(body: str, head: str = STATED) -> Article:
    html = f"<!doctype html><html><head>{head}</head><body>{MENU}{body}{IMPRINT}</body></html>"
    return read(html.encode(), id="a")


def body_of(article: Article) -> list[str]:
    return article.text.removeprefix(f"{article.title}\n\n").split("\n")


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADING}<div class='view_con'>{BODY}</div>",
        f"{HEADING}<div class='hot_news_more'>{BODY}</div>",
        f"{HEADING}<div id='popup-layer'>{BODY}</div>",
        f"{HEADING}<div class='photo_view'><img src='a'>{BODY}</div>",
        f"{HEADING}<form>{BODY}</form>",
        f"{HEADING}<div><div>{'</div><div>'.join(LINES)}</div></div>",
        f"{HEADING}<div>{'<br><br>'.join(LINES)}</div>",
        f"{HEADING}<ul><li>{'</li><li>'.join(LINES)}</li></ul>",
        f"{HEADING}<font size=3>{ONE}<p>{TWO}<p>{THREE}</font>",
        f"{HEADING}<div>"
        + "".join(f"<p><span>{line[:9]}</span><span>{line[9:]}</span></p>" for line in LINES)
        + "</div>",
        f"<table><tr><td>{HEADING}{BODY}</td><td><p>오늘의 날씨는 맑고 바람이 붑니다.</p></td></tr></table>",
    ],
)
def test_the_body_is_found_wherever_it_stands(body: str) -> None:
    assert body_of(page(body)) == LINES


@pytest.mark.parametrize(
    "more",
    [
        "<h4>많이 본 뉴스</h4>" + "<div><a href=1>다른 기사의 제목이다</a><p>다른 기사의 첫 줄이 조금 실려 있다. 더 읽어 보자.</p></div>" * 8,
        "<div class='relation'><p>다른 기사의 첫 줄이 조금 실려 있다. 더 읽어 보자.</p></div>",
        "<div class='reply_list'>" + "<p>이 산책로를 정말 오래 기다렸어요. 강아지와 함께 걸을게요.</p>" * 20 + "</div>",
        "<div class='satis'><p>이 페이지에서 제공하는 정보에 만족하십니까?</p></div>",
        "<p>저작권자 © 나루신문 무단전재 및 재배포 금지</p>",
        "<p>나루=도예린 기자 yerin@naru.example</p>",
        "<p>[사진] 물빛공원에서 열린 착공식</p>",
        "<p>▶ 나루신문 채널 구독하기</p>",
        "<p><a href='/1'>가람시도 산책로 놓는다</a></p>",
        "<p>목록</p><p>이전글 <a href='/1'>나루시, 겨울 축제 연다</a></p><p>다음글 <a href='/2'>나루시 합창단 모집</a></p>",
        "<p style='display: none'>보이지 않는 줄은 글이 아니라고 한다.</p>",
        "<p>$$ARTICLEAD$$</p>",
    ],
)  # fmt: skip
def test_what_stands_below_the_body_is_left_out(more: str) -> None:
    assert body_of(page(f"{HEADING}<div class='view'>{BODY}{more}</div>")) == LINES


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("<p>○ 신청 기간 : 3. 2.(월) ~ 3. 20.(금)</p>", "○ 신청 기간 : 3. 2.(월) ~ 3. 20.(금)"),
        ("<p>※ 일정은 날씨에 따라 바뀔 수 있음</p>", "※ 일정은 날씨에 따라 바뀔 수 있음"),
        ("<p>문의 : 공원과 산책로팀(060-000-1234)</p>", "문의 : 공원과 산책로팀(060-000-1234)"),
        ("<table><tr><td>구분</td><td>금액</td></tr><tr><td>국비</td><td>60</td></tr></table>", "국비 | 60"),
        ("<h4>▶ 세 구간으로 나눠 공사</h4><p>첫 구간은 내년 6월에 끝난다.</p>", "▶ 세 구간으로 나눠 공사"),
        ("<p>[관련기사] <a href='/1'>가람시도 놓는다</a></p><p>첫 구간은 내년 6월에 끝난다.</p>", "첫 구간은 내년 6월에 끝난다."),
    ],
)  # fmt: skip
def test_what_is_of_the_article_stays(more: str, line: str) -> None:
    assert line in body_of(page(f"{HEADING}<div class='view'>{BODY}{more}</div>"))


@pytest.mark.parametrize(
    ("head", "headings", "title"),
    [
        ('<meta property="og:title" content="나루시, 물빛 산책로 첫 ...">', f"<h2>{TITLE}</h2>", TITLE),
        (f"<title>{TITLE} - 나루시</title>", "<h1><a href='/'>나루시청</a></h1><h2>나루시</h2>", TITLE),
        (f"<title>{TITLE} &lt; 사회 &lt; 기사본문 - 나루신문</title>", "", TITLE),
        (f"<title>나루청 | {TITLE} | 보도자료 | 알림·뉴스</title>", "<h2>보도자료</h2>", TITLE),
        ("<title>보도자료 | 나루시청</title>", f"<table><tr><th>제목</th><td>{TITLE}</td></tr><tr><th>조회수</th><td>3</td></tr></table>", TITLE),
        (f'<meta name="twitter:title" content="나루시, 물빛 산책로...">{STATED}', "", TITLE),
        ("<title>나루청</title>", f"<div class='bt'>보도자료</div><div class='ttl'>{TITLE}</div>", TITLE),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"나루시, 물빛 산책로 첫 삽 떴다 - 나루신문"}</script>', f"<h1>{TITLE}</h1>", TITLE),
    ],
)  # fmt: skip
def test_the_title_is_the_articles(head: str, headings: str, title: str) -> None:
    assert page(f"{headings}<div>{BODY}</div>", head).title == title


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "<p>2025.03.04</p>", "2025-03-04"),
        ("<div class='today'>2026.11.22 (일)</div><p>2025.03.04</p>", "", "2025-03-04"),
        ("", "<p>등록일 : 25-03-04 / 조회 : 12</p>", "2025-03-04"),
        ("", "<p>승인 2025.03.04 18:44 | 수정 2025.03.05 09:00</p>", "2025-03-04"),
        ("", "<p>수정 2025.03.05 09:00</p><p>입력 2025.03.04 18:44</p>", "2025-03-04"),
        ("", "<p>수정 2025.03.05 09:00</p>", None),
        ("", "", None),
    ],
)
def test_the_day_is_that_of_publication(above: str, below: str, day: str | None) -> None:
    found = page(f"{above}{HEADING}{below}<div>{BODY}</div>").published_at
    assert (found and found[:10]) == day


@pytest.mark.parametrize(
    ("stated", "shown", "moment"),
    [
        ("2025-03-03T21:30:00Z", "", "2025-03-04T06:30:00+09:00"),
        ("2025-03-04T06:30:00Z", "입력 2025.03.04 06:30", "2025-03-04T06:30:00+09:00"),
        ("2025-03-04T06:30:00.000+0900", "", "2025-03-04T06:30:00+09:00"),
        ("Tue, 04 Mar 2025 06:30:00 +0900", "", "2025-03-04T06:30:00+09:00"),
        ("20250304063000", "", "2025-03-04T06:30:00"),
        ("1741037400", "", "2025-03-04T06:30:00+09:00"),
        ("곧", "입력 2025.03.04 06:30", "2025-03-04T06:30"),
    ],
)
def test_a_stated_moment_is_read_on_its_korean_day(stated: str, shown: str, moment: str) -> None:
    head = f'{STATED}<meta property="article:published_time" content="{stated}">'
    assert page(f"{HEADING}<p>{shown}</p><div>{BODY}</div>", head).published_at == moment


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="나루신문"><meta name="author" content="도예린 기자">', "도예린 기자"),
        ('<meta property="article:author" content="https://www.facebook.com/naru"><meta name="author" content="나루=도예린 기자">', "도예린 기자"),
        ('<meta property="dable:author" content="나루, 가람 도예린 기자 yerin@naru.example">', "도예린 기자"),
        ('<meta name="byl" content="By 도예린,하람">', "도예린, 하람"),
        ('<meta name="author" content="나루시청">', None),
        ('<meta name="author" content="관리자">', None),
    ],
)  # fmt: skip
def test_reporters_are_people(head: str, byline: str | None) -> None:
    site = '<meta property="og:site_name" content="나루신문">'
    assert page(f"{HEADING}<div>{BODY}</div>", STATED + site + head).byline == byline


def test_a_board_that_only_carries_files_is_an_article() -> None:
    rows = f"<tr><th>제목</th><td>{TITLE}</td></tr><tr><th>등록일</th><td>2025-03-04</td></tr><tr><th>첨부</th><td><a href='/d?f=1'>산책로.hwpx</a></td></tr>"
    article = page(
        f"<table>{rows}<tr><td colspan=2>첨부파일 참조</td></tr></table>", "<title>보도자료 | 나루시청</title>"
    )
    assert (article.title, article.published_at) == (TITLE, "2025-03-04")
    assert [(one.url, one.name) for one in article.attachments] == [("/d?f=1", "산책로.hwpx")]


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ("<a href='/d?f=1'>산책로.hwpx [88KB]</a>", [("/d?f=1", "산책로.hwpx")]),
        ("<a href='/d/%EA%B8%B8.pdf'>내려받기</a>", [("/d/%EA%B8%B8.pdf", "길.pdf")]),
        ("<a href='/viewer?f=1'>산책로.hwp</a> <span><a href='/download?f=1'>내려받기</a></span>", [("/download?f=1", "산책로.hwp")]),
        ("<span>산책로.hwp</span> <a href='/fileDown?f=1'>다운로드</a>", [("/fileDown?f=1", "산책로.hwp")]),
        ("<a href='/d?f=1'>산책로.hwp</a><a href='/d?f=2'>산책로.pdf</a>", [("/d?f=1", "산책로.hwp"), ("/d?f=2", "산책로.pdf")]),
        ("<a href='/d?f=3'>산책로.jpg</a> <a href='javascript:down(1)'>산책로.hwp</a>", []),
        ("<footer><a href='/d?f=4'>구독신청서.hwp</a></footer>", []),
    ],
)  # fmt: skip
def test_documents_are_attachments(links: str, found: list[tuple[str, str]]) -> None:
    article = page(f"{HEADING}<div>{BODY}</div><div class='file'>{links}</div>")
    assert [(one.url, one.name) for one in article.attachments] == found


def test_captions_copyright_and_contacts_are_fields() -> None:
    figure = "<figure><img src=a><figcaption>착공식 모습</figcaption></figure>"
    more = "<p>자료제공 : 공원과 산책로팀(060-000-1234)</p><p>ⓒ 나루신문 무단전재 및 재배포 금지</p>"
    article = page(f"{HEADING}<h2 class='sub-title'>세 구간 4.2㎞</h2><div>{figure}{BODY}{more}</div>")
    assert article.captions == ("착공식 모습",)
    assert article.subtitles == ("세 구간 4.2㎞",)
    assert article.boilerplate[0] == "ⓒ 나루신문 무단전재 및 재배포 금지"
    assert article.contacts == (("자료제공", "공원과 산책로팀(060-000-1234)"),)


def test_a_table_is_text_and_a_grid() -> None:
    rows = "<tr><th rowspan=2>보관함</th><td>역</td><td>41</td></tr><tr><td>칸</td><td>2,300</td></tr>"
    article = page(f"{HEADING}<div>{BODY}<table>{rows}</table></div>")
    (table,) = article.tables
    assert article.text[table.start : table.end] == "보관함 | 역 | 41\n | 칸 | 2,300"
    assert [(cell.text, cell.row, cell.column, cell.row_span) for cell in table.cells][:2] == [
        ("보관함", 0, 0, 2),
        ("역", 0, 1, 1),
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<h1>로그인</h1><p>이 기사는 회원만 볼 수 있습니다. 로그인한 뒤 이용해 주세요.</p>", "로그인이나 구독"),
        ("<h1>안내</h1><p>요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주시기 바랍니다.</p>", "오류를 알리는"),
        ("<ul>" + "<li><a href='/1'>나루시가 산책로 공사를 시작했다. 시는 내년에 문을 연다.</a></li>" * 9 + "</ul>", "본문을 찾지 못했습니다"),
        ("", "본문을 찾지 못했습니다"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_is_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        page(body, "")


def test_data_of_other_articles_do_not_displace_a_short_one() -> None:
    data = f'<script>window.more = {{"title": "가람시 소식", "content": "{"가람시는 다른 소식을 길게 전했다. " * 30}"}};</script>'
    assert body_of(page(f"{HEADING}<div>{BODY}</div>{data}")) == LINES
