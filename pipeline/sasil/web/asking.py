"""What may be asked of the API, and what it answers beside records, as models: they check, and they are the OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, WithJsonSchema

from sasil.article import iso_date
from sasil.errors import SasilError
from sasil.record import Mention
from sasil.web.problems import Problem

_TEXT = "창원시는 2일 ‘강변 산책로 조성사업’에 국비 12억 원을 확보했다고 밝혔다."


def _date(value: str) -> str:
    try:
        return iso_date(value)
    except SasilError as error:
        raise ValueError(error.message) from None


Published = Annotated[
    str,
    AfterValidator(_date),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
"""A date of publication in ISO 8601, with a time or without."""


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Article(_Asked):
    title: str | None = Field(default=None, description="The title, in place of the one that the article shows.")
    published: Published | None = Field(
        default=None,
        description="Date of publication (ISO 8601), from which relative dates count.",
        examples=["2019-10-02"],
    )
    id: Annotated[str, Field(min_length=1, max_length=1000)] | None = Field(
        default=None, description="The record's id; without it, the beginning of the SHA-256 of what was given."
    )


class TextArticle(_Article):
    """An article as plain text. The record's offsets count code points of the text in Unicode NFC."""

    text: str = Field(description="The article.", examples=[_TEXT])


class HtmlArticle(_Article):
    """An article as the source of a web page."""

    html: str = Field(
        description="The page, decoded.", examples=[f"<html><body><article><p>{_TEXT}</p></article></body></html>"]
    )


class UrlArticle(_Article):
    """An article by its URL: only where the server was started with --allow-urls."""

    url: str = Field(description="An http or https URL of a public host.", examples=["https://naru.example/news/1"])


def _kind(given: Any) -> str | None:
    names = [name for name in ("text", "html", "url") if isinstance(given, dict) and name in given]
    return names[0] if len(names) == 1 else None


ArticleAsked = Annotated[
    Annotated[TextArticle, Tag("text")] | Annotated[HtmlArticle, Tag("html")] | Annotated[UrlArticle, Tag("url")],
    Discriminator(
        _kind,
        custom_error_type="one_of",
        custom_error_message="text, html, url 가운데 꼭 하나가 있는 JSON 객체여야 합니다",
    ),
]

ARTICLES: TypeAdapter[TextArticle | HtmlArticle | UrlArticle] = TypeAdapter(ArticleAsked)


class NormalizeAsked(_Asked):
    """A line of text, or a whole text, of which only amounts and times are wanted."""

    text: str = Field(examples=["오는 12일부터 3개월간 1,800여억 원"])
    published: Published | None = Field(
        default=None, description="Date from which relative dates count.", examples=["2024-03-05"]
    )


class Normalized(BaseModel):
    """The text in Unicode NFC, and its amounts, dates, times, durations and sets in order."""

    text: str
    mentions: list[Mention]


class FailedLine(BaseModel):
    """A line of the answer to a batch where an article failed: why, its id where it tells one, its line, from 1."""

    error: Problem
    id: str | None
    line: int


class HealthLimits(BaseModel):
    """The bounds of this server: of a body in bytes, of an article in seconds, of articles read at once."""

    bytes: int
    seconds: float
    concurrency: int


class Health(BaseModel):
    """That the server is there, and what it can do."""

    status: Literal["ok"] = "ok"
    version: str
    schema_version: str
    limits: HealthLimits
    urls: bool = Field(description="Whether articles may be given by URL.")
    token: bool = Field(description="Whether requests need a token.")


class FileForm(BaseModel):
    """A file as a form sends it."""

    model_config = ConfigDict(extra="forbid")

    file: Annotated[str, WithJsonSchema({"type": "string", "format": "binary"})] = Field(
        description="A text, HTML, HWP 5, HWPX, PDF or DOCX file, told by its content."
    )
    published: Published | None = Field(default=None, description="Date of publication (ISO 8601).")
