"""`sasil serve` as a user starts it: a process of its own on a free port of this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import jsonschema

import sasil
from sasil.web.problems import KINDS

CODE = "from sasil.cli import main; main()"
PATIENCE = 300.0

SENTENCE = "나루시는 2일 나루교 공사에 국비 12억 원을 쓴다고 밝혔다."
PAGE = f"<!DOCTYPE html><html><head><title>나루교 착공</title></head><body><article><p>{SENTENCE}</p></article></body></html>"


class SasilServer:
    """A running server; ``url`` is where it is, ``client`` speaks to it."""

    def __init__(self, *options: str, code: str = CODE, cwd: Path | None = None, **environment: str) -> None:
        command = [sys.executable, "-c", code, "serve", "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, cwd=cwd, env=os.environ | environment
        )
        self.told: list[str] = []
        self._ready = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._ready.wait(PATIENCE)
        found = [match[0] for line in self.told if (match := re.search(r"http://\S+", line))]
        if not found:
            self.stop(signal.SIGKILL)
            raise AssertionError(f"the server did not start: {self.told}")
        self.url = found[0].rstrip("/")
        self.client = httpx.Client(base_url=self.url, timeout=PATIENCE)

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.told.append(line.decode("utf-8", "backslashreplace").rstrip())
            if b"http://" in line:
                self._ready.set()
        self._ready.set()

    def extract(self, text: str, **more: Any) -> httpx.Response:
        return self.client.post("/extract", json={"text": text, **more})

    def workers(self) -> list[int]:
        """The process ids of its workers, as Linux tells them."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children.split()}
        return [pid for pid, command in commands.items() if b"sasil.web.worker\0extract" in command]

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """End it and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        for stream in (self.process.stderr, self.process.stdout):
            if stream is not None:
                stream.close()
        if hasattr(self, "client"):
            self.client.close()
        return code


def kind_of(response: httpx.Response) -> str:
    """The name of the kind of a problem, once all that every problem must have has been seen."""
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    name = told["type"].removeprefix("/docs#")
    assert (told["status"], told["title"]) == (response.status_code, KINDS[name].title)
    assert told["detail"].strip()
    assert "Traceback" not in response.text
    return str(name)


def record_of(response: httpx.Response) -> sasil.Record:
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json"), response.text
    jsonschema.validate(response.json(), sasil.json_schema())
    record = sasil.Record.model_validate_json(response.content)
    assert all(record.text[one.start : one.end] == one.text for one in record.mentions)
    return record
