"""The gazetteer that the tagger looks names up in, from Sasil's word lists and files of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sasil.errors import SourceError
from sasil.lexicons import lexicon
from sasil.tagger.features import Gazetteer
from sasil.tagger.full_names import LEVELS

_ENDINGS = {"ORG": 1, "LOC": 2, "UNIT": 3}
_TITLE = 4
_SHORTEST = 2

LOOKS = tuple(f"looks like a name, {level:+.0f}" for level in LEVELS)
"""The first classes: no list has them, they are how much a word looks like a full name."""


def gazetteer(files: Sequence[Path] = ()) -> tuple[Gazetteer, tuple[str, ...]]:
    """Return the gazetteer with the names of its classes in the order of their bits.

    ``files`` are TSVs of ``form<TAB>class``; raises SourceError with the line that is none.
    """
    held = [*_own(), *(pair for path in files for pair in _pairs(path))]
    classes = (*LOOKS, *sorted({kind for _, kind in held}))
    bits = {kind: 1 << i for i, kind in enumerate(classes)}
    forms: dict[str, int] = {}
    for form, kind in held:
        if len(form) >= _SHORTEST:
            forms[form] = forms.get(form, 0) | bits[kind]
    return Gazetteer.of(forms, _endings()), classes


def _own() -> Iterator[tuple[str, str]]:
    for row in lexicon("divisions"):
        for form in (row["form"], *row["short"].split("|")):
            yield form, "division"
    for row in lexicon("places"):
        yield row["form"], "country" if row["kind"] == "country" else "place"
    for row in lexicon("agencies"):
        for form in (row["form"], *row["short"].split("|"), *row["loose"].split("|")):
            yield form, "agency"
    for row in lexicon("companies"):
        yield row["form"], "company"
    for row in lexicon("titles"):
        yield row["form"], "title"
    for row in lexicon("foreign_names"):
        yield row["form"], "given"


def _endings() -> dict[str, int]:
    found = {row["form"]: _TITLE for row in lexicon("titles")}
    for row in lexicon("name_endings"):
        if row["type"] in _ENDINGS:
            found[row["form"]] = _ENDINGS[row["type"]]
    return {form: kind for form, kind in found.items() if len(form) <= 4}


def _pairs(path: Path) -> Iterable[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"이름 목록을 읽을 수 없습니다: {error}", place=str(path)) from None
    for number, line in enumerate(lines, 1):
        form, tab, kind = line.partition("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if not tab or not form or not kind.strip():
            raise SourceError(f"이름 목록의 줄은 '이름<탭>갈래'입니다: {line!r}", place=str(path), line=number)
        yield form.strip(), kind.partition("\t")[0].strip()
