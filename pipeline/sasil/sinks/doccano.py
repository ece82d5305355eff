"""Doccano's JSON lines: ``{"id", "text", "label": [[start, end, type], …]}``, offsets in code points."""

from __future__ import annotations

from typing import Any

from sasil.errors import SourceError
from sasil.record import Record
from sasil.sinks.offsets import imported


def to_doccano(record: Record) -> dict[str, Any]:
    """Return a record as one of doccano's objects; values travel in ``sasil_values``, which doccano keeps."""
    return {
        "id": record.id,
        "text": record.text,
        "label": [[mention.start, mention.end, mention.type] for mention in record.mentions],
        "sasil_values": [None if m.value is None else m.value.model_dump() for m in record.mentions],
    }


def from_doccano(data: dict[str, Any]) -> Record:
    """Return the record of one of doccano's objects; labels that doccano added have no value.

    Raises SourceError where the object is none of doccano's.
    """
    try:
        name, text, labels = str(data["id"]), data["text"], data.get("label", data.get("labels", []))
        values = data.get("sasil_values", [])
        values = values if len(values) == len(labels) else [None] * len(labels)
        spans = [
            (str(kind), int(start), int(end), value) for (start, end, kind), value in zip(labels, values, strict=True)
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"doccano의 줄이 아닙니다: {error}") from None
    return imported(name, text, spans, "doccano")
