"""What the server and its worker processes say to one another: jobs and answers, each a frame of head and body."""

from __future__ import annotations

import asyncio
import json
import struct
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO, Literal

_LENGTHS = struct.Struct(">II")

Work = Literal["text", "html", "file", "line", "url", "fetched", "normalize"]


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do.

    ``body`` is a text or a page in UTF-8, the bytes of a file, a line of JSON, a URL, or the article that was fetched
    from it; ``id``, ``title`` and ``published`` are what the client says of the article, ``name`` is its file's, and
    ``line`` its line in a batch, from 1.
    """

    work: Work
    body: bytes
    id: str | None = None
    title: str | None = None
    published: str | None = None
    name: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job: JSON as ``body``, or the name of a kind of problem and what it is in one line."""

    body: bytes = b""
    problem: str | None = None
    detail: str = ""


def packed(said: Job | Answer) -> bytes:
    """Return a job or an answer as a frame: the lengths of its head and its body, a head in JSON, the body."""
    head = {name: value for name, value in asdict(said).items() if name != "body" and value is not None}
    data = json.dumps(head).encode("ascii")
    return _LENGTHS.pack(len(data), len(said.body)) + data + said.body


def read_job(stream: BinaryIO) -> Job | None:
    """Read the next job, in a worker; None when the server has gone.

    >>> import io
    >>> read_job(io.BytesIO(packed(Job("text", "나루시".encode(), id="1")))).id
    '1'
    """
    start = stream.read(_LENGTHS.size)
    if len(start) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(start)
    data = stream.read(head + body)
    return Job(body=data[head:], **_head(data[:head])) if len(data) == head + body else None


async def receive_answer(stream: asyncio.StreamReader) -> Answer:
    """Receive the next answer, in the server; raise EOFError when the worker has gone."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return Answer(**_head(await stream.readexactly(head)), body=await stream.readexactly(body))


def _head(data: bytes) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(data)
    return head
