"""Lines of gold articles with other names in them, so that the network learns what stands around names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from sasil.components.names.gazetteer import Ending, ending_of, known_names, surnames
from sasil.tagger.klue import Sentence, Span

SWAPPED = "~"
"""What the ids of such lines hold, and no other id."""

_HANGUL_NAME = re.compile(r"[가-힣]{2,4}\Z")
_LISTED = frozenset({"country", "city", "county", "district", "bare", "province", "province_bare", "abroad"})
_PARTICLES = {"은": "는", "이": "가", "을": "를", "과": "와"}
_PARTICLE = re.compile(r"(?:([은는이가을를과와])|(으?로))(?=[\s,.\"”’')]|도|는|의|부터|서|\Z)")
_BEGUN, _STEP, _RIEUL = 0xAC00, 28, 8
_INVENTED = 0.5
_HEAD = 2
_LONGEST_HEAD = 4


class Swapper:
    """Puts other names of the same kind for those in a sentence: another surname and given name, another city.

    ``sentences`` give the names to draw from; names of organisations and facilities are put together anew from the
    heads and endings of others. ``seed`` fixes what is drawn.
    """

    def __init__(self, sentences: Iterable[Sentence], seed: int) -> None:
        self._random = random.Random(seed)
        pools: dict[tuple[str, ...], dict[str, None]] = {}
        heads: dict[str, None] = {}
        for _, text, spans in sentences:
            for start, end, label in spans:
                name = text[start:end]
                pools.setdefault(kind_of(name, label), {})[name] = None
                if head := _head(name, label):
                    heads[head] = None
        for entry in known_names().forms.values():
            if entry.kind in _LISTED and not entry.doubtful:
                for label in ("LC", "OG"):
                    pools.setdefault((label, entry.kind), {})[entry.form] = None
        self._pools = {kind: list(names) for kind, names in pools.items()}
        self._heads = list(heads)
        self._common = [form for form, common in surnames().items() if common and len(form) == 1]
        people = [name for name in self._pools.get(("PS", "full"), ()) if len(name) == 3]
        self._surnames = [*self._common, *(name[0] for name in people)]
        self._given = [name[1:] for name in people]

    def swapped(self, sentence: Sentence) -> Sentence:
        """Return a sentence with other names in the places of its own; the same name is replaced alike.

        >>> one = Sentence("a", "창원시는 표다은을", (Span(0, 3, "OG"), Span(5, 8, "PS")))
        >>> other = Swapper([one], 1).swapped(one)
        >>> len(other.spans), other.text[other.spans[0].end] in "은는", other.text == one.text
        (2, True, False)
        """
        drawn: dict[tuple[str, str], str] = {}
        text, at = "", 0
        spans: list[Span] = []
        for start, end, label in sorted(sentence.spans):
            name = sentence.text[start:end]
            if (name, label) not in drawn:
                drawn[name, label] = self._other(name, label)
            other = drawn[name, label]
            text += sentence.text[at:start]
            spans.append(Span(len(text), len(text) + len(other), label))
            particle, length = _fitting(other, sentence.text, end)
            text += other + particle
            at = end + length
        return Sentence(sentence.id + SWAPPED, text + sentence.text[at:], tuple(spans))

    def _other(self, name: str, label: str) -> str:
        kind = kind_of(name, label)
        if kind == ("PS", "full") and self._given:
            return self._draw(self._surnames) + self._draw(self._given)
        if kind == ("PS", "surname"):
            return self._draw(self._common)
        ending = name[len(_head(name, label)) :]
        if ending != name and self._heads and self._random.random() < _INVENTED:
            return self._draw(self._heads) + ending
        return self._draw(self._pools.get(kind, [name]))

    def _draw(self, held: Sequence[str]) -> str:
        return self._random.choice(held)


def kind_of(name: str, label: str) -> tuple[str, ...]:
    """Return the kind of a name, within which names can stand for each other.

    >>> kind_of("표다은", "PS"), kind_of("창원시", "OG"), kind_of("가람진흥원", "OG")
    (('PS', 'full'), ('OG', 'city'), ('OG', '1', '진흥원'))
    """
    if label == "PS":
        if len(name) == 1:
            return label, "surname"
        own = _HANGUL_NAME.match(name) and (name[0] in surnames() or name[:2] in surnames())
        return (label, "full") if own else (label, str(name.count(" ")))
    entry = known_names().forms.get(name)
    if entry is not None and entry.kind in _LISTED:
        return label, entry.kind
    ending = _ending(name, label)
    words = str(name.count(" ") + 1)
    return label, words, ending.form if ending is not None else "Latin" if name.isascii() else name[-1]


def _ending(name: str, label: str) -> Ending | None:
    if label == "PS":
        return None
    if label == "LC":
        return ending_of(name, "LOC")
    return ending_of(name, "ORG") or ending_of(name, "UNIT")


def _head(name: str, label: str) -> str:
    """Return what stands before the ending of a name of one word, or nothing."""
    ending = _ending(name, label) if name.isalnum() else None
    head = name[: -len(ending.form)] if ending is not None else ""
    return head if _HEAD <= len(head) <= _LONGEST_HEAD else ""


def _fitting(name: str, text: str, end: int) -> tuple[str, int]:
    """Return the particle behind a name as another name asks for it, and the length of what it stands for."""
    found = _PARTICLE.match(text, end)
    if found is None or not "가" <= name[-1] <= "힣":
        return "", 0
    final = (ord(name[-1]) - _BEGUN) % _STEP
    if found[2]:
        return ("로" if final in (0, _RIEUL) else "으로"), len(found[2])
    closed = next(pair for pair in _PARTICLES.items() if found[1] in pair)
    return closed[0 if final else 1], 1


def swapped(sentences: Sequence[Sentence], copies: int, seed: int) -> Iterator[Sentence]:
    """Give copies of the sentences that hold names, each with names drawn anew; the same seed gives the same ones."""
    swapper = Swapper(sentences, seed)
    for _ in range(copies):
        yield from (swapper.swapped(one) for one in sentences if one.spans)
