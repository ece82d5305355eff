"""Article → a JSON line, which ``sasil extract`` reads back as the same article."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from sasil.article import Article


def to_json(article: Article) -> str:
    """Return an article as one line of JSON; fields that are empty are left out, text and source never.

    >>> to_json(Article(id="1", text="착공식", title="착공식"))
    '{"id": "1", "text": "착공식", "title": "착공식", "source": {}}'
    """
    return json.dumps(_without_empty(asdict(article)), ensure_ascii=False)


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    kept = {"id", "text", "source"}
    held = {key: _clean(value) for key, value in data.items()}
    return {key: value for key, value in held.items() if key in kept or value not in (None, [], ())}


def _clean(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if part is not None}
