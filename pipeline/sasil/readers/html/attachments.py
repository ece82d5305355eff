"""The documents that a page offers: links to HWP, HWPX, PDF and office files."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from sasil.article import Attachment
from sasil.readers.html.page import Element, squeezed

DOCUMENT = re.compile(r"\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|odt|zip)(?![A-Za-z0-9])", re.IGNORECASE)
"""How the name of a document ends."""

_NAME = re.compile(r"^(.*?\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|odt|zip))(?![A-Za-z0-9]).*$", re.IGNORECASE)
_DOWNLOAD = re.compile(r"down|file|attach|atch", re.IGNORECASE)
_VIEWER = re.compile(r"viewer|preview|synap|convert|mailto:|javascript:|^#|^data:", re.IGNORECASE)
_BUTTON = re.compile(r"^\s{0,99}(?:내려\s?받기|다운\s?로드|다운|받기|저장|download)?\s{0,99}$", re.IGNORECASE)
_SURROUNDINGS = ("nav", "footer", "aside")
_MOST = 200
_LONGEST = 300


def find_attachments(root: Element) -> tuple[Attachment, ...]:
    """Return the documents that links of a page name, each URL once, as the page gives it; viewers are none.

    >>> from lxml.html import fromstring
    >>> find_attachments(fromstring('<p><a href="/down?id=1">착공식.hwpx [88KB]</a></p>'))
    (Attachment(url='/down?id=1', name='착공식.hwpx'),)
    """
    found: dict[str, Attachment] = {}
    for link in root.iter("a"):
        url = (link.get("href") or "").strip()
        if not url or _VIEWER.search(url):
            continue
        if next(link.iterancestors(*_SURROUNDINGS), None) is not None:
            continue
        name = _name(link, url)
        if name is not None and url not in found:
            found[url] = Attachment(url, name)
            if len(found) == _MOST:
                break
    return tuple(found.values())


def _name(link: Element, url: str) -> str | None:
    """Return the file's name: in the link's text, its title, its download attribute, its URL, or before the link."""
    for text in ("".join(link.itertext()), link.get("title"), link.get("download"), _file_of(url)):
        if text and (name := _document(text[:_LONGEST])):
            return name
    if not _DOWNLOAD.search(url):
        return None
    return _document(_before(link, button=_BUTTON.search("".join(link.itertext())) is not None)[-_LONGEST:])


def _document(text: str) -> str | None:
    """Return the name of a document with which a text begins."""
    words = squeezed(text) if DOCUMENT.search(text) else None
    found = _NAME.match(words) if words else None
    return found[1] if found else None


def _before(link: Element, *, button: bool) -> str:
    """Return the text right before a link; where it is a button (내려받기), that of a link before it, too."""
    outer = link.getparent()
    before = link.getprevious()
    if before is None and outer is not None:
        if outer.text and not outer.text.isspace():
            return str(outer.text)
        before = outer.getprevious() if button else None
    if before is None:
        return ""
    words = "" if before.tag == "a" and not button else "".join(before.itertext())
    return f"{words} {before.tail or ''}"


def _file_of(url: str) -> str | None:
    if not DOCUMENT.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    last = unquote(parts.path).rsplit("/", 1)[-1]
    if DOCUMENT.search(last):
        return last
    values = [unquote(value.partition("=")[2]) for value in parts.query.split("&")]
    names = [value for value in values if DOCUMENT.search(value)]
    return max(names, key=lambda name: sum(map(_is_hangul, name)), default=None)


def _is_hangul(sign: str) -> bool:
    return "가" <= sign <= "힣"
