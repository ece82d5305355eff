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
from sasil.readers.documents.blocks import MAX_FILE
from sasil.readers.encoding import decode
from sasil.sources.jsonl import read_lines
from sasil.sources.packed import TROUBLES, bare_suffix, is_packed, opened, unreadable
from sasil.sources.parquet import read_rows

STDIN = "-"
JSONL = frozenset({".jsonl", ".ndjson"})
PARQUET = ".parquet"
SUFFIXES = frozenset({".txt", ".html", ".htm", ".hwp", ".hwpx", ".pdf", ".docx", *JSONL, PARQUET})
"""What is taken from a folder, packed (.gz, .zst) or not; a file named by itself is read whatever its name."""

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
    found = False
    for path in files_below(folder, on_error):
        found = True
        try:
            yield from _file(path, path.relative_to(folder).as_posix(), taken, on_error)
        except SasilError as error:
            on_error(error)
    if not found:
        raise no_articles(folder)


def files_below(folder: Path, on_error: OnError) -> Iterator[Path]:
    """Give the files of a folder that may hold articles, all below, by name.

    Only one folder's names are held at a time. A folder that cannot be read is told to ``on_error``. Links to folders
    are not followed.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError as error:
        on_error(SourceError(f"폴더를 열 수 없습니다: {error.strerror}", place=str(folder)))
        return
    for name, is_folder in names:
        if is_folder:
            yield from files_below(folder / name, on_error)
        elif bare_suffix(name) in SUFFIXES and (folder / name).is_file():
            yield folder / name


def no_articles(folder: Path) -> SourceError:
    """Return the error of a folder in which nothing can be read."""
    return SourceError(f"폴더에 기사가 없습니다 ({', '.join(sorted(SUFFIXES))})", place=str(folder))


def _file(path: Path, name: str, taken: set[str], on_error: OnError) -> Iterator[Article]:
    suffix = bare_suffix(path)
    try:
        if suffix in JSONL:
            with opened(path) as lines:
                yield from read_lines(lines, str(path), on_error)
        elif suffix == PARQUET and not is_packed(path):
            yield from read_rows(path, str(path), on_error)
        else:
            yield read_file(path, _unused(name, path, taken))
    except TROUBLES as error:
        raise SourceError(unreadable(error), place=str(path)) from None


def read_file(path: Path, id: str) -> Article:  # noqa: A002 - the article's id
    """Return the article of a document, packed or not; raises SasilError, or one of ``packed.TROUBLES``."""
    with opened(path) as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise SourceError(f"파일이 너무 큽니다 (읽는 한도 {MAX_FILE >> 20} MB)", place=str(path))
    return read(data, id=id, uri=str(path))


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
