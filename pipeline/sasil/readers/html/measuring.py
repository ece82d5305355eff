"""How much running text stands where in a page, and the element that holds the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from sasil.readers.html.marks import NONE, hidden, marks
from sasil.readers.html.page import Element

SKIPPED = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "svg", "button", "select", "option", "textarea", "nav"),
        *("object", "embed", "video", "audio", "canvas", "map", "dialog", "head", "label", "legend", "math", "ins"),
        *("amp-sidebar", "amp-ad", "amp-social-share", "amp-iframe", "amp-analytics", "amp-embed"),
    }
)
"""Elements that hold nothing of an article."""

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figure", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "ol", "p", "pre", "section", "summary", "table", "caption", "tbody", "thead", "tfoot", "tr", "td"),
        *("th", "ul"),
    }
)
SENTENCE = re.compile(r"[가-힣][.!?](?:[\s\"'”’)\]]|$)|[다요까][\"'”’]")
"""Where a Korean sentence ends: a full stop behind Hangul, or a predicate before a closing quotation mark."""

_OUTSIDE = frozenset({"aside", "footer"})
_ASIDE = frozenset({"aside", "outside"})
_LEAST = 10
_UNENDED = 0.2
_DOMINANT = 200
_NOTHING = 50
_STEP = 0.75
_MARKED_STEP = 0.5
_PARTS = frozenset(
    {"p", "li", "tr", "dd", "dt", "blockquote", "span", "font", "b", "strong", "tbody", "h1", "h2", "h3"}
)
"""Elements that are part of a text rather than its holder."""


@dataclass(slots=True)
class Measures:
    """Weights of the elements of a page.

    ``prose`` is the length of running text in an element, without its asides; text whose sentences have no end weighs a
    fifth. ``letters`` is the length of all text. ``asides`` are the elements that hold none of the article,
    ``left_out`` those that hold none of the page's text; ``marks`` is what class and id say;
    ``total`` the running text of the page.
    """

    prose: dict[Element, float] = field(default_factory=dict)
    letters: dict[Element, int] = field(default_factory=dict)
    asides: dict[Element, float] = field(default_factory=dict)
    marks: dict[Element, frozenset[str]] = field(default_factory=dict)
    left_out: set[Element] = field(default_factory=set)
    total: float = 0.0

    def holds_most(self, element: Element) -> bool:
        """Tell whether most of the page's running text stands in an element."""
        return self.prose.get(element, 0.0) > self.total / 2 > 0


@dataclass(slots=True)
class _Open:
    """An element being read: what has been counted in it so far; ``run`` is the text since its last block."""

    aside: bool
    letters: int = 0
    prose: float = 0.0
    free: int = 0
    linked: int = 0
    ends: bool = False


def measure(root: Element) -> Measures:
    """Return the weights of a page's elements."""
    found = Measures()
    blocks = [_Open(False)]
    opened = [blocks[0]]
    links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            block = opened.pop()
            if blocks[-1] is block:
                blocks.pop()
                _close(block)
            links -= tag == "a" and element not in found.left_out
            _keep(found, element, block, opened[-1])
            _count(element.tail, blocks[-1], opened[-1], links)
            continue
        own = marks(element)
        if own:
            found.marks[element] = own
        block = _Open(tag in _OUTSIDE or not own.isdisjoint(_ASIDE))
        opened.append(block)
        if tag in SKIPPED or hidden(element):
            found.left_out.add(element)
            walk.skip_subtree()
            continue
        links += tag == "a"
        if tag in BLOCKS or block.aside:
            blocks.append(block)
        _count(element.text, blocks[-1], opened[-1], links)
    _promote(found, root)
    found.total = found.prose.get(root, 0.0)
    return found


def _count(text: str | None, block: _Open, element: _Open, links: int) -> None:
    if not text or not (length := len(text.strip())):
        return
    element.letters += length
    if links:
        block.linked += length
        return
    block.free += length
    if not block.ends and SENTENCE.search(text):
        block.ends = True


def _close(block: _Open) -> None:
    if block.free >= _LEAST and block.free >= block.linked:
        block.prose += block.free if block.ends else block.free * _UNENDED


def _keep(found: Measures, element: Element, block: _Open, outer: _Open) -> None:
    outer.letters += block.letters
    if block.letters:
        found.letters[element] = block.letters
    if block.prose:
        found.prose[element] = block.prose
    if block.aside:
        found.asides[element] = block.prose
    else:
        outer.prose += block.prose


def _promote(found: Measures, root: Element) -> None:
    """Take the weightiest aside for none where it outweighs all that is left: names of classes can mislead."""
    for _ in range(3):
        left = found.prose.get(root, 0.0)
        named = (one for one in found.asides if left < _NOTHING or "outside" not in found.marks.get(one, NONE))
        element = max(named, key=lambda one: found.asides[one], default=None)
        if element is None or found.asides[element] < (_DOMINANT if left >= _NOTHING else _NOTHING) + left:
            return
        weight = found.asides.pop(element)
        outer = element.getparent()
        while outer is not None:
            found.prose[outer] = found.prose.get(outer, 0.0) + weight
            if outer in found.asides:
                found.asides[outer] += weight
                break
            outer = outer.getparent()


def container(root: Element, found: Measures) -> Element:
    """Return the element that holds the article: the innermost with most of the page's running text."""
    stated = next((one for one in root.iter() if one.get("itemprop") == "articleBody"), None)
    if stated is not None and found.prose.get(stated, 0.0) >= _DOMINANT / 2:
        return stated
    best = root
    while True:
        weight = found.prose.get(best, 0.0)
        inner = max(
            (child for child in best if child in found.prose and child not in found.asides),
            key=lambda child: found.prose[child],
            default=None,
        )
        if inner is None or not _is_holder(inner, found, weight):
            return best
        best = inner


def _is_holder(element: Element, found: Measures, outer: float) -> bool:
    inner = found.prose[element]
    if "body" in found.marks.get(element, NONE) or element.tag == "article" or element.get("itemprop") == "articleBody":
        return inner >= _MARKED_STEP * outer
    share = _STEP if element.tag not in _PARTS else 0.999
    return inner >= share * outer
