"""Ctrl-C: whatever a command is at, one line says that it has stopped, and the exit code is 130."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

GIVEN = b"\n" * 300_000
"""More than a pipe holds: once it is written, the command reads and waits for the rest."""

COMMANDS = [
    ["normalize", "-"],
    ["export", "-", "--to", "out.sqlite"],
    ["view", "-", "-o", "out.html"],
    ["fetch", "--list", "-", "-o", "out"],
    ["corpus", "import", "/dev/stdin", "--format", "conll", "-o", "out"],
]


@pytest.mark.skipif(sys.platform == "win32", reason="a signal to one process is POSIX's")
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: " ".join(arguments[:2]))
def test_an_interrupted_command_says_that_it_stopped(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sasil", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=_interruptible
    ) as process:
        assert process.stdin is not None
        process.stdin.write(GIVEN)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        said, told = process.communicate()
    assert (process.returncode, said, told.decode()) == (130, b"", "sasil: 멈췄습니다\n")


def _interruptible() -> None:
    """Undo what a shell does to commands in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
