"""Names again: later places of a name that was found, whole or in a shorter form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sasil.components.projects.context import places_of
from sasil.components.projects.forms import is_short_of, own_pieces
from sasil.components.projects.patterns import head_of
from sasil.components.projects.reading import Reading
from sasil.components.projects.running import Phrase

_MOST_ALIKE = 20


def repeated_names(reading: Reading, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Give the places where a found name stands again, as start, end and rule.

    A name that is its head but for one coined word stands for itself without the head, too (‘글로컬대학30’).
    """
    names = {reading.text[start:end] for start, end, _ in found}
    names = {name for name in names if " " in name or any(sign.isdigit() for sign in name)}
    names |= {brand for name in names if (brand := _brand(name))}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        alike[name[:2]].append(name)
    for start, beginning in places_of(reading.text, alike):
        for name in alike[beginning][:_MOST_ALIKE]:
            if reading.text.startswith(name, start) and _stands_free(reading, start, start + len(name)):
                yield start, start + len(name), "projects.repeat"
                break


def shortened_names(
    reading: Reading, found: Sequence[tuple[int, int, str]], phrases: Iterable[Phrase]
) -> Iterator[tuple[int, int, str]]:
    """Give the phrases that are shorter forms of found names, as start, end and rule (물빛 사업)."""
    by_piece: defaultdict[str, set[str]] = defaultdict(set)
    for name in {reading.text[start:end] for start, end, _ in found}:
        for piece in own_pieces(name):
            by_piece[piece].add(name)
    for phrase in phrases:
        short = reading.text[phrase.start : phrase.end]
        longer = {name for piece in own_pieces(short)[:1] for name in by_piece.get(piece, ())}
        if any(is_short_of(short, name) for name in longer):
            yield phrase.start, phrase.end, "projects.short"


def _brand(name: str) -> str | None:
    head = head_of(name)
    if head is None or head.kind != "name" or not name.endswith(head.form):
        return None
    rest = name[: len(name) - len(head.form)].strip()
    coined = " " not in rest and rest[-1:].isdigit() and not rest[0].isdigit()
    return rest if coined and len(rest) > 3 else None


def _stands_free(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    if text[start - 1 : start].isalnum() and start:
        return False
    if not text[end : end + 1].isalnum():
        return True
    word = reading.starting_at(end)
    return word is not None and (word.tag.startswith(("J", "VCP")) or word.text == "등")
