"""The errors of Sasil: each is about one place and says so in one line."""

from __future__ import annotations


class SasilError(Exception):
    """Something went wrong that a user can understand and mend.

    >>> str(SasilError("날짜가 아닙니다: 2019-13-01", place="articles.jsonl", line=3))
    'articles.jsonl:3: 날짜가 아닙니다: 2019-13-01'
    """

    def __init__(self, message: str, *, place: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.line = line

    def at(self, place: str, line: int | None = None) -> SasilError:
        """Return the same error with the file or URL, and the line, that it is about."""
        return type(self)(self.message, place=place, line=line)

    def __str__(self) -> str:
        if self.place is None:
            return self.message
        where = self.place if self.line is None else f"{self.place}:{self.line}"
        return f"{where}: {self.message}"


class SourceError(SasilError):
    """A source has nothing to give: a missing file, an empty folder, a broken line."""


class ReadError(SasilError):
    """Bytes that no reader can turn into an article."""


class TextError(SasilError):
    """A text that the pipeline refuses, such as one with a lone surrogate."""


class GoldError(SasilError):
    """A gold file or a set of records that cannot be scored as it stands."""


class ModelError(SasilError):
    """A folder of weights that cannot be used: missing, broken, or of a version that this Sasil does not know."""
