"""What is written beside an amount: whose money it is, of which year, for what unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from sasil.components.budgets import funding, patterns
from sasil.components.projects.patterns import countries
from sasil.components.projects.roles import AND
from sasil.record import DateMention, Mention, MoneyMention

Role = Literal["total", "national", "provincial", "municipal", "private", "other"]
Basis = Literal["total", "per_unit", "per_year", "phase"]

_WINDOW = 30
_MOST_LISTED = 8
_PAIR = 2
_PAYER_REACH = 60
_RAISED_REACH = 200
_OF = ("의 ", "중 ", "데 ", "서 ", "약 ")
_SPANS = ("P1Y", "P1M", "P1W", "P1D")


def year_of(date: Mention) -> int | None:
    """Return the year that a date is, None where it is a part of one."""
    value = date.value.value if isinstance(date, DateMention) and date.value is not None else None
    return int(value) if value is not None and re.fullmatch(r"\d{4}", value) else None


class Labelled(NamedTuple):
    """An amount with what is written beside it.

    ``payer`` is the role of one who is named beside it; a ``share`` is called a part of the amount before it. Its verb,
    where it has one with those after it, stands behind the place ``end`` (시가 3억 원, 도가 2억 원을 낸다). ``payers``
    are the roles of two bodies joined before it as those who pay.
    """

    money: MoneyMention
    role: Role = "total"
    year: int | None = None
    basis: Basis = "total"
    summed: bool = False
    payer: Role | None = None
    share: bool = False
    end: int = 0
    payers: tuple[Role, ...] = ()

    @property
    def is_part(self) -> bool:
        """Tell whether the amount is labelled as a part of another."""
        return self.role != "total" or self.basis == "phase" or (self.year is not None and not self.summed)

    def as_part(self, year: int | None, basis: Basis) -> Labelled:
        """Return the amount as a part of a total of a year: by its source, by who pays it, or else by item."""
        whole = self.year is not None or self.basis == "phase"
        role = self.role if self.role != "total" else self.payer or ("total" if whole else "other")
        part_basis = self.basis if self.basis != "total" else basis
        return self._replace(role=role, year=self.year if self.year is not None else year, basis=part_basis)

    def as_share(self, year: int | None, behind: Sequence[Mention]) -> Labelled:
        """Return the amount as a share of one of a year: of the year that stands ``behind`` it, or else as a part."""
        own = year_of(behind[0]) if behind and self.role == "total" and self.payer is None else None
        return self.as_part(year, "total") if own is None else self._replace(year=own, basis="per_year")

    def as_other_currency(self, first: Labelled) -> Labelled:
        """Return the amount as the one before it in another currency."""
        year = self.year if self.year is not None else first.year
        return Labelled(self.money, first.role, year, first.basis, first.summed, first.payer)


def labelled(
    text: str,
    moneys: Sequence[MoneyMention],
    dates: Sequence[Mention],
    bodies: Sequence[Mention],
    behind: Sequence[Mention] = (),
) -> Labelled:
    """Return the first of some amounts with the labels beside it.

    ``dates`` and ``bodies`` are those of its sentence before it, ``behind`` the bodies that stand right after it.
    """
    money, end = moneys[0], _end_of_list(text, moneys)
    start = max(text.rfind("\n", 0, money.start) + 1, money.start - _WINDOW)
    before = text[start : money.start]
    payer = _payer(text, before, money, bodies)
    role = _by_noun(text, before, money, bodies) or _by_word(text, before, money) or "total"
    paid = _paid(text, before, end) if role == "total" else None
    if paid is not None and funding.RECEIVED.match(paid[0]) is None:
        far = funding.PAID_APART.match(paid[0]) is None
        role = payer or (_payer_before(text, money, bodies) if far else None) or "total"
    return Labelled(
        money,
        role if role != "total" else _paid_behind(text, money, behind),
        _year(text, before, money, dates),
        _basis(text, before, money, end),
        patterns.SUM.search(before) is not None,
        payer,
        patterns.SHARE.search(before) is not None,
        end,
        _payers(text, money, bodies),
    )


def _payers(text: str, money: MoneyMention, bodies: Sequence[Mention]) -> tuple[Role, ...]:
    """Return the roles of two bodies joined before an amount that they pay (경상남도와 나루시가 10억 원씩)."""
    together = _together(text, bodies)
    if len(together) < _PAIR or funding.PAYS.fullmatch(text, together[-1].end, money.start) is None:
        return ()
    return tuple(as_role(funding.payer_role(body.text)) for body in together)


def _paid(text: str, before: str, end: int) -> re.Match[str] | None:
    """Return the verb behind an amount that tells that one gives it to the project of others, or None."""
    return funding.PAID.match(text, end) or (funding.GIVES.match(text, end) if funding.MIXED.search(before) else None)


def _end_of_list(text: str, moneys: Sequence[MoneyMention]) -> int:
    """Return where the last of the amounts ends that have one verb together with the first."""
    last = moneys[0]
    for money in moneys[1:_MOST_LISTED]:
        if patterns.SAME_VERB.fullmatch(text, last.end, money.start) is None:
            break
        last = money
    return last.end


def _by_word(text: str, before: str, money: MoneyMention) -> Role | None:
    """Return the role that a word for its source gives an amount, before it or after it."""
    word = (
        funding.role_pattern().search(before)
        or funding.role_after_pattern().match(text, money.end)
        or ("씩" in before and funding.apiece_pattern().search(before))
    )
    if not word:
        return "other" if funding.FINANCED.search(before) else None
    if word.lastgroup in ("finance", "borrowed"):
        return "other"
    return as_role(funding.role_of(word[word.lastindex or 1], in_text=True))


def _by_noun(text: str, before: str, money: MoneyMention, bodies: Sequence[Mention]) -> Role | None:
    """Return the role of an amount that is called someone's part (시 출연금 5억 원, 입주기업 부담 3억 원)."""
    if bodies and text[bodies[-1].end : money.start] == " ":
        told = funding.SHARES_TOLD.search(text, max(0, money.start - _PAYER_REACH), bodies[-1].start)
        return as_role(funding.payer_role(bodies[-1].text)) if told is not None else None
    noun = funding.BODY_NOUN.fullmatch(text, bodies[-1].end, money.start) if bodies else None
    if noun is not None:
        return as_role(funding.granted_role(bodies[-1].text, noun[0]))
    if bodies and funding.GAVE.fullmatch(text, bodies[-1].end, money.start):
        return as_role(funding.payer_role(bodies[-1].text))
    if before.endswith(_OF) and funding.RAISED.search(text, max(0, money.start - _RAISED_REACH), money.start):
        return None if funding.SPENT.match(text, money.end) else "private"
    word = funding.PAYER_NOUN.search(before)
    return as_role(funding.PAYERS.get(word[1], "private")) if word is not None else None


