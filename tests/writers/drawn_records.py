"""Records drawn by hypothesis: every field filled or not, with text that no format likes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sasil.record import Record

HOSTILE = [
    "\"나루시\", '물빛'",
    "줄\r\n바꿈\r과\t탭",
    "=cmd|' /C calc'!A0",
    "-2억4천만 유로",
    "'+82-2-123",
    "",
    "'",
    "NUL\x00뒤",
    "\x85\u2028\ufeff\u200b",
    "\u202eאב\u202c 👩‍👩‍👧😀",
    "NULL",
    "[1,2]",
    "XXXX-XX-02",
    "\\N; DROP TABLE articles; --",
]
TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
MAYBE = st.none() | TEXT
BIG = st.integers(-(2**63), 2**63 - 1)
AMOUNT = st.one_of(
    st.from_regex(r"\A-?[0-9]{1,20}(\.[0-9]{1,10})?\Z"),
    st.sampled_from(
        ["0", "-0", "007", "1.50", "0.1", "9223372036854775807", "9223372036854775808", "9" * 40, "0." + "3" * 30]
    ),
)
DATES = (
    st.sampled_from(
        [
            "2025-10-03",
            "XXXX-XX-02",
            "2025-10",
            "2025-02-30",
            "2025-10-16/2025-10-17",
            "2025-10-03T14:00",
            "T14:00/T16:00",
        ]
    )
    | TEXT
)
MODIFIER = st.sampled_from(["about", "over", "at_least", "more_than", "at_most", "less_than", "nearly", "vague"])
PLACE = st.integers(0, 2**40)
SPAN = st.tuples(PLACE, PLACE)
SPANS = st.lists(SPAN, max_size=3)


def part(optional: dict[str, Any], **needed: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=optional)


def _sums(optional: dict[str, Any], **needed: Any) -> st.SearchStrategy[dict[str, Any]]:
    return part(optional, amount=AMOUNT, **needed) | part(optional, low=AMOUNT, high=AMOUNT, **needed)


_REL = part({}, unit=st.sampled_from(["day", "week", "month", "year"]), offset=BIG)
_MOD = {"mod": st.sampled_from(["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]), "rel": _REL}
_VALUES = {
    "MONEY": _sums({"modifier": MODIFIER, "per": TEXT}, currency=st.sampled_from(["KRW", "EUR"])),
    "PERCENT": _sums({"modifier": MODIFIER}, unit=st.sampled_from(["percent", "percentage_point"])),
    "QUANTITY": _sums({"modifier": MODIFIER, "per": TEXT, "of": MAYBE}, unit=TEXT),
    "DATE": part({"start": st.none() | DATES, "end": st.none() | DATES, **_MOD}, value=st.none() | DATES),
    "TIME": part(_MOD, value=st.none() | DATES),
    "DURATION": part({"modifier": MODIFIER}, value=TEXT),
    "SET": part({"freq": TEXT, "quant": TEXT}, value=TEXT),
    "LAW": part({}, article=TEXT),
    "PERSON": st.nothing(),
}


@st.composite
def _mention(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(_VALUES)))
    text, start = draw(TEXT.filter(bool)), draw(PLACE)
    value = draw(st.none() | _VALUES[kind])
    return {"type": kind, "start": start, "end": start + len(text), "text": text, "value": value, "by": draw(TEXT)}


_PERIOD = part({"start": st.none() | DATES, "end": st.none() | DATES})
_FACTS = {
    "mentions": _mention(),
    "projects": part(
        {
            "program": MAYBE,
            "phase": MAYBE,
            "period": st.none() | _PERIOD,
            "organizations": st.lists(
                part({}, name=TEXT, role=st.sampled_from(["lead", "partner", "funder"])), max_size=2
            ),
            "locations": st.lists(TEXT, max_size=2),
            "status": st.sampled_from(["planned", "ongoing", "completed", "unknown"]),
        },
        name=TEXT,
        spans=SPANS,
        by=TEXT,
    ),
    "acronyms": part(
        {
            "long_ko": MAYBE,
            "long_en": MAYBE,
            "components": st.none() | st.lists(part({"ko": MAYBE, "en": MAYBE}, letters=TEXT), max_size=2),
        },
        short=TEXT,
        kind=st.sampled_from(["initialism", "abbreviation", "alias"]),
        spans=SPANS,
        by=TEXT,
    ),
    "people": part({"title": MAYBE, "organization": MAYBE, "department": MAYBE}, name=TEXT, spans=SPANS, by=TEXT),
    "organizations": part({"aliases": st.lists(TEXT, max_size=2)}, name=TEXT, spans=SPANS, by=TEXT),
    "quotes": part({"speaker": MAYBE, "organization": MAYBE}, text=TEXT, span=SPAN, by=TEXT),
    "events": part(
        {"date": st.none() | DATES, "time": MAYBE, "place": MAYBE, "host": MAYBE}, name=TEXT, spans=SPANS, by=TEXT
    ),
    "contacts": part(dict.fromkeys(("department", "name", "title", "phone", "email"), MAYBE), spans=SPANS, by=TEXT),
    "warnings": part({"span": st.none() | SPAN}, code=TEXT, message=TEXT),
}
_ARTICLE = part(
    {
        "title": MAYBE,
        "published_at": st.none() | DATES,
        "outlet": MAYBE,
        "byline": MAYBE,
        "url": MAYBE,
        "kind": MAYBE,
        "subtitles": st.none() | st.lists(TEXT, max_size=2),
        "embargo": st.none() | part({"at": MAYBE}, raw=TEXT),
        "captions": st.none() | st.lists(TEXT, max_size=2),
        "boilerplate": st.none() | st.lists(TEXT, max_size=2),
        "attachments": st.none() | st.lists(part({"name": MAYBE}, url=TEXT), max_size=2),
    }
)
_SOURCE = part({"uri": MAYBE, "line": st.none() | BIG, "format": MAYBE, "sha256": MAYBE})


@st.composite
def _budgets(draw: st.DrawFn) -> list[dict[str, Any]]:
    count = draw(st.integers(0, 3))
    optional = {
        "count": st.none() | BIG,
        "role": st.sampled_from(["total", "national", "provincial", "municipal", "private", "other"]),
        "basis": st.sampled_from(["total", "per_unit", "per_year", "phase"]),
        "year": st.none() | BIG,
        "low": AMOUNT,
        "high": AMOUNT,
        "modifier": MODIFIER,
        "part_of": st.integers(0, max(count - 1, 0)),
        "adds_up": st.booleans(),
        "amount": AMOUNT,
    }
    budget = part(optional, projects=st.lists(TEXT, max_size=2), currency=TEXT, spans=SPANS, by=TEXT)
    return draw(st.lists(budget, min_size=count, max_size=count))


@st.composite
def records(draw: st.DrawFn) -> Record:
    data = {name: draw(st.lists(fact, max_size=2)) for name, fact in _FACTS.items()}
    data |= {"id": draw(TEXT), "text": draw(TEXT), "budgets": draw(_budgets())}
    data |= {"article": draw(_ARTICLE), "source": draw(_SOURCE)}
    return Record.model_validate(data)


def lists_of_records(largest: int = 3) -> st.SearchStrategy[list[Record]]:
    return st.lists(records(), max_size=largest, unique_by=lambda record: record.id)
