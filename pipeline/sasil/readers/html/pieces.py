"""The pieces of a page in their order: lines of text and tables, each with what its element says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sasil.article import nfc
from sasil.readers.documents.blocks import Grid, plain
from sasil.readers.html.grids import data_table
from sasil.readers.html.marks import NONE
from sasil.readers.html.measuring import BLOCKS, Measures
from sasil.readers.html.page import Element

_ZERO_WIDTH = re.compile("[\u200b\ufeff]")
_SMALL = 400
"""The most letters that a title, a caption, a byline or a list of attachments holds."""

_LABELS = frozenset({"dt", "th"})
_LABEL = 12
_VALUE = 100
_FOR_ALL = frozenset({"aside", "outside", "body"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Piece:
    """A line of a page, or a table of data.

    ``linked`` counts the letters in links; ``inside`` tells whether it stands in the article's element; ``pictured``
    whether a picture stands right before it; ``tag`` is the block that it stands in.
    """

    text: str
    linked: int = 0
    inside: bool = False
    pictured: bool = False
    tag: str = ""
    marks: frozenset[str] = NONE
    grid: Grid | None = None


@dataclass(slots=True)
class _State:
    body: Element
    measures: Measures
    held: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    inside: bool = False
    pictured: bool = False
    seen: frozenset[str] = NONE
    marks: list[frozenset[str]] = field(default_factory=lambda: [NONE])
    tags: list[str] = field(default_factory=lambda: [""])

    def flush(self) -> Iterator[Piece]:
        """Give the line that is held, if any."""
        text = "".join(self.held)
        if _ZERO_WIDTH.search(text):
            text = _ZERO_WIDTH.sub(" ", text)
        text = nfc(" ".join(text.split()))
        if text:
            yield Piece(text, self.linked, self.inside, self.pictured, self.tags[-1], self.seen)
            self.pictured = False
        self.held, self.linked, self.seen = [], 0, NONE


def pieces(root: Element, body: Element, measures: Measures) -> Iterator[Piece]:
    """Give the pieces of a page, of its asides too, to show what stood where; ``body`` is what holds the article."""
    state = _State(body, measures)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if _is_left_out(element, measures):
                walk.skip_subtree()
                continue
            yield from _open(element, state)
            grid = data_table(element, measures) if element.tag == "table" else None
            if grid is not None:
                walk.skip_subtree()
                linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
                yield Piece(plain([grid]), linked, state.inside, state.pictured, "table", state.marks[-1], grid)
                continue
            _hold(element.text, state)
        else:
            yield from _shut(element, state)
            _hold(element.tail, state)
    yield from state.flush()


def _open(element: Element, state: _State) -> Iterator[Piece]:
    tag = str(element.tag)
    if tag in BLOCKS:
        if not _continues(element, state):
            yield from state.flush()
        else:
            state.held.append(" ")
        state.tags.append(tag)
    elif tag == "br":
        yield from state.flush()
    elif tag in ("img", "amp-img"):
        state.pictured = True
    elif tag == "a":
        state.links += 1
    state.marks.append(state.marks[-1] | _own_marks(element, state.measures))
    if element is state.body:
        state.inside = True


def _shut(element: Element, state: _State) -> Iterator[Piece]:
    tag = str(element.tag)
    if _is_left_out(element, state.measures):
        return
    if tag in BLOCKS:
        if not (tag in _LABELS and state.measures.letters.get(element, 0) <= _LABEL):
            yield from state.flush()
        state.tags.pop()
    elif tag == "a" and state.links:
        state.links -= 1
    if element is state.body:
        yield from state.flush()
        state.inside = False
    state.marks.pop()


def _is_left_out(element: Element, measures: Measures) -> bool:
    """Tell whether an element holds nothing of an article, or stands aside in the middle of a line."""
    return element in measures.left_out or (element in measures.asides and element.tag not in BLOCKS)


def _continues(element: Element, state: _State) -> bool:
    """Tell whether a value goes on the line of its label (등록일 2025-10-29)."""
    before = element.getprevious()
    if element.tag not in ("dd", "td") or before is None or not state.held:
        return False
    letters = state.measures.letters
    return before.tag in _LABELS and letters.get(before, 0) <= _LABEL and letters.get(element, 0) <= _VALUE


def _own_marks(element: Element, measures: Measures) -> frozenset[str]:
    """Return the marks of an element; those that only a small element can have are dropped from a large one."""
    own = measures.marks.get(element, NONE) - _FOR_ALL
    if own and (measures.letters.get(element, 0) > _SMALL or measures.holds_most(element)):
        own = NONE
    if element.tag == "figcaption":
        own |= {"caption"}
    if element.tag in _HEADINGS:
        own |= {"heading"}
    if element in measures.asides:
        own |= {"aside"}
    return own


def _hold(text: str | None, state: _State) -> None:
    if text:
        state.held.append(text)
        if not text.isspace():
            state.seen |= state.marks[-1]
        if state.links:
            state.linked += len(text.strip())
