"""`sasil serve` as a process: how it starts, what it refuses, how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sasil_server import CODE, PATIENCE, SENTENCE, SasilServer, record_of

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks Linux for processes")


def refused(*options: str, code: str = CODE, cwd: Path | None = None, **environment: str) -> tuple[int, str]:
    """The exit code, and what is told on standard error, of a server that does not start."""
    done = subprocess.run(
        [sys.executable, "-c", code, "serve", *options],
        capture_output=True,
        cwd=cwd,
        env=os.environ | environment,
        timeout=PATIENCE,
        check=False,
    )
    told = done.stderr.decode("utf-8")
    assert "Traceback" not in told
    return done.returncode, told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "--insecure"),
        (["--host", "naru.example"], "--insecure"),
        (["--token", "나루"], "로마자"),
        (["--token", ""], "로마자"),
        (["--port", "65536"], "--port"),
        (["--workers", "0"], "--workers"),
        (["article.txt"], "article.txt"),
    ],
)
def test_wrong_usage_is_exit_code_2(options: list[str], said: str) -> None:
    code, told = refused(*options)
    assert code == 2
    assert said in told


def test_a_port_in_use_is_told_in_one_line_and_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, told = refused("--port", str(other.getsockname()[1]))
    assert (code, told.count("\n")) == (1, 1)
    assert "이미 쓰고 있는 포트" in told


def test_a_host_that_is_none_is_told() -> None:
    code, told = refused("--host", "none.invalid", "--insecure", "--port", "0")
    assert (code, told.count("\n")) == (1, 1)
    assert told.startswith("sasil: none.invalid: ")


def test_the_extra_is_named_where_it_is_missing() -> None:
    code, told = refused(code=f"import sys; sys.modules['uvicorn'] = None; {CODE}")
    assert code == 1
    assert "pip install 'sasil[web]'" in told


def test_what_a_worker_cannot_load_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "words.tsv").write_text("나루교\tXX\n", encoding="utf-8")
    code, told = refused("--port", "0", "--workers", "1", "--user-dict", "words.tsv", cwd=tmp_path)
    assert code == 1
    assert "words.tsv:1: " in told
    assert "http://" not in told


def test_it_starts_in_a_folder_with_modules_of_the_same_names_and_ends_at_a_signal(tmp_path: Path) -> None:
    for name in ("json", "spacy", "sasil"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('wrong module')", encoding="utf-8")
    (tmp_path / "words.tsv").write_text("나루물빛교\tNNP\n", encoding="utf-8")
    # The folder is on the way of -c, as it is not on that of an installed command: only the workers' is tested.
    code = f"import sys; sys.path = [one for one in sys.path if one]; {CODE}"
    server = SasilServer("--workers", "1", "--user-dict", "words.tsv", code=code, cwd=tmp_path)
    record_of(server.extract(SENTENCE))
    workers = server.workers()
    assert len(workers) == 1
    assert server.stop(signal.SIGINT) == 0
    assert server.told[-1] == "sasil: 멈췄습니다"
    assert not alive(workers)


def alive(processes: list[int]) -> list[int]:
    return [pid for pid in processes if (state := state_of(pid)) is not None and state != "Z"]


def state_of(process: int) -> str | None:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return None
