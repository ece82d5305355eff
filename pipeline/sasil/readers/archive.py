"""A ZIP file whose parts are unpacked within bounds: the container of HWPX and DOCX."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from sasil.errors import ReadError
from sasil.readers.documents.blocks import MAX_BYTES, MAX_PARTS

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
"""What the standard library raises for a broken file or an unknown way of packing."""


class Archive:
    """The parts of a ZIP file by name; sizes are counted while unpacking, for what the file states may be a lie.

    Raises ReadError for a broken file and one with too many parts.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise ReadError("ZIP 파일이 깨졌거나 끝이 잘렸습니다") from None
        self.names = self._zip.namelist()
        if len(self.names) > MAX_PARTS:
            raise ReadError(f"ZIP 파일에 든 것이 너무 많습니다 ({len(self.names):,}개)")
        self._left = MAX_BYTES

    def read(self, name: str) -> bytes:
        """Return a part's bytes; raise ReadError where it is missing, locked, broken, or unpacks beyond the bound."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            raise ReadError(f"ZIP 파일에 {name} 부분이 없습니다") from None
        except RuntimeError:  # the standard library's way to say that a password is needed
            raise ReadError("암호가 걸린 ZIP 파일입니다") from None
        except _BROKEN:
            raise ReadError(f"ZIP 파일의 {name} 부분이 깨졌습니다") from None
        self._left -= len(data)
        if self._left < 0:
            raise ReadError(f"압축을 풀면 너무 큽니다 ({MAX_BYTES >> 20} MB 넘음)")
        return data

    def text(self, name: str) -> str:
        """Return a part as text, or nothing where there is none."""
        return self.read(name).decode("utf-8", "replace") if name in self.names else ""

    def unpacked(self, suffix: str = "") -> int:
        """Return the size of the parts with a suffix as the file states it, in bytes; no more of them is unpacked."""
        return sum(info.file_size for info in self._zip.infolist() if info.filename.endswith(suffix))
