"""Recurrences: what 매년, 매월 and 매주 are pinned to, and how often."""

from __future__ import annotations

from sasil.components.time.patterns.signs import BLANK, TILDE, WEEKDAYS, WORD_END

_NTHS = "첫째|둘째|셋째|넷째|다섯째|[1-5]"
_FEW = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
_OFTEN = rf"{BLANK}(?:회|번|차례)(?![가-힣]?째)"

EVERY_TAIL = r"(?=[ \u00a0\u3000,.)]|$|\n|[0-9]|[가-힣]요일|의|부터|도|이다|\()"
OTHER_TAIL = "(?=로|으로)"
TIMES = rf"(?P<times>[0-9]+|{_FEW}){_OFTEN}"
EVERY_LENGTH = "마다"
ONCE_IN = rf"(?:에|[ ]평균){BLANK}{TIMES}"
AND = r"(?:과|와|,|[ ]및|[ ]?·)[ ]?"
"""매년 4월과 9월: what stands behind it recurs too."""
TO_END = rf"{BLANK}(?:부터|{TILDE}){BLANK}"
UP_TO = "까지|(?<=[월일])(?!까지)"
"""매년 4월 1일부터 5월 31일까지: a range that recurs."""

WEEKDAYS_PINNED = rf"""{BLANK}(?:
    (?P<first>[{WEEKDAYS}])(?:요일)?(?:{BLANK}(?P<run>{TILDE}|[-–]){BLANK}|[·ㆍ‧,/]{BLANK})
    (?P<more>(?:[{WEEKDAYS}][·ㆍ‧,/])*+)(?P<last>[{WEEKDAYS}])(?:요일|{WORD_END})
    |(?P<from>[{WEEKDAYS}])요일부터{BLANK}(?P<to>[{WEEKDAYS}])요일까지|(?P<one>[{WEEKDAYS}])요일|\((?P<bracketed>[{WEEKDAYS}])\)
    |(?P<weekend>주말)(?:{WORD_END}|(?=[에이]))
)"""
NTH_PINNED = rf"""{BLANK}
    (?P<nth>첫|{_NTHS}|마지막)(?:{BLANK}(?P<week>주)|(?=[·ㆍ,]))?
    (?P<more>(?:{BLANK}[·ㆍ,]{BLANK}(?:{_NTHS}))*+)(?:{BLANK}주)?
    (?:{BLANK}(?:(?P<weekday>[{WEEKDAYS}])요일|주말))?(?![가-힣]?째)"""
MONTH_PART = rf"{BLANK}(?:말일|말|초순|초|중순|하순)(?:{WORD_END}|(?=에|까지))"

RATES = rf"""
    [주월연년하1일분반](?<!\w.)(?:(?<=[주월연])간?|(?<=[년일])|(?<=하)루에?|(?<=1)일|(?<=[분반])기(?:별|에)?)(?P<gap>){BLANK}
    (?:평균{BLANK})?(?P<times>(?P<range>[0-9]+{BLANK}{TILDE}{BLANK})?[0-9]+|{_FEW}){_OFTEN}"""
"""주 2회; the unit ends where ``gap`` stands."""
WEEKDAY_EVERY = rf"요일(?<=[{WEEKDAYS}]요일)(?<!\w.요일)(?:{BLANK}(?:아침|오전|낮|오후|저녁|밤|새벽))?마다"
PER = {
    **dict.fromkeys(("주", "주간"), "P1W"),
    **dict.fromkeys(("월", "월간"), "P1M"),
    **dict.fromkeys(("연", "년", "연간"), "P1Y"),
    **dict.fromkeys(("하루", "하루에", "일", "1일"), "P1D"),
    **dict.fromkeys(("분기", "분기별", "분기에"), "P3M"),
    **dict.fromkeys(("반기", "반기별", "반기에"), "P6M"),
}
"""What a rate is of: 주 2회 is twice a week."""
