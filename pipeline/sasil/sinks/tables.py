"""Record ↔ rows of tables: the one place where a record is laid out flat and put together again.

``schema.tsv`` declares which part of the record each column holds. Amounts stand twice: exact as text, and as a number
where it fits. Dates stand as the text gives them, and as a day where it is fully known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from sasil.article import holds_half
from sasil.errors import SasilError, SourceError, TextError
from sasil.record import Record
from sasil.sinks.schema import DERIVED, PRECISION, SCALE, Column, Table, tables

Cell = str | int | bool | Decimal | date | None
Row = tuple[Cell, ...]
OnError = Callable[[SasilError], None] | None

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?", re.DOTALL)
_EXACT = Context(prec=PRECISION, traps=[Inexact, InvalidOperation])
_STEP = Decimal(1).scaleb(-SCALE)
_LARGEST = 2**63 - 1
_ROW, _BATCH = 200, 20_000_000
"""Characters that a row weighs beside an article's text, and those of a batch: about a thousand articles."""


def rows(record: Record) -> dict[str, list[Row]]:
    """Return the rows of a record, by table; every table is there, with or without rows.

    Raises TextError for a lone surrogate, which no format can hold, and SourceError for a record that does not hold
    together: a number over 64 bits, or a budget that is part of none.

    >>> from sasil.record import Quote
    >>> quote = Quote(text="길을 열겠다", speaker="인경로", span=(3, 9), by="quotes.marks")
    >>> rows(Record(id="a", text="“길을 열겠다”", quotes=[quote]))["quotes"]
    [('a', 0, '길을 열겠다', '인경로', None, 3, 9, 'quotes.marks')]
    """
    data = record.model_dump()
    _check(record.id, data)
    named = {project["name"]: place for place, project in reversed(list(enumerate(data["projects"])))}
    try:
        return {table.name: _rows(table, data, named) for table in tables()}
    except OverflowError:
        raise SourceError(f"{record.id!r}: 64비트를 넘는 수가 있습니다") from None


def batches(records: Iterable[Record], on_error: OnError = None) -> Iterator[dict[str, list[Row]]]:
    """Give the rows of records in batches of a bounded size, each whole records, by table; no id twice in a batch.

    A record that cannot be laid out is told to ``on_error`` and the others go on; without it the error is raised.
    """
    batch: dict[str, list[Row]] = {table.name: [] for table in tables()}
    weight, held = 0, set[str]()
    for record in records:
        try:
            laid_out = rows(record)
        except SasilError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        if weight >= _BATCH or record.id in held:
            yield batch
            batch, weight, held = {table.name: [] for table in tables()}, 0, set()
        for name, found in laid_out.items():
            batch[name] += found
            weight += len(found) * _ROW
        weight += len(record.text)
        held.add(record.id)
    if batch["articles"]:
        yield batch


def _check(name: str, data: dict[str, Any]) -> None:
    count = len(data["budgets"])
    for place, budget in enumerate(data["budgets"]):
        if not 0 <= budget.get("part_of", 0) < count:
            raise SourceError(f"{name!r}: budgets[{place}].part_of가 가리키는 예산이 없습니다")
    if holds_half(json.dumps(data, ensure_ascii=False)):
        raise TextError(f"{name!r}: 짝 없는 대리 코드(surrogate)가 들어 있어 쓸 수 없습니다")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a value of a record's part goes: the cells that it fills, each with its conversion, and those below it."""

    cells: list[tuple[int, Callable[[Any], Cell]]] = dataclass_field(default_factory=list)
    below: dict[str, _Layout] = dataclass_field(default_factory=dict)


@cache
def _layout(table: Table) -> tuple[_Layout, list[Cell]]:
    """Return the layout of a table, and its row of a part that says nothing."""
    root = _Layout()
    for place, column in enumerate(table.columns):
        if not column.path.startswith("@"):
            layout = root
            for step in () if column.path == "." else column.path.split("."):
                layout = layout.below.setdefault(step, _Layout())
            layout.cells.append((place, _CELLS[column.type]))
    return root, [False if column.type == "present" else None for column in table.columns]


def _rows(table: Table, data: dict[str, Any], named: dict[str, int]) -> list[Row]:
    layout, blank = _layout(table)
    keys = [(place, column.path) for place, column in enumerate(table.columns) if column.path.startswith("@")]
    found = []
    for part, known in _parts(table, data):
        cells = blank.copy()
        _fill(cells, layout, part)
        for place, path in keys:
            cells[place] = named.get(part) if path == "@project" else known[path]
        found.append(tuple(cells))
    return found


def _fill(cells: list[Cell], layout: _Layout, value: Any) -> None:
    for place, convert in layout.cells:
        cells[place] = convert(value)
    if not layout.below:
        return
    for key, part in value.items() if isinstance(value, dict) else zip("01", value, strict=True):
        if part is not None and key in layout.below:
            _fill(cells, layout.below[key], part)


