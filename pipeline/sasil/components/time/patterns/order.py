"""In which order the pieces of a date or clock time may stand."""

from __future__ import annotations

Names = tuple[str, ...]

NUMERIC: Names = (
    "ymd", "ymd_two", "ymd_sign", "ymd_solid", "ym_quoted", "ym", "md", "md_slash", "md_apart", "md_press",
)  # fmt: skip
"""Dates in digits and signs."""
NUMERIC_RIGHT: Names = ("md_right", "n_right")
"""What only the right end of a range may begin with, after a date in digits and signs."""
_YEARS: Names = ("year", "year_quoted", "year_two", "year_bare")
_IN_YEAR: Names = (
    "first_day", "same_period", "month", "quarter", "half", "term", "season", "festival", "seollal", "year_part",
    "part", "whole",
)  # fmt: skip
_RANGED: Names = ("year", "decade", "month", "day", "quarter", "clock")
_AT_DAY: Names = ("weekday", "weekday_word", "daypart", "clock", "colon", "noon", "clock_word")
_DAY_DONE: Names = ("daypart", "clock", "colon", "noon")

DIGIT_FIRST: Names = (
    *NUMERIC, *_YEARS, "year_cell", "decade", "century", "festival", "month", "day", "quarter", "term", "clock",
    "colon",
)  # fmt: skip
"""The pieces that an expression may begin with where a digit stands."""

WORD_FIRST: Names = (
    "festival", "year_word", "new_year", "same_year", "year_short", "month_word", "same_month", "week", "day_word",
    "same_day", "quarter_word", "same_quarter", "same_time", "year_part", "half", "lead", "daypart", "noon",
    "weekday_word",
)  # fmt: skip
"""The pieces that an expression may begin with where a word stands."""

PIECE_OF_KIND = {"year": "year_word", "month": "month_word", "day": "day_word", "quarter": "quarter_word"}
"""The piece that words of a kind of `time_words` are, where it is not named as the kind."""

_ALONE: Names = ("year_cell", "year_name")
_BY_ITSELF: Names = ("year_quoted", "year_name")
"""A year before a word that begins like a unit: ’24 시행, 2024 달빛 축제."""

BY_SIGN: dict[str, Names] = {
    ".": (*NUMERIC, "md_cell", "year_quoted", "year_bare", "festival"),
    "-": ("ymd_sign", *_RANGED, "year_cell"),
    "/": ("ymd_sign", "md_slash", "quarter"),
    ":": ("colon",),
    "년": ("year", "year_quoted", "year_two", "decade"),
    "월": ("month", *_BY_ITSELF),
    "일": ("day", *_BY_ITSELF),
    "시": ("clock", *_BY_ITSELF),
    "분": ("quarter", *_BY_ITSELF),
    "학": ("year", "term", *_BY_ITSELF),
    "세": ("century", *_BY_ITSELF),
    **dict.fromkeys("QH", ("quarter",)),
    "회": ("year", *_BY_ITSELF),
    **dict.fromkeys("만천여수개박주달해초m", _BY_ITSELF),
    **dict.fromkeys(" )→안말상하", ("ymd_solid", "year_quoted", "year_bare", *_ALONE)),
    "\n": ("ymd_solid", "year_cell"),
    **dict.fromkeys("~∼～〜˜∽–—", (*_RANGED, "year_quoted", "year_cell")),
    **dict.fromkeys("·ㆍ‧,", (*_RANGED, "festival", "year_quoted", "year_bare")),
}
"""The pieces that a number can begin, by the sign or syllable behind it; any of DIGIT_FIRST where none is listed."""

STARTS: dict[str, str] = {
    "weekday": "(",
    "day_named": "(",
    "weekday_word": "월화수목금토일",
    "nth": "첫둘셋넷다마12345",
    "first_day": "첫",
    "same_period": "동같이",
    "whole": "시한",
    "seollal": "설",
    "clock_word": "한두세네다여일아열",
}
"""The signs that a piece may begin with, where it does not begin with a digit, the sign of a year, or a word."""

FOLLOWS: dict[str, Names] = {
    "lead": (
        *NUMERIC, *_YEARS, "month", "day", "quarter", "half", "season", "festival", "seollal", "weekend",
        "weekday_word", "year_part",
    ),
    **dict.fromkeys((*_YEARS, "year_word", "same_year", "year_short", "new_year"), _IN_YEAR),
    **dict.fromkeys((*NUMERIC, "md_cell", *NUMERIC_RIGHT), _AT_DAY),
    **dict.fromkeys(("ym", "ym_quoted", "month", "month_word", "same_month"), ("day", "day_bare", "nth", "part")),
    **dict.fromkeys(("decade", "century", "quarter", "half", "quarter_word", "same_quarter"), ("part",)),
    **dict.fromkeys(("day_word", "same_day"), ("day_named", *_AT_DAY)),
    **dict.fromkeys(("day_named", "weekday", "weekday_word"), _DAY_DONE),
    "nth": ("weekday_word", "weekend"),
    "week": ("weekday_word", "part"),
    "day": _AT_DAY,
    "daypart": ("clock", "colon", "clock_word", "noon"),
}  # fmt: skip
"""Which pieces may follow a piece, in the order in which they are tried."""
