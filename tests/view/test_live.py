"""The page of a real server, in Chromium: a text, a file or records go in, and what fails is said in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from report_pages import Opener, saved
from sasil_server import SasilServer

from sasil.record import Record

TOKEN = "naru-token"
RELEASE = """나루시, ‘물빛 다리 건립사업’ 첫 삽

🌉 나루시(시장 편도윤)는 오는 12일 물빛공원에서 물빛 다리 건립사업 착공식을 연다.
총사업비는 84억 원으로 국비 42억 원, 도비 12억6천만 원, 시비 29억4천만 원이 들어간다.
편도윤 시장은 “강 건너가 이웃이 된다”고 말했다.
"""


@pytest.fixture(scope="session")
def server() -> Iterator[SasilServer]:
    server = SasilServer("--workers", "1", "--max-bytes", "100000", "--allow-urls", SASIL_TOKEN=TOKEN)
    yield server
    assert server.stop() == 0


@pytest.fixture
def page(open_page: Opener, server: SasilServer) -> Page:
    page = open_page(f"{server.url}/")
    page.locator("#live-token").fill(TOKEN)
    return page


def test_a_pasted_text_is_read_and_shown(page: Page) -> None:
    page.locator("#live-text").fill(RELEASE)
    page.locator("#live-published").fill("2025-03-10")
    page.get_by_role("button", name="사실 찾기").click()
    expect(page.locator("[data-part='budgets/0']")).to_contain_text("84억 원")
    page.locator(".mark", has_text="12일").first.hover()
    for words in ("2025년 3월 12일 (수)", "time.relative", "발행일에서 세는 날짜"):
        expect(page.locator("#detail")).to_contain_text(words)
    page.get_by_role("link", name="다른 글").click()
    expect(page.locator("#live-text")).to_have_value(RELEASE)


def test_a_file_is_read(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "다리.txt"
    path.write_bytes(RELEASE.encode("cp949", "ignore"))
    page.locator("#live-file").set_input_files(path)
    expect(page.locator(".titles h1")).to_contain_text("물빛 다리 건립사업")
    page.get_by_role("button", name="Switch to English").click()
    expect(page.get_by_role("button", name="Correct")).to_be_visible()


def test_records_are_opened_without_asking_the_server(page: Page, sluice: Record, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f"{sluice.model_dump_json()}\nnot a record\n{sluice.model_dump_json()}\n", encoding="utf-8")
    page.locator("#live-file").set_input_files(path)
    expect(page.locator(".articles li")).to_have_count(2)
    expect(page.locator(".error")).to_contain_text("1줄은 레코드가 아니어서 뺐습니다: 2")


def test_what_fails_is_said_and_the_text_stays(page: Page) -> None:
    error = page.locator(".error[role=alert]")
    page.get_by_role("button", name="사실 찾기").click()
    expect(error).to_contain_text("읽을 글이 없습니다")
    page.locator("#live-text").fill("물길 " * 60_000)
    page.get_by_role("button", name="사실 찾기").click()
    expect(error).to_contain_text("100,000바이트")
    assert len(page.locator("#live-text").input_value()) == 180_000
    page.locator("#live-url").fill("http://127.0.0.1:9/")
    page.get_by_role("button", name="주소 읽기").click()
    expect(error).to_contain_text("127.0.0.1")
    page.locator("#live-file").set_input_files({"name": "big.hwp", "mimeType": "x/y", "buffer": b"\x00" * 200_000})
    expect(error).to_contain_text("파일이 너무 큽니다: 196 KB, 한도 98 KB")


def test_a_wrong_token_is_asked_for_again(page: Page) -> None:
    page.locator("#live-token").fill("wrong")
    page.locator("#live-text").fill(RELEASE)
    page.get_by_role("button", name="사실 찾기").click()
    expect(page.locator(".error[role=alert]")).to_be_visible()
    expect(page.locator("#live-token")).to_be_focused()


def test_hostile_text_goes_through_as_text(page: Page) -> None:
    text = "<script>window.broken = 1</script> 🌊 나루시는 84억 원을 \u202e쓴다\u202c. \x07<img src=x onerror='window.broken=1'>"
    page.locator("#live-text").fill(text)
    page.get_by_role("button", name="사실 찾기").click()
    expect(page.locator(".mark", has_text="84억 원").first).to_be_visible()
    assert page.evaluate("document.querySelector('.reading').textContent") == text.replace("\x07", "\u2407")
    assert page.evaluate("window.broken") is None


def test_a_fact_that_is_added_by_hand_gets_its_normal_form(page: Page) -> None:
    page.locator("#live-text").fill("물길에 놓는 다리 (구천만 원 상당) 이야기\n\n본문이다.")
    page.get_by_role("button", name="사실 찾기").click()
    page.get_by_role("button", name="고치기").click()
    if page.locator(".paint[data-type=MONEY]").count():
        page.locator(".mark[role=button]", has_text="만 원").click()
        page.locator("#detail .danger").first.click()
    page.get_by_text("글에 있는 말 찾아 더하기").click()
    page.locator("#find-words").fill("구천만 원")
    page.locator("#find-type").select_option("MONEY")
    page.locator("#find-words").press("Enter")
    expect(page.locator("#detail [name=amount]")).to_have_value("90000000")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_form(open_page: Opener, server: SasilServer, scheme: str) -> None:
    page = open_page(f"{server.url}/", scheme=scheme, width=360)
    page.get_by_role("button", name="사실 찾기").click()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def test_what_was_read_can_be_taken_away(page: Page) -> None:
    page.locator("#live-text").fill(RELEASE)
    page.locator("#live-text").press("Tab")
    page.get_by_role("button", name="사실 찾기").press("Enter")
    page.locator(".menu summary").click()
    _, data = saved(page, page.get_by_role("button", name="JSON", exact=True).click)
    record = Record.model_validate_json(data)
    assert record.text.strip() == RELEASE.strip()
    assert all(record.text[one.start : one.end] == one.text for one in record.mentions)
