"""Which amounts cannot be the money of projects: prices, turnover, differences, pay by the day."""

from __future__ import annotations

from decimal import Decimal

from sasil.components.budgets import funding, patterns
from sasil.components.budgets.labels import Labelled
from sasil.components.projects.context import line_of, within
from sasil.components.projects.scene import Scene

_BEFORE = 30
_AFTER = 40
_SPEECH = 400
_EACH_MONTH = ("매달 ", "매월 ", "다달이 ")
_LEAST = 1000  # won: less is a fare or the price of a thing
_RATES = (*patterns.MEASURES, "P1W", "P1D")


def is_other_money(amount: Labelled, before: str, after: str, verb: str, named: bool) -> bool:
    """Tell whether an amount is not the money of a project, by the words ``before`` and ``after`` it in its line.

    ``verb`` is what stands after the list that it stands in; ``named`` tells whether the name of a project stands
    beside it. An amount for each unit or month counts as support.
    """
    value = amount.money.value
    if value is None or value.per in _RATES or (value.currency == "KRW" and Decimal(value.amount or _LEAST) < _LEAST):
        return True
    if patterns.DIFFERENCE.match(after) or patterns.GROWN.search(before) or not _is_of_projects(before, after):
        return True
    monthly = value.per == "P1M" or before.endswith(_EACH_MONTH)
    if amount.basis != "per_unit" and not monthly:
        return False
    around = before[-_BEFORE:] + " " + verb[:_AFTER].partition(". ")[0]
    if monthly and not patterns.MONTHLY.search(around):
        return True
    return not named and value.modifier != "at_most" and not patterns.SUPPORTED.search(around)


def _is_of_projects(before: str, after: str) -> bool:
    return patterns.is_of_projects(before, after) or funding.FINANCED.search(before[-_BEFORE:]) is not None


def is_told(here: Scene, amount: Labelled) -> bool:
    """Tell whether an amount that stands beside no name is told as that of a project, not in passing.

    Vague amounts and bounds from above are not, and in someone's words only those whose source or project is said.
    """
    value, place = amount.money.value, amount.money.start
    if value is None or value.modifier in ("vague", "less_than"):
        return False
    speech = here.text.rfind("“", max(line_of(here.text, place)[0], place - _SPEECH), place)
    if speech < 0 or amount.role != "total" or here.text.find("”", speech, place) >= 0:
        return True
    label = patterns.LABEL_BEFORE.search(here.text, max(speech, place - _BEFORE), place)
    return label is not None or len(within(here.names, (speech, place))) > 0
