"""How a short form follows its organisation, as data."""

from __future__ import annotations

import re

BRACKET = re.compile(r"\s?[(（]\s?(?:이하\s?)?[‘'“\"「]?\Z")
"""What stands between a full form and its short form in brackets: 한국수력원자력(한수원)."""

HEREAFTER = re.compile(r"\s?[(（][^()（）\n]{0,60}?이하\s{0,2}[‘'“\"「]?\Z")
"""What stands between a full form and 이하 with a short form: 진흥원(원장 탁윤겸, 이하 진흥원)."""

FIRM_SIGN = re.compile(
    r"㈜|\((?:주|재|사|유|학|의|복)\)|（주）|주식회사|(?:재단|사단|학교|사회복지|의료)법인|농업회사법인|\s"
)
"""The legal form in a company's name."""

MOST_BETWEEN = 70
"""How many signs may stand between a full form and its short form in brackets."""

LEGAL_FORM = re.compile(r"\A(?:주식회사|농업회사법인|(?:재단|사단|학교|사회복지|의료)법인) \S+\Z|\A\S+ 주식회사\Z")
"""A name of one word with its legal form apart: 사단법인 누리협회, 누리물산 주식회사."""
