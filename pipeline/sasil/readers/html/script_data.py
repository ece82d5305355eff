"""The article that a page carries only as data of its scripts: __NEXT_DATA__, flight data, assigned JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sasil.readers.html.flight import flight_rows, rendered
from sasil.readers.html.page import Json, Script, squeezed

_ASSIGNED = re.compile(r"(?:[\w$\])\"']\s{0,9}=|\.push\()\s{0,9}(?=[{\[])")
_HANGUL = re.compile(r"[가-힣]")
_ESCAPED = re.compile(r"\\u[abcd][0-9a-f]{3}", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|br|div|span|figure|img|table|strong|b|h[1-6]|ul|li)\b[^>]{0,500}>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|span)\b", re.IGNORECASE)
_KEY = re.compile(r"[^a-z]+")
_ATTEMPTS = 40
_NODES = 300_000
_LEAST = 60
_BONUS = 10
_EPOCH = 10**9

_TITLE = re.compile(r"^(?:.{0,12}(?:headline|title|subject|ttl|sj)s?|nttsj)$")
_BODY = re.compile(
    r"body|content|cont$|html|text|detail|paragraph|cn$|article$|desc(?:ription)?$|elements|story|blocks|memo|markup|view"
)
_NOT_BODY = re.compile(
    r"summary|seo|mention|keyword|caption|copyright|comment|reply|intro|script|style|meta|subtitle|title"
)
_SUBTITLE = re.compile(r"^.{0,12}sub_?(?:title|headline|heading|ttl)s?$")
_DATE = re.compile(
    r"^(?:first|news|article|art|web|original)?"
    r"(?:date)?(?:published?|publish(?:ed)?|pub|deploy(?:ed)?|regist(?:ered)?|reg|create[ds]?|service|display|input|write|open|issue|release)"
    r"(?:d|ed)?(?:at|dt|dts|dtm|date|time|datetime|day|ymd|ymdt)?$"
)
_AUTHOR = re.compile(r"^(?:.{0,8}(?:author|reporter|writer|journalist|byline)s?(?:display|name|names|nm)?|credits)$")
_PICTURES = frozenset({"image", "photo", "video", "gallery", "figure", "caption"})


@dataclass(frozen=True, slots=True)
class ScriptArticle:
    """An article found in scripts: its body as HTML, what stands beside it, and whether the page states its title."""

    body: str
    fields: dict[str, Json]
    stated: bool = False


def script_article(scripts: Sequence[Script], titles: Sequence[str]) -> ScriptArticle | None:
    """Return the article in the data of scripts that holds the most Korean text, or None.

    One whose title the page states counts tenfold, for data hold other articles too. Elements that React streams are
    taken where no object holds a body.
    """
    stated = [_letters(title) for title in titles]
    best: ScriptArticle | None = None
    most = 0
    trees: list[str] = []
    for loaded in _loaded(scripts, trees):
        for node in _objects(loaded):
            found = _article(node)
            if found is None:
                continue
            found = replace(found, stated=_is_stated(str(found.fields["headline"]), stated))
            weight = len(_HANGUL.findall(found.body)) * (_BONUS if found.stated else 1)
            if weight > max(most, _LEAST):
                best, most = found, weight
    tree = "".join(trees)
    if len(_HANGUL.findall(tree)) > max(2 * most, _LEAST):
        letters = _letters(_TAG.sub("", tree))
        return ScriptArticle(tree, {}, any(len(title) > 5 and title in letters for title in stated))
    return best


def _is_stated(title: str, stated: Sequence[str]) -> bool:
    letters = _letters(title)
    return len(letters) > 5 and any(letters in one for one in stated)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _loaded(scripts: Sequence[Script], trees: list[str]) -> Iterator[Json]:
    """Give the JSON values of scripts; what flight data render goes to ``trees``."""
    rows = flight_rows([script.text for script in scripts])
    for row in rows.values():
        if not isinstance(row, str):
            yield row
    trees.extend(rendered(rows))
    for script in scripts:
        korean = _HANGUL.search(script.text) or _ESCAPED.search(script.text)
        if not korean or "__next_f" in script.text[:200]:
            continue
        if script.text.lstrip()[:1] in ("{", "["):
            try:
                yield json.loads(script.text, strict=False)
            except (json.JSONDecodeError, RecursionError):
                continue
        else:
            yield from _assigned(script.text)


def _assigned(text: str) -> Iterator[Json]:
    """Give the JSON values that a script assigns to names (window.state = {…})."""
    decoder = json.JSONDecoder(strict=False)
    place = 0
    for _ in range(_ATTEMPTS):
        found = _ASSIGNED.search(text, place)
        if found is None:
            return
        place = found.end()
        try:
            value, place = decoder.raw_decode(text, place)
        except (json.JSONDecodeError, RecursionError):
            continue
        yield value


def _objects(loaded: Json) -> Iterator[dict[str, Json]]:
    waiting = [loaded]
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += [value for value in node if isinstance(value, dict | list)]


def _article(node: dict[str, Json]) -> ScriptArticle | None:
    """Return the article that an object holds: names of keys differ from site to site, their words hardly do."""
    keys = {_KEY.sub("", key.lower()): value for key, value in node.items() if isinstance(key, str)}
    title = _first(keys, _TITLE, but=_SUBTITLE)
    if title is None:
        return None
    bodies = (as_html(value) for key, value in keys.items() if _BODY.search(key) and not _NOT_BODY.search(key))
    body = max((html for html in bodies if html), key=len, default=None)
    if body is None:
        return None
    fields: dict[str, Json] = {}
    for name, pattern in (("alternativeHeadline", _SUBTITLE), ("datePublished", _DATE)):
        value = _first(keys, pattern)
        if value is not None:
            fields[name] = value
    author = next((value for key, value in keys.items() if value and _AUTHOR.search(key)), None)
    if author is not None:
        fields["author"] = author.get("by") if isinstance(author, dict) and "by" in author else author
    fields["headline"] = title.replace("\n", " ")
    return ScriptArticle(body, fields)


def _first(keys: dict[str, Json], pattern: re.Pattern[str], but: re.Pattern[str] | None = None) -> str | None:
    """Return the first text or moment whose key matches; the plainest key comes first (title before webTitle)."""
    named = sorted((key for key in keys if pattern.search(key) and not (but and but.search(key))), key=len)
    for value in map(keys.__getitem__, named):
        if isinstance(value, dict):
            value = value.get("basic")
        if isinstance(value, int) and value > _EPOCH:
            return str(value)
        if isinstance(value, str) and (lines := [line for line in map(squeezed, _TAG.split(value)) if line]):
            return "\n".join(lines)
    return None


def as_html(value: Json) -> str | None:
    """Return a body in data as HTML: a text, HTML, or a list of parts with their kinds; None for anything else.

    >>> as_html([{"type": "text", "content": "나루시는"}, {"type": "image", "caption": "착공식"}])
    '<p>나루시는</p><figcaption>착공식</figcaption>'
    """
    if isinstance(value, str):
        return _string_as_html(value)
    if isinstance(value, dict):
        value = value.get("blocks") or value.get("elements") or value.get("html") or value.get("content")
        if isinstance(value, str):
            return _string_as_html(value)
    if isinstance(value, list):
        return "".join(_part(one) for one in value[:_NODES]) or None
    return None


def _string_as_html(value: str) -> str | None:
    if _ESCAPED_TAG.search(value) and not _TAG.search(value):
        value = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    if _TAG.search(value):
        return value
    return "".join(f"<p>{line}</p>" for line in value.splitlines() if line.strip()) or None


def _part(part: Json) -> str:
    if isinstance(part, str):
        return _string_as_html(part) or ""
    if not isinstance(part, dict):
        return ""
    if str(part.get("type", "")).lower() in _PICTURES:
        caption = squeezed(part.get("caption"))
        return f"<figcaption>{caption}</figcaption>" if caption else ""
    for name in ("content", "text", "value", "html", "data"):
        if isinstance(part.get(name), str):
            return f"<p>{part[name]}</p>"
    return ""
