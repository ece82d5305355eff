"""docs/questions.md: every query runs on the exported samples, and the answers on the page are the ones that come out.

``python tests/sinks/test_questions.py`` writes the answers anew, where the rules have come to find other facts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb as engine
import pytest

from sasil.extraction import extract_each
from sasil.sinks import duckdb, sqlite
from sasil.sources.files import articles
from sasil.values import decimal_string

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "questions.md"
_QUERY = re.compile(r"^```(sql|sqlite|duckdb)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
QUERIES: list[tuple[str, str, str | None]] = _QUERY.findall(PAGE.read_text(encoding="utf-8"))

Ask = Callable[[str], str]


def shown(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return an answer as the page shows it: a line a row, cells parted by bars."""
    lines = [" | ".join(names), *(" | ".join(map(cell, row)) for row in rows)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def cell(value: Any) -> str:
    if isinstance(value, Decimal):
        return decimal_string(value)
    return "" if value is None else str(value)


def databases(folder: Path) -> dict[str, Ask]:
    def fail(error: Exception) -> None:
        raise error

    inputs = [str(ROOT / "corpus" / "samples"), str(ROOT / "docs" / "questions.jsonl")]
    records = list(extract_each(articles(inputs, fail), fail))
    sqlite.write(records, folder / "records.sqlite")
    duckdb.write(records, folder / "records.duckdb")

    def ask_sqlite(query: str) -> str:
        connection = sqlite3.connect(folder / "records.sqlite")
        cursor = connection.execute(query)
        answer = shown([column[0] for column in cursor.description], cursor.fetchall())
        connection.close()
        return answer

    def ask_duckdb(query: str) -> str:
        with engine.connect(str(folder / "records.duckdb"), read_only=True) as connection:
            cursor = connection.execute(query)
            return shown([column[0] for column in cursor.description], cursor.fetchall())

    return {"sqlite": ask_sqlite, "duckdb": ask_duckdb}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ask]:
    return databases(tmp_path_factory.mktemp("questions"))


@pytest.mark.parametrize("store", ["sqlite", "duckdb"])
def test_the_answers_on_the_page_are_true(asked: dict[str, Ask], store: str) -> None:
    found = [(query, asked[store](query)) for kind, query, _ in QUERIES if kind in ("sql", store)]
    assert found == [(query, answer) for kind, query, answer in QUERIES if kind in ("sql", store)]


def test_there_are_ten_questions_with_answers_that_say_something() -> None:
    assert len(re.findall(r"^## \d+\. .*\?$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)) == 10
    assert [query for _, query, answer in QUERIES if answer.count("\n") < 2] == []


def _rewrite() -> None:
    with TemporaryDirectory() as folder:
        asked = databases(Path(folder))

        def answered(found: re.Match[str]) -> str:
            kind, query = found[1], found[2]
            answer = asked["duckdb" if kind == "duckdb" else "sqlite"](query)
            return f"```{kind}\n{query}```\n\n```text\n{answer}```\n"

        PAGE.write_text(_QUERY.sub(answered, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    _rewrite()
