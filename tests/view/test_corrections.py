"""Corrections in Chromium: each leaves a record that holds, can be undone, and ends as gold that Sasil takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from report_pages import Opener, saved, written

from sasil.evaluation.evaluate import evaluate
from sasil.evaluation.files import read_gold, read_records
from sasil.record import Record

CORRECTED = "corrected by hand in sasil view"


@pytest.fixture
def page(open_page: Opener, sluice_url: str) -> Page:
    page = open_page(sluice_url)
    page.get_by_role("button", name="고치기").click()
    return page


def current(page: Page) -> Record:
    """The record as it stands, by way of the download; it must be a record, every surface in its place."""
    page.locator(".menu summary").click()
    _, data = saved(page, page.get_by_role("button", name="JSON", exact=True).click)
    page.locator(".menu summary").click()
    record = Record.model_validate_json(data)
    assert all(record.text[one.start : one.end] == one.text for one in record.mentions)
    return record


def found(record: Record, words: str) -> list[tuple[str, Any]]:
    return [(one.type, one.value) for one in record.mentions if one.text == words]


def open_fact(page: Page, words: str) -> None:
    page.locator(".mark[role=button]", has_text=words).first.click()
    expect(page.locator("#detail .editor").first).to_be_visible()


def select(page: Page, words: str) -> None:
    """Select words of the text that stand in one piece of it, as a reader does with the mouse."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".reading"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }""",
        words,
    )
    expect(page.locator(".toolbar")).to_be_visible()


def test_a_type_is_corrected(page: Page) -> None:
    open_fact(page, "물빛공원")
    page.locator("#detail-type").select_option("ORG")
    record = current(page)
    assert found(record, "물빛공원") == [("ORG", None)]
    assert [one.spans for one in record.organizations if one.name == "물빛공원"] == [[tuple(span(record, "물빛공원"))]]


def span(record: Record, words: str) -> tuple[int, int]:
    at = record.text.index(words)
    return at, at + len(words)


def test_a_value_is_corrected(page: Page) -> None:
    open_fact(page, "300여 명")
    page.locator("#detail [name=amount]").fill("310")
    page.locator("#detail [name=of]").fill("")
    page.get_by_role("button", name="값 적용").click()
    ((_, value),) = found(current(page), "300여 명")
    assert (value.amount, value.unit, value.of, value.modifier) == ("310", "명", None, "over")


def test_a_value_that_is_none_is_refused(page: Page, sluice: Record) -> None:
    open_fact(page, "300여 명")
    page.locator("#detail [name=amount]").fill("1,000")
    page.get_by_role("button", name="값 적용").click()
    expect(page.locator(".toast")).to_contain_text("쉼표 없는 수")
    page.locator("#detail [name=amount]").fill("")
    page.get_by_role("button", name="값 적용").click()
    expect(page.locator(".toast")).to_contain_text("최소와 최대")
    assert current(page) == sluice


def test_a_boundary_is_moved_by_buttons_and_the_record_follows(page: Page) -> None:
    open_fact(page, "한결")
    page.get_by_role("button", name="끝을 한 글자 뒤로").click()
    page.get_by_role("button", name="끝을 한 글자 뒤로").click()
    record = current(page)
    assert found(record, "한결 주") == [("PERSON", None)]
    assert [(one.name, record.text[slice(*one.spans[0])]) for one in record.people][1] == ("한결 주", "한결 주")


def test_a_boundary_is_moved_by_selecting(page: Page) -> None:
    open_fact(page, "물빛공원")
    select(page, "에서 ")
    expect(page.get_by_role("button", name="고른 범위로 바꾸기")).to_be_visible()
    page.get_by_role("button", name="고른 범위로 바꾸기").click()
    assert found(current(page), "에서") == [("LOC", None)]


def test_a_fact_is_added_by_selecting(page: Page) -> None:
    select(page, "물막이 교체")
    page.locator(".toolbar [data-type=PROJECT]").click()
    record = current(page)
    assert found(record, "물막이 교체") == [("PROJECT", None)]
    assert [one.spans for one in record.projects if one.name == "물막이 교체"] == [[span(record, "물막이 교체")]]


def test_a_fact_is_added_by_its_words_from_the_keyboard(page: Page) -> None:
    page.get_by_text("글에 있는 말 찾아 더하기").click()
    page.locator("#find-words").fill("수질")
    page.locator("#find-type").select_option("EVENT")
    page.locator("#find-words").press("Enter")
    assert found(current(page), "수질") == [("EVENT", None)]
    page.locator("#find-words").fill("없는 말")
    page.locator("#find-words").press("Enter")
    expect(page.locator(".toast")).to_have_text("글에 없는 말입니다")


def test_facts_may_not_overlap(page: Page, sluice: Record) -> None:
    page.get_by_text("글에 있는 말 찾아 더하기").click()
    page.locator("#find-words").fill("물길 되살리기")
    page.locator("#find-words").press("Enter")
    expect(page.locator(".toast")).to_contain_text("겹칩니다")
    assert current(page) == sluice


