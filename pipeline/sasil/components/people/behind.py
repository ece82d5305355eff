"""The designation behind a name: whether it is past, the body, its units, the office: 전 한울대 공과대학 학장(교수)."""

from __future__ import annotations

from sasil.components.names.gazetteer import signs, title_of, titles
from sasil.components.names.judging import is_office
from sasil.components.names.patterns import RANK
from sasil.components.names.phrases import Phrase
from sasil.components.people.patterns import AGE, INSIDE, SHORT_FORM
from sasil.components.people.surroundings import Office, Surroundings, town_of
from sasil.components.people.units import glued_title, governed
from sasil.record import Mention

_MOST_WORDS = 6
_LONGEST_SHORT = 24
_PAST = frozenset({"전", "전임", "옛", "前", "직전"})
_PRESENT = frozenset({"현", "신임", "차기", "초대", "당시", "現"})


def office_behind(around: Surroundings, person: Mention) -> Office:
    """Read 허성무 창원시장, 한지욱 한국반도체소자진흥원 사업단장, 하도진(한울대 교수), 오순례(여·67) 씨.

    >>> from sasil.components.names.reading import Reading
    >>> from sasil.record import NameMention
    >>> person = NameMention(type="PERSON", start=0, end=3, text="하도진", by="x")
    >>> office_behind(Surroundings(Reading("하도진(45) 전 노조위원장은", []), [person]), person)[:4]
    ('노조위원장', None, None, True)
    """
    text, place = around.text, person.end
    age = AGE.match(text, place)
    inside = None if age else INSIDE.match(text, place)
    held = _inside(around, *inside.span(1)) if inside is not None else Office()
    if age is not None:
        place = age.end()
    elif inside is not None:
        place = inside.end()
    place += text[place : place + 1] == " "
    if place == person.end:
        return _glued(around, person)
    return _read(around, place, len(text)).filled(held) if held.title is None else held


def _read(around: Surroundings, place: int, limit: int) -> Office:
    """Read the designation that begins at a place, up to a limit."""
    phrases, found = around.reading.phrases, Office()
    number = _first(around, place)
    if number is None:
        return found
    unlisted, inside = "", 0
    for at in _walk(around, number, limit):
        phrase = phrases[at]
        held = around.starting.get(phrase.start)
        inside = max(inside, _without_sign(around, held, phrase) if held is not None else 0)
        if phrase.end < inside or _leads_on(around, at):
            continue
        if at == number and phrase.raw in _PAST | _PRESENT:
            found = found._replace(former=phrase.raw in _PAST)
            continue
        named = _named(around, phrase, place)
        found = found._replace(body=named.body or found.body)
        if named.title is not None:
            return found._replace(title=named.title)
        if named.body is None and around.reading.title(at) is not None:
            return _headed(around, at, found)
        if _is_rank(around, phrase, close=at == number, owned=found.body is not None):
            return found._replace(title=phrase.stem)
        if named.body is None and (unit := around.unit_at(at)) is not None:
            found = found._replace(unit=f"{found.unit} {unit}" if found.unit else unit)
        elif named.body is None and found.body is not None and is_office(phrase.stem):
            unlisted = unlisted or phrase.stem
    return found._replace(title=unlisted) if unlisted else Office()


def _is_rank(around: Surroundings, phrase: Phrase, *, close: bool, owned: bool) -> bool:
    """Tell whether a word is a rank that lists hold not, or right behind a name any office: 책임은, 한지장은.

    ``owned`` tells that a body stands before it: 나루전지연구소 수석은.
    """
    ranked = RANK.fullmatch(phrase.stem) is not None
    if owned or not close:
        return owned and ranked
    alone = phrase.tail or phrase.text_after in (",", ")", "(")
    if not alone or around.text[phrase.start - 1] != " ":
        return False
    return ranked or (phrase.stem[-1] == "장" and is_office(phrase.stem))


def _signed(around: Surroundings, phrase: Phrase) -> Mention | None:
    """Return the firm that a phrase and the sign of its legal form behind it name: 가람정밀㈜."""
    ends = (phrase.end + len(sign) for sign in _SIGNS if around.text.startswith(sign, phrase.end))
    return next((around.ending[end] for end in ends if end in around.ending), None)


_SIGNS = ("㈜", "(주)", "(유)")


def _without_sign(around: Surroundings, body: Mention, phrase: Phrase) -> int:
    """Return the end of a body, or of its last word where the sign of its legal form follows that."""
    return phrase.end if _signed(around, phrase) is body else body.end


