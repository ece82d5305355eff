"""HWP 5 → Document: an OLE file of compressed sections of tagged records (Hancom, 한글 문서 파일 형식 5.0)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TypeVar

import olefile

from sasil.article import Notice
from sasil.errors import ReadError
from sasil.readers.documents.blocks import MAX_BYTES, MAX_PARTS, Document, plain
from sasil.readers.hwp.paragraphs import Walk
from sasil.readers.hwp.records import inflate, tree

T = TypeVar("T")

SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTION, _DRM = 1, 2, 4, 16
_CERTIFICATE = 0x100 | 0x400
_LOCKS = (
    (_PASSWORD, "암호가 걸린 HWP 문서입니다"),
    (_DISTRIBUTION, "배포용 HWP 문서라 본문이 잠겨 있습니다 (배포용이 아닌 HWP나 HWPX를 구해 주세요)"),
    (_DRM, "DRM으로 보호된 HWP 문서입니다"),
    (_CERTIFICATE, "공인인증서로 암호화된 HWP 문서입니다"),
)
_PREVIEW_MARKS = re.compile(r"[<>]{1,2}")


def read_hwp(data: bytes) -> Document:
    """Return what the sections of an HWP 5 file hold, in order.

    Where no section can be read, the preview that the file carries (the first thousand letters or so) stands in, with
    a notice. Raises ReadError for a file that is locked (password, 배포용, DRM), broken, or too large unpacked.
    """
    try:
        ole = _safely(lambda: olefile.OleFileIO(io.BytesIO(data)))
    except ReadError:
        raise ReadError("OLE 파일이 깨졌거나 끝이 잘렸습니다") from None
    with ole:
        return _Hwp(ole).document()


def _safely(step: Callable[[], T]) -> T:
    """Do one step in an OLE file; olefile answers a broken file with errors of many kinds."""
    try:
        return step()
    except Exception:
        raise ReadError("HWP 문서가 깨졌거나 끝이 잘렸습니다") from None


class _Hwp:
    """An open HWP file."""

    def __init__(self, ole: olefile.OleFileIO) -> None:
        self._ole = ole
        self._left = MAX_BYTES
        self._notices: list[Notice] = []

    def document(self) -> Document:
        header = self._stream("FileHeader")
        if header is None and self._ole.exists("EncryptedPackage"):
            raise ReadError("암호가 걸린 DOCX·XLSX·PPTX 문서입니다")
        if header is None or not header.startswith(SIGNATURE) or len(header) < 40:
            raise ReadError("HWP 문서가 아닌 OLE 파일입니다 (DOC, XLS, PPT 등)")
        flags = int.from_bytes(header[36:40], "little")
        for flag, message in _LOCKS:
            if flags & flag:
                raise ReadError(message)
        walk = Walk(Document())
        for number in range(MAX_PARTS):
            section = self._section(number, bool(flags & _COMPRESSED))
            if section is None:
                break
            walk.document.blocks += walk.paragraphs(tree(section), 0)
        walk.document.notices += self._notices
        return walk.document if plain(walk.document.blocks) else self._preview()

    def _section(self, number: int, compressed: bool) -> bytes | None:
        """Return a section's records, as much of them as can be unpacked, or None after the last."""
        name = f"BodyText/Section{number}"
        try:
            packed = self._stream(name)
        except ReadError:
            self._broken(name)
            return b""
        if packed is None or not compressed:
            return packed
        unpacked, whole = inflate(packed, self._left + 1)
        self._left -= len(unpacked)
        if self._left < 0:
            raise ReadError(f"압축을 풀면 너무 큽니다 ({MAX_BYTES >> 20} MB 넘음)")
        if not whole:
            self._broken(name)
        return unpacked

    def _broken(self, name: str) -> None:
        self._notices.append(Notice("truncated", f"HWP 문서의 {name} 부분이 깨져 읽은 데까지만 실었습니다"))

    def _stream(self, name: str) -> bytes | None:
        def read() -> bytes | None:
            if not self._ole.exists(name):
                return None
            with self._ole.openstream(name) as stream:
                return bytes(stream.read())

        return _safely(read)

    def _preview(self) -> Document:
        text = (self._stream("PrvText") or b"").decode("utf-16-le", "replace")
        lines = [" ".join(_PREVIEW_MARKS.sub(" ", line).split()) for line in text.splitlines()]
        if not any(lines):
            raise ReadError("HWP 문서에 본문이 없거나 깨졌습니다")
        notice = Notice("preview-only", "HWP 본문을 읽지 못해 미리보기의 앞부분만 실었습니다")
        return Document(list(lines), notices=[*self._notices, notice])