def _parts(table: Table, data: dict[str, Any]) -> Iterator[tuple[Any, dict[str, Cell]]]:
    """Give each part of the record that is a row of the table, with its keys."""
    article = data["id"]
    if not table.path:
        yield data, {"@article": article}
        return
    field, _, below = table.path.partition(".")
    for place, part in enumerate(data[field]):
        if not below:
            yield part, {"@article": article, "@position": place}
            continue
        for number, item in enumerate(part[below] or ()):
            yield item, {"@article": article, "@parent": place, "@position": number}


def number(text: str) -> Decimal | None:
    """Return an amount as a decimal of the width that the tables hold; None where it would not be the same number.

    >>> number("1260000000"), number("0.00000000001")
    (Decimal('1260000000.0000000000'), None)
    """
    try:
        return Decimal(text).quantize(_STEP, context=_EXACT)
    except (Inexact, InvalidOperation):
        return None


def day(text: str) -> date | None:
    """Return the day of a date, or of a date and time, that is fully known.

    >>> day("2025-10-03T14:00"), day("XXXX-10-03")
    (datetime.date(2025, 10, 3), None)
    """
    found = _DAY.fullmatch(text)
    try:
        return None if found is None else date.fromisoformat(found[1])
    except ValueError:
        return None


def _integer(value: int) -> int:
    if not -_LARGEST - 1 <= value <= _LARGEST:
        raise OverflowError
    return value


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_CELLS: dict[str, Callable[[Any], Cell]] = {
    "text": lambda value: value,
    "integer": _integer,
    "boolean": bool,
    "json": _compact,
    "present": lambda _: True,
    "count": len,
    "first_start": lambda spans: _integer(spans[0][0]) if spans else None,
    "first_end": lambda spans: _integer(spans[0][1]) if spans else None,
    "decimal": number,
    "date": lambda value: day(value.partition("/")[0]),
    "last": lambda value: day(value.rpartition("/")[2]),
}


def from_tables(streams: Mapping[str, Iterable[Row]]) -> Iterator[Record]:
    """Put records together again from the rows of all tables, each stream in one order of articles.

    The rows of an article follow one another, by position. Raises SourceError where the rows make no record.

    >>> record = Record(id="a", text="84억 원")
    >>> next(from_tables(rows(record))) == record
    True
    """
    children = [(table, _by_article(streams.get(table.name, ()))) for table in tables() if table.path]
    heads: dict[str, tuple[str, list[Row]] | None] = {table.name: next(groups, None) for table, groups in children}
    for head in streams["articles"]:
        data = _article(head)
        for table, groups in children:
            waiting = heads[table.name]
            if waiting is not None and waiting[0] == data["id"]:
                _attach(table, data, waiting[1])
                heads[table.name] = next(groups, None)
        yield _record(data)
    for name, left in heads.items():
        if left is not None:
            raise SourceError(f"{name}: 기사 {left[0]!r}이(가) articles에 없거나 순서가 다릅니다")


def _by_article(stream: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    for article, group in groupby(stream, key=itemgetter(0)):
        yield str(article), list(group)


def _article(row: Row) -> dict[str, Any]:
    data: dict[str, Any] = _part(tables()[0], row)
    data |= {table.path: [] for table in tables() if table.path and "." not in table.path}
    return data


def _attach(table: Table, data: dict[str, Any], found: Iterable[Row]) -> None:
    field, _, below = table.path.partition(".")
    parent = next((place for place, column in enumerate(table.columns) if column.path == "@parent"), None)
    for row in found:
        part = _part(table, row)
        if parent is None:
            data[field].append({name: [] for name in _lists(table)} | part)
            continue
        try:
            data[field][row[parent]].setdefault(below, []).append(part)
        except (IndexError, TypeError):
            raise SourceError(f"{table.name}: {row[parent]}번째 {field}이(가) 없습니다 ({row[0]!r})") from None


@cache
def _lists(table: Table) -> tuple[str, ...]:
    """Return the fields of a part that are lists in tables of their own, and never null."""
    counted = {column.path for column in table.columns if column.type == "count"}
    below = [child.path.removeprefix(f"{table.path}.") for child in tables() if child.parent == table.name]
    return tuple(field for field in below if field not in counted)


def _part(table: Table, row: Row) -> Any:
    """Return the part of a record that a row holds: a mapping, or the one string of a table of strings."""
    data: dict[str, Any] = {}
    for column, cell in zip(table.columns, row, strict=True):
        if column.path == ".":
            return cell
        if cell is not None and column.type not in DERIVED and not column.path.startswith("@"):
            _put(data, column, cell)
    if isinstance(span := data.get("span"), dict):
        data["span"] = [span.get("0"), span.get("1")]
    if data.get("type") in ("DATE", "TIME") and "value" in data:
        data["value"].setdefault("value", None)  # a date that cannot be
    return data


def _put(data: dict[str, Any], column: Column, cell: Cell) -> None:
    *steps, last = column.path.split(".")
    if column.type == "present":
        if cell:
            data.setdefault(last, {})
        return
    for step in steps:
        data = data.setdefault(step, {})
    if column.type == "count":
        data[last] = []
    else:
        data[last] = json.loads(str(cell)) if column.type == "json" else cell


def _record(data: dict[str, Any]) -> Record:
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise SourceError(f"{data.get('id')!r}: {place}: {first['msg']}") from None
