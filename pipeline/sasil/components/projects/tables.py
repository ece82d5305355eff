"""Names in tables and in lists of a name and its money: one row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.bullets import INLINE, RINGS, SIGNS
from sasil.components.projects.patterns import ITEM_NUMBER, LONGEST, head_of, is_generic
from sasil.components.projects.phrases import trim
from sasil.components.projects.reading import Reading

ROWS = re.compile(r"^[^\n]*\|[^\n]*(?:\n[^\n]*\|[^\n]*)*", re.MULTILINE)
_COLUMN = re.compile(
    r"^(?:세부|주요|단위|내역|신규|핵심|추진|대표|전략|선정|연구|중점|투자|지원|공모|대상|수행|참여|국책|현안|역점)?\s?(?:사\s?업|과\s?제|프로젝트|공\s?사|용\s?역)\s?(?:명|건명)?$"
    r"|^건\s?명$"
)
_LABEL = re.compile(
    r"(?:총\s?)?(?:사\s*업|공\s*사|용\s*역|과\s*제|연\s*구|수\s*행|추\s*진)?\s?(?:기\s*간|비|금\s*액|내\s*용|규\s*모|목\s*적|위\s*치|개\s*요|량|기\s*관)$"
    r"|(?:위\s*치|소\s*재\s*지|예\s*산|재\s*원|발\s*주|시\s*행|주\s*관|대\s*상)"
)
"""The label of what a row says of a project; the row above it is no head then, but 사업명 with the name."""
_WEAK_COLUMN = re.compile(r"^(?:구\s?분|내\s?용|사업\s?내용|세부\s?내용|품\s?목\s?명?|항\s?목)$")
_WORKS = frozenset({"name", "brand", "build", "work", "act"})
_FEWEST = 2
_COUNTS = re.compile(
    r"(?:제?\s?\d{1,2}\s?(?:세부|과제|세부과제|핵심과제|총괄)|(?:세부|과제|세부과제|총괄)\s?[\d①-⑳]{0,2})$"
)
_NO_NAME = re.compile(r"^(?:총?합?\s*계|소\s*계|총\s*액|기\s*타|비\s*고|\W*|[\d,.\s%]+)$")
_LISTED = re.compile(
    rf"^[ \t]*(?:[{SIGNS}][ \t]+|[{INLINE}{RINGS}])[ \t]*(?P<name>[^\n:：|]{{4,70}}?)\s?[:：]\s?(?=[^\n]{{0,20}}\d)",
    re.MULTILINE,
)
_HEADS = frozenset({"name", "brand", "build", "service", "program", "work", "act", "thing", "scheme", "plan"})


_LABELLED = re.compile(
    r"^[^\w\n]*(?:\d{1,2}[.)]\s*|[가-하][.)]\s*)?(?:사\s?업|용\s?역|공\s?사|과\s?제|프로젝트|건)\s?(?:명|명칭)\s?[:：]\s?(?P<name>[^\n|]{4,80})$",
    re.MULTILINE,
)
_OUTLINED = re.compile(
    r"^[□■○●◇◆▢❍▶▷]\s?(?P<name>[가-힣A-Za-z0-9][^\n:：|.]{4,60}?)(?:\s?[(（][^()（）\n]{2,40}[)）])?[ \t]*\n"
    r"(?=[^\n가-힣]{1,8}[(（]?(?:총?\s?사업비|사업\s?(?:기간|량|내용|개요|규모)|위\s{0,4}치|기\s{0,4}간|규\s{0,4}모|총\s?공사비|시행)[)）]?\s?[:：]?)",
    re.MULTILINE,
)


def outlined_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names that a line labels (사업명: …), and those with their term, place or money in the lines below."""
    for line in _LABELLED.finditer(reading.text):
        start, end = trim(reading, *line.span("name"))
        if _is_name(reading.text[start:end]):
            yield start, end, "projects.label"
    for line in _OUTLINED.finditer(reading.text):
        start, end = trim(reading, *line.span("name"))
        head = head_of(reading.text[start:end])
        if head is not None and head.kind in _HEADS and " " in reading.text[start:end]:
            yield start, end, "projects.outline"


