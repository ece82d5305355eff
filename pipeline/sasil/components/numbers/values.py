"""From decimals to the fields of a value."""

from __future__ import annotations

from decimal import Decimal

from sasil.values import decimal_string


def ends(low: Decimal, high: Decimal) -> dict[str, str]:
    """Return the fields ``amount``, or ``low`` and ``high``, of a value.

    >>> ends(Decimal("2.50"), Decimal("2.50")), ends(Decimal(3), Decimal(5))
    ({'amount': '2.5'}, {'low': '3', 'high': '5'})
    """
    if low == high:
        return {"amount": decimal_string(low)}
    return {"low": decimal_string(low), "high": decimal_string(high)}
