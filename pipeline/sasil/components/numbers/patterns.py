"""What Korean numerals look like: the written forms and their values. Data only."""

from __future__ import annotations

DIGIT = "[0-9０-９]"
RUN = rf"{DIGIT}++(?:[.,．，]{DIGIT}++)*+"
"""Digits with whatever commas and points stand between them; whether that is one number is decided afterwards."""

DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

NATIVE_TENS = {
    "열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90
}  # fmt: skip
NATIVE_ONES = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9
}  # fmt: skip
NATIVE_ALONE = {"스무": 20, "석": 3, "넉": 4, "두어": 2}
NATIVE_RANGES = {
    "한두": (1, 2), "한둘": (1, 2), "두세": (2, 3), "두셋": (2, 3), "두서너": (2, 4), "서너": (3, 4), "서넛": (3, 4),
    "너댓": (4, 5), "네댓": (4, 5), "너덧": (4, 5), "네다섯": (4, 5), "대여섯": (5, 6), "대엿": (5, 6),
    "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "여남은": (11, 13)
}  # fmt: skip
SINO_RANGES = {
    "일이": (1, 2), "이삼": (2, 3), "삼사": (3, 4), "사오": (4, 5), "오륙": (5, 6), "육칠": (6, 7),
    "칠팔": (7, 8), "팔구": (8, 9)
}  # fmt: skip

_D = "".join(DIGITS)
_S = "".join(SMALL)

# 경 and 조 begin words (3경기, 2조각) and 조 is an article (38조제1항); they are powers of ten only where none follows.
SCALE = rf"(?:[{_S}만억]|조(?![각합직정]|[ ]?제[ ]?{DIGIT}|의{DIGIT})|경(?=[ ]?(?:원|달러|{DIGIT})))"
# 5,000만 원 2곳: a group after a blank belongs to the numeral when it has a power of its own or fills the 만 before it.
_NEXT_GROUP = (
    rf"(?:{DIGIT}[0-9０-９,，.]{{0,4}}[{_S}만억]|(?<=만[ ])(?:{DIGIT},)?{DIGIT}{{3,4}}(?![0-9０-９,.년])"
    rf"|(?<=천[ ]){DIGIT}{{3}}(?=여?[ ]?[명원개가건]))"
)
_BLANK = rf"(?<=[천만억조경])[ ](?={_NEXT_GROUP})"
# 3 억 원: a blank before the power itself, where a unit that takes such amounts follows.
_LOOSE = rf"(?<=[0-9０-９천백십])[ ](?=[{_S}]?[만억조][ ]?(?:원|달러|유로|위안|엔|명|톤|㎡|개|건|대))"
_REST = rf"{SCALE}|{RUN}|[{_D}](?=[{_S}만억])|{_BLANK}|{_LOOSE}|여(?=[{_S}만억조])|여[ ](?=[{_S}]?[만억조][ ]?원)"
ARABIC = rf"(?:(?<=제)(?<![가-힣]제){RUN}|{RUN}(?:{_REST})*+)"
SINO = rf"(?![억조])(?:(?:[{_D}]?[{_S}만억조])++(?:[ ](?=[{_D}][{_S}만억]))?+)++(?:[{_D}](?=[가-힣]))?+"
VAGUE = rf"(?:수|몇[ ]?)(?:[{_S}][만억조]?|[만억조]|(?=[ ](?![량식급리]|만[ ])))"
TEEN_VAGUE = rf"(?:[1-9]0|[{_D}]?십)수(?=[ ]?[년명개건차여억만])"
SINO_RANGE = rf"(?:{'|'.join(SINO_RANGES)})[{_S}만억]++"

_ONES = "|".join(sorted(NATIVE_ONES, key=len, reverse=True))
_TENS = "|".join(NATIVE_TENS)
# One syllable alone begins many words (한국, 세계, 열차): it counts before a blank or a counter that is often glued.
_ONE_SYLLABLE = "[한두세네석넉열](?=[ 명곳개달마건시살권장번]|가지|차례)"
NATIVE = (
    rf"(?:{'|'.join(sorted(NATIVE_RANGES, key=len, reverse=True))}|두어|스무"
    rf"|(?:백|천)(?:{_TENS})(?:{_ONES})?|백[한두세네](?=[ ]?[명개곳])|(?:{_TENS})(?:{_ONES})|{_TENS.replace('열|', '')}"
    rf"|다섯|여섯|일곱|여덟|아홉|{_ONE_SYLLABLE})"
)
_NATIVES = (*NATIVE_RANGES, *NATIVE_TENS, *NATIVE_ONES, *NATIVE_ALONE)
SPELLED_FIRSTS = "".join(sorted({*_D, *_S, *BIG, "수", "몇", *(word[0] for word in _NATIVES)}))
"""The syllables that a numeral of Hangul may begin with."""
# 여 after a numeral (30여 명); not where it begins a word (여성, 여단).
OVER = r"(?:여(?=[ ]?\S)(?![성단객론름행]))?+"

RANGE_SIGNS = "~∼～〜˜"
DASHES = "-–—－"
PLUS_SIGNS = "+＋"
MINUS_SIGNS = "-−－–"
ARROW_SIGNS = {"△": -1, "▲": 1, "▼": -1}
"""Signs of table figures, where the text does not use them as bullets."""
