"""A worker process by itself, on its two pipes."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_server import Web, dripping, page

from sasil.web.bodies import plain_name
from sasil.web.wire import Answer, Job, packed, read_job, receive_answer

SETTINGS = {"seconds": 60.0, "bytes": 2**20, "allow_private": True}


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "sasil.web.worker", "fetch", json.dumps(SETTINGS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert answer_of(process) == Answer()
        yield process
        process.kill()


def answer_of(process: subprocess.Popen[bytes]) -> Answer:
    assert process.stdout is not None
    sizes = process.stdout.read(8)
    lengths = int.from_bytes(sizes[:4], "big"), int.from_bytes(sizes[4:], "big")
    return received(sizes + process.stdout.read(sum(lengths)))


def received(data: bytes) -> Answer:
    async def receive() -> Answer:
        stream = asyncio.StreamReader()
        stream.feed_data(data)
        stream.feed_eof()
        return await receive_answer(stream)

    # In a thread: the browser of another test in this process keeps a loop running in the main one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(receive())).result()


def test_it_answers_one_job_after_another(worker: subprocess.Popen[bytes], web: Web) -> None:
    web.plays["/1"] = page("나루시는 2일 나루교 공사에 12억 원을 쓴다고 밝혔다.")
    assert worker.stdin is not None
    for path, problem in (("/1", None), ("/none", "not-fetched"), ("/1", None)):
        worker.stdin.write(packed(Job("url", web.url(path).encode())))
        worker.stdin.flush()
        answer = answer_of(worker)
        assert answer.problem == problem
        assert "12억 원" in (answer.body.decode() or "12억 원")


def test_it_ends_with_its_server_whatever_it_is_at(worker: subprocess.Popen[bytes], web: Web) -> None:
    web.plays["/slow"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n<html>", every=0.1)
    assert worker.stdin is not None
    worker.stdin.write(packed(Job("url", web.url("/slow").encode())))
    worker.stdin.close()
    assert worker.wait(30) == 0


@given(st.binary(), st.text(), st.none() | st.text(), st.none() | st.integers(1))
def test_any_job_and_any_answer_comes_through(body: bytes, id_: str, name: str | None, line: int | None) -> None:
    job = Job("line", body, id=id_, name=name, line=line)
    assert read_job(BytesIO(packed(job))) == job
    answer = Answer(body, problem=name, detail=id_)
    assert received(packed(answer)) == answer


@pytest.mark.parametrize("left", [0, 1, 7, 8, 20])
def test_half_a_job_is_the_end(left: int) -> None:
    assert read_job(BytesIO(packed(Job("text", b"abc", id="1"))[:left])) is None


@given(st.text(st.characters(), max_size=400))
def test_a_files_name_is_never_a_path(given_: str) -> None:
    name = plain_name(given_)
    assert not {"/", "\\", "\0", "\n"} & set(name)
    assert name not in (".", "..")
    assert len(name.encode("utf-8")) <= 4 * 255