def _paid_behind(text: str, money: MoneyMention, behind: Sequence[Mention]) -> Role:
    """Return the role of an amount whose payer follows it (5억 원은 ㈜가람전자가 댄다)."""
    word = funding.PAYER_AFTER.match(text, money.end)
    if word is not None:
        role, end = funding.PAYERS[word[1]], word.end()
    elif behind and funding.BEHIND.fullmatch(text, money.end, behind[0].start):
        role, end = funding.payer_role(behind[0].text), behind[0].end
    else:
        return "total"
    paid = funding.PAID.match(text, end) or funding.PAID_BEHIND.match(text, end)
    own = funding.OWN_AMOUNT.match(text, end) is not None
    return as_role(role) if paid is not None and not own else "total"


def each_of_two(text: str, amount: Labelled) -> list[Labelled]:
    """Return an amount once for each source that it is said of (도비와 시비가 각각 5억 원), or alone."""
    place = (max(0, amount.money.start - _WINDOW), amount.money.start)
    apiece = funding.APIECE.match(text, amount.money.end) is not None
    held = funding.two_roles_pattern().search(text, *place)
    if held is not None and (held["each"] or apiece):
        return [amount._replace(role=as_role(funding.role_of(word))) for word in held.group(1, 2)]
    each = apiece or ("각각" in text[slice(*place)] and funding.ONE_OF_EACH.match(text, amount.money.end) is None)
    payers = funding.TWO_PAYERS.search(text, *place) if each else None
    if payers is not None:
        return [amount._replace(role=as_role(funding.PAYERS[word])) for word in payers.group(1, 2)]
    return [amount._replace(role=role) for role in amount.payers] if each and amount.payers else [amount]


