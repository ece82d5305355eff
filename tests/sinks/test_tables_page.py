"""docs/tables.md: its second half is the declared schema. ``python tests/sinks/test_tables_page.py`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from sasil.sinks.schema import markdown, tables

PAGE = Path(__file__).parent.parent.parent / "docs" / "tables.md"
_HEAD = "\n## Tables\n\n"


def test_the_page_shows_the_tables_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8").partition(_HEAD)[2] == markdown()


def test_the_page_counts_the_tables() -> None:
    assert len(tables()) == 16
    assert "sixteen tables" in PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    PAGE.write_text(PAGE.read_text(encoding="utf-8").partition(_HEAD)[0] + _HEAD + markdown(), encoding="utf-8")
