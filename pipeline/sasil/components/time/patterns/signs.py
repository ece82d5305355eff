"""The smallest parts that the other patterns are made of."""

from __future__ import annotations

BLANK = r"[ \u00a0\u3000]{0,2}"
BLANKS = frozenset(" \u00a0\u3000")
QUOTE = "['’‘′`]"
TILDE = "[~∼～〜˜∽]"
DASH = "[-–—]"
JOINER = f"(?:{TILDE}|{DASH})"
WEEKDAYS = "월화수목금토일"
BRACKETED_WEEKDAY = rf"\((?:[{WEEKDAYS}](?:요일)?)\)"
MONTH = "(?:1[0-2]|0?[1-9])"
DAY = "[0-9]{1,2}"
YEAR_4 = "(?:19|20)[0-9]{2}"
HOUR = "(?:[01]?[0-9]|2[0-4])"
WORD_END = "(?![가-힣A-Za-z0-9])"

GLUED = rf"""(?:{WORD_END}|(?=
    에|엔(?![가-힣])|부터|까지|은|는|을|를|과|와|나(?![가-힣])|이[ 나어었라며고면다]|의|자(?![가-힣])|자로
    |입니|였|다(?![가-힣])|며(?![가-힣])
    |경|께|쯤|무렵|도(?![가-힣])|로|으로|만(?:[ ,]|$)|보다|처럼|인[ ]|중[ ]|중에|중으로
    |내[ ]|내에|안[ ]|현재|기준|대비|께서|이후|이전|전까지|오전|오후|새벽|아침|저녁|밤[ ]|낮[ ]
))"""
"""The end of a word, or one of the particles and words that are written without a blank; any other syllable makes
another word of an expression."""
