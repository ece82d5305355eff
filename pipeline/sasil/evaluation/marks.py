"""Inline marks: ``⟦surface|TYPE value key=value #link⟧`` in a text, read into the plain text and its spans."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, get_args

from pydantic import ValidationError

from sasil.components.time.timex import bounds, is_date, is_duration, is_set, is_time
from sasil.errors import GoldError
from sasil.record import NameMention
from sasil.values import (
    DateValue,
    Distance,
    DurationValue,
    LawValue,
    MoneyValue,
    PercentValue,
    QuantityValue,
    SetValue,
    TimeValue,
    Value,
    decimal_string,
)

_OPEN, _CLOSE = "⟦", "⟧"
_SIGN = re.compile(rf"[{_OPEN}{_CLOSE}|]")
_TYPE = re.compile(r"[A-Z]+\??")
_NAMES = frozenset(get_args(NameMention.model_fields["type"].annotation))


class Mark(NamedTuple):
    """A marked span: its type and place, its value, its link to a record, and whether finding it is optional."""

    type: str
    start: int
    end: int
    value: Value | None
    link: str | None
    optional: bool


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Return the plain text of a marked text, and its marks in the order of the text.

    Raises GoldError with the line of the mark that does not parse, counted from the first line of the text.

    >>> read_marks("총 ⟦600억|MONEY 600e8 KRW⟧ 규모")[0]
    '총 600억 규모'
    """
    plain: list[str] = []
    length = 0
    opened: list[int] = []
    marks: list[Mark] = []
    position = 0
    while (found := _SIGN.search(marked, position)) is not None:
        plain.append(marked[position : found.start()])
        length += found.start() - position
        position = found.end()
        line = marked.count("\n", 0, position) + 1
        if found[0] == _OPEN:
            opened.append(length)
        elif found[0] == "|" and opened and _TYPE.match(marked, position):
            end = marked.find(_CLOSE, position)
            if end < 0:
                raise GoldError("닫히지 않은 표시", line=line)
            marks.append(_mark(marked[position:end], opened.pop(), length, line))
            position = end + 1
        elif found[0] == "|":
            plain.append("|")
            length += 1
        else:
            raise GoldError("종류(|TYPE)가 없는 표시", line=line)
    if opened:
        raise GoldError("닫히지 않은 표시", line=marked.count("\n") + 1)
    plain.append(marked[position:])
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _mark(description: str, start: int, end: int, line: int) -> Mark:
    if start == end:
        raise GoldError("빈 표시", line=line)
    try:
        plain, _, link = description.partition(" #")
        name, *words = shlex.split(plain)
        keys = dict(word.split("=", 1) for word in words if "=" in word)
        bare = [word for word in words if "=" not in word]
        kind = name.rstrip("?")
        value = _value(kind, bare, keys)
    except (ValueError, InvalidOperation, ValidationError, KeyError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error
        raise GoldError(f"읽을 수 없는 표시 |{description}: {reason}", line=line) from None
    return Mark(kind, start, end, value, link.strip() or None, name.endswith("?"))


def _value(kind: str, bare: list[str], keys: dict[str, str]) -> Value | None:
    if kind in _NAMES:
        if bare or keys:
            raise ValueError("이름에는 값이 없습니다")
        return None
    if kind not in _VALUES:
        raise ValueError(f"모르는 종류 {kind}")
    value = _VALUES[kind](bare, keys)
    if keys:
        raise ValueError(f"모르는 항목 {', '.join(keys)}")
    return value


def _amount(written: str) -> dict[str, str]:
    """Read ``262e8`` or ``100e8..150e8``."""
    low, dots, high = written.partition("..")
    if dots:
        return {"low": decimal_string(Decimal(low)), "high": decimal_string(Decimal(high))}
    return {"amount": decimal_string(Decimal(low))}


def _picked(keys: dict[str, str], *names: str) -> dict[str, str]:
    return {name: keys.pop(name) for name in names if name in keys}


def _only(bare: list[str], least: int, most: int) -> list[str]:
    if not least <= len(bare) <= most:
        raise ValueError("값의 개수가 맞지 않습니다")
    return bare


def _money(bare: list[str], keys: dict[str, str]) -> MoneyValue:
    amount, currency = _only(bare, 2, 2)
    return MoneyValue.model_validate(_amount(amount) | {"currency": currency} | _picked(keys, "modifier", "per"))


def _percent(bare: list[str], keys: dict[str, str]) -> PercentValue:
    amount, *unit = _only(bare, 1, 2)
    if unit not in ([], ["pp"], ["percent"], ["percentage_point"]):
        raise ValueError("단위는 pp이거나 없습니다")
    name = "percentage_point" if unit and unit[0] != "percent" else "percent"
    return PercentValue.model_validate(_amount(amount) | {"unit": name} | _picked(keys, "modifier"))


def _quantity(bare: list[str], keys: dict[str, str]) -> QuantityValue:
    amount, unit = _only(bare, 2, 2)
    return QuantityValue.model_validate(_amount(amount) | {"unit": unit} | _picked(keys, "of", "modifier", "per"))


def _distance(keys: dict[str, str]) -> dict[str, Distance]:
    if "rel" not in keys:
        return {}
    unit, offset = keys.pop("rel").split(":")
    return {"rel": Distance.model_validate({"unit": unit, "offset": int(offset)})}


def _timex(bare: list[str], is_valid: Callable[[str], bool]) -> str | None:
    """Read a TIMEX3 value; ``-`` stands for none."""
    written = _only(bare, 1, 1)[0]
    if written != "-" and not is_valid(written):
        raise ValueError(f"TIMEX3 값이 아닙니다: {written}")
    return None if written == "-" else written


def _date(bare: list[str], keys: dict[str, str]) -> DateValue:
    value = _timex(bare, is_date)
    mod = _picked(keys, "mod")
    start, end = bounds(value, mod.get("mod")) if value is not None else (None, None)
    fields = {"value": value, "start": start, "end": end} | mod | _picked(keys, "start", "end") | _distance(keys)
    return DateValue.model_validate(fields)


def _time(bare: list[str], keys: dict[str, str]) -> TimeValue:
    fields = {"value": _timex(bare, is_time)} | _picked(keys, "mod") | _distance(keys)
    return TimeValue.model_validate(fields)


def _duration(bare: list[str], keys: dict[str, str]) -> DurationValue:
    return DurationValue.model_validate({"value": _timex(bare, is_duration)} | _picked(keys, "modifier"))


def _set(bare: list[str], keys: dict[str, str]) -> SetValue:
    return SetValue.model_validate({"value": _timex(bare, is_set)} | _picked(keys, "freq", "quant"))


def _law(bare: list[str], keys: dict[str, str]) -> LawValue | None:
    del keys
    return LawValue(article=" ".join(bare)) if bare else None


_VALUES: dict[str, Callable[[list[str], dict[str, str]], Value | None]] = {
    "MONEY": _money,
    "PERCENT": _percent,
    "QUANTITY": _quantity,
    "DATE": _date,
    "TIME": _time,
    "DURATION": _duration,
    "SET": _set,
    "LAW": _law,
}
