"""Inputs as a user gives them → files with articles, in an order that does not change from run to run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from sasil.errors import SasilError, SourceError
from sasil.sources.files import STDIN, SUFFIXES, files_below, no_articles
from sasil.sources.packed import bare_suffix


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its path, and its name as an id: in a folder the path below it. ``trouble`` says why it cannot be read.

    ``size`` in bytes and ``changed`` (ns since 1970) tell whether it is the same file in another run.
    """

    path: str
    name: str
    size: int = 0
    changed: int = 0
    trouble: str | None = None


def found(inputs: Sequence[str], output: Path) -> Iterator[Found]:
    """Give the files of files, folders and globs, each once; what lies in the output folder is passed over.

    Raises SourceError for an input that is not there, a folder without articles, standard input and URLs: what is
    mistyped must not pass for little.
    """
    named = _named(inputs)
    folders = {os.path.realpath(path) for path in named if path.is_dir()}
    for path in named:
        if _is_covered(path, folders):
            continue
        if path.is_dir():
            yield from _of_folder(path, output)
        else:
            yield _found(path, path.name)


def _named(inputs: Sequence[str]) -> list[Path]:
    """Return the files and folders that inputs name, each once, in their order."""
    paths: dict[str, Path] = {}
    for given in inputs:
        for path in _expanded(given):
            paths.setdefault(os.path.abspath(path), path)
    return list(paths.values())


def _expanded(given: str) -> list[Path]:
    if given == STDIN or given.lower().startswith(("http://", "https://")):
        raise SourceError("파일과 폴더만 받습니다 (웹의 기사는 sasil fetch로 먼저 받아 둡니다)", place=given)
    if os.path.exists(given):
        return [Path(given)]
    matches = sorted(glob(given, recursive=True)) if has_magic(given) else []
    if not matches:
        raise SourceError("파일이 없습니다", place=given)
    return [Path(match) for match in matches]


def _is_covered(path: Path, folders: set[str]) -> bool:
    """Tell whether a folder that is given as well brings the path with it."""
    if not path.is_dir() and bare_suffix(path) not in SUFFIXES:
        return False
    return any(str(parent) in folders for parent in Path(os.path.realpath(path)).parents)


def _of_folder(folder: Path, output: Path) -> Iterator[Found]:
    below = os.path.relpath(os.path.realpath(output), os.path.realpath(folder))
    ours = f"{folder / below}{os.sep}"
    count = 0
    troubles: list[SasilError] = []
    for path in files_below(folder, troubles.append):
        if str(path).startswith(ours):
            continue
        count += 1
        yield _found(path, path.relative_to(folder).as_posix())
    for error in troubles:
        yield Found(error.place or str(folder), folder.name, trouble=error.message)
    if not count and not troubles:
        raise no_articles(folder)


def _found(path: Path, name: str) -> Found:
    try:
        told = path.stat()
    except OSError as error:
        return Found(str(path), name, trouble=f"파일을 열 수 없습니다: {error.strerror}")
    return Found(str(path), name, told.st_size, told.st_mtime_ns)


def shown(path: str) -> str:
    """Return a path as text that can be written: its bytes may be no Unicode.

    >>> shown("보도자료.txt")
    '보도자료.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")
