"""The report of many articles: found, sorted and sifted; rows are made only as they come near."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from report_pages import Opener, saved, written

from sasil.record import Budget, MoneyMention, Project, Record


def article(number: int) -> Record:
    """The nth article: its amount grows and its day falls with the number; every tenth has no budget and no date."""
    text = f"나루시 {number}호 물길 공사에 {number}억 원을 쓴다."
    at = text.index(f"{number}억")
    end = at + len(f"{number}억 원")
    amount = f"{number}00000000"
    bare = number % 10 == 0
    value = {"amount": amount, "currency": "KRW"}
    name = f"{number}호 물길 공사"
    return Record(
        id=f"a{number}",
        article={"title": f"물길 {number}호", "published_at": None if bare else f"{2026 - number // 50}-01-01"},
        text=text,
        mentions=[MoneyMention(start=at, end=end, text=text[at:end], value=value, by="money.amount")],
        projects=[Project(name=name, spans=[(4, 4 + len(name))], by="projects.record")],
        budgets=[]
        if bare
        else [Budget(projects=[name], currency="KRW", amount=amount, spans=[(at, end)], by="budgets.amount")],
    )


@pytest.fixture(scope="session")
def thousand_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written([article(number) for number in range(1, 1001)], tmp_path_factory.mktemp("thousand"))


def titles(page: Page, most: int = 3) -> list[str]:
    return page.locator(".articles .name").all_inner_texts()[:most]


def test_a_thousand_articles_are_a_list_that_grows_as_it_is_read(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    expect(page.locator(".count-line")).to_have_text("글 1000건")
    first = page.locator(".articles li").count()
    assert first < 200
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".articles li").nth(first)).to_be_attached()


SORTED = {
    "amount": ["물길 999호", "물길 998호", "물길 997호"],
    "newest": ["물길 1호", "물길 2호", "물길 3호"],
    "oldest": ["물길 951호", "물길 952호", "물길 953호"],
    "given": ["물길 1호", "물길 2호", "물길 3호"],
}


def test_the_list_is_sorted(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    for sort, first in SORTED.items():
        page.locator("#list-sort").select_option(sort)
        expect(page.locator(".articles .name").first).to_have_text(first[0])
        assert titles(page) == first


def test_the_list_is_searched_by_every_word(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    page.locator("#list-words").fill("물길 777호")
    expect(page.locator(".count-line")).to_have_text("1000건 가운데 1건")
    assert titles(page) == ["물길 777호"]
    page.locator("#list-words").fill("없는말")
    expect(page.locator(".count-line")).to_have_text("맞는 글이 없습니다.")
    page.locator("#list-words").fill("")
    page.locator("#list-type").select_option("QUOTE")
    expect(page.locator(".count-line")).to_have_text("맞는 글이 없습니다.")


def test_an_article_opens_and_the_list_comes_back_as_it_was(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    page.locator("#list-words").fill("77호")
    expect(page.locator(".articles .name").first).to_have_text("물길 77호")
    page.locator(".articles a").first.click()
    expect(page.locator("h1")).to_have_text("물길 77호")
    page.get_by_role("link", name="다음 글").click()  # the next one of those that were found
    expect(page.locator("h1")).to_have_text("물길 177호")
    page.go_back()
    page.go_back()
    expect(page.locator("#list-words")).to_have_value("77호")
    assert titles(page, 1) == ["물길 77호"]


def test_the_list_comes_back_where_it_was_left(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    for _ in range(3):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(200)
    name = page.locator(".articles .name").last.inner_text()  # rows come as they near: the last is soon another
    row = page.locator(".articles a").filter(has=page.get_by_text(name, exact=True))
    row.scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    row.click()
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page.locator(".articles .name", has_text=name).first).to_be_in_viewport()
    assert left > 1000


def test_all_articles_are_taken_away_as_json_lines(open_page: Opener, thousand_url: str) -> None:
    page = open_page(thousand_url)
    page.locator(".menu summary").click()
    name, data = saved(page, page.get_by_role("button", name="모두 JSON Lines").click)
    lines = data.decode().splitlines()
    assert (name, len(lines), Record.model_validate(json.loads(lines[998]))) == ("records.jsonl", 1000, article(999))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_list(open_page: Opener, thousand_url: str, scheme: str) -> None:
    page = open_page(thousand_url, scheme=scheme, width=360)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def test_a_report_of_one_article_has_no_list(open_page: Opener, tmp_path: Path) -> None:
    page = open_page(written([article(3)], tmp_path))
    expect(page.locator("h1")).to_have_text("물길 3호")
    assert page.get_by_role("link", name="목록").count() == 0
