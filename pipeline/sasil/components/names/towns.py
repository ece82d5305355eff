"""Towns, villages and wards that no list knows: by their sign (읍, 면, 동, 리) and by what is beside them."""

from __future__ import annotations

import re

from sasil.components.names.chains import Link, is_plain_facility
from sasil.components.names.clues import COUNTY_TOWN, TOWN
from sasil.components.names.gazetteer import denied, ends_denied, signs, title_of
from sasil.components.names.judging import is_common_name
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

_ALONE = ("은", "는", "이", "가", "을", "를", "의", "도")

LOT = re.compile(r" (?:산 ?)?\d{1,4}(?:-\d{1,4})?번지| 산 ?\d{1,4}(?:-\d{1,4})?(?![\d-])")
"""The number of a lot behind a town."""


def town_at(reading: Reading, index: int) -> Link | None:
    """Return a town, village or ward that stands alone: 소하동 주민, 약산면에서."""
    phrase = reading.phrases[index]
    stem = phrase.stem
    sure = COUNTY_TOWN.match(phrase.raw)
    if sure and phrase.closes_at(sure.end()):
        return Link(index, sure.end(), "town")
    if len(stem) < 3 or not phrase.tags or not _may_be_town(stem):
        return None
    if (reading.in_town_row(phrase.start) or _follows_town(reading, phrase)) and not ends_denied(stem, "TOWN"):
        return Link(index, len(stem), "town")
    if (
        phrase.bare
        and reading.before(phrase.start) in "(·"
        and phrase.text_after == ")"
        and _of_person(reading, phrase)
    ):
        return Link(index, len(stem), "town")
    tags = [word.tag for word in phrase.tags if word.end <= phrase.stop]
    if stem.endswith("리") and not phrase.tail.startswith(("에서", "에", "의")):
        return None
    behind = reading.next_to(index)
    whole = tags == ["NNP"] or tags == ["NNP", "NNG"] or tags == ["NNP", "SN", "NNG"]
    if behind is not None and _leads_on(stem, behind):
        return Link(index, len(stem), "town")
    lived = (behind is not None and behind.stem in signs("of_town")) or (stem[-2].isdigit() and behind is not None)
    if not (whole or (lived and not phrase.common_word)) or ends_denied(stem, "TOWN"):
        return None
    sited = phrase.tail.startswith(("에", "으로", "로", "서", "까지", "부터"))
    county = tags == ["NNP"] and stem[-1] in "읍면" and len(stem) == 3
    lot = LOT.match(reading.text, phrase.end)
    if lot is not None:
        return Link(index, len(stem), "town")
    by_itself = tags == ["NNP"] and not is_common_name(stem) and phrase.tail in _ALONE and stem[-1] != "리"
    return Link(index, len(stem), "town") if sited or lived or county or by_itself else None


def _follows_town(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a town of three signs is joined to another one that Kiwi knows for a name: 화북면과 은척면을."""
    before = reading.phrases[phrase.number - 1] if phrase.number else None
    if before is None or not before.tags or before.tags[0].tag != "NNP" or len(before.stem) != 3:
        return False
    alike = len(phrase.stem) == 3 and phrase.stem[-1] == before.stem[-1] and phrase.stem[-1] in "읍면"
    joint = (before.tail in ("과", "와") and before.end + 1 == phrase.start) or (
        before.bare and reading.text[before.end : phrase.start] in (", ", "·")
    )
    return alike and joint


def _may_be_town(stem: str) -> bool:
    """Tell whether a word has the form of a town and is no office and no building: 소하동, not 이장, 조립동."""
    if TOWN.match(stem) is None or stem.endswith("가"):
        return False
    return title_of(stem) is None and not ends_denied(stem, "BUILDING")


def is_small_town(reading: Reading, index: int) -> bool:
    """Tell whether a town of two signs stands before its village: 서면 마량리."""
    phrase, behind = reading.phrases[index], reading.next_to(index)
    if behind is None or len(phrase.raw) != 2 or phrase.raw[-1] not in "면읍" or phrase.raw in denied("TOWN"):
        return False
    return len(behind.stem) > 2 and behind.stem[-1] == "리" and TOWN.match(behind.stem) is not None


def _of_person(reading: Reading, town: Phrase) -> bool:
    """Tell whether a bracket says where a person lives or was elected: 길태오 의원(남중동), 명소윤(36·영등동)."""
    return re.search(r"[가-힣](?:\(|\(\d{1,3}[·,])\Z", reading.before(town.start, 8)) is not None


def _leads_on(stem: str, behind: Phrase) -> bool:
    """Tell whether a village or a plain facility follows a town: 쌍치면 둔전리, 각화동 도매시장."""
    if stem[-1] in "읍면" and behind.stem[-1:] == "리" and TOWN.match(behind.stem) is not None:
        return True
    if behind.stem in _OFFICES:
        return True
    return is_plain_facility(behind) and len(behind.stem) > 2 and not ends_denied(stem, "TOWN")


_OFFICES = frozenset({"주민센터", "행정복지센터", "주민자치센터", "면사무소", "읍사무소"})
