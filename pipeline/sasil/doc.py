"""Doc as working memory: how components put facts into a spaCy Doc and take them out again.

Everything is kept as plain data in ``doc.user_data``, so that a Doc pickles and goes through a DocBin; the mentions
also stand in ``doc.spans``, one group a component, for those who know spaCy.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress
from operator import attrgetter, is_, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sasil.article import Article, iso_date
from sasil.record import MENTIONS, Mention, RecordWarning
from sasil.values import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

P = TypeVar("P", bound=Part)

_start, _end = attrgetter("start"), attrgetter("end")
_first = itemgetter(0)

_MENTIONS = "sasil_mentions"
_PARTS = "sasil_"
_PUBLISHED = "sasil_published_at"
_UNHEARD = "sasil_unheard"


class Word(NamedTuple):
    """A token that is no white space: its place in the text, its form, and its Kiwi tag (``VV+EP`` where joined)."""

    start: int
    end: int
    text: str
    tag: str


word_of: Callable[[tuple[int, int, str, str]], Word] = partial(tuple.__new__, Word)
"""Makes a word in a third of the time that its class takes."""


class _Work:
    """What has been read of the Doc in work: components ask for the same things of it one after another.

    spaCy joins ``doc.text`` anew at each call, and mentions kept as plain data must be validated to become objects.
    """

    def __init__(self, doc: Doc, text: str, words: list[Word], starts: Sequence[int]) -> None:
        self.doc = doc
        self.length = len(doc)
        self.text = text
        self.words = words
        self.starts = starts
        self.mentions: dict[str, tuple[list[dict[str, Any]], list[Mention]]] = {}
        self.joined: tuple[list[list[dict[str, Any]]], list[Mention]] | None = None
        self.parts: dict[str, tuple[list[dict[str, Any]], list[Part]]] = {}


def _read(doc: Doc) -> _Work:
    """Read the words and the tokens' places from spaCy's arrays: a Token object for each costs ten times as much."""
    text = doc.text
    starts, lengths, numbers = doc.to_array(["IDX", "LENGTH", "TAG"]).T.tolist()
    tags = {number: doc.vocab.strings[number] for number in set(numbers)}
    rows = zip(starts, lengths, numbers, strict=True)
    places = [(start, start + length, tags[number]) for start, length, number in rows]
    words = [word_of((start, end, text[start:end], tag)) for start, end, tag in places if tag != "_SP"]
    return _Work(doc, text, words, starts)


_in_work: _Work | None = None


def _work(doc: Doc) -> _Work:
    global _in_work
    work = _in_work
    if work is None or work.doc is not doc or work.length != len(doc):  # tokens can be merged and split
        _in_work = work = _read(doc)
    return work


def keep_words(doc: Doc, text: str, words: list[Word], starts: Sequence[int], unheard: Iterable[int] = ()) -> None:
    """Take the text and the words of a Doc from its tokenizer, which knows them: to read them again costs as much.

    ``starts`` are the places of all tokens, ``unheard`` the starts of the words that no dictionary of it holds.
    """
    global _in_work
    _in_work = _Work(doc, text, words, starts)
    doc.user_data[_UNHEARD] = list(unheard)


def unheard(doc: Doc) -> frozenset[int]:
    """Return where the words of a Doc start that its tokenizer's dictionary lacks: names, coinages, compounds."""
    return frozenset(doc.user_data.get(_UNHEARD, ()))


def text_of(doc: Doc) -> str:
    """Return the text of a Doc."""
    return _work(doc).text


def words(doc: Doc) -> list[Word]:
    """Return the words of a Doc in order, white space left out; the list is not to be changed."""
    return _work(doc).words


_starts: deque[tuple[Sequence[tuple[Any, ...]], list[int]]] = deque(maxlen=2)


def starts_of(words: Sequence[tuple[Any, ...]]) -> list[int]:
    """Return where each of some words or parts of words starts.

    Of the last words, and of their last parts, it is kept: one component after another asks.
    """
    for held, starts in _starts:
        if held is words:
            return starts
    starts = list(map(_first, words))
    _starts.append((words, starts))
    return starts


def sentences(doc: Doc) -> list[tuple[int, int]]:
    """Return the places of the sentences, as start and end in the text."""
    return [(sent.start_char, sent.end_char) for sent in doc.sents]


