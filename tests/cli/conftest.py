"""The command line in a process of its own, in the hardest locale: what is written must be UTF-8 all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def run() -> Run:
    def run_(*arguments: str | Path, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "sasil", *map(str, arguments)]
        environment = os.environ | {
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii:strict",
            "PYTHONUTF8": "0",
            "NO_COLOR": "1",
        }
        return subprocess.run(command, input=given, capture_output=True, cwd=cwd, env=environment, check=False)

    return run_