def _named(around: Surroundings, phrase: Phrase, place: int) -> Office:
    """Return the organisation that a phrase closes, with the title of its head where that is written onto it."""
    whole = around.ending.get(phrase.stop) or around.ending.get(phrase.end) or _signed(around, phrase)
    if whole is not None and whole.start >= place:
        owner, _, last = whole.text.rpartition(" ")
        return Office(last, owner) if owner and title_of(last) is not None else Office(body=whole.text)
    branch = around.ending.get(phrase.stop - 1) if phrase.stem[-1:] == "장" else None
    if branch is not None and branch.start >= place:
        return Office(glued_title(branch.text, f"{branch.text}장"), branch.text)
    body = around.starting.get(phrase.start)
    if body is not None and body.end < phrase.stop and title_of(phrase.stem) is not None:
        return Office(glued_title(body.text, phrase.stem), body.text)
    return Office()


def _leads_on(around: Surroundings, number: int) -> bool:
    """Tell whether a phrase is a part of the title behind it: 재무총괄 부사장."""
    phrase, behind = around.reading.phrases[number], around.reading.next_to(number)
    if behind is None or not phrase.bare or not phrase.stem.endswith(("총괄", "담당")):
        return False
    return behind.start not in around.people and around.reading.title(behind.number) is not None


def _first(around: Surroundings, place: int) -> int | None:
    """Return the phrase that begins at a place, or the first of an organisation that a sign opens: ㈜나루."""
    body = around.starting.get(place)
    phrases = around.reading.phrases
    if body is not None and not around.text[place : place + 1].isalnum():
        last = around.reading.holding(body.end - 1)
        return last.number if last is not None else None
    return phrases.number_at(place)


def _walk(around: Surroundings, number: int, limit: int) -> list[int]:
    """Return the phrases that can belong to a designation: side by side, no particle between."""
    phrases, found = around.reading.phrases, []
    for at in range(number, min(number + _MOST_WORDS, len(phrases))):
        phrase = phrases[at]
        if phrase.start >= limit or phrase.start in around.people:
            break
        if at > number and not _goes_on(around, at):
            if _short_form(around, phrase):
                continue
            break
        found.append(at)
    return found


def _goes_on(around: Surroundings, at: int) -> bool:
    """Tell whether a phrase continues the designation that the one before it is a part of."""
    phrase, before = around.reading.phrases[at], around.reading.phrases[at - 1]
    if SHORT_FORM.search(around.text, max(phrase.start - _LONGEST_SHORT, 0), phrase.start) is not None:
        return True
    if _signed(around, before) is not None and around.text[phrase.start - 1] == " ":
        return True
    if not around.side_by_side(at):
        return False
    return phrase.joined or before.end in around.ending or around.unit_at(at - 1) is not None


def _short_form(around: Surroundings, phrase: Phrase) -> bool:
    """Tell whether a phrase fills a bracket behind an organisation: 한국개발연구원(KDI) 선임연구위원."""
    return around.text[phrase.start - 1] + around.reading.after(phrase.end) == "()"


def _headed(around: Surroundings, number: int, found: Office) -> Office:
    phrase = around.reading.phrases[number]
    place = governed(phrase.stem) if found.body is None else None
    if place is not None:
        return found._replace(title=titles()[place[1]].form, body=place[0])
    title, last = around.titled(number)
    if title in signs("address"):
        return found
    held = found._replace(title=title, unit=found.unit or town_of(phrase.stem))
    behind = around.reading.phrases[last]
    bracket = INSIDE.match(around.text, behind.end) if behind.bare else None
    if bracket is not None and held.body is None:
        more = _inside(around, *bracket.span(1))
        held = held.filled(more._replace(title=None))
    return held


def _inside(around: Surroundings, start: int, end: int) -> Office:
    """Read the office that a bracket holds: 하도진(한울대 교수), 나윤해(문화재보존학과); the first of several."""
    body = around.starting.get(start)
    if body is not None and body.end == end:
        return Office(body=body.text)
    number = _first(around, start)
    if number is None:
        return Office()
    held = _read(around, start, end)
    if held != Office():
        return held
    unit = around.unit_at(number)
    return Office(unit=unit) if unit is not None and around.reading.phrases[number].end == end else Office()


def _glued(around: Surroundings, person: Mention) -> Office:
    """Read a title written onto the name: 길태오기자."""
    phrase = around.reading.phrases.starting(person.start)
    rest = phrase.stem[person.end - person.start :] if phrase is not None else ""
    return Office(rest) if rest in titles() and rest not in signs("address") else Office()
