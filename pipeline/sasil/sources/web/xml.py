"""XML from the web: read as far as it can be, in whatever encoding it really is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sasil.errors import SasilError, SourceError
from sasil.readers.encoding import decode
from sasil.readers.xml import parsed
from sasil.sources.web.urls import shown

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BARE = re.compile(r"&(?!#?\w{1,31};)")
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def xml_of(data: bytes, url: str, what: str) -> etree._Element:
    """Return the root of an XML document from the web; of a broken one what can be read.

    Its encoding is found as for pages, for many in CP949 state another; entities are not resolved. Raises SourceError,
    which names the URL, for an HTML page and for what is no XML; ``what`` should have come, with its particle.

    >>> text_of(xml_of("<a><B>나루 & 가람</B>".encode("cp949"), "https://naru.example/rss", "피드가"), "b")
    '나루 & 가람'
    """
    try:
        text = _DECLARATION.sub("", decode(data).removeprefix("\ufeff"), count=1)
    except SasilError as error:
        raise SourceError(error.message, place=shown(url)) from None
    if _PAGE.match(text[:1000]):
        raise SourceError(f"{what} 아니라 HTML 쪽입니다", place=shown(url))
    clean = _CONTROL.sub("", text).strip()
    root = _parsed(clean, recover=False)
    if root is None:  # a bare & is the most common fault of feeds; in CDATA it is none, so the text is mended only here
        root = _parsed(_BARE.sub("&amp;", _whole(clean)), recover=True)
    if root is None:
        raise SourceError("XML이 아닙니다", place=shown(url))
    return root


def _whole(text: str) -> str:
    """Return a document without the text in which it was cut off: half a URL is a wrong one."""
    return text if text.endswith(">") else text[: max(text.rfind("<"), 0)]


def _parsed(text: str, *, recover: bool) -> etree._Element | None:
    return parsed(text.encode("utf-8", "replace"), recover=recover, encoding="utf-8")


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the children of a name in lower case, whatever their namespace and case.

    Where there are none, what stands deeper is given: in a broken document an unclosed element holds the rest.
    """
    own = [child for child in element if local(child) == name]
    return iter(own) if own else (below for below in element.iterdescendants() if local(below) == name)


def text_of(element: etree._Element, name: str) -> str:
    """Return the text of the first child of a name, or nothing."""
    return next(("".join(child.itertext()).strip() for child in children(element, name)), "")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace or prefix, in lower case; comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""
