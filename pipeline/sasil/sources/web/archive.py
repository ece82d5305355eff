"""The archive: the bytes of every page as they came, their headers, and what is known of each URL.

A folder with ``bodies/ab/abcd….`` (one file for each SHA-256), ``responses.jsonl`` (one line for each answer: URL,
status, headers, hash, moment) and ``pages.sqlite`` (the last answer of each URL, to resume by and to ask
by whether it still holds).
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from sasil.errors import SourceError
from sasil.sources.web.answer import Answer
from sasil.sources.web.client import Validators
from sasil.sources.web.urls import shown

_TABLE = """
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY, final_url TEXT NOT NULL, etag TEXT, last_modified TEXT, sha256 TEXT NOT NULL, at TEXT NOT NULL
)
"""
_KEEP = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)"
_FIND = "SELECT final_url, etag, last_modified, sha256, at FROM pages WHERE url = ?"
_PATIENCE = 30.0


class Kept(NamedTuple):
    """What an archive holds of a URL: the URL that answered, its body, what to ask by, and when it was asked."""

    url: str
    body: bytes
    validators: Validators
    at: datetime


class AnswerLog(Protocol):
    """Something that writes answers down as well: a WARC file."""

    def write(self, url: str, answer: Answer) -> None:
        """Write the answer for a URL."""


class Archive:
    """A folder of pages. Nothing in it is ever overwritten but what is known of a URL."""

    def __init__(self, folder: Path, log: AnswerLog | None = None) -> None:
        """Open or make the folder; raise SourceError where that cannot be."""
        self._folder = folder
        self._log = log
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._pages = sqlite3.connect(folder / "pages.sqlite", timeout=_PATIENCE, isolation_level=None)
            self._pages.execute(_TABLE)

    def close(self) -> None:
        """Close the store."""
        self._pages.close()

    def find(self, url: str) -> Kept | None:
        """Return what is kept of a URL; None where it never was, or where its file is gone or damaged."""
        with self._told():
            row = self._pages.execute(_FIND, (shown(url),)).fetchone()
        if row is None:
            return None
        final_url, etag, last_modified, sha256, at = row
        try:
            body = self._path(sha256).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(body).hexdigest() != sha256:
            return None
        return Kept(final_url, body, Validators(final_url, etag, last_modified), datetime.fromisoformat(at))

    def keep(self, url: str, answer: Answer) -> None:
        """Keep an answer: first its body, whole or not at all, then its line, and last that the URL is done."""
        sha256 = hashlib.sha256(answer.body).hexdigest()
        at = answer.at.isoformat()
        with self._told():
            self._write(self._path(sha256), answer.body)
            line = {
                "url": shown(url),
                "final_url": shown(answer.url),
                "status": answer.status,
                "sha256": sha256,
                "bytes": len(answer.body),
                "at": at,
                "headers": answer.headers,
            }
            with (self._folder / "responses.jsonl").open("a", encoding="utf-8", newline="\n") as lines:
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            if self._log is not None:
                self._log.write(url, answer)
            known = (answer.header("ETag"), answer.header("Last-Modified"))
            self._pages.execute(_KEEP, (shown(url), shown(answer.url), *known, sha256, at))

    def _path(self, sha256: str) -> Path:
        return self._folder / "bodies" / sha256[:2] / sha256

    def _write(self, path: Path, body: bytes) -> None:
        if path.exists() and path.stat().st_size == len(body):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(body)
        os.replace(part, path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise SourceError(f"보관 폴더의 pages.sqlite를 쓸 수 없습니다: {error}", place=str(self._folder)) from None
        except OSError as error:
            raise SourceError(f"보관 폴더에 쓸 수 없습니다: {error.strerror}", place=str(self._folder)) from None
