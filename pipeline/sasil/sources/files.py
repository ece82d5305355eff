"""Files, folders and standard input → Articles."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from sasil.article import Article
from sasil.errors import SasilError, SourceError
from sasil.readers import read
from sasil.sources.jsonl import read_lines

STDIN = "-"
JSONL = frozenset({".jsonl", ".ndjson"})
SUFFIXES = frozenset({".txt", ".html", ".htm", ".hwp", ".hwpx", ".pdf", ".docx", *JSONL})
"""What is taken from a folder; a file named by itself is read whatever its name."""

OnError = Callable[[SasilError], None]


def articles(inputs: Iterable[str], on_error: OnError) -> Iterator[Article]:
    """Give the articles of files, folders (all below, by name) and ``-`` in turn.

    What cannot be read is told to ``on_error``, one error for each file or line, and the others go on.
    """
    for given in inputs:
        try:
            if given == STDIN:
                yield from _standard_input(on_error)
            elif Path(given).is_dir():
                yield from _folder(Path(given), on_error)
            else:
                yield from _file(Path(given), Path(given).stem, on_error)
        except SasilError as error:
            on_error(error)


def _folder(folder: Path, on_error: OnError) -> Iterator[Article]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not paths:
        kinds = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"폴더에 기사가 없습니다 ({kinds})", place=str(folder))
    for path in paths:
        try:
            yield from _file(path, path.relative_to(folder).with_suffix("").as_posix(), on_error)
        except SasilError as error:
            on_error(error)


def _file(path: Path, name: str, on_error: OnError) -> Iterator[Article]:
    try:
        if path.suffix.lower() in JSONL:
            with path.open("rb") as lines:
                yield from read_lines(lines, str(path), on_error)
        else:
            yield read(path.read_bytes(), id=name, uri=str(path))
    except FileNotFoundError:
        raise SourceError("파일이 없습니다", place=str(path)) from None
    except OSError as error:
        raise SourceError(f"파일을 열 수 없습니다: {error.strerror}", place=str(path)) from None


def _standard_input(on_error: OnError) -> Iterator[Article]:
    stream = sys.stdin.buffer
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    if first.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        yield from read_lines(chain([first], stream), STDIN, on_error)
    else:
        yield read(first + stream.read(), id="stdin", uri=STDIN)
