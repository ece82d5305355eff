"""The records of a marked file: TOML tables tied to the marks of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from sasil.errors import GoldError
from sasil.evaluation.marks import Mark
from sasil.values import decimal_string

Table = dict[str, Any]
_FIELDS = {
    "projects": {"id", "name", "program", "phase", "period", "organizations", "locations", "status"},
    "budgets": {
        *("id", "projects", "count", "role", "basis", "year", "currency"),
        *("amount", "low", "high", "modifier", "part_of", "adds_up"),
    },
    "acronyms": {"short", "long_ko", "long_en", "kind", "components"},
    "people": {"id", "name", "title", "organization", "department"},
    "organizations": {"id", "name", "aliases"},
    "quotes": {"text", "speaker", "organization"},
    "events": {"id", "name", "date", "time", "place", "host"},
    "contacts": {"department", "name", "title", "phone", "email"},
}


def gold_parts(text: str, marks: list[Mark], tables: Table) -> dict[str, list[Table]]:
    """Return the parts of a record from the tables of a marked file; raise GoldError where they do not hold."""
    unknown = tables.keys() - _FIELDS.keys()
    if unknown:
        raise GoldError(f"모르는 기록 [[{', '.join(sorted(unknown))}]]")
    rows = {name: [dict(row) for row in tables.get(name, ())] for name in _FIELDS}
    for name, held in rows.items():
        for row in held:
            if row.keys() - _FIELDS[name]:
                raise GoldError(f"[[{name}]]에 모르는 항목 {', '.join(sorted(row.keys() - _FIELDS[name]))}")
            row["by"] = "gold"
    _linked(text, marks, rows["projects"], "PROJECT")
    _linked(text, marks, rows["events"], "EVENT")
    _linked(text, marks, rows["people"], "PERSON")
    rows["organizations"] = _organizations(text, marks, rows["organizations"])
    for project in rows["projects"]:
        _project(project)
    _budgets(rows["budgets"], {project["name"] for project in rows["projects"]}, marks)
    for acronym in rows["acronyms"]:
        _acronym(text, acronym)
    _quotes(text, rows["quotes"])
    for contact in rows["contacts"]:
        contact["spans"] = [spot for key in ("name", "phone", "email") for spot in _places(text, contact.get(key))[:1]]
    return rows


def _linked(text: str, marks: Iterable[Mark], rows: list[Table], kind: str) -> None:
    """Tie the marks of a type to their records, by link or by name; each must have one, and each record a mark."""
    by_name: dict[str, Table] = {}
    for row in rows:
        row["spans"] = []
        by_name.setdefault(row.get("name", ""), row)
    for row in rows:
        if (link := row.pop("id", None)) is not None:
            by_name[link] = row
    for mark in marks:
        if mark.type == kind:
            name = mark.link or text[mark.start : mark.end]
            if name not in by_name:
                if mark.optional:
                    continue
                raise GoldError(f"{kind} {name!r}의 기록이 없습니다")
            by_name[name]["spans"].append((mark.start, mark.end))
    for row in rows:
        if not row["spans"]:
            raise GoldError(f"{kind} 기록 {row.get('name')!r}의 표시가 글에 없습니다")


def _organizations(text: str, marks: Iterable[Mark], rows: list[Table]) -> list[Table]:
    by_name: dict[str, Table] = {}
    for row in rows:
        row["spans"] = []
        for name in (row.get("name", ""), row.pop("id", ""), *row.get("aliases", ())):
            by_name.setdefault(name, row)
    for mark in marks:
        if mark.type == "ORG":
            name = mark.link or text[mark.start : mark.end]
            if name not in by_name:
                by_name[name] = {"name": name, "aliases": [], "spans": [], "by": "gold"}
                rows.append(by_name[name])
            by_name[name]["spans"].append((mark.start, mark.end))
    return [row for row in rows if row["spans"]]


def _project(project: Table) -> None:
    if "period" in project:
        start, _, end = project["period"].partition("/")
        project["period"] = {"start": start or None, "end": end or None}
    roles = [written.partition(": ") for written in project.get("organizations", ())]
    project["organizations"] = [{"role": role, "name": name} for role, _, name in roles]


def _budgets(budgets: list[Table], projects: set[str], marks: Iterable[Mark]) -> None:
    positions = {budget.pop("id"): at for at, budget in enumerate(budgets) if "id" in budget}
    spots: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for mark in marks:
        if mark.type == "MONEY" and mark.value is not None:
            value = mark.value.model_dump()
            sum_ = (value.get("amount") or f"{value['low']}..{value['high']}", value["currency"])
            spots.setdefault(sum_, []).append((mark.start, mark.end))
    for budget in budgets:
        strangers = set(budget.get("projects", ())) - projects
        if strangers:
            raise GoldError(f"예산의 사업 {', '.join(sorted(strangers))}의 기록이 없습니다")
        budget.setdefault("currency", "KRW")
        for key in ("amount", "low", "high"):
            if key in budget:
                budget[key] = _decimal(budget[key])
        if "part_of" in budget:
            if budget["part_of"] not in positions:
                raise GoldError(f"예산의 part_of {budget['part_of']!r}가 없습니다")
            budget["part_of"] = positions[budget["part_of"]]
        amount = budget.get("amount") or f"{budget.get('low')}..{budget.get('high')}"
        budget["spans"] = spots.get((amount, budget["currency"]), [])
        if not budget["spans"]:
            raise GoldError(f"예산 {amount}의 표시가 글에 없습니다")


def _decimal(written: Any) -> str:
    try:
        return decimal_string(Decimal(str(written)))
    except InvalidOperation:
        raise GoldError(f"수가 아닙니다: {written!r}") from None


def _acronym(text: str, acronym: Table) -> None:
    components = acronym.get("components")
    if components:
        acronym["components"] = [_component(written) for written in components]
    acronym["spans"] = _places(text, acronym.get("short"))
    if not acronym["spans"]:
        raise GoldError(f"약어 {acronym.get('short')!r}가 글에 없습니다")


def _component(written: str) -> dict[str, str | None]:
    letters, ko, en, *_ = [*(part.strip() or None for part in written.split("|")), None, None]
    return {"letters": letters, "ko": ko, "en": en}


def _places(text: str, short: str | None) -> list[tuple[int, int]]:
    """Return where a short form stands free: not inside a longer Latin word or number, nor after Hangul."""
    if not short:
        return []
    before = r"(?<![0-9A-Za-z])" if short[0].isascii() else r"(?<![가-힣])"
    after = r"(?![0-9A-Za-z])" if short[-1].isascii() else ""
    return [match.span() for match in re.finditer(before + re.escape(short) + after, text)]


def _quotes(text: str, quotes: list[Table]) -> None:
    position = 0
    for quote in quotes:
        words = quote.get("text", "")
        at = text.find(words, position)
        at = at if at >= 0 else text.find(words)
        if not words or at < 0:
            raise GoldError(f"인용 {words[:30]!r}가 글에 없습니다")
        quote["span"] = (at, at + len(words))
        position = at + len(words)
