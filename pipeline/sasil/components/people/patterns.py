"""What tells of a person's office, as data."""

from __future__ import annotations

import re

AGE = re.compile(r"\s?\((?:[남여]\s?[·,/]?\s?)?(?:만\s?)?\d{1,3}(?:세)?[^()\n]{0,16}\)")
"""An age in brackets behind a name."""

INSIDE = re.compile(r"\s?[(（]\s?([^()（）\n]{2,40})[)）]")
"""What a bracket behind a name holds: 하도진(한울대 교수)."""

OFFICE_BRACKET = re.compile(r"[(（][^()（）\n]{0,20}\Z")
"""The bracket that an office opens behind its organisation: 창원시(시장."""

ANSWERABLE = re.compile(r"책\s?임\s?자|총\s?괄")
"""The cell of a table that names the head of a unit, whose own name stands in the row below."""

SHORT_FORM = re.compile(r"\([^()\n]{1,20}\) \Z")
"""A bracket with a short form before a word: 한국개발연구원(KDI) 선임연구위원."""

SHORT_AND_RANK = re.compile(r"\([A-Z][A-Za-z]{1,5}[·,/]\s?([가-힣]{2,5})\)")
"""A bracket behind a title with its short form and the rank: 최고재무책임자(CFO·상무)."""

SECOND_TITLE = re.compile(r"\([A-Z][A-Za-z]{1,5}\) (?=[가-힣])")
"""The short form of a title in a bracket, before a second title: 최고재무책임자(CFO) 부사장."""

ACTS = re.compile(
    r"""[’”」』]?(?:\s?\([^()\n]{1,60}\))?(?:(?:[은는이가도]|에서는?|께서)(?![가-힣])|,(?=\s[^0-9]))
        |장[은는이가\s]
        |\s[가-힣]{1,8}[장관][은는이]?(?![가-힣])""",
    re.X,
)
"""What stands behind an organisation that does something: 나루시(시장 명소윤)는, 나루시장은, 한빛부 장관은."""

TOPIC = re.compile(
    r"""[’”」』]?(?:\s?\([^()\n]{1,60}\))?(?:(?:[은는이가도]|에서[는도]|에선)(?![가-힣])|에\s따르면|\s?[측쪽][은는이]\s)
        |[을를]\s(?:\d{1,2}년간\s)?(?:이끈|이끄는|이끌어)""",
    re.X,
)
"""What stands behind the organisation that a sentence is about: 나루자산운용 쪽은, 나루화학을 8년간 이끈."""
