"""Files as they lie or packed by gzip or Zstandard: opened in one way, told apart by their first bytes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from zstandard import ZstdDecompressor, ZstdError

SUFFIXES = (".gz", ".zst")

TROUBLES = (OSError, EOFError, zlib.error, ZstdError)
"""What opening and reading may raise; ``unreadable`` says it in words."""

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_STEP = 1024
"""Bytes unpacked at a time: of the densest Zstandard they become 32 MB, of gzip one."""


def bare_suffix(path: PurePath | str) -> str:
    """Return the suffix of a name in small letters, without that of the packing.

    >>> bare_suffix("보도자료.JSONL.gz")
    '.jsonl'
    """
    name = PurePath(path)
    return (PurePath(name.stem) if name.suffix.lower() in SUFFIXES else name).suffix.lower()


def opened(path: Path) -> BinaryIO:
    """Return the bytes of a file as a stream, unpacked where they are packed; raises OSError.

    Reading from it may raise any of ``TROUBLES``.
    """
    file = path.open("rb")
    begin = _packing(file.peek(len(_ZSTD)))
    return file if begin is None else io.BufferedReader(_Unpacked(file, begin), 1 << 16)


def is_packed(path: Path) -> bool:
    """Tell whether a file is packed, which leaves no way to its middle but through its beginning."""
    with path.open("rb") as file:
        return _packing(file.read(len(_ZSTD))) is not None


def unreadable(error: Exception) -> str:
    """Return in words why a file could not be opened or read.

    >>> unreadable(EOFError())
    '압축이 중간에 끊겼습니다'
    """
    if isinstance(error, FileNotFoundError):
        return "파일이 없습니다"
    if isinstance(error, EOFError):
        return "압축이 중간에 끊겼습니다"
    if isinstance(error, (zlib.error, ZstdError)):
        return "압축이 깨졌습니다"
    return f"파일을 열 수 없습니다: {getattr(error, 'strerror', None) or error}"


def _packing(start: bytes) -> Callable[[], Any] | None:
    """Return what makes the unpacker of one member (gzip) or frame (Zstandard)."""
    if start.startswith(_GZIP):
        return lambda: zlib.decompressobj(wbits=31)
    if start.startswith(_ZSTD):
        return lambda: ZstdDecompressor().decompressobj()
    return None


class _Unpacked(io.RawIOBase):
    """A packed file as a stream of what is in it, member by member; the end within one is an EOFError."""

    def __init__(self, file: BinaryIO, begin: Callable[[], Any]) -> None:
        super().__init__()
        self._file = file
        self._begin = begin
        self._member: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._rest or self._file.read(_STEP)
            if data:
                self._unpack(data)
            elif self._member is not None:
                raise EOFError
            else:
                return 0
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _unpack(self, data: bytes) -> None:
        self._rest = b""
        if self._member is None:
            data = data.lstrip(b"\0")  # gzip on tape is filled up with zeros
            if not data:
                return
            self._member = self._begin()
        self._ready = memoryview(self._member.decompress(data))
        if self._member.eof:
            self._rest = self._member.unused_data
            self._member = None

    def close(self) -> None:
        self._file.close()
        super().close()