def as_role(role: str | None) -> Role:
    """Return a role by its name, ``total`` for what is none."""
    roles: tuple[Role, ...] = ("national", "provincial", "municipal", "private", "other")
    return next((known for known in roles if known == role), "total")


def column_role(header: str) -> Role:
    """Return the role that the header of a column or a row gives its amounts.

    >>> column_role("국 비"), column_role("총 출연금"), column_role("합계")
    ('national', 'other', 'total')
    """
    bare = funding.AROUND_ROLE.sub("", re.sub(r"\s|[(（].*", "", header))
    return as_role(funding.role_of(bare))


@cache
def _countries() -> tuple[str, ...]:
    return tuple(countries())


def _is_foreign(before: str) -> bool:
    """Tell whether the state that is named next is another country's (네팔 정부)."""
    return before.rstrip().endswith(_countries())


def _payer(text: str, before: str, money: MoneyMention, bodies: Sequence[Mention]) -> Role | None:
    word = funding.PAYER_WORD.search(before)
    if word is not None:
        foreign = _is_foreign(before[: word.start(word.lastindex or 1)])
        return "other" if foreign else as_role(funding.PAYERS[word[1] or word[2]])
    if bodies and funding.PAYS.fullmatch(text, bodies[-1].end, money.start):
        return _role_of_all(text, bodies)
    return None


def _payer_before(text: str, money: MoneyMention, bodies: Sequence[Mention]) -> Role | None:
    """Return the role of the one who pays, told before what it is paid for (시도 휴게실을 꾸미도록 7억 원을 보탠다)."""
    start = max(text.rfind("\n", 0, money.start) + 1, money.start - _PAYER_REACH)
    word = funding.FAR_PAYER_WORD.search(text, start, money.start)
    if bodies and (word is None or word.start() < bodies[-1].start):
        if funding.FAR_PAYS.fullmatch(text, bodies[-1].end, money.start) is None:
            return None
        return _role_of_all(text, bodies)
    if word is not None and _is_foreign(text[start : word.start()]):
        return "other"
    roles = {funding.PAYERS[payer] for payer in word.groups() if payer} if word is not None else set()
    return as_role(roles.pop() if len(roles) == 1 else "other") if roles else None


def _role_of_all(text: str, bodies: Sequence[Mention]) -> Role:
    """Return the role of the money of the last of some bodies, with the one that is joined to it."""
    roles = {funding.payer_role(body.text) for body in _together(text, bodies)}
    return as_role(roles.pop()) if len(roles) == 1 else "other"


def _together(text: str, bodies: Sequence[Mention]) -> Sequence[Mention]:
    """Return the last of the bodies with the one that is joined to it (경상남도와 나루시가 26억 원을 보탠다)."""
    joined = len(bodies) > 1 and AND.fullmatch(text, bodies[-2].end, bodies[-1].start) is not None
    return bodies[-2:] if joined else bodies[-1:]


def _year(text: str, before: str, money: MoneyMention, dates: Sequence[Mention]) -> int | None:
    written = patterns.YEAR_BEFORE.search(before)
    if written is not None:
        return int(written[2] or 2000 + int(written[1]))
    for date in dates:
        if isinstance(date, DateMention) and date.value is not None and "\n" not in text[date.end : money.start]:
            near = patterns.YEAR_GAP if money.start - date.end <= len(before) else patterns.QUOTED_GAP
            if near.fullmatch(text, date.end, money.start) or patterns.QUOTED_GAP.fullmatch(
                text, date.end, money.start
            ):
                return year_of(date)
    return None


def _basis(text: str, before: str, money: MoneyMention, end: int) -> Basis:
    per = money.value.per if money.value is not None else None
    if per == "P1M" or patterns.PER_UNIT.search(before):
        return "per_unit"
    if per is not None and per not in _SPANS and per not in patterns.MEASURES:
        return "per_unit"
    ceiling = money.value is not None and money.value.modifier == "at_most"
    to_each = patterns.TO_EACH.search(before) and patterns.SUPPORTS.match(text, end)
    if ceiling and (to_each or patterns.RECEIVES.match(text, end)):
        return "per_unit"
    if per == "P1Y" or patterns.EACH_YEAR.search(before):
        return "per_year"
    some_years = patterns.SPENT_BEFORE.search(before) or patterns.LATER_BEFORE.search(before)
    return "phase" if patterns.STAGE_BEFORE.search(before) or some_years else "total"
