"""React's flight data (self.__next_f.push): rows of JSON and text, and the elements that they render."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape

from sasil.readers.html.page import Json

_PUSH = re.compile(r"self\.__next_f\.push\(\[\s*1\s*,\s*(\"(?:[^\"\\]|\\.)*\")\s*\]\)")
_ROW = re.compile(r"([0-9a-f]{1,8}):")
_TEXT = re.compile(r"T([0-9a-f]{1,8}),")
_TAG = re.compile(r"[a-z][a-z0-9]{0,15}$")
_DEEPEST = 120
_MOST_ROWS = 20_000
_MOST_TEXT = 2_000_000
"""How many letters references may put into a row: one text can be referred to a thousand times."""

Rows = dict[str, Json]


def flight_rows(scripts: Sequence[str]) -> Rows:
    """Return the rows of a page's flight data by their ids: a text as str, anything else as JSON.

    The scripts push strings that together are lines ``id:JSON``, ``id:T<length in bytes, hex>,text`` and others.
    """
    pushed: list[str] = []
    for script in scripts:
        if "__next_f" not in script:
            continue
        for found in _PUSH.finditer(script):
            try:
                pushed.append(json.loads(found[1], strict=False))
            except json.JSONDecodeError:
                continue
    return _rows("".join(pushed).encode("utf-8", "surrogatepass")) if pushed else {}


def _rows(stream: bytes) -> Rows:
    rows: Rows = {}
    place = 0
    while place < len(stream) and len(rows) < _MOST_ROWS:
        head = _ROW.match(stream[place : place + 12].decode("latin-1"))
        if head is None:
            place = _after_line(stream, place)
            continue
        place += head.end()
        text = _TEXT.match(stream[place : place + 12].decode("latin-1"))
        if text is not None:
            start = place + text.end()
            place = start + int(text[1], 16)
            rows[head[1]] = stream[start:place].decode("utf-8", "replace")
            continue
        end = _after_line(stream, place)
        try:
            rows[head[1]] = json.loads(stream[place:end], strict=False)
        except (ValueError, RecursionError):
            rows.pop(head[1], None)
        place = end
    return {name: _resolved(row, rows) if isinstance(row, dict | list) else row for name, row in rows.items()}


def _after_line(stream: bytes, place: int) -> int:
    end = stream.find(b"\n", place)
    return len(stream) if end < 0 else end + 1


def _resolved(row: Json, rows: Rows) -> Json:
    """Put the text of a row in the place of a reference to it ($1b), in an object or a list that holds it."""
    waiting = [row]
    left = _MOST_TEXT
    while waiting:
        node = waiting.pop()
        for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
            if isinstance(value, dict | list):
                waiting.append(value)
            elif isinstance(value, str) and value[:1] == "$":
                text = rows.get(value[1:])
                if isinstance(text, str) and len(text) <= left:
                    left -= len(text)
                    node[key] = text
    return row


def rendered(rows: Rows) -> Iterator[str]:
    """Give the HTML of the elements that rows render, without their scripts and attributes but class and id."""
    for row in rows.values():
        if isinstance(row, list):
            yield "".join(_html(row, 0))


def _html(node: Json, depth: int) -> Iterator[str]:
    if isinstance(node, str):
        if not node.startswith("$"):
            yield escape(node)
        return
    if not isinstance(node, list) or depth > _DEEPEST:
        return
    if len(node) >= 4 and node[0] == "$" and isinstance(node[1], str) and isinstance(node[3], dict):
        yield from _element(node[1], node[3], depth)
        return
    for child in node:
        yield from _html(child, depth + 1)


def _element(kind: str, props: dict[str, Json], depth: int) -> Iterator[str]:
    tag = kind if _TAG.match(kind) else "div"
    names = " ".join(
        f'{name}="{escape(value)}"'
        for name, key in (("class", "className"), ("id", "id"))
        if isinstance(value := props.get(key), str)
    )
    yield f"<{tag} {names}>" if names else f"<{tag}>"
    inner = props.get("dangerouslySetInnerHTML")
    if isinstance(inner, dict) and isinstance(inner.get("__html"), str) and tag not in ("script", "style"):
        yield inner["__html"]
    yield from _html(props.get("children"), depth + 1)
    yield f"</{tag}>"
