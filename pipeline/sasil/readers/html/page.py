"""An HTML page as its parser gives it: tree, meta elements, JSON-LD, scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, TypeAlias

from lxml import etree

from sasil.article import nfc

Element: TypeAlias = etree._Element
Json: TypeAlias = Any

ARTICLE_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "GovernmentService"})
"""Types of schema.org that a page of news or of a public body gives its article."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_RUN_OF_TAGS = re.compile(r"(?:<(div|span|font|b|i|p|ul|li|table|tbody|tr|td|section)\b[^<>]{0,300}>\s{0,100}){100,}")
"""A hundred elements that only hold each other: the parser drops what stands deeper than 2,048 elements."""

_DEEP = etree.XPath(f"boolean({'/*' * 400})")
_TRAILING_COMMA = re.compile(r",(\s{0,100}[}\]])")
_WRAPPING = re.compile(
    r"^\s{0,99}(?://\s{0,9})?(?:<!--|<!\[CDATA\[|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/)"
    r"|(?://\s{0,9})?(?:-->|\]\]>)\s{0,9};?\s{0,99}$"
)
_FIELD = re.compile(r'"(headline|datePublished)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,400})"')
_NODES = 100_000


@dataclass(slots=True)
class Script:
    """A script that may hold data: its id and its text."""

    id: str
    text: str


@dataclass(slots=True)
class Page:
    """A parsed page; ``metas`` maps the lower-case name of a meta element to what it says, in order."""

    root: Element
    metas: dict[str, list[str]] = field(default_factory=dict)
    data: dict[str, Json] = field(default_factory=dict)
    scripts: list[Script] = field(default_factory=list)
    title: str | None = None
    url: str | None = None

    def meta(self, *names: str) -> str | None:
        """Return what the first of some meta elements says, or None."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def parse(text: str) -> Element | None:
    """Return the root of a page's or a fragment's tree; None where there is nothing to parse.

    >>> parse("<p>나루시</p>").findtext(".//p")
    '나루시'
    """
    clean = _CONTROL.sub("", text)
    root = _tree(clean)
    if root is not None and _DEEP(root):
        root = _tree(_RUN_OF_TAGS.sub(r"<\1>", clean))
    return root


def _tree(text: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None


def read_page(text: str) -> Page | None:
    """Return a page with what its head and its scripts say; None for a text without any element."""
    root = parse(text)
    if root is None:
        return None
    page = Page(root)
    for element in root.iter("meta", "title", "link", "script"):
        _READ[str(element.tag)](page, element)
    return page


def _read_meta(page: Page, element: Element) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop")
    content = squeezed(element.get("content"))
    if name and content:
        page.metas.setdefault(name.strip().lower(), []).append(content)


def _read_title(page: Page, element: Element) -> None:
    inside_picture = element.getparent() is not None and element.getparent().tag in ("svg", "g", "symbol")
    if page.title is None and not inside_picture:
        page.title = squeezed((element.text or "").partition("<")[0])  # an unclosed title swallows the head


def _read_link(page: Page, element: Element) -> None:
    if page.url is None and (element.get("rel") or "").lower() == "canonical":
        page.url = squeezed(element.get("href"))


def _read_script(page: Page, element: Element) -> None:
    text = element.text or ""
    if "ld+json" in (element.get("type") or "").lower():
        if not page.data:
            page.data = _article_data(text)
    elif len(text) > 100 or "__next_f" in text:
        page.scripts.append(Script(element.get("id") or "", text))


_READ = {"meta": _read_meta, "title": _read_title, "link": _read_link, "script": _read_script}


def _article_data(text: str) -> dict[str, Json]:
    """Return the JSON-LD object of an article; of broken JSON the fields that can be read."""
    unwrapped = _WRAPPING.sub("", text)
    for version in (unwrapped, _TRAILING_COMMA.sub(r"\1", unwrapped)):
        try:
            return _article_node(json.loads(version, strict=False))
        except (json.JSONDecodeError, RecursionError):
            continue
    return dict(_FIELD.findall(unwrapped)) if any(kind in unwrapped for kind in ARTICLE_TYPES) else {}


def _article_node(loaded: Json) -> dict[str, Json]:
    nodes = list(_nodes(loaded))
    for node in nodes:
        kinds = node.get("@type")
        if ARTICLE_TYPES & {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])}:
            return _with_publisher(node, nodes)
    return {}


def _with_publisher(node: dict[str, Json], nodes: list[dict[str, Json]]) -> dict[str, Json]:
    """Put the node that a publisher or author refers to by its @id in its place."""
    by_id = {str(other["@id"]): other for other in nodes if "@id" in other and "name" in other}
    found = dict(node)
    for name in ("publisher", "author"):
        value = found.get(name)
        if isinstance(value, dict) and "name" not in value:
            found[name] = by_id.get(str(value.get("@id")), value)
    return found


def _nodes(loaded: Json) -> Iterator[dict[str, Json]]:
    waiting = [loaded]
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            yield node
            waiting[:0] = [value for key, value in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")]


def squeezed(value: Json) -> str | None:
    r"""Return a text in NFC with single spaces, entities of HTML that stand in it resolved; None for anything else.

    >>> squeezed(" 가람&amp;나루\n소식 ")
    '가람&나루 소식'
    """
    return (" ".join(nfc(unescape(value)).split()) or None) if isinstance(value, str) else None
