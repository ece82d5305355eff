"""Which of a text's organisation names mean the same body, and what its full form is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sasil.components.names.bodies import is_unit
from sasil.components.names.foreign_firms import head_of_firm
from sasil.components.names.gazetteer import PLACE, known_names, long_forms
from sasil.components.names.marks import is_clipped
from sasil.components.organizations.patterns import BRACKET, FIRM_SIGN, HEREAFTER, LEGAL_FORM, MOST_BETWEEN
from sasil.record import Acronym, Mention, Organization


def find_organizations(text: str, mentions: Sequence[Mention], acronyms: Iterable[Acronym]) -> list[Organization]:
    """Return the organisations of a text in the order of their first mention.

    ``mentions`` may hold mentions of all types; those of type ORG count. A name is the full form that the text states,
    and ``aliases`` are the other forms that it uses. Nothing is raised on any string.

    >>> from sasil.record import NameMention
    >>> text = "과학기술정보통신부(이하 과기정통부)는"
    >>> spans = [NameMention(type="ORG", start=s, end=e, text=text[s:e], by="x") for s, e in ((0, 9), (13, 18))]
    >>> [(o.name, o.aliases) for o in find_organizations(text, spans, [])]
    [('과학기술정보통신부', ['과기정통부'])]
    """
    bodies = sorted((m for m in mentions if m.type == "ORG"), key=lambda m: m.start)
    full = _full_forms(text, bodies, acronyms)
    grouped: dict[str, list[Mention]] = {}
    for body in bodies:
        grouped.setdefault(_settled(body.text, full), []).append(body)
    return [_organization(name, held, full) for name, held in grouped.items()]


def _organization(name: str, held: Sequence[Mention], full: dict[str, tuple[str, str]]) -> Organization:
    aliases = list(dict.fromkeys(m.text for m in held if m.text != name))
    rule = next((full[alias][1] for alias in aliases if alias in full), "named")
    return Organization(name=name, aliases=aliases, spans=[(m.start, m.end) for m in held], by=f"organizations.{rule}")


def _settled(surface: str, full: dict[str, tuple[str, str]]) -> str:
    """Follow a name to its full form; a circle ends where it began."""
    seen = {surface}
    while surface in full and full[surface][0] not in seen:
        surface = full[surface][0]
        seen.add(surface)
    return surface


def _full_forms(text: str, bodies: Sequence[Mention], acronyms: Iterable[Acronym]) -> dict[str, tuple[str, str]]:
    """Return for each short name its full form and the rule that tells so; the first rule to speak is heard."""
    surfaces = dict.fromkeys(body.text for body in bodies)
    full: dict[str, tuple[str, str]] = {}
    for short, long, rule in _pairs(text, bodies, acronyms, surfaces):
        if short != long and short in surfaces:
            full.setdefault(short, (long, rule))
    return full


def _pairs(
    text: str, bodies: Sequence[Mention], acronyms: Iterable[Acronym], surfaces: Mapping[str, None]
) -> Iterator[tuple[str, str, str]]:
    yield from _bracketed(text, bodies)
    for acronym in acronyms:
        if acronym.long_ko and acronym.long_ko in text:
            yield acronym.short, acronym.long_ko, "acronym"
    firms = {bare: long for long in surfaces if _is_firm(long) and (bare := FIRM_SIGN.sub("", long)) != long}
    yield from _clipped(surfaces)
    yield from _without_tail(surfaces)
    yield from _of_province(surfaces)
    yield from _shortened(surfaces)
    for short in surfaces:
        yield from ((short, long, "list") for long in long_forms().get(short, ()) if long in text)
        if short in firms:
            yield short, firms[short], "firm"
        yield from ((short, short + more, rule) for more, rule in _longer(short) if short + more in surfaces)


def _clipped(surfaces: Mapping[str, None]) -> Iterator[tuple[str, str, str]]:
    """Give the clipped forms: 가온과기원, 가온과학기술원."""
    heads: dict[str, list[str]] = {}
    for name in surfaces:
        heads.setdefault(name[:2] + name[-1:], []).append(name)
    for names in heads.values():
        pairs = ((short, long) for short in names for long in names if is_clipped(short, long))
        yield from ((short, long, "clipped") for short, long in pairs if "저축" not in long)


def _without_tail(surfaces: Mapping[str, None]) -> Iterator[tuple[str, str, str]]:
    """Give the firms named without their legal form or the word that firms bear: 라인켐 AG, 라인켐."""
    for long in surfaces:
        short = head_of_firm(long)
        if short in surfaces:
            yield short, long, "firm"


def _of_province(surfaces: Mapping[str, None]) -> Iterator[tuple[str, str, str]]:
    """Give the governments named with and without their province: a ward's full form is with it, a city's without."""
    for long in surfaces:
        province, _, short = long.partition(" ")
        held, entry = known_names().forms.get(province), known_names().forms.get(short)
        if short in surfaces and held is not None and entry is not None and held.kind in _PROVINCES:
            if entry.kind == "district":
                yield short, long, "province"
            elif entry.kind in ("city", "county"):
                yield long, short, "province"
        elif short in surfaces and held is not None and held.kind in _PROVINCES and " " not in short:
            yield long, short, "province"


def _shortened(surfaces: Mapping[str, None]) -> Iterator[tuple[str, str, str]]:
    """Give the bodies named by their last word or without their place: 대책위, 나루동 대책위원회; 누리성보존회."""
    ends: dict[str, set[str]] = {}
    for long in surfaces:
        for short in _endings_of(FIRM_SIGN.sub("", long) if _is_firm(long) else long):
            if short in surfaces and short != long:
                ends.setdefault(short, set()).add(long)
    yield from ((short, next(iter(held)), "shortened") for short, held in ends.items() if len(held) == 1)


def _endings_of(name: str) -> Iterator[str]:
    """Give the shorter forms that a name allows: its last word, the same clipped, the name without its place."""
    first, _, last = name.rpartition(" ")
    if name.endswith("특례시"):
        yield f"{name[:-3]}시"
    yield from (name[: -len(tail)] for tail in _TAILS if name.endswith(tail) and len(name) - len(tail) >= _LEAST)
    for clipped in _COMMITTEES:
        if last.endswith(clipped):
            yield from (clipped, clipped[:-2])
    if first and (last.endswith(_GROUPS) or "법인 " in name):
        yield last
    place = known_names().first(last)
    placed = place is not None and (place.kind in PLACE or place.kind == "province")
    prefix = place.form if place is not None and placed else name[:2] if name[:2] in _SIDES else ""
    if prefix and not first and len(name) - len(prefix) >= _LEAST:
        yield name[len(prefix) :]


_TAILS = ("보험", "해상보험", "화재해상보험", "공사", "협동조합", "주식회사")
_COMMITTEES = ("주민대책위원회", "비상대책위원회", "대책위원회", "추진위원회", "조직위원회", "운영위원회")
_GROUPS = ("상인회", "번영회", "부녀회", "청년회", "보존회", "향우회", "동문회", "연합회", "노동조합")
_SIDES = ("북부", "남부", "동부", "서부", "중부")
_LEAST = 4

_PROVINCES = ("province", "province_bare", "bare", "city")


def _is_firm(name: str) -> bool:
    """Tell whether a name is one word, but for the legal form beside it."""
    return " " not in name or LEGAL_FORM.search(name) is not None


def _bracketed(text: str, bodies: Sequence[Mention]) -> Iterator[tuple[str, str, str]]:
    """Give the short forms that stand in brackets behind their full form."""
    for long, short in pairwise(bodies):
        between = text[long.end : short.start]
        if len(between) > MOST_BETWEEN:
            continue
        if HEREAFTER.fullmatch(between):
            yield short.text, long.text, "alias"
        elif is_unit(short.text) and not is_unit(long.text):
            continue  # a body with its unit: 나루시(시민안전과)
        elif BRACKET.fullmatch(between) and text[short.end : short.end + 1] in (")", "）", ",", "’", "'"):
            yield (
                (short.text, long.text, "bracket")
                if len(short.text) < len(long.text)
                else (
                    long.text,
                    short.text,
                    "bracket",
                )
            )


def _longer(short: str) -> Iterator[tuple[str, str]]:
    """Give what a name's own shape lets follow: 한울대, 한울대학교; 부산, 부산시."""
    if short.endswith("대"):
        yield "학교", "university"
    if short.endswith(("초", "중", "고")):
        yield ("학교" if short[-1] == "중" else "등학교"), "school"
    entry = known_names().forms.get(short)
    if entry is not None and entry.kind in ("bare", "province_bare"):
        yield from ((more, "government") for more in ("특별시", "광역시", "특별자치시", "특별자치도", "도", "시", "군"))
