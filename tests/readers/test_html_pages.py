"""Whole pages of news sites, boards and ministries: title, day, reporters, outlet, body, and pages without an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import ReadError
from sasil.evaluation.pages import MarkedPage, read_pages, shared
from sasil.readers import read

PAGES = Path(__file__).parent / "pages"
LISTED = {page.name: page for page in read_pages(PAGES)}


@pytest.fixture(params=LISTED, ids=str)
def page(request: pytest.FixtureRequest) -> MarkedPage:
    return LISTED[request.param]


def test_a_page_is_read_as_its_row_in_the_table_says(page: MarkedPage) -> None:
    article = read(page.data, id=page.name)
    assert article.title == page.title
    assert (article.published_at or "") == page.published
    assert (article.byline or "", article.outlet or "") == (page.byline, page.outlet)
    assert len(article.attachments) == page.attachments


def test_the_body_is_found_and_little_else(page: MarkedPage) -> None:
    _, _, body = read(page.data, id=page.name).text.partition("\n\n")
    recall, precision = shared(page.body, body)
    assert (recall, precision) >= (0.93, 0.93), body
    assert precision >= 0.93, body


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none-list.html", "본문을 찾지 못했습니다"),
        ("none-home.html", "본문을 찾지 못했습니다"),
        ("none-login.html", "본문을 찾지 못했습니다|로그인이나 구독을 청하는 쪽"),
        ("none-error.html", "오류를 알리는 쪽"),
    ],
)
def test_a_page_without_an_article_is_refused(name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read((PAGES / name).read_bytes(), id=name)
