"""The output folder: what lies where, and who may write there."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sasil.errors import SasilError

STATE = ".sasil"
RECORDS = "records"
ERRORS = "errors.jsonl"
MANIFEST = "manifest.json"
REPRINTS = "reprints.jsonl"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths below an output folder. ``state`` is the folder in which the run keeps what a rerun needs."""

    root: Path

    @property
    def state(self) -> Path:
        """The folder of all that a rerun needs."""
        return self.root / STATE

    @property
    def job(self) -> Path:
        """What is being done: options, versions and the plan's sum; where it is, the plan is whole."""
        return self.state / "job.json"

    @property
    def plan(self) -> Path:
        """The units, one a line."""
        return self.state / "plan.jsonl"

    @property
    def done(self) -> Path:
        """The folder of the markers of units that are complete."""
        return self.state / "done"

    @property
    def errors(self) -> Path:
        """The folder of the failures of each unit."""
        return self.state / "errors"

    @property
    def scratch(self) -> Path:
        """The folder of shards that are being written."""
        return self.state / "scratch"


def unwritable(error: OSError, root: Path) -> str:
    """Return in words why something could not be written below a folder.

    >>> unwritable(OSError(errno.ENOSPC, "No space left on device"), Path("결과"))
    '디스크가 찼습니다: 결과'
    """
    known = {
        errno.ENOSPC: "디스크가 찼습니다",
        errno.EDQUOT: "디스크의 할당량을 다 썼습니다",
        errno.EFBIG: "파일이 너무 큽니다",
        errno.EROFS: "읽기만 되는 파일 시스템입니다",
    }
    return f"{known.get(error.errno or 0, error.strerror or str(error))}: {error.filename or root}"


def sync_folder(path: Path) -> None:
    """Make sure that the names in a folder are on disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


@contextmanager
def locked(layout: Layout) -> Iterator[None]:
    """Hold the output folder for one run, made where it is not there.

    Raises SasilError where another run holds it, where it is not empty and not ours, and where it cannot be written.
    """
    try:
        if not layout.state.exists() and layout.root.exists() and any(layout.root.iterdir()):
            raise SasilError("빈 폴더가 아닙니다: 새 폴더나, 멈춘 작업의 폴더를 주세요", place=str(layout.root))
        layout.state.mkdir(parents=True, exist_ok=True)
        lock = os.open(layout.state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise SasilError(f"쓸 수 없는 폴더입니다: {error.strerror}", place=str(layout.root)) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        message = "이 폴더에 쓰고 있는 sasil batch가 있습니다: 끝나기를 기다리거나 다른 --output을 주세요"
        raise SasilError(message, place=str(layout.root)) from None
    finally:
        os.close(lock)


def clear(layout: Layout) -> None:
    """Take away what runs before have made in the folder, but for the lock; what is not theirs stays."""
    from sasil.sinks.schema import tables

    layout.job.unlink(missing_ok=True)  # first, for without it the rest counts for nothing
    sync_folder(layout.state)
    for name in (RECORDS, *(table.name for table in tables())):
        for shard in (layout.root / name).glob("part-*.*"):
            shard.unlink()
        if (layout.root / name).is_dir() and not any((layout.root / name).iterdir()):
            (layout.root / name).rmdir()
    for name in (ERRORS, MANIFEST, REPRINTS):
        (layout.root / name).unlink(missing_ok=True)
    for folder in (layout.done, layout.errors, layout.scratch):
        shutil.rmtree(folder, ignore_errors=True)
    layout.plan.unlink(missing_ok=True)