def set_mentions(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    """Keep mentions in a Doc under a group's name, in place of what that group held."""
    kept = _in_order(mentions)
    _set_mentions(doc, group, kept, _plain_of(kept))


def keep_mentions(doc: Doc, group: str, stays: Sequence[bool]) -> None:
    """Keep those mentions of a group of which it is said, in their order, that they stay."""
    held = doc.user_data[_MENTIONS][group]
    _set_mentions(doc, group, list(compress(_group(doc, group, held), stays)), list(compress(held, stays)))


def _set_mentions(doc: Doc, group: str, kept: list[Mention], plain: list[dict[str, Any]]) -> None:
    doc.user_data.setdefault(_MENTIONS, {})[group] = plain
    work = _work(doc)
    work.mentions[group] = (plain, kept)
    doc.spans[group] = _spans(doc, work.starts, (m for m in kept if m.end <= len(work.text)))


def _spans(doc: Doc, starts: Sequence[int], mentions: Iterable[Mention]) -> list[Span]:
    """Return the tokens that each mention touches, as ``doc.char_span`` does at four times the cost."""
    from spacy.tokens import Span

    return [Span(doc, bisect_right(starts, m.start) - 1, bisect_left(starts, m.end), m.type) for m in mentions]


def mentions(doc: Doc, *groups: str) -> list[Mention]:
    """Return the mentions of some groups, or of all, in the order of the text."""
    held = doc.user_data.get(_MENTIONS, {})
    if not groups:
        return list(_all(doc, held))
    found = [mention for group in groups for mention in _group(doc, group, held.get(group, []))]
    return _in_order(found)


def _all(doc: Doc, held: Mapping[str, list[dict[str, Any]]]) -> list[Mention]:
    """Return the mentions of all groups; most components ask for these, and few change them."""
    plain = list(held.values())
    joined = _work(doc).joined
    if joined is not None and len(joined[0]) == len(plain) and all(map(is_, joined[0], plain)):
        return joined[1]
    found = _in_order(mention for group in held for mention in _group(doc, group, held[group]))
    _work(doc).joined = plain, found
    return found


def groups(doc: Doc) -> Iterator[tuple[str, list[Mention]]]:
    """Give each group's name with its mentions."""
    for group, plain in doc.user_data.get(_MENTIONS, {}).items():
        yield group, _group(doc, group, plain)


def _group(doc: Doc, group: str, plain: list[dict[str, Any]]) -> list[Mention]:
    known = _work(doc).mentions.get(group)
    return known[1] if known is not None and known[0] is plain else MENTIONS.validate_python(plain)


def _plain_of(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Return parts as plain data, as ``model_dump`` does; what it is asked for here costs it as much again."""
    return [part.__pydantic_serializer__.to_python(part) for part in parts]


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in the order of the text, of those that begin together the longest first."""
    found = sorted(mentions, key=_end, reverse=True)
    found.sort(key=_start)
    return found


def set_parts(doc: Doc, field: str, parts: Iterable[Part]) -> None:
    """Keep the parts of one field of the record (``projects``, ``people`` …) in a Doc."""
    kept = list(parts)
    plain = doc.user_data[_PARTS + field] = _plain_of(kept)
    _work(doc).parts[field] = plain, kept


def parts(doc: Doc, field: str, kind: type[P]) -> list[P]:
    """Return the parts that a Doc holds for one field of the record."""
    plain = doc.user_data.get(_PARTS + field, ())
    known = _work(doc).parts.get(field)
    if known is not None and known[0] is plain:
        return [part for part in known[1] if isinstance(part, kind)]
    return [kind.model_validate(part) for part in plain]


def add_warnings(doc: Doc, warnings: Iterable[RecordWarning]) -> None:
    """Add warnings to those that a Doc holds."""
    held = doc.user_data.setdefault(_PARTS + "warnings", [])
    held.extend(warning.model_dump() for warning in warnings)


def published_at(doc: Doc) -> str | None:
    """Return the publication date (ISO 8601) that a Doc was given, or None.

    It comes with the Doc (``set_published_at``) or with the context of ``nlp.pipe(…, as_tuples=True)``: an Article,
    or a mapping with ``published_at``. Raises SourceError where it is no date.
    """
    if _PUBLISHED in doc.user_data:
        held = doc.user_data[_PUBLISHED]
        return None if held is None else str(held)
    context = doc._context
    given = context.published_at if isinstance(context, Article) else None
    if isinstance(context, Mapping):
        given = context.get("published_at")
    if given is not None:
        given = iso_date(str(given))
    set_published_at(doc, given)
    return given


def set_published_at(doc: Doc, date: str | None) -> None:
    """Give a Doc its publication date (ISO 8601), from which relative dates count."""
    doc.user_data[_PUBLISHED] = date
