"""Sasil (사실, "fact"): Korean press releases in, checked facts out.

>>> import sasil
>>> record = sasil.extract("창원시는 2일 1,800여억 원을 확보했다.", published="2019-10-02")
>>> [(m.type, m.text) for m in record.mentions]
[('ORG', '창원시'), ('DATE', '2일'), ('MONEY', '1,800여억 원')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sasil.article import Article
    from sasil.errors import SasilError
    from sasil.extraction import extract, load
    from sasil.normalization import normalize
    from sasil.readers import read
    from sasil.record import Record, json_schema

__version__ = "0.1.0"

_HOMES = {
    "Article": "sasil.article",
    "Record": "sasil.record",
    "SasilError": "sasil.errors",
    "extract": "sasil.extraction",
    "json_schema": "sasil.record",
    "load": "sasil.extraction",
    "normalize": "sasil.normalization",
    "read": "sasil.readers",
}

__all__ = ["Article", "Record", "SasilError", "extract", "json_schema", "load", "normalize", "read"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: `import sasil` alone loads neither spaCy nor Kiwi."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sasil' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
