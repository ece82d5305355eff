"""What the commands share: exit codes, streams, and how an error is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from sasil.errors import SasilError

FAILED, USAGE, INTERRUPTED = 1, 2, 130

STDOUT = Path("-")
"""The file that stands for standard output."""

Output = Annotated[Path | None, typer.Option("--output", "-o", help="이 파일에 씁니다 (없으면 표준 출력)")]


class Failures:
    """What went wrong: told on standard error as it happens, and kept in an error file where one is asked for."""

    def __init__(self, file: TextIO | None = None) -> None:
        self.count = 0
        self._file = file

    def __call__(self, error: SasilError) -> None:
        """Tell of one error."""
        self.count += 1
        print_error(str(error))
        if self._file is not None:
            line = {"place": error.place, "line": error.line, "message": error.message}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")


def print_error(message: str) -> None:
    """Write one line on standard error, whatever signs the message holds."""
    line = "sasil: " + " ".join(message.split())
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


@contextmanager
def writer(path: Path | None) -> Iterator[TextIO]:
    """Give a text stream in UTF-8: a file, or standard output. A file that cannot be written is wrong usage."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"쓸 수 없습니다: {path}: {error.strerror}") from None
    with stream:
        yield stream


@contextmanager
def failures(path: Path | None) -> Iterator[Failures]:
    """Give the teller of errors, with its error file where a path is given."""
    if path is None:
        yield Failures()
        return
    with writer(path) as file:
        yield Failures(file)
