"""Gold articles: compiled from marked files, kept as JSON lines, read back for scoring."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from sasil.article import nfc
from sasil.errors import GoldError, SasilError
from sasil.evaluation.gold_records import gold_parts
from sasil.evaluation.marks import Mark, read_marks
from sasil.record import Record

KINDS = (
    *("local-government", "central-government", "public-body", "university", "company", "trade-news"),
    *("regional-news", "earnings", "tender", "exhibition", "rnd-programme", "interview"),
)
"""The kinds of source by which scores are told apart."""

_FENCE = re.compile(r"^\+\+\+\n", re.MULTILINE)


@dataclass(frozen=True)
class GoldArticle:
    """An article with all its facts; ``optional`` holds the places of mentions that a tool may find or leave.

    ``origin`` says how the facts came about where they were not marked in a file: corrected by hand in the view.
    """

    kind: str
    record: Record
    optional: frozenset[tuple[str, int, int]]
    origin: str | None = None


def read_markup(path: Path) -> GoldArticle:
    """Read one marked file; raise GoldError naming the file and the line of what is wrong."""
    source = nfc(path.read_text(encoding="utf-8"))
    fences = list(_FENCE.finditer(source if source.endswith("\n") else source + "\n"))
    if len(fences) != 3 or fences[0].start() != 0:
        raise GoldError("+++ 줄이 셋이어야 합니다: 머리, 글, 기록", place=str(path))
    first_line = source.count("\n", 0, fences[1].end()) + 1
    header = _toml(source[fences[0].end() : fences[1].start()], path, 2)
    tables = _toml(source[fences[2].end() :], path, source.count("\n", 0, fences[2].end()) + 1)
    try:
        text, marks = read_marks(source[fences[1].end() : fences[2].start() - 1])
        return _article(header, text, marks, tables)
    except GoldError as error:
        raise error.at(str(path), None if error.line is None else error.line + first_line - 1) from None
    except ValidationError as error:
        detail = error.errors()[0]
        where = ".".join(map(str, detail["loc"]))
        raise GoldError(f"{where}: {detail['msg']}", place=str(path)) from None


def _toml(source: str, path: Path, line: int) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"TOML: {error}", place=str(path), line=line) from None


def _article(header: dict[str, Any], text: str, marks: list[Mark], tables: dict[str, Any]) -> GoldArticle:
    unknown = header.keys() - {"id", "kind", "published_at", "title", "note"}
    if unknown or "id" not in header:
        raise GoldError(f"모르는 항목 {', '.join(sorted(unknown))}" if unknown else "id가 없습니다")
    if header.get("kind") not in KINDS:
        raise GoldError(f"모르는 갈래 {header.get('kind')!r}")
    if (pair := overlapping(marks)) is not None:
        outer, inner = (f"{mark.type} {text[mark.start : mark.end]!r}" for mark in pair)
        raise GoldError(f"겹치는 표시: {outer}, {inner}", line=text.count("\n", 0, pair[1].start) + 1)
    published = header.get("published_at")
    mentions = [
        {"type": m.type, "start": m.start, "end": m.end, "text": text[m.start : m.end], "value": m.value, "by": "gold"}
        for m in marks
    ]
    record = Record.model_validate(
        {
            "id": header["id"],
            "article": {
                "title": header.get("title") or text.partition("\n")[0].strip(),
                "published_at": None if published is None else published.isoformat(),
            },
            "text": text,
            "mentions": mentions,
            **gold_parts(text, marks, tables),
        }
    )
    optional = frozenset((m.type, m.start, m.end) for m in marks if m.optional)
    return GoldArticle(header["kind"], record, optional)


def to_json(gold: GoldArticle) -> dict[str, Any]:
    """Return a gold article as a line of a gold file: a record without `by`, with `kind` and `optional` marks."""
    data = gold.record.model_dump(mode="json", exclude={"source", "article", "warnings"})
    for mention in data["mentions"]:
        del mention["by"]
        if (mention["type"], mention["start"], mention["end"]) in gold.optional:
            mention["optional"] = True
    for field in PARTS:
        for part in data[field]:
            del part["by"]
    head = {"id": data.pop("id"), "kind": gold.kind, "published_at": gold.record.article.published_at}
    origin = {} if gold.origin is None else {"origin": gold.origin}
    return head | {"title": gold.record.article.title} | origin | data


PARTS = ("projects", "budgets", "acronyms", "people", "organizations", "quotes", "events", "contacts")


def from_json(data: dict[str, Any]) -> GoldArticle:
    """Read a line of a gold file back; raise GoldError where it is none."""
    data = dict(data)
    kind, published, title = data.pop("kind", None), data.pop("published_at", None), data.pop("title", None)
    if kind not in KINDS or not data.get("id"):
        raise GoldError(f"id나 갈래(kind)가 없는 정답 줄: {data.get('id')!r}")
    if not isinstance(origin := data.pop("origin", None), str | None):
        raise GoldError(f"{data['id']}: origin은 글이어야 합니다")
    mentions = [dict(mention, by="gold") for mention in data.pop("mentions", ())]
    optional = frozenset((m["type"], m["start"], m["end"]) for m in mentions if m.pop("optional", False))
    fields = {field: [dict(part, by="gold") for part in data.pop(field, ())] for field in PARTS}
    article = {"title": title, "published_at": published}
    try:
        record = Record.model_validate(data | {"article": article, "mentions": mentions} | fields)
    except ValidationError as error:
        detail = error.errors()[0]
        where = ".".join(map(str, detail["loc"]))
        raise GoldError(f"{data['id']}: {where}: {detail['msg']}") from None
    for mention in record.mentions:
        if record.text[mention.start : mention.end] != mention.text:
            raise GoldError(f"{record.id}: {mention.start}에 {mention.text!r}가 없습니다")
    return GoldArticle(kind, record, optional, origin)


def compile_folder(folder: Path, on_error: Callable[[SasilError], None]) -> Iterator[GoldArticle]:
    """Give the gold articles of a folder of marked files in the order of their names; each wrong file is one error."""
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        on_error(GoldError("표시된 글(*.md)이 없습니다", place=str(folder)))
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            gold = read_markup(path)
            if gold.record.id in seen:
                raise GoldError(f"id {gold.record.id!r}가 {seen[gold.record.id].name}에도 있습니다", place=str(path))
        except GoldError as error:
            on_error(error)
            continue
        seen[gold.record.id] = path
        yield gold


class Place(Protocol):
    """What has a type and a place in the text: a mark, or a mention."""

    @property
    def type(self) -> str:
        """The kind of fact."""
        ...

    @property
    def start(self) -> int:
        """The first code point."""
        ...

    @property
    def end(self) -> int:
        """The code point after the last."""
        ...


P = TypeVar("P", bound=Place)


def overlapping(places: Iterable[P]) -> tuple[P, P] | None:
    """Return two places that may not lie on one another, or None: only a PROJECT inside an EVENT may."""
    last: P | None = None
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if last is not None and place.start < last.end:
            if not (last.type == "EVENT" and place.type == "PROJECT" and place.end <= last.end):
                return last, place
            continue
        last = place
    return None
