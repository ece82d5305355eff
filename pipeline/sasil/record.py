"""Record: one article's checked facts as plain data, the public contract of Sasil.

A Record goes to JSON and comes back (``Record.model_validate_json``); ``json_schema`` describes it. What the text
does not say is null.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, model_validator

from sasil.values import (
    Amount,
    DateValue,
    DurationValue,
    LawValue,
    Modifier,
    MoneyValue,
    Part,
    PercentValue,
    QuantityValue,
    SetValue,
    TimeValue,
    Value,
    left_out,
)

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Code points into the record's text: start inclusive, end exclusive."""


class _Mention(Part):
    type: str
    start: int = Field(ge=0)
    end: int
    text: str
    value: Value | None = None
    by: str = Field(description="The rule or model that found it.")

    @model_validator(mode="after")
    def _spans_its_text(self) -> _Mention:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError("start and end do not span the text")
        return self


class MoneyMention(_Mention):
    """An amount with a currency."""

    type: Literal["MONEY"] = "MONEY"
    value: MoneyValue | None = None


class PercentMention(_Mention):
    """A percentage."""

    type: Literal["PERCENT"] = "PERCENT"
    value: PercentValue | None = None


class QuantityMention(_Mention):
    """A count or a measure."""

    type: Literal["QUANTITY"] = "QUANTITY"
    value: QuantityValue | None = None


class DateMention(_Mention):
    """A calendar point or period."""

    type: Literal["DATE"] = "DATE"
    value: DateValue | None = None


class TimeMention(_Mention):
    """A clock time, with its date when adjacent."""

    type: Literal["TIME"] = "TIME"
    value: TimeValue | None = None


class DurationMention(_Mention):
    """A length of time."""

    type: Literal["DURATION"] = "DURATION"
    value: DurationValue | None = None


class SetMention(_Mention):
    """A recurrence."""

    type: Literal["SET"] = "SET"
    value: SetValue | None = None


class LawMention(_Mention):
    """The name of a law, with the article that is cited."""

    type: Literal["LAW"] = "LAW"
    value: LawValue | None = None


class NameMention(_Mention):
    """A name: of a person, an organisation, a place, a project or an event."""

    type: Literal["PERSON", "ORG", "LOC", "PROJECT", "EVENT"]
    value: None = None


Mention = Annotated[
    MoneyMention
    | PercentMention
    | QuantityMention
    | DateMention
    | TimeMention
    | DurationMention
    | SetMention
    | LawMention
    | NameMention,
    Field(discriminator="type"),
]
"""A fact in its place: ``text[start:end]`` of the record is the mention's ``text``."""

MENTIONS: TypeAdapter[list[Mention]] = TypeAdapter(list[Mention])


class Period(Part):
    """The first and last day, null when the text does not say."""

    start: str | None = None
    end: str | None = None


class Role(Part):
    """An organisation's part in a project."""

    name: str
    role: Literal["lead", "partner", "funder"]


class Project(Part):
    """A named undertaking; ``program`` is the plan that it belongs to."""

    name: str
    spans: list[Span]
    program: str | None = None
    phase: str | None = None
    period: Period | None = None
    organizations: list[Role] = []
    locations: list[str] = []
    status: Literal["planned", "ongoing", "completed", "unknown"] = "unknown"
    by: str


class Budget(Part):
    """The money of a project or of a group of projects.

    ``count`` is the group's stated size, ``part_of`` the position in ``budgets`` of the total that this is a part of,
    and ``adds_up`` says of a total whether its stated parts sum to it.
    """

    projects: list[str]
    count: int | None = None
    role: Literal["total", "national", "provincial", "municipal", "private", "other"] = "total"
    basis: Literal["total", "per_unit", "per_year", "phase"] = "total"
    year: int | None = None
    currency: str
    amount: Amount | None = left_out()
    low: Amount | None = left_out()
    high: Amount | None = left_out()
    modifier: Modifier | None = left_out()
    part_of: int | None = left_out()
    adds_up: bool | None = left_out()
    spans: list[Span]
    by: str


class Component(Part):
    """One letter, or one number, of a letter-by-letter coinage and what it stands for."""

    letters: str
    ko: str | None = None
    en: str | None = None


class Acronym(Part):
    """A short form as written, and its long forms as the text states them."""

    short: str
    long_ko: str | None = None
    long_en: str | None = None
    kind: Literal["initialism", "abbreviation", "alias"]
    components: list[Component] | None = None
    spans: list[Span]
    by: str


class Person(Part):
    """A person with the last full title that the text gives."""

    name: str
    title: str | None = None
    organization: str | None = None
    department: str | None = None
    spans: list[Span]
    by: str


class Organization(Part):
    """An organisation by its full form, and the other forms that the text uses."""

    name: str
    aliases: list[str] = []
    spans: list[Span]
    by: str


class Quote(Part):
    """The words between a pair of marks, and who said them."""

    text: str
    speaker: str | None = None
    organization: str | None = None
    span: Span
    by: str


class Event(Part):
    """A definite gathering: its day or range, its clock time, its place and its host."""

    name: str
    date: str | None = None
    time: str | None = None
    place: str | None = None
    host: str | None = None
    spans: list[Span]
    by: str


class Contact(Part):
    """Someone, or some office, to ask."""

    department: str | None = None
    name: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    spans: list[Span]
    by: str


class SourceInfo(Part):
    """Where the article came from: path, URL or ``-``; line of a JSON-lines file; format; SHA-256 of the bytes."""

    uri: str | None = None
    line: int | None = None
    format: str | None = None
    sha256: str | None = None


class EmbargoInfo(Part):
    """When a release may be printed: as the document has it, and the first moment that it names (ISO 8601)."""

    raw: str
    at: str | None = None


class AttachmentInfo(Part):
    """A file that a page offers."""

    url: str
    name: str | None = None


class ArticleInfo(Part):
    """What the document says about itself; captions and boilerplate stand here and not in the record's text."""

    title: str | None = None
    published_at: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    kind: str | None = left_out()
    subtitles: list[str] | None = left_out()
    embargo: EmbargoInfo | None = left_out()
    captions: list[str] | None = left_out()
    boilerplate: list[str] | None = left_out()
    attachments: list[AttachmentInfo] | None = left_out()


class RecordWarning(Part):
    """Something that a reader of the record should know, with its place where there is one."""

    code: str
    message: str
    span: Span | None = None


class Record(Part):
    """All facts of one article."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: SourceInfo = SourceInfo()
    article: ArticleInfo = ArticleInfo()
    text: str
    mentions: list[Mention] = []
    projects: list[Project] = []
    budgets: list[Budget] = []
    acronyms: list[Acronym] = []
    people: list[Person] = []
    organizations: list[Organization] = []
    quotes: list[Quote] = []
    events: list[Event] = []
    contacts: list[Contact] = []
    warnings: list[RecordWarning] = []


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every record follows.

    >>> json_schema()["title"]
    'Record'
    """
    schema = Record.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