def tabled_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names in the cells of a column headed 사업명 or the like, and those listed with their money."""
    for table in ROWS.finditer(reading.text) if "|" in reading.text else ():
        yield from _column(reading, table)
    for line in _LISTED.finditer(reading.text):
        start, end = trim(reading, *line.span("name"))
        head = head_of(reading.text[start:end])
        if head and head.kind in _HEADS and _has_money(reading, line.end()) and " " in reading.text[start:end]:
            yield start, end, "projects.listed"


def _column(reading: Reading, table: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    rows = _rows(table)
    head, wanted = _wanted(reading, rows)
    if wanted is None:
        yield from _counted(reading, rows)
        return
    width = len(rows[head])
    if head + 1 < len(rows) and _LABEL.match(reading.text[slice(*rows[head + 1][0])]):
        yield from _labelled(reading, rows[head], wanted)
        return
    places = [_cell(reading, row, wanted, width) for row in rows[head + 1 :]]
    names = [place for place in places if _is_name(reading.text[slice(*place)])]
    strong = _COLUMN.match(reading.text[slice(*rows[head][wanted])]) is not None
    if strong or _are_works(reading, names):
        yield from ((start, end, "projects.table") for start, end in names)


def _counted(reading: Reading, rows: list[list[tuple[int, int]]]) -> Iterator[tuple[int, int, str]]:
    """Give the names in the second cells of rows whose first count tasks: 1세부 | … | 298억 원."""
    if len(rows) < _FEWEST or not all(len(row) > 2 and _COUNTS.match(reading.text[slice(*row[0])]) for row in rows):
        return
    places = [trim(reading, *row[1], owned=False) for row in rows]
    yield from ((*place, "projects.table") for place in places if _is_name(reading.text[slice(*place)]))


def _labelled(reading: Reading, row: list[tuple[int, int]], wanted: int) -> Iterator[tuple[int, int, str]]:
    """Give the name that stands beside its label where the rows of a table are labels with their values."""
    place = trim(reading, *row[wanted + 1], owned=False) if wanted + 1 < len(row) else (0, 0)
    if _is_name(reading.text[slice(*place)]):
        yield *place, "projects.label"


def _rows(table: re.Match[str]) -> list[list[tuple[int, int]]]:
    rows = []
    place = table.start()
    for line in table[0].split("\n"):
        rows.append(_cells(line, place))
        place += len(line) + 1
    return rows


def _wanted(reading: Reading, rows: list[list[tuple[int, int]]]) -> tuple[int, int | None]:
    """Return the row that heads the columns and the column of the names, the surest one first."""
    for pattern in (_COLUMN, _WEAK_COLUMN):
        for index, row in enumerate(rows):
            named = [i for i, (start, end) in enumerate(row) if pattern.match(reading.text[start:end])]
            if named:
                return index, named[-1] if pattern is _WEAK_COLUMN else named[0]
    return 0, None


def _cell(reading: Reading, row: list[tuple[int, int]], wanted: int, width: int) -> tuple[int, int]:
    # A cell that spans rows leaves the rows below it shorter at the front.
    index = wanted - max(0, width - len(row)) if wanted else 0
    start, end = row[max(0, index)]
    number = ITEM_NUMBER.match(reading.text, start, end)
    return trim(reading, number.end() if number is not None else start, end, owned=False)


def _is_name(surface: str) -> bool:
    return 3 < len(surface) <= LONGEST and not _NO_NAME.match(surface) and not is_generic(surface.replace(" ", ""))


def _are_works(reading: Reading, names: list[tuple[int, int]]) -> bool:
    """Tell whether the cells under a general head are names of several words, most of them with a work's head."""
    heads = [head_of(reading.text[slice(*place)]) for place in names]
    spaced = all(" " in reading.text[slice(*place)] for place in names)
    works = sum(head is not None and head.kind in _WORKS for head in heads)
    surest = any(head is not None and head.kind in ("name", "build") for head in heads)
    return len(names) >= _FEWEST and spaced and (works == len(names) or (surest and works * 4 >= len(names) * 3))


def _cells(line: str, place: int) -> list[tuple[int, int]]:
    cells = []
    for cell in line.split("|"):
        stripped = cell.strip()
        start = place + cell.find(stripped) if stripped else place
        cells.append((start, start + len(stripped)))
        place += len(cell) + 1
    return cells


def _has_money(reading: Reading, place: int) -> bool:
    end = reading.text.find("\n", place)
    return any(m.type == "MONEY" for m in reading.known_from(place, end if end >= 0 else len(reading.text)))
