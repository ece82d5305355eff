"""Answers → a WARC file (ISO 28500), by warcio: the extra ``sasil[warc]``."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import sasil
from sasil.errors import SourceError
from sasil.sources.web.answer import Answer
from sasil.sources.web.urls import shown

if TYPE_CHECKING:
    from types import TracebackType

_REWRITTEN = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers of the way and not of the page: the body is kept decompressed, as other archives do."""


class WarcFile:
    """One file of WARC records, compressed record by record; a new one for each run."""

    def __init__(self, path: Path) -> None:
        """Begin a file; raise SourceError where warcio is not installed or the file cannot be made."""
        try:
            from warcio.warcwriter import WARCWriter
        except ModuleNotFoundError:
            raise SourceError("warcio가 없습니다: pip install 'sasil[warc]'") from None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        except OSError as error:
            raise SourceError(f"WARC 파일을 만들 수 없습니다: {error.strerror}", place=str(path)) from None
        self._writer = WARCWriter(self._file, gzip=True)
        software = {"software": f"Sasil/{sasil.__version__}", "format": "WARC File Format 1.0"}
        self._writer.write_record(self._writer.create_warcinfo_record(path.name, software))

    def write(self, url: str, answer: Answer) -> None:
        """Write an answer as a response record; its own encoding of the way goes into X-Archive-Orig headers."""
        from warcio.statusandheaders import StatusAndHeaders

        headers = [
            (f"X-Archive-Orig-{name}" if name.lower() in _REWRITTEN else name, value) for name, value in answer.headers
        ]
        headers.append(("Content-Length", str(len(answer.body))))
        record = self._writer.create_warc_record(
            shown(answer.url),
            "response",
            payload=io.BytesIO(answer.body),
            length=len(answer.body),
            http_headers=StatusAndHeaders(str(answer.status), headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": answer.at.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        self._writer.write_record(record)
        self._file.flush()

    def __enter__(self) -> WarcFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
