"""The report of one article, in Chromium: text, facts, filters, downloads, both languages, any screen."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from report_pages import Opener, saved, written

from sasil.record import MoneyMention, NameMention, Record
from sasil.view.report import report

EVENT = "GREEN3 물길 되살리기 사업 착공식"


def test_the_text_is_shown_as_it_is_and_every_fact_is_marked(
    open_page: Opener, sluice_url: str, sluice: Record
) -> None:
    page = open_page(sluice_url)
    shown = page.evaluate("[...document.querySelectorAll('.reading > *')].map((one) => one.textContent).join('')")
    assert "".join(shown.split()) == "".join(sluice.text.replace(" | ", "").split())
    labels = page.locator(".mark[role=button]").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
    for mention in sluice.mentions:
        assert any(label.startswith(mention.text) for label in labels), mention.text
    assert page.locator("h1").inner_text() == sluice.article.title


NORMAL_FORMS = {
    "12억6천만 원": ["금액", "12억 6,000만 원", "1,260,000,000 KRW"],
    "3억~5억 원": ["금액", "3억 ~ 5억 원", "300,000,000 – 500,000,000 KRW"],
    "12일 오후 2시": ["시각", "2025년 3월 12일 (수) 14:00", "2025-03-12T14:00"],
    "300여 명": ["수량", "300명 남짓 (주민)"],
    "2년 2개월": ["기간", "2년 2개월", "P2Y2M"],
    "17.3%": ["비율", "17.3%"],
    "농어촌정비법": ["법령", "제9조"],
    "편도윤": ["사람", "편도윤"],
}


def test_hover_shows_the_normal_form_and_the_rule(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    detail = page.locator("#detail")
    for words, shown in NORMAL_FORMS.items():
        page.locator(".mark", has_text=words).first.hover()
        for part in [*shown, "찾은 규칙", "gold"]:
            expect(detail).to_contain_text(part)
    page.mouse.move(2, 2)
    expect(detail).to_be_hidden()


def test_a_rule_is_said_in_the_language_of_the_page(open_page: Opener, tmp_path: Path) -> None:
    mention = NameMention(type="PROJECT", start=0, end=9, text="물빛 산책로 사업", by="projects.name")
    page = open_page(written([Record(id="1", text="물빛 산책로 사업을 한다.", mentions=[mention])], tmp_path))
    page.locator(".mark").hover()
    expect(page.locator("#detail .origin")).to_contain_text("사업·프로젝트로 끝나는 이름")
    page.get_by_role("button", name="Switch to English").click()
    page.locator(".mark").hover()
    expect(page.locator("#detail .origin")).to_contain_text("a name ending in 사업 or 프로젝트")


def test_a_fact_inside_another_is_shown_with_it(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.locator(f'.mark[aria-label^="{EVENT}"]').hover()
    surfaces = page.locator("#detail .surface").all_inner_texts()
    assert {EVENT, "GREEN3 물길 되살리기 사업", "GREEN3"} <= set(surfaces)


def test_the_keyboard_goes_from_fact_to_fact_and_holds_one_open(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.locator(".mark[role=button]").first.focus()
    expect(page.locator("#detail")).to_contain_text("나루시")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#detail")).to_contain_text("84억 원")
    assert page.locator(".mark[tabindex='0']").count() == 1  # one stop for the Tab key
    page.keyboard.press("Enter")
    expect(page.locator("#detail[role=dialog]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#detail")).to_be_hidden()
    assert "84억 원" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_a_card_leads_to_the_text_and_back(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    card = page.locator("[data-part='contacts/0'] button.fact")
    card.click()
    expect(page.locator(".flash").first).to_be_visible()
    assert "한결" in page.evaluate("document.activeElement.textContent")
    expect(page.locator("#announce")).to_contain_text("한결")
    page.get_by_role("button", name="돌아가기").click()
    expect(card).to_be_focused()


def test_the_text_leads_to_the_card(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.locator(".mark", has_text="물이 마을을").click()
    page.locator("#detail .link").click()
    expect(page.locator("[data-part='quotes/0']")).to_be_focused()
    expect(page.locator("[data-part='quotes/0']")).to_be_in_viewport()


def test_what_the_cards_say(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    said = {
        part: page.locator(f"[data-part='{part}']").inner_text()
        for part in ("projects/0", "budgets/0", "events/0", "acronyms/0", "people/0", "contacts/0")
    }
    for part, words in {
        "projects/0": [
            "GREEN3 물길 되살리기 사업",
            "84억 원",
            "2025년 3월 12일 (수) ~ 2027년 5월 31일 (월)",
            "주관",
            "나루시",
            "물빛공원",
            "진행",
            "1단계",
            "나루시 물길 종합계획",
        ],
        "budgets/0": [
            "84억 원",
            "8,400,000,000 KRW",
            "국비",
            "42억 원",
            "50%",
            "도비",
            "15%",
            "시·군·구비",
            "35%",
            "나뉜 금액의 합이 총액과 같습니다",
        ],
        "events/0": [EVENT, "2025년 3월 12일 (수) 14:00", "물빛공원", "나루시"],
        "acronyms/0": ["GREEN3", "지하수", "Groundwater", "하천", "River", "생태", "Ecology", "세 물길"],
        "people/0": ["편도윤", "나루시 시장", "물이 마을을 다시 잇는다"],
        "contacts/0": ["한결", "055-000-1234", "hangyeol@naru.example"],
    }.items():
        for word in words:
            assert word in said[part], (part, word)


def test_the_timeline_is_in_order(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    codes = page.locator(".timeline:not(.loose) .when code").all_inner_texts()
    assert codes == ["2025-03-10", "2025-03-12", "2026", "2027", "2027-05", "2027-05-31"]


def test_the_bar_is_split_as_the_amounts_are(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    widths = page.locator(".bar span").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert [round(100 * width / sum(widths)) for width in widths] == [50, 15, 35]


def test_a_type_can_be_hidden_and_labelled(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    chip = page.locator(".chip[data-type=MONEY]")
    before = page.locator(".paint[data-type=MONEY]").count()
    chip.click()
    assert (before > 0, page.locator(".paint[data-type=MONEY]").count(), chip.get_attribute("aria-pressed")) == (
        True,
        0,
        "false",
    )
    page.get_by_role("button", name="모두 끄기").click()
    assert page.locator(".mark").count() == 0
    page.get_by_role("button", name="모두", exact=True).click()
    page.get_by_role("button", name="종류 이름 달기").click()
    label = page.locator(".paint[data-type=LAW]").evaluate("one => getComputedStyle(one, '::after').content")
    assert label == '"법령"'


def test_json_comes_back_as_the_same_record(open_page: Opener, sluice_url: str, sluice: Record) -> None:
    page = open_page(sluice_url)
    page.locator(".menu summary").click()
    name, data = saved(page, page.get_by_role("button", name="JSON", exact=True).click)
    assert (name, Record.model_validate_json(data)) == ("view-sluice.json", sluice)


def test_json_is_copied(open_page: Opener, sluice_url: str, sluice: Record) -> None:
    page = open_page(sluice_url, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".menu summary").click()
    page.get_by_role("button", name="JSON 복사").click()
    expect(page.locator(".toast")).to_have_text("복사했습니다")
    assert Record.model_validate_json(page.evaluate("navigator.clipboard.readText()")) == sluice


def test_csv_has_exact_amounts_and_the_mark_of_utf8(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.locator(".menu summary").click()
    page.locator("#table").select_option("budgets")
    name, data = saved(page, page.get_by_role("button", name="CSV").click)
    assert (name, data[:3]) == ("view-sluice.budgets.csv", b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [(row["role"], row["amount"], row["part_of"]) for row in rows] == [
        ("total", "8400000000", ""),
        ("national", "4200000000", "0"),
        ("provincial", "1260000000", "0"),
        ("municipal", "2940000000", "0"),
    ]


def test_no_cell_is_a_formula(open_page: Opener, tmp_path: Path) -> None:
    texts = ['=HYPERLINK("x")', "+82 2", "@SUM(A1)", "-어림", "-5", '"쉼표", 줄\n바꿈']
    records = [
        Record(
            id=text,
            article={"title": text},
            text="84억 원",
            mentions=[
                MoneyMention(
                    start=0,
                    end=5,
                    text="84억 원",
                    value={"amount": "-8400000000", "currency": "KRW"},
                    by="money.amount",
                )
            ],
        )
        for text in texts
    ]
    page = open_page(written(records, tmp_path))
    page.locator(".menu summary").click()
    _, data = saved(page, page.get_by_role("button", name="CSV").click)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == [
        '\'=HYPERLINK("x")',
        "'+82 2",
        "'@SUM(A1)",
        "'-어림",
        "-5",
        '"쉼표", 줄\n바꿈',
    ]
    assert {row["amount"] for row in rows} == {"-8400000000"}


def test_the_calendar_can_be_read(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.locator(".menu summary").click()
    name, data = saved(page, page.get_by_role("button", name="달력").click)
    assert name == "view-sluice.ics"
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"], event["DTSTART"].dt.isoformat()) == (
        EVENT,
        "물빛공원",
        "2025-03-12T05:00:00+00:00",
    )


@pytest.mark.parametrize(
    ("locale", "facts", "other"), [("ko-KR", "고치기", "Switch to English"), ("en-US", "Correct", "한국어로 바꾸기")]
)
def test_the_browsers_language_is_spoken_and_the_other_is_remembered(
    open_page: Opener, sluice_url: str, locale: str, facts: str, other: str
) -> None:
    page = open_page(sluice_url, locale=locale)
    expect(page.get_by_role("button", name=facts)).to_be_visible()
    page.get_by_role("button", name=other).click()
    expect(page.get_by_role("button", name=facts)).to_have_count(0)
    lang = page.evaluate("document.documentElement.lang")
    page.reload()
    assert page.evaluate("document.documentElement.lang") == lang != locale[:2]


def test_the_theme_follows_the_system_until_one_is_chosen(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url, scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="밝은 화면").click()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light != dark
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="어두운 화면").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_phone_shows_one_side_at_a_time_and_never_scrolls_sideways(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url, width=360, height=740)
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(wide) <= 0
    page.locator(".panes [data-pane=facts]").click()
    expect(page.locator(".reading")).to_be_hidden()
    assert page.evaluate(wide) <= 0
    page.locator("[data-part='projects/0'] h3 button").click()
    expect(page.locator(".reading")).to_be_visible()
    page.get_by_role("button", name="고치기").click()
    page.locator(".mark", has_text="12억6천만").click()
    expect(page.locator("#detail")).to_be_in_viewport()
    assert page.evaluate(wide) <= 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(open_page: Opener, sluice_url: str, scheme: str, width: int) -> None:
    page = open_page(sluice_url, scheme=scheme, width=width)
    axe = Axe()
    page.get_by_role("button", name="종류 이름 달기").click()
    results = [axe.run(page)]
    page.get_by_role("button", name="고치기").click()
    page.locator(".mark", has_text="12억6천만").click()
    if width < 900:
        page.locator("#detail .close").click()
        page.locator(".panes [data-pane=facts]").click()
    page.locator("[data-part='budgets/0'] > .tools button").first.click()
    page.locator(".menu summary").click()
    results.append(axe.run(page))
    for result in results:
        assert result.violations_count == 0, result.generate_report()


def test_the_skip_link_is_the_first_stop(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_less_motion_is_heeded(open_page: Opener, sluice_url: str) -> None:
    page = open_page(sluice_url, reduced_motion="reduce")
    page.locator("[data-part='contacts/0'] button.fact").click()
    expect(page.locator(".flash").first).to_be_visible()
    assert page.locator(".flash").first.evaluate("one => getComputedStyle(one).animationName") == "none"


HOSTILE = [
    "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
    "\u202e뒤집힌 글\u202c 84억 원 \u2066안\u2069",
    "NUL \x00과 \x1b[31m과 \x7f",
    "👨‍👩‍👧‍👦🇰🇷 가족 84억 원",
    "e\u0301\u0302\u0303" * 50,
    "]]></script>{{7*7}}${7*7}",
    "",
    " \n\n \t\n",
]


def seen(text: str) -> str:
    """What stands on the page for a text: signs without a shape have one, one for one."""
    return text.strip().translate({0: 0x2400, 0x1B: 0x241B, 0x7F: 0x2421}) or "제목 없는 글"


def hostile(text: str) -> Record:
    held = [{"name": text or "빈", "spans": [], "by": "x.y"}]
    info = {"title": text, "url": "javascript:alert(1)"}
    return Record(id=text or "빈", article=info, text=text, projects=held, people=held, organizations=held)


def test_hostile_text_is_text(open_page: Opener, tmp_path: Path) -> None:
    page = open_page(written([hostile(text) for text in HOSTILE], tmp_path))
    expect(page.locator(".articles li")).to_have_count(len(HOSTILE))
    for at, text in enumerate(HOSTILE):
        page.goto(f"{page.url.partition('#')[0]}#/{at}")
        page.wait_for_function("title => document.querySelector('h1').textContent === title", arg=seen(text))
        shown = page.evaluate("document.querySelector('.reading').textContent")
        assert shown == (seen(text) if text.strip() else "글이 비어 있습니다.")
    assert page.evaluate("window.broken") is None
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_text_of_a_megabyte_can_be_read(open_page: Opener, tmp_path: Path) -> None:
    line = "나루시는 2일 🌊 물길 공사에 84억 원을 쓴다고 밝혔다. "
    text = line * (1_000_000 // len(line))
    at = line.index("84억 원")
    places = range(at, len(text), 20 * len(line))
    mentions = [
        MoneyMention(
            start=start,
            end=start + 5,
            text="84억 원",
            value={"amount": "8400000000", "currency": "KRW"},
            by="money.amount",
        )
        for start in places
    ]
    page = open_page(written([Record(id="큰 글", text=text, mentions=mentions)], tmp_path))
    assert page.locator(".mark").count() == len(mentions)
    assert page.locator(".mark").last.text_content() == "84억 원"


def test_a_report_is_the_record_it_was_made_of(sluice: Record) -> None:
    page = report([sluice], "보고서")
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    assert Record.model_validate(data["records"][0]) == sluice
