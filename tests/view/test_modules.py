"""The modules of the view that need no page: offsets, amounts, dates, pieces of text, in a browser's own JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

from sasil.view.page import assets

ORIGIN = "http://view.test"


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    """An empty page to which all modules of the view can be imported."""

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/")
        data, kind = assets().get(name, (b"<!DOCTYPE html><html lang='ko'>", "text/html"))
        route.fulfill(body=data, content_type=kind)

    context = browser.new_context()
    context.route(f"{ORIGIN}/**", serve)
    page = context.new_page()
    page.goto(f"{ORIGIN}/")
    yield page
    context.close()


def called(page: Page, module: str, name: str, *arguments: Any) -> Any:
    """What a function of a module gives."""
    code = f"async (given) => (await import('/{module}.js')).{name}(...given)"
    return page.evaluate(code, list(arguments))


AMOUNTS = [
    ("1260000000", "12억 6,000만", "1.26 billion"),
    ("180000000000", "1,800억", "180 billion"),
    ("2500000000000", "2조 5,000억", "2.5 trillion"),
    ("63452100", "6,345만 2,100", "63,452,100"),
    ("10000", "1만", "10,000"),
    ("9999", "9,999", "9,999"),
    ("-50000", "-5만", "-50,000"),
    ("17.3", "17.3", "17.3"),
    ("0", "0", "0"),
    (
        "123456789012345678901234567890",
        "123,456,789,012,345,678,901,234,567,890",
        "123,456,789,012,345,678,901,234,567,890",
    ),
]


def test_amounts_are_said_and_lose_nothing(modules: Page) -> None:
    for amount, korean, english in AMOUNTS:
        assert called(modules, "decimals", "spoken", amount, "ko") == korean
        assert called(modules, "decimals", "spoken", amount, "en") == english


DATES = [
    ("2025-10-03", "", "2025년 10월 3일 (금)"),
    ("2025-10", "", "2025년 10월"),
    ("2025-10", "END", "2025년 10월 말"),
    ("2020-H1", "", "2020년 상반기"),
    ("2019-Q3", "", "2019년 3분기"),
    ("2024/2028", "", "2024년 ~ 2028년"),
    ("2019-10-15/2019-10-20", "", "2019년 10월 15일 (화) ~ 2019년 10월 20일 (일)"),
    ("2025-03-12T14:00/2025-03-12T16:00", "", "2025년 3월 12일 (수) 14:00–16:00"),
    ("T10:00/T17:00", "", "10:00–17:00"),
    ("XXXX-XX-03", "", "3일"),
    ("XXXX-11", "", "11월"),
    ("202X", "", "2020년대"),
    ("2025-02-30", "", "2025년 2월 30일"),
    ("XXXX", "", "XXXX"),
    ("뜻 모를 것", "", "뜻 모를 것"),
]


def test_dates_are_said_as_far_as_they_are_known(modules: Page) -> None:
    for timex, mod, said in DATES:
        assert called(modules, "dates", "dateSaid", timex, mod) == said, timex


def test_lengths_are_said(modules: Page) -> None:
    for iso, said in {
        "P1Y10M": "1년 10개월",
        "P2D/P3D": "2일 ~ 3일",
        "PT90M": "90분",
        "P1DT2H": "1일 2시간",
        "P": "P",
    }.items():
        assert called(modules, "dates", "lengthSaid", iso) == said


@pytest.mark.parametrize(
    ("total", "parts", "adds_up", "state"),
    [
        ("100", ["60", "40"], None, "adds"),
        ("0.3", ["0.1", "0.2"], None, "adds"),  # as floating point 0.30000000000000004
        ("100", ["60", "30"], None, "partial"),
        ("100", ["60", "30"], False, "differs"),
        ("100", ["60", "50"], None, "differs"),
        ("100", ["60", "41"], True, "adds"),
        ("100", [], None, "unknown"),
    ],
)
def test_parts_are_held_against_their_total(
    modules: Page, total: str, parts: list[str], adds_up: bool | None, state: str
) -> None:
    held = [{"amount": total, "currency": "KRW", **({} if adds_up is None else {"adds_up": adds_up})}]
    held += [{"amount": part, "currency": "KRW", "part_of": 0} for part in parts]
    code = "async (held) => { const m = await import('/budgets.js'); return m.balance(m.groups(held)[0]).state; }"
    assert modules.evaluate(code, held) == state


# Lone surrogates are in no record: Sasil refuses them.
TEXTS = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("가나 |\n🌊𠀀👨‍👩‍👧"), max_size=60)
HOSTILE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@HOSTILE
@given(text=TEXTS)
def test_offsets_are_code_points_on_one_side_and_utf16_on_the_other(modules: Page, text: str) -> None:
    code = """async (text) => {
      const { Offsets } = await import('/codepoints.js');
      const offsets = new Offsets(text);
      const points = [...Array(offsets.length + 1).keys()];
      return [offsets.length, points.map((one) => offsets.unit(one)), points.map((one) => offsets.point(offsets.unit(one)))];
    }"""
    units = [len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)]
    assert modules.evaluate(code, text) == [len(text), units, list(range(len(text) + 1))]


@HOSTILE
@given(text=TEXTS, data=st.data())
def test_pieces_cover_the_text_and_every_fact(modules: Page, text: str, data: st.DataObject) -> None:
    units = len(text.encode("utf-16-le")) // 2
    ends = st.tuples(st.integers(0, units), st.integers(0, units)).map(sorted).filter(lambda pair: pair[0] < pair[1])
    drawn = data.draw(st.lists(ends, max_size=6)) if units else []
    places = [
        {"key": f"mentions/{n}", "type": "ORG", "start": start, "end": end} for n, (start, end) in enumerate(drawn)
    ]
    found = called(modules, "segments", "segments", places, [0, units])
    assert [one["start"] for one in found] == [0, *(one["end"] for one in found)][: len(found)]
    for place in places:
        held = [one for one in found if place["key"] in [other["key"] for other in one["places"]]]
        assert (held[0]["start"], held[-1]["end"]) == (place["start"], place["end"])
        assert sum(one["end"] - one["start"] for one in held) == place["end"] - place["start"]


@HOSTILE
@given(text=TEXTS)
def test_blocks_hold_every_sign_but_line_breaks_and_borders(modules: Page, text: str) -> None:
    code = """async (text) => (await import('/segments.js')).blocks(text).flatMap((block) =>
      block.lines.map((line) => (block.kind === 'table' ? line.cells.map(([a, b]) => text.slice(a, b)).join(' | ') : text.slice(line.start, line.end))))"""
    lines = [
        line
        for line in text.split("\n")
        if line.strip(
            "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
        )
    ]
    assert modules.evaluate(code, text) == lines


@HOSTILE
@given(amounts=st.lists(st.decimals(min_value=-(10**20), max_value=10**20, places=3), max_size=5))
def test_sums_are_exact(modules: Page, amounts: list[Decimal]) -> None:
    code = "async (all) => { const m = await import('/decimals.js'); return m.written(m.sum(all.map(m.decimal))); }"
    assert Decimal(modules.evaluate(code, [format(one, "f") for one in amounts])) == sum(amounts, Decimal())
