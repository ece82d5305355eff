"""The view in a real Chromium: every page must load nothing from outside and complain of nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from report_pages import Opener, written

from sasil.evaluation.gold import read_markup
from sasil.record import Record

HERE = Path(__file__).parent
PATIENCE = 60_000
"""Milliseconds to wait for what must come; a machine may be busy with other tests."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: sh scripts/system.sh installs one")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Open a page of its own: `open_page(url, width=…, scheme=…, locale=…)`; what it complains of fails the test."""
    contexts = []
    complaints: list[str] = []

    def open_(
        url: str, *, width: int = 1280, height: int = 900, scheme: Any = "light", locale: str = "ko-KR", **more: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            accept_downloads=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        origin = "/".join(url.split("/")[:3])
        page.on(
            "request", lambda asked: asked.url.startswith((origin, "blob:", "data:")) or complaints.append(asked.url)
        )
        page.goto(url)
        page.wait_for_selector("main *")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [line for line in complaints if "status of 4" not in line] == []


@pytest.fixture(scope="session")
def sluice() -> Record:
    """An article with every kind of fact, an emoji before most of them, and a project in an event's name."""
    return read_markup(HERE / "sluice.md").record


@pytest.fixture(scope="session")
def sluice_url(sluice: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written([sluice], tmp_path_factory.mktemp("sluice"))
