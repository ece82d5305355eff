"""The units that may stand at a number: currencies, percent signs, counters and measures, in one table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from sasil.lexicons import lexicon

UnitKind = Literal["money", "percent", "counter", "whole", "measure", "other"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written and what it makes of a number.

    ``code`` is the currency (ISO 4217) or ``percent`` / ``percentage_point``. ``numerals`` says with which numerals it
    counts (``native``, ``digits``, empty: any), ``least`` is the least number that it counts, ``cues`` are words one of
    which must stand near by,
    ``glued`` units may have their noun right behind them (22개과제), and ``apart`` ones stand after a blank only.
    """

    form: str
    kind: UnitKind
    code: str = ""
    numerals: str = ""
    least: Decimal = Decimal(0)
    cues: re.Pattern[str] | None = None
    glued: bool = False
    apart: bool = False


@cache
def units_after() -> dict[str, Unit]:
    """Return the units that stand after a number, by form."""
    found: dict[str, Unit] = {}
    for row in lexicon("units"):
        cues = re.compile(row["cue"]) if row["cue"] else None
        least = Decimal(row["least"] or 0)
        kind: UnitKind = row["kind"]  # type: ignore[assignment]
        found[row["form"]] = Unit(
            row["form"], kind, "", row["numerals"], least, cues, row["glue"] == "yes", row["glue"] == "no"
        )
    for row in lexicon("currencies"):
        if row["place"] == "after":
            found[row["form"]] = Unit(row["form"], "money", row["code"], least=Decimal(row["least"] or 0))
    for row in lexicon("percents"):
        found[row["form"]] = Unit(row["form"], "percent", row["unit"])
    return found


@cache
def currencies_before() -> dict[str, str]:
    """Return the signs and codes that stand before a number, with their currency: US$, €."""
    return {row["form"]: row["code"] for row in lexicon("currencies") if row["place"] == "before"}


@cache
def _currency_forms() -> tuple[tuple[str, ...], frozenset[str]]:
    forms = currencies_before()
    return tuple(forms), frozenset(form[-1] for form in forms)


def currency_before(text: str, start: int) -> bool:
    """Whether a currency stands right before the number that starts at ``start``.

    >>> currency_before("US$ 300", 4), currency_before("약 300달러", 2)
    (True, False)
    """
    forms, last = _currency_forms()
    at = start - (text[start - 1 : start] == " ")
    return at > 0 and text[at - 1] in last and text.endswith(forms, max(0, at - 4), at)


def sign_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where the longest currency begins that stands before the number at ``start``, and its code; or None.

    >>> sign_before("US$ 300", 4), sign_before("XUS$300", 4)
    ((0, 'USD'), None)
    """
    if not currency_before(text, start):
        return None
    codes = currencies_before()
    end = start - (text[start - 1] == " ")
    for begin in range(max(0, end - _LONGEST_SIGN), end):
        code = codes.get(text[begin:end])
        if code is not None and not (begin and _LETTER.match(text, begin - 1)):
            return begin, code
    return None


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return, by the first sign of a unit, the lengths that units with it have, longest first."""
    found: dict[str, set[int]] = {}
    for form in units_after():
        found.setdefault(form[0], set()).add(len(form))
    return {sign: tuple(sorted(lengths, reverse=True)) for sign, lengths in found.items()}


# What may follow a unit of Hangul: particles, and the words that are written onto an amount.
_CLOSES = (
    r"(?![가-힣])|[은는이가을를의와과에씩로]|으로|(?:[도만중등당간급쯤다라]|부터|까지|보다|마다|이상|이하|이내|미만"
    r"|초과|정도|가량"
    r"|내외|안팎|남짓|이나|수준|규모|짜리|여서|대|처럼|만큼|밖|마저|조차|한도|상당|씩|중에|등을|등이|등의|등에"
    r"|까지의|부터는|엔)"
    r"(?![가-힣])|까지|부터|이상|이하|이내|미만|초과|가량|정도|규모|꼴|입|인데|였|한테|밖에|어치|짜리|때|인(?=[ ])"
    r"|이?면(?![가-힣])|대(?=[로의에를가는까이](?![가-힣]{2}))|이?예요|이?에요|이?죠|이?라[며고는]|이?랍니"
    r"|[급용](?=[과와의은을이으도])|용(?![가-힣])|뿐|하고|이랑|분(?=[을의이은 ,.)]|\Z)"
)
_CLOSED = re.compile(_CLOSES)
_LATIN = re.compile(r"[A-Za-z0-9]")
# 원 begins 원칙, 원소, 원화; an amount goes on with 원정, 원대, 원권 and the particles.
_NOT_WON = re.compile(r"칙|소|색|화|자력|형|천기술|탁|팀|년|로|룸|고지|정대|단|전(?!환|입|달|액)")
_WON = re.compile(r"[정권선]|이[상하내]|상당|안팎|내외")
_GLUED_NOT = re.compile(
    r"월|년|발|선|별|성|인|최|막|방|편|통|헌|혁|념|관|소식|강|업|입|표|학|척|량|봉|종|명|정|시|설|조|회|화"
)
_SPACES = " \u00a0"
_LETTER = re.compile("[A-Za-z]")
_LONGEST_SIGN = 4


def unit_at(text: str, at: int) -> tuple[int, Unit] | None:
    """Return the longest unit after a number that ends at ``at``, with where that unit begins; or None.

    >>> place, unit = unit_at("5 개월간", 1)
    >>> place, unit.form, unit.kind
    (2, '개월간', 'other')
    """
    spaced = text[at : at + 1] in _SPACES and at < len(text)
    at += spaced
    table = units_after()
    for length in _lengths().get(text[at : at + 1], ()):
        unit = table.get(text[at : at + length])
        if unit is None or len(unit.form) != length or (unit.apart and not spaced):
            continue
        if spaced and unit.kind == "other" and unit.glued:
            continue
        if _is_closed(text, at + length, unit, spaced):
            return at, unit
    return None


def _is_closed(text: str, end: int, unit: Unit, spaced: bool) -> bool:
    last = unit.form[-1]
    if unit.kind == "other":
        return True
    if last.isascii() and last.isalnum():
        return not _LATIN.match(text, end)
    if unit.form == "원":
        return not _NOT_WON.match(text, end) and (not spaced or bool(_CLOSED.match(text, end) or _WON.match(text, end)))
    if not "가" <= last <= "힣":
        return True
    if _CLOSED.match(text, end):
        return True
    return unit.glued and not _GLUED_NOT.match(text, end)
