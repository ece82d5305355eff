"""Make the pictures of the documentation: the view of the samples in Chromium, into docs/images."""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from sasil.extraction import extract_each, load
from sasil.sources.files import articles
from sasil.view.report import report

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SAMPLES = ("regional-news.txt", "rnd-programme.txt", "ministry-release.txt", "university.txt", "company-release.txt")


def fail(error: Exception) -> None:
    """End with the first sample that cannot be read."""
    raise error


def main() -> None:
    """Read the samples, write their report and take its pictures."""
    given = articles([str(ROOT / "corpus" / "samples" / name) for name in SAMPLES], fail)
    records = list(extract_each(given, fail, nlp=load()))
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(report(records, "사실"), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        article(browser, path.as_uri())
        detail(browser, path.as_uri())
        phone(browser, path.as_uri())
        browser.close()


def article(browser: Browser, url: str) -> None:
    """Show an article beside its facts."""
    page = opened(browser, f"{url}#/0", 1280, 860)
    save(page, "article")


def detail(browser: Browser, url: str) -> None:
    """Show what is known of a fact, in the dark, in English."""
    page = opened(browser, f"{url}#/1", 1280, 860, color_scheme="dark", locale="en-US")
    page.locator(".mark", has_text="1,040억 원").first.hover()
    save(page, "detail")


def phone(browser: Browser, url: str) -> None:
    """Show the facts of an article on a phone."""
    page = opened(browser, f"{url}#/0", 390, 844)
    page.locator(".panes [data-pane=facts]").click()
    save(page, "phone")


def opened(browser: Browser, url: str, width: int, height: int, **more: str) -> Page:
    """Open the report at one and a half times the density of a plain screen."""
    options = {"locale": "ko-KR", **more}
    page = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=1.5, **options
    ).new_page()
    page.goto(url)
    page.wait_for_selector(".reading")
    return page


def save(page: Page, name: str) -> None:
    """Write what is seen as a small picture."""
    page.wait_for_timeout(400)  # until what fades has faded
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.save(IMAGES / f"{name}.webp", quality=84, method=6)


if __name__ == "__main__":
    main()
