"""Who said it: the subject before a quote, the one after it, or the speaker of the quote before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.components.quotes import patterns
from sasil.components.quotes.marks import Marked
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_REACH = 200


class Speaker(NamedTuple):
    """A speaker by full name or by the text's words, and the organisation; either may be unknown."""

    name: str | None
    organization: str | None


class Known:
    """The people and organisations of a text, by their places."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        people: Sequence[Person],
        organizations: Sequence[Organization],
    ) -> None:
        self.text = text
        self._words = words
        self.persons = [m for m in mentions if m.type == "PERSON"]
        self.bodies = [m for m in mentions if m.type == "ORG"]
        self.marked = [m for m in mentions if m.type in ("ORG", "LOC", "PROJECT", "EVENT", "DATE")]
        self._people = people
        self._by_place = {start: person for person in people for start, _ in person.spans}
        self._full = {alias: o.name for o in organizations for alias in (o.name, *o.aliases)}

    def is_common(self, start: int, end: int) -> bool:
        """Tell whether a place holds one common noun."""
        at = bisect_left(self._words, start, key=attrgetter("start"))
        return any((word.start, word.end, word.tag) == (start, end, "NNG") for word in self._words[at : at + 1])

    def body(self, written: str) -> str:
        """Return the full form of an organisation's name."""
        return self._full.get(written, written)

    def whole(self, written: str, before: int) -> str:
        """Return the full form of a body by an alias, by the last words of one named before, or without its unit."""
        if written in self._full:
            return self._full[written]
        for mention in reversed(self.bodies[: bisect_left(self.bodies, before, key=attrgetter("start"))]):
            if mention.text.endswith(written):
                return self.body(mention.text)
        return self.parent(written)

    def parent(self, written: str) -> str:
        """Return the full form of a body, its unit left out: 물길공단 남부본부 is 물길공단."""
        head, _, unit = written.partition(" ")
        return self._full[head] if patterns.UNIT.search(unit) and head in self._full else self.body(written)

    def is_name(self, start: int, end: int) -> bool:
        """Tell whether a word that no mention marks may be a person's name."""
        word = self.text[start:end]
        if len(word) < 2 or word[0] not in patterns.surnames() or patterns.LOOSE.search(word):
            return False
        if word in patterns.words_of("edge") or word in patterns.words_of("bridge") or word in patterns.titles():
            return False
        return not self.is_common(start, end) and not any(m.start < end and start < m.end for m in self.marked)

    def issuer(self) -> str | None:
        """Return the organisation that the text is about: the first that it names."""
        return self.body(self.bodies[0].text) if self.bodies else None

    def person(self, mention: Mention) -> Speaker:
        """Return the person of a mention, by its place, its full name or its surname."""
        person = self._by_place.get(mention.start) or next((p for p in self._people if p.name == mention.text), None)
        if person is None and len(mention.text) <= 2:
            person = next((p for p in self._people if p.name.startswith(mention.text)), None)
        if person is None:
            return Speaker(mention.text, None)
        return Speaker(person.name, person.organization)

    def titled(self, title: str, surname: str = "") -> Speaker | None:
        """Return the one person with a title (시장은), or with a surname and a title (허 시장은)."""
        found = [p for p in self._people if p.title and p.title.endswith(title) and p.name.startswith(surname)]
        return Speaker(found[0].name, found[0].organization) if len(found) == 1 else None


def before(known: Known, start: int, end: int) -> Speaker | None:
    """Return the last subject between two places: a person, someone without a name, or an organisation."""
    start = max(start, end - _REACH)
    return subject(known, start, end) or _unmarked(known, start, end) or _organization(known, start, end)


def subject(known: Known, start: int, end: int) -> Speaker | None:
    """Return the last subject between two places that is a person, named or not."""
    start = max(start, end - _REACH)
    found: list[tuple[int, bool, Speaker]] = []
    for mention in _within(known.persons, start, end):
        match = patterns.SUBJECT.match(known.text, mention.end, end)
        if match is not None:
            found.append((match.end(), _is_topic(match[1]), known.person(mention)))
    found += _anonymous(known, start, end)
    found += _titled(known, start, end)
    found += _aged(known, start, end)
    someone = patterns.SOMEONE.search(known.text, start, end)
    if someone is not None and not any(at >= end - 1 for at, *_ in found) and not someone[1].endswith("씨"):
        return Speaker(someone[1], None)
    topics = [one for one in found if one[1]]
    return max(topics or found, key=lambda one: one[0])[2] if found else None


def pronoun(known: Known, floor: int, sentence: int, end: int) -> Speaker | None:
    """Return whom 그는 in a sentence means: the subject of the paragraph so far, or the last person in it."""
    if patterns.PRONOUN.search(known.text, sentence, end) is None:
        return None
    people = _within(known.persons, floor, sentence)
    return subject(known, floor, sentence) or (known.person(people[-1]) if people else None)


def _is_topic(particle: str) -> bool:
    return particle not in ("이", "가")


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if start <= m.start and m.end <= end]


def _aged(known: Known, start: int, end: int) -> list[tuple[int, bool, Speaker]]:
    """Find names that only their age shows: 마옥분(79) 할머니는."""
    return [
        (match.end(), _is_topic(match[2]), Speaker(match[1], None))
        for match in patterns.AGED.finditer(known.text, start, end)
        if not any(m.start < match.end(1) and match.start(1) < m.end for m in known.persons)
    ]


def _anonymous(known: Known, start: int, end: int) -> list[tuple[int, bool, Speaker]]:
    found = []
    for match in patterns.anonymous().finditer(known.text[start:end]):
        edge, stop = _edge(known.text, start, start + match.start(1)), start + match.end(1)
        if any(m.start < stop and edge < m.end for m in known.persons):
            continue
        after = start + match.end()
        if known.text[edge:stop] == "씨":
            continue
        if known.text[after - 1] in "이가" and patterns.CLAUSE.search(known.text, after, end):
            continue
        found.append((after, True, _nameless(known, edge, stop)))
    return found


