"""The main text of a page: the element that holds the article, and its paragraphs and table rows as lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

_NOT_TEXT = (
    *("script", "style", "noscript", "template", "iframe", "svg", "form", "button", "select"),
    *("nav", "footer", "aside"),
)
_KNOWN = (
    '[itemprop="articleBody"]',
    "#article-view-content-div",
    "#articleBodyContents",
    "#articleBody",
    "#article_body",
    "#newsct_article",
    "#dic_area",
    ".article_body",
    ".article-body",
    ".news_view_body",
    ".view_con",
    ".board_view_content",
    ".bbs_content",
)
"""Where common content systems of Korean news sites and boards put the body."""
_ASIDE_WORDS = (
    *("related", "relation", "recommend", "rank", "popular", "sns", "share", "comment", "reply", "copyright"),
    *("breadcrumb", "gnb", "lnb", "banner", "ad", "ads", "reporter", "byline", "caption", "tag", "tags", "paging"),
    *("prev", "next", "skip", "sidebar", "kogl", "attach", "attachment", "file", "files", "summary"),
)
_ASIDE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_ASIDE_WORDS)})(?:$|[\s_-])")
_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "ul"),
    }
)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u3000]+")
_TAIL = re.compile(
    r"무단\s?전재|저작권자\s*[(©ⓒ]|^\s*[Cc]opyright|공공누리|^\s*(?:사진|자료)\s?(?:제공|출처)?\s?[=:]|^\s*\[사진"
    r"|^\s*(?:목록|이전글|다음글|첨부파일|인쇄|공유하기|조회수?\s*:?\s*\d)"
)
_MIN_SCORE = 40


def main_text(soup: BeautifulSoup, title: str | None = None) -> str:
    """Return the text of a page's article, one paragraph a line, cells of a table row joined by ``|``.

    The soup is stripped of what is no text (scripts, navigation, captions, related articles) on the way; the title is
    left out where the body repeats it.
    """
    for element in soup(_NOT_TEXT):
        element.decompose()
    container = _container(soup)
    for element in container.find_all(_aside):
        if not element.decomposed:
            element.decompose()
    lines = [line for line in _lines(container) if not _TAIL.search(line)]
    while lines and lines[0] == title:
        del lines[0]
    return "\n".join(lines)


def _aside(tag: Tag) -> bool:
    if tag.name == "figcaption":
        return True
    names = tag.get("class")
    marks = [*(names if isinstance(names, list) else []), str(tag.get("id") or "")]
    return any(_ASIDE.search(mark) for mark in marks) and len(tag.get_text()) < 1500


def _container(soup: BeautifulSoup) -> Tag:
    for selector in _KNOWN:
        found = soup.select_one(selector)
        if found is not None and len(found.get_text(strip=True)) > _MIN_SCORE:
            return found
    body = soup.body or soup
    scores: defaultdict[int, float] = defaultdict(float)
    tags: dict[int, Tag] = {}
    for leaf in body.find_all(["p", "div", "td", "li", "span", "dd", "section", "article"]):
        weight = _own_text(leaf)
        parent: Tag | None = leaf if leaf.name in ("div", "article", "section", "td") else leaf.parent
        for share in (1.0, 0.5):
            if parent is None or weight < 1:
                break
            scores[id(parent)] += weight * share
            tags[id(parent)] = parent
            parent = parent.parent
    if not scores:
        return body
    best = max(scores, key=lambda key: scores[key])
    return _with_table(tags[best])


def _with_table(tag: Tag) -> Tag:
    """Widen a cell to its table's holder: the rows beside it belong to the article."""
    row = tag if tag.name in ("td", "tr", "tbody") else None
    table = row.find_parent("table") if row is not None else None
    return table.parent if table is not None and isinstance(table.parent, Tag) else tag


def _own_text(tag: Tag) -> float:
    """Weigh the text that stands directly in an element: long text counts, links do not."""
    own = sum(len(str(child).strip()) for child in tag.children if _is_text(child))
    return own if own > 20 else 0


def _is_text(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def _lines(container: Tag) -> Iterator[str]:
    """Give the lines of an element: a block or a line break ends one, a table row is one."""
    held: list[str] = []
    for piece in _pieces(container):
        if piece is None:
            if line := _SPACE.sub(" ", "".join(held)).strip():
                yield line
            held = []
        else:
            held.append(piece)
    if line := _SPACE.sub(" ", "".join(held)).strip():
        yield line


def _pieces(tag: Tag) -> Iterator[str | None]:
    """Give the strings of an element in order, and None where a line ends."""
    for child in tag.children:
        if _is_text(child):
            yield str(child)
        elif not isinstance(child, Tag):
            continue
        elif child.name == "br":
            yield None
        elif child.name == "table":
            yield None
            yield from _rows(child)
        elif child.name in _BLOCKS:
            yield None
            yield from _pieces(child)
            yield None
        else:
            yield from _pieces(child)


def _rows(table: Tag) -> Iterator[str | None]:
    rows = [list(row.find_all(["td", "th"], recursive=False)) for row in table.find_all("tr")]
    cells = [cell for row in rows for cell in row]
    if len(cells) == 1:
        yield from _pieces(cells[0])
        yield None
        return
    for row in rows:
        words = [_SPACE.sub(" ", cell.get_text(" ")).strip() for cell in row if cell.find("table") is None]
        yield " | ".join(word for word in words if word)
        yield None
