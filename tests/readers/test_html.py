"""HTML pages: title, date and byline from the page's own data; the body without its surroundings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import ReadError
from sasil.readers import read

BODY = """<p>나루시는 2일 물빛공원에서 ‘물빛 산책로 조성사업’ 착공식을 열고 공사에 들어갔다고 밝혔다.</p>
<p>총사업비는 120억 원이며 국비가 60억 원이다. 산책로는 내년 12월에 문을 연다.</p>"""


def page(head: str = "", body: str = BODY, around: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><nav>메뉴 홈</nav>{around}<div>{body}</div></body></html>"


def test_json_ld_comes_first() -> None:
    data = """{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "산책로 첫 삽",
      "datePublished": "2024-05-21T09:00:00+09:00", "author": [{"@type": "Person", "name": "도예린 기자"}],
      "publisher": {"name": "나루신문"}}]}"""
    head = f'<meta property="og:title" content="산책로 첫 삽 | 나루신문"><script type="application/ld+json">{data}</script>'
    article = read(page(head).encode(), id="a")
    assert (article.title, article.published_at) == ("산책로 첫 삽", "2024-05-21T09:00:00+09:00")
    assert (article.byline, article.outlet) == ("도예린 기자", "나루신문")
    assert article.text.startswith("산책로 첫 삽\n\n나루시는 2일")


@pytest.mark.parametrize(
    ("head", "around", "title"),
    [
        ('<meta property="og:title" content="산책로 첫 삽 뜬다 - 나루신문">', "", "산책로 첫 삽 뜬다"),
        ('<meta property="og:title" content="산책로 첫 삽-경제ㅣ나루신문">', "<h1>산책로 첫 삽</h1>", "산책로 첫 삽"),
        ("<title>산책로 첫 삽 뜬 나루시 : 뉴스</title>", "", "산책로 첫 삽 뜬 나루시"),
        (
            "<title>보도자료 상세 | 나루시청</title>",
            '<h4 class="view_tit">나루시, 산책로 첫 삽</h4>',
            "나루시, 산책로 첫 삽",
        ),
        ("", "<h2>나루시, 산책로 첫 삽</h2>", "나루시, 산책로 첫 삽"),
    ],
)
def test_the_sites_name_falls_off_the_title(head: str, around: str, title: str) -> None:
    assert read(page(head, around=around).encode(), id="a").title == title


@pytest.mark.parametrize(
    ("head", "around", "date"),
    [
        (
            '<meta property="article:published_time" content="2024-05-21T09:00:00+09:00">',
            "",
            "2024-05-21T09:00:00+09:00",
        ),
        ('<meta property="article:published_time" content="2024-05-21 09:00:00">', "", "2024-05-21T09:00:00"),
        ("", "<span>입력 2024.05.21 09:00</span><span>수정 2024.05.22 10:00</span>", "2024-05-21T09:00"),
        ("", "<dl><dt>등록일</dt><dd>2024-05-21</dd><dt>조회수</dt><dd>12</dd></dl>", "2024-05-21"),
        ('<meta property="article:published_time" content="언젠가">', "", None),
    ],
)
def test_the_date_is_stated_or_labelled(head: str, around: str, date: str | None) -> None:
    assert read(page(head, around=around).encode(), id="a").published_at == date


def test_what_is_no_body_is_left_out() -> None:
    body = f"""<figure><img><figcaption>착공식 모습 사진</figcaption></figure>{BODY}
      <div class="related">관련 기사 다른 소식 모음</div><p>저작권자 © 나루신문 무단전재 및 재배포 금지</p>
      <script>var x = "나쁜 글";</script>"""
    text = read(page(body=body).encode(), id="a").text
    assert text.splitlines()[-1].endswith("문을 연다.")
    assert not {"착공식 모습 사진", "관련 기사", "저작권자", "나쁜 글", "메뉴 홈"} & set(text.split("\n"))
    assert "관련 기사" not in text


def test_a_table_row_is_a_line() -> None:
    table = "<table><tr><th>구분</th><th>금액</th></tr><tr><td>국비</td><td>60</td></tr><tr><td></td><td>1</td></tr></table>"
    assert "구분 | 금액\n국비 | 60\n | 1" in read(page(body=BODY + table).encode(), id="a").text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="본문을 찾지 못했습니다"):
        read(b"<html><body><script>go()</script></body></html>", id="a", uri="a.html")


@pytest.mark.parametrize(
    ("name", "title", "date", "words", "stranger"),
    [
        (
            "news-jsonld.html",
            "대전시, 도심 하천에 ‘물순환 정원’ 12곳 만든다",
            "2025-06-10",
            "3대 하천 물순환 정원 조성사업",
            "댓글",
        ),
        (
            "news-cp949-meta.html",
            "한서정밀, 수소 밸브 3종 국산화…연 240억 수입 대체",
            "2025-11-05",
            "700bar",
            "관련기사",
        ),
        (
            "news-cp949-nometa.html",
            "굴비거리에 빈 점포 줄었다…상권르네상스 2년 성적표",
            "2025-11-27",
            "똠방굴비",
            "구독",
        ),
        (
            "news-labels.html",
            "[르포] 문 닫은 제지공장, 예술가 47명의 작업실이 됐다",
            "2025-12-09",
            "팔복 종이공장 예술촌",
            "지면게재",
        ),
        (
            "board-city.html",
            "통영시, 섬마을 찾아가는 ‘바다 위 종합병원’ 내년부터 두 척으로",
            "2025-11-12",
            "국비 | 4,800",
            "조회수",
        ),
    ],
)
def test_sample_pages(samples: Path, name: str, title: str, date: str, words: str, stranger: str) -> None:
    article = read((samples / name).read_bytes(), id=name)
    assert (article.title, (article.published_at or "")[:10]) == (title, date)
    assert words in article.text
    assert stranger not in article.text
