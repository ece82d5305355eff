"""Files, folders, standard input and URLs → Articles."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

from sasil.article import Article
from sasil.errors import SasilError, SourceError
from sasil.readers import read
from sasil.readers.encoding import decode
from sasil.sources.jsonl import read_lines

STDIN = "-"
JSONL = frozenset({".jsonl", ".ndjson"})
SUFFIXES = frozenset({".txt", ".html", ".htm", ".hwp", ".hwpx", ".pdf", ".docx", *JSONL})
"""What is taken from a folder; a file named by itself is read whatever its name."""

OnError = Callable[[SasilError], None]


def articles(inputs: Iterable[str], on_error: OnError, *, allow_private: bool = False) -> Iterator[Article]:
    """Give the articles of files, folders (all below, by name), ``-`` and URLs of the web in turn.

    A file's id is its name, in a folder its path below it; where an input before has taken the id, its whole path.
    What cannot be read is told to ``on_error``, one error for each file, line or URL, and the others go on. URLs are
    fetched by the rules of the web room, and nothing of them is kept; ``allow_private`` lets through any address.
    """
    taken: set[str] = set()
    for is_web, together in groupby(inputs, _is_url):
        if is_web:
            yield from _from_web(list(together), on_error, allow_private)
        else:
            yield from _local(together, taken, on_error)


def _is_url(given: str) -> bool:
    return given.lower().startswith(("http://", "https://"))


def _from_web(urls: list[str], on_error: OnError, allow_private: bool) -> Iterator[Article]:
    from sasil.sources.web.fetching import Fetcher
    from sasil.sources.web.links import links_of_urls
    from sasil.sources.web.opening import Way, open_pages

    texts = [decode(os.fsencode(url)) for url in urls]  # arguments arrive in the locale's encoding
    with open_pages(Way(allow_private=allow_private)) as pages:
        yield from Fetcher(pages, on_error).articles(links_of_urls(texts, on_error))


def _local(inputs: Iterable[str], taken: set[str], on_error: OnError) -> Iterator[Article]:
    for given in inputs:
        try:
            if given == STDIN:
                yield from _standard_input(on_error)
            elif Path(given).is_dir():
                yield from _folder(Path(given), taken, on_error)
            else:
                yield from _file(Path(given), Path(given).name, taken, on_error)
        except SasilError as error:
            on_error(error)


def _folder(folder: Path, taken: set[str], on_error: OnError) -> Iterator[Article]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not paths:
        kinds = ", ".join(sorted(SUFFIXES))
        raise SourceError(f"폴더에 기사가 없습니다 ({kinds})", place=str(folder))
    for path in paths:
        try:
            yield from _file(path, path.relative_to(folder).as_posix(), taken, on_error)
        except SasilError as error:
            on_error(error)


def _file(path: Path, name: str, taken: set[str], on_error: OnError) -> Iterator[Article]:
    try:
        if path.suffix.lower() in JSONL:
            with path.open("rb") as lines:
                yield from read_lines(lines, str(path), on_error)
        else:
            yield read(path.read_bytes(), id=_unused(name, path, taken), uri=str(path))
    except FileNotFoundError:
        raise SourceError("파일이 없습니다", place=str(path)) from None
    except OSError as error:
        raise SourceError(f"파일을 열 수 없습니다: {error.strerror}", place=str(path)) from None


def _unused(name: str, path: Path, taken: set[str]) -> str:
    """Return the name, or the whole path where another file has taken the name: 가/1.txt beside 나/1.txt."""
    if name in taken:
        name = path.as_posix()
    taken.add(name)
    return name


def _standard_input(on_error: OnError) -> Iterator[Article]:
    stream = sys.stdin.buffer
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    if first.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        yield from read_lines(chain([first], stream), STDIN, on_error)
    else:
        yield read(first + stream.read(), id="stdin", uri=STDIN)
