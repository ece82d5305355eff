"""Reports on disk, for a browser to open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from sasil.record import Record
from sasil.view.report import report

Opener = Callable[..., Page]
"""Opens a page: `open_page(url, width=…, scheme=…, locale=…)`."""


def written(records: Sequence[Record], folder: Path) -> str:
    """Write the report of some records and return its address."""
    path = folder / "report.html"
    path.write_text(report(records, "보고서"), encoding="utf-8")
    return path.as_uri()


def saved(page: Page, click: Callable[[], None]) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that a click downloads."""
    with page.expect_download() as waiting:
        click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
