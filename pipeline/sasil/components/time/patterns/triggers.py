"""Where an expression of time may begin: a number by what stands behind it; other places are not looked at."""

from __future__ import annotations

from sasil.components.time.patterns.signs import BLANK, WEEKDAYS

# 년 … 학기 · 5.1. · 3/5 · 14:00 · 3~5일 · 3·4월 · 2024-03-05 · 3만 년 · 1Q · 20ms
_UNITS = rf"""
    [년월일시분초주달박]|회(?=계)|학(?=년도|기)|세(?=기)|해(?![가-힣]{{2}})|개(?=월|년|[ ]?[분반]기)
    |\.(?={BLANK}(?:[0-9]{{1,2}}(?:[.월Q(절분)\]]|[ ]?[~∼～〜˜∽–-])|[0-9]{{1,3}}{BLANK}[시분초년개주]|[1-4]/4
        |[상하]반기))
    |(?<=[0-9’'‘′][0-9]{{2}})\.|[:/](?=[0-9])|[~∼～〜˜∽]|[·ㆍ‧,](?={BLANK}['’‘′]?[0-9])
    |[–—-](?={BLANK}(?:['’‘′]?[0-9]{{1,2}}(?![0-9])|(?:19|20)[0-9]{{2}}))
    |[만천여수](?=[0-9천백십만여]{{0,6}}{BLANK}(?:[년개주일시분초해박]|달(?!러)))|[QH](?![A-Za-z])|m(?=s)
"""
DIGITS = rf"""
    ['’‘′`0-9](?<![A-Za-z0-9_제].)(?<![0-9][.,:/-].)(?:(?<=[0-9])[0-9]*+|[0-9]++)(?:,[0-9]{{3}}(?![0-9]))*+
    (?:(?={BLANK}(?P<sign>{_UNITS}))|(?<=[0-9]{{4}})(?=(?P<year>[ ,)→안말상하\n]|$))
    |(?<=['’‘′`][0-9]{{2}})(?=(?P<short>[^0-9]|$)))
"""
"""A number that an expression may begin with: by a unit or sign behind it, or a year by itself (2024 하반기, ’24)."""
SPELLED = "[일삼사오육칠팔구](?=[ ](?:년|개월)(?![가-힣]?[가-힣]?[가-힣]들))"
"""삼 년 동안: a single digit in words, which no number reader takes by itself."""
WEEKDAY = rf"요일(?<=[{WEEKDAYS}]요일)(?=인[ ]|[ ](?:새벽|아침|오전|낮|정오|오후|저녁|밤)(?:[ ][0-9]|부터|까지|에[ ]))"
"""화요일인 5일: a weekday that the date behind it explains."""
COUNTED = "년개주일시분초달해박세여"
"""What may stand behind a number in words."""
