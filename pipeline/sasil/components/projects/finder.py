"""Find the names of projects in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from sasil.components.projects.lists import CLOSED, listed_names
from sasil.components.projects.quoted import quoted_names
from sasil.components.projects.reading import Reading, reading
from sasil.components.projects.repeats import repeated_names, shortened_names
from sasil.components.projects.running import Phrase, funded_names, headed_phrases, running_names
from sasil.components.projects.siblings import sibling_names
from sasil.components.projects.tables import outlined_names, tabled_names
from sasil.doc import Word
from sasil.record import Mention, NameMention

Found = tuple[int, int, str]

_start, _end = itemgetter(0), itemgetter(1)


def find_project_names(text: str, words: Sequence[Word], known: Iterable[Mention] = ()) -> list[NameMention]:
    """Return the names of projects in a text, in its order.

    ``words`` are the words of the text with their Kiwi tags, ``known`` the mentions found before: names do not go
    across organisations, people, dates and money, and lose the owner in front of them.

    >>> words = [Word(0, 2, "물빛", "NNG"), Word(3, 6, "산책로", "NNG"), Word(7, 11, "조성사업", "NNG")]
    >>> [name.text for name in find_project_names("물빛 산책로 조성사업", words)]
    ['물빛 산책로 조성사업']
    """
    read = reading(text, words, known)
    phrases = list(headed_phrases(read))
    found = _apart(_first(read, phrases))
    found = _apart([*found, *sibling_names(read, found)])
    left = _left(phrases, found)
    found = _apart([*found, *repeated_names(read, found), *shortened_names(read, found, left)])
    found = sorted(name for name in found if name[2] != CLOSED)
    return [NameMention(type="PROJECT", start=start, end=end, text=text[start:end], by=by) for start, end, by in found]


def _first(read: Reading, phrases: list[Phrase]) -> Iterator[Found]:
    yield from quoted_names(read)
    yield from tabled_names(read)
    yield from outlined_names(read)
    yield from listed_names(read)
    yield from running_names(read, phrases)
    yield from funded_names(read)


def _left(phrases: list[Phrase], found: list[Found]) -> list[Phrase]:
    """Return the phrases that end where no name was found."""
    ends = {end for _, end, _ in found}
    return [phrase for phrase in phrases if phrase.end not in ends]


def _apart(found: Iterable[Found]) -> list[Found]:
    """Keep of names that overlap the one that was found first, unless a later one holds it wholly and goes on."""
    kept: list[Found] = []  # in the order of the text and apart, so that the rivals of a name stand together
    for name in found:
        first = bisect_right(kept, name[0], key=_end)
        last = bisect_left(kept, name[1], first, key=_start)
        rivals = kept[first:last]
        if all(name[0] == rival[0] and name[1] > rival[1] and rival[2] != "projects.quoted" for rival in rivals):
            kept[first:last] = [name]
    return kept