def _nameless(known: Known, start: int, end: int) -> Speaker:
    """Return a speaker by the text's words, with the body that they name; of 건어물상 오세모 씨 only the name."""
    words = known.text[start:end]
    name = patterns.CALLED.search(words)
    if name is not None:
        return Speaker(name[1], None)
    body = next((known.parent(m.text) for m in known.bodies if start <= m.start and m.end <= end), None)
    first, _, rest = words.partition(" ")
    if patterns.NAMED.fullmatch(words) and not known.is_common(start, start + len(first)):
        return Speaker(first, body or known.whole(rest.rpartition(" ")[0], start))
    if body is None and first in ("시", "도", "군", "구", "재단", "공사", "공단", "회사"):
        body = known.issuer()
    elif body is None and len(first) > 2 and first != words and known.whole(first, start) != first:
        body = known.whole(first, start)
    return Speaker(words, body)


def _edge(text: str, floor: int, start: int) -> int:
    """Walk left from 관계자 over the words that say whose: 업계, 한, 나루시."""
    for _ in range(3):
        word = re.search(r"(?:^|(?<=[\s,.(“”‘’\"]))([가-힣A-Za-z0-9·㈜]{1,20}) $", text[max(floor, start - 24) : start])
        if word is None:
            break
        form = word[1]
        division = form in ("시", "도", "군", "구") or (len(form) > 3 and form.endswith("과"))
        loose = re.search(r"[은는이가을를에로도며고한된인던할등의와과]$", form) is not None and not division
        if form != "한" and (loose or form in patterns.words_of("edge") or form[0].isdigit()):
            break
        start -= len(form) + 1
        if form == "한":
            break
    return start


def _titled(known: Known, start: int, end: int) -> list[tuple[int, bool, Speaker]]:
    """Find titles that stand for a person: 시장은, and 허 시장은, 위준 대표는 where the name is not marked."""
    found = []
    for match in patterns.TITLE.finditer(known.text, start, end):
        if match[2] not in patterns.titles() or any(m.end in (match.end(1), match.end(2)) for m in known.persons):
            continue
        speaker = known.titled(match[2], match[1]) if match[1] else None
        if speaker is None and match[1] and known.is_name(*match.span(1)):
            speaker = Speaker(match[1], None)
        speaker = speaker or known.titled(match[2])
        if speaker is not None:
            found.append((match.end(), True, speaker))
    return found


def _unmarked(known: Known, start: int, end: int) -> Speaker | None:
    """Find a name that no mention marks, by the title behind it: 강보람찬 과기정통부 바이오융합과장은."""
    for match in patterns.TITLED.finditer(known.text, start, end):
        if not match[2].endswith(tuple(patterns.titles())):
            continue
        name = match[1].split(" ")[0]
        place = (match.start(1), match.start(1) + len(name))
        taken = any(m.start < place[1] and place[0] < m.end for m in known.bodies) or known.is_common(*place)
        if not taken and re.fullmatch(r"[가-힣]{3,5}", name) and name[0] in patterns.surnames():
            bodies = _within(known.bodies, place[1], match.end())
            return Speaker(name, known.body(bodies[0].text) if bodies else None)
    return None


def _organization(known: Known, start: int, end: int) -> Speaker | None:
    for mention in reversed(_within(known.bodies, start, end)):
        if patterns.BODY_PARTICLE.match(known.text, mention.end, end):
            return Speaker(None, known.whole(mention.text, mention.start))
    missed = patterns.BODY_TOPIC.search(known.text, start, end)
    if missed is not None:
        return Speaker(None, known.whole(missed[1], missed.start()))
    issuer = patterns.ISSUER.search(known.text, start, end)
    return Speaker(None, known.issuer()) if issuer is not None and known.issuer() else None


def after(known: Known, start: int, end: int) -> Speaker | None:
    """Return the speaker named after a quote: …고 허성무 시장은 말했다, …는 것이 김 교수의 설명이다."""
    verb = patterns.say().search(known.text, start, end)
    for mention in _within(known.persons, start, min(end, start + _REACH)):
        named = patterns.SAID_NAME.match(known.text, mention.end, end)
        if named is not None and (verb is None or mention.start < verb.start()):
            return known.person(mention)
    if verb is not None:
        found = _anonymous(known, start, min(end, verb.start() + 1))
        return found[0][2] if found else None
    return None


def owner(known: Known, marked: Marked) -> Speaker | None:
    """Return whose words a quote is said to be: “…”는 할머니의 전화."""
    match = patterns.OF_SPEECH.match(known.text, marked.end + 1, marked.line_end)
    if match is None or any(m.start < match.end(1) and match.start(1) < m.end for m in known.persons):
        return None
    body = any(m.start < match.end(1) and match.start(1) < m.end for m in known.bodies)
    return Speaker(None, known.body(match[1])) if body else Speaker(match[1], None)


def headline(known: Known, marked: Marked) -> Speaker | None:
    """Return who stands right before a quote in a headline: 허성무 시장 “…”, 창원시 “…”."""
    for mention in reversed(_within(known.persons, marked.line_start, marked.start)):
        if patterns.BEFORE_QUOTE.match(known.text, mention.end, marked.start - 1):
            return known.person(mention)
    for mention in reversed(_within(known.bodies, marked.line_start, marked.start)):
        if not known.text[mention.end : marked.start - 1].strip(" ,:"):
            return Speaker(None, known.body(mention.text))
    return None
