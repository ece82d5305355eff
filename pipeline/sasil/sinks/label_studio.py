"""Label Studio's JSON: one task a record, its spans as one annotation, offsets in UTF-16 units."""

from __future__ import annotations

from typing import Any

from sasil.errors import SourceError
from sasil.record import Record
from sasil.sinks.offsets import from_utf16, imported, to_utf16

_FROM, _TO = "label", "text"
"""The names that the labelling configuration gives its Labels and Text."""


def to_label_studio(record: Record) -> dict[str, Any]:
    """Return a record as a task; a span's value travels in its ``meta``."""
    units = to_utf16(record.text)
    results = [
        {
            "id": f"m{number}",
            "from_name": _FROM,
            "to_name": _TO,
            "type": "labels",
            "value": {
                "start": units[m.start],
                "end": units[m.end],
                "text": m.text,
                "labels": [m.type],
            },
            "meta": {"value": None if m.value is None else m.value.model_dump()},
        }
        for number, m in enumerate(record.mentions)
    ]
    return {"data": {"id": record.id, "text": record.text}, "annotations": [{"result": results}]}


def from_label_studio(task: dict[str, Any]) -> Record:
    """Return the record of a task's first annotation (or prediction); raise SourceError where it is none."""
    try:
        name, text = str(task["data"]["id"]), task["data"]["text"]
        made = task.get("annotations") or task.get("predictions") or [{"result": []}]
        point = from_utf16(text)
        spans = [
            (
                str(result["value"]["labels"][0]),
                point(int(result["value"]["start"])),
                point(int(result["value"]["end"])),
                (result.get("meta") or {}).get("value"),
            )
            for result in made[0]["result"]
            if result.get("type") == "labels"
        ]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise SourceError(f"Label Studio의 과제가 아닙니다: {error!r}") from None
    return imported(name, text, spans, "label-studio")