def test_a_fact_is_deleted_with_the_record_that_stood_on_it_alone(page: Page) -> None:
    open_fact(page, "한결")
    page.locator("#detail .danger").first.click()
    record = current(page)
    assert (found(record, "한결"), [one.name for one in record.people]) == ([], ["편도윤"])
    expect(page.locator(".toast")).to_contain_text("사람")


def test_what_was_done_is_undone_and_done_again(page: Page, sluice: Record) -> None:
    open_fact(page, "물빛공원")
    page.locator("#detail-type").select_option("ORG")
    changed = current(page)
    page.locator(".mark[role=button]").first.focus()
    page.keyboard.press("Control+z")
    assert current(page) == sluice
    page.get_by_role("button", name="다시 하기").click()
    assert current(page) == changed


def test_a_part_is_corrected_and_deleted(page: Page) -> None:
    page.get_by_role("button", name="고치기: 사업 1").click()
    form = page.locator(".partform")
    form.locator("[name=name]").fill("GREEN3 사업")
    form.locator("[name=organizations]").fill("주관 나루시\n지원 물빛도")
    form.locator("[name=period]").fill("2025-03-12/")
    form.locator("[name=status]").select_option("planned")
    form.get_by_role("button", name="적용").click()
    record = current(page)
    (project,) = record.projects
    assert (project.name, project.status, project.period.end if project.period else "") == (
        "GREEN3 사업",
        "planned",
        None,
    )
    assert [(one.role, one.name) for one in project.organizations] == [("lead", "나루시"), ("funder", "물빛도")]
    assert {name for budget in record.budgets for name in budget.projects} == {"GREEN3 사업"}
    page.get_by_role("button", name="지우기: 예산 1", exact=True).click()
    assert [(one.role, one.part_of) for one in current(page).budgets] == [
        ("national", None),
        ("provincial", None),
        ("municipal", None),
    ]


def test_a_project_that_is_deleted_owns_no_money_any_more(page: Page) -> None:
    page.get_by_role("button", name="지우기: 사업 1", exact=True).click()
    record = current(page)
    assert (record.projects, [one.projects for one in record.budgets]) == ([], [[], [], [], []])


def test_a_part_is_added_where_the_text_has_it(page: Page) -> None:
    page.get_by_role("button", name="예산 더하기").click()
    form = page.locator(".partform")
    form.locator("[name=projects]").fill("GREEN3 물길 되살리기 사업")
    form.locator("[name=amount]").fill("123")
    form.get_by_role("button", name="적용").click()
    expect(page.locator(".toast")).to_contain_text("찾지 못했습니다")
    form.locator("[name=amount]").fill("")
    form.locator("[name=low]").fill("300000000")
    form.locator("[name=high]").fill("500000000")
    form.locator("[name=role]").select_option("other")
    form.get_by_role("button", name="적용").click()
    record = current(page)
    assert (record.budgets[-1].low, record.text[slice(*record.budgets[-1].spans[0])]) == ("300000000", "3억~5억 원")


def save(page: Page, kind: str = "local-government") -> bytes:
    page.get_by_role("button", name="정답 저장").click()
    page.locator("#gold-kind").select_option(kind)
    name, data = saved(page, page.get_by_role("button", name="저장", exact=True).click)
    assert name == "gold.jsonl"
    return data


def test_corrections_are_saved_as_gold_that_the_evaluation_takes(page: Page, tmp_path: Path) -> None:
    open_fact(page, "물빛공원")
    page.locator("#detail-type").select_option("ORG")
    file = tmp_path / "gold.jsonl"
    file.write_bytes(save(page))
    (gold,) = read_gold(file)
    assert (gold.kind, gold.record.article.published_at) == ("local-government", "2025-03-10")
    assert gold.origin is not None
    assert gold.origin.startswith(CORRECTED)
    scores = evaluate([gold], read_records(file, [gold])).scores
    assert {scores[name].f1 for name in ("spans.strict.ALL", "values.strict.ALL", "projects", "budgets", "quotes")} == {
        1.0
    }


def test_what_nobody_looked_at_is_not_saved(open_page: Opener, sluice: Record, tmp_path: Path) -> None:
    other = sluice.model_copy(update={"id": "view-other"})
    page = open_page(written([sluice, other], tmp_path) + "#/1")
    page.get_by_role("button", name="고치기").click()
    page.get_by_role("button", name="정답 저장").click()
    expect(page.locator("dialog")).to_contain_text("없습니다")
    page.keyboard.press("Escape")
    page.locator("#checked").check()
    (line,) = save(page, "company").splitlines()
    held = json.loads(line)
    assert (held["id"], held["kind"], held["origin"][:7]) == ("view-other", "company", "checked")


def test_unsaved_corrections_are_warned_of(page: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    open_fact(page, "물빛공원")
    page.locator("#detail-type").select_option("ORG")
    save(page)
    page.reload()
    assert asked == []
    page.get_by_role("button", name="고치기").click()
    open_fact(page, "물빛공원")
    page.locator("#detail-type").select_option("ORG")
    page.reload()
    assert asked == ["beforeunload"]
