"""What the view is made of: the same things on both sides of the border between Python and JavaScript."""

from __future__ import annotations

import json
import re

import pytest

from sasil import record
from sasil.evaluation.gold import KINDS, PARTS
from sasil.record import Record
from sasil.view.page import CONTENT_SECURITY_POLICY, MAIN, assets, live_page
from sasil.view.report import bundle, report

SCRIPTS = {name: data.decode() for name, (data, _) in assets().items() if name.endswith(".js")}
NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
MESSAGE = re.compile(r'^  "?([\w.-]+)"?:', re.MULTILINE)


def test_all_that_the_page_names_is_there() -> None:
    linked = re.findall(r'(?:src|href)="assets/([^"]+)"', live_page())
    imported = [name for script in SCRIPTS.values() for name in re.findall(r'from "\./([^"]+)"', script)]
    assert set(linked) | set(imported) == set(assets())


def test_nothing_in_the_live_page_needs_more_than_its_policy_allows() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert not re.search(r"<script(?![^>]*(?:src=|application/json))|<style|\sstyle=|\son\w+=", live_page())


def test_no_script_makes_html_of_text() -> None:
    for name, script in SCRIPTS.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script), (
            name
        )


def test_the_modules_of_the_bundle_share_no_name() -> None:
    modules = [script for name, script in SCRIPTS.items() if name != "early.js"]
    names = [name for script in modules for name in NAMED.findall(script)]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})
    assert not re.search(r"^(import|export) ", bundle(), re.MULTILINE)
    assert bundle().endswith(SCRIPTS[MAIN].rpartition("\n\n")[2])


def test_both_languages_say_the_same() -> None:
    korean, english = (MESSAGE.findall(SCRIPTS[f"messages.{lang}.js"]) for lang in ("ko", "en"))
    assert korean == english


def test_every_message_that_is_asked_for_exists() -> None:
    asked = {key for script in SCRIPTS.values() for key in re.findall(r'\bt\(\s*"([\w.]+)"', script)}
    assert asked - set(MESSAGE.findall(SCRIPTS["messages.ko.js"])) == set()


def test_the_forms_know_every_slot_of_a_record() -> None:
    fields = SCRIPTS["fields.js"]
    for part in PARTS:
        model = record.Record.model_fields[part].annotation.__args__[0]  # type: ignore[union-attr]
        for slot in set(model.model_fields) - {"spans", "span", "by"}:
            assert f'"{slot}"' in fields, (part, slot)


def test_the_kinds_of_gold_articles_are_those_of_the_evaluation() -> None:
    listed = re.search(r"GOLD_KINDS = \[(.*?)\]", SCRIPTS["fields.js"], re.DOTALL)
    assert listed is not None
    assert tuple(re.findall(r'"([\w-]+)"', listed[1])) == KINDS


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "나루시 & ]]>", "\x00\u2028\u202e"]
)
def test_a_report_holds_any_text_as_data(text: str) -> None:
    page = report([Record(id="1", text=text)], text)
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["records"][0]["text"] == text
    assert page.count("<script") == 3  # the early one, the data, the view
