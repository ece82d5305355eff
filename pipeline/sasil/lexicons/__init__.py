"""Word lists: TSV files with a header line and a `source` column, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a word list, each a mapping from column to cell; lines that begin with ``#`` are passed over.

    >>> [row["code"] for row in lexicon("currencies") if row["form"] == "달러"]
    ['USD']
    """
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
