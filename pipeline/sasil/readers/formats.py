"""Which format some bytes are in: told by what they are, never by a file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sasil.article import Article, Notice
from sasil.errors import ReadError
from sasil.readers.documents.blocks import MAX_FILE, Document

_OLE, _ZIP, _PDF, _HWP3 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"%PDF-", b"HWP Document File V"
_REFUSED = (
    (_HWP3, "HWP 3 문서는 읽지 못합니다 (한글에서 HWP 5나 HWPX로 저장해 주세요)"),
    (b"{\\rtf", "읽지 못하는 형식입니다: RTF 파일"),
    (b"\x89PNG", "읽지 못하는 형식입니다: PNG 그림 파일"),
    (b"\xff\xd8\xff", "읽지 못하는 형식입니다: JPEG 그림 파일"),
    (b"GIF8", "읽지 못하는 형식입니다: GIF 그림 파일"),
    (b"\x1f\x8b", "읽지 못하는 형식입니다: gzip 파일"),
    (b"PK\x05\x06", "빈 ZIP 파일입니다"),
)
_INSIDE = (
    ("xl/workbook.xml", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("content.xml", "ODF"),
    ("META-INF/container.xml", "EPUB"),
)
_NAMES = {
    "hwp": "HWP 5",
    "hwpx": "HWPX",
    "pdf": "PDF",
    "docx": "DOCX",
    "html": "HTML",
    "text": "글",
}
_SUFFIXES = {
    ".hwp": "hwp",
    ".hwpx": "hwpx",
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
_PDF_WITHIN = 1024
"""Where readers of PDF look for its mark: some files begin with a few bytes of something else."""


def reader_of(data: bytes) -> tuple[str, Callable[[bytes], Document]] | None:
    """Return the name of a document's format and its reader, or None for what may be text or HTML.

    Raises ReadError for a format that is known and not read, and for a document beyond the bound on size.

    >>> reader_of("나루시, 착공식 개최".encode()) is None
    True
    """
    for mark, message in _REFUSED:
        if data.startswith(mark):
            raise ReadError(message)
    found: tuple[str, Callable[[bytes], Document]] | None = None
    if data.startswith(_OLE):
        found = "hwp", _hwp
    elif data.startswith(_ZIP):
        found = _zipped(data)
    elif _PDF in data[:_PDF_WITHIN]:
        found = "pdf", _pdf
    if found is not None and len(data) > MAX_FILE:
        raise ReadError(f"문서가 너무 큽니다 ({len(data) >> 20} MB, 읽는 한도 {MAX_FILE >> 20} MB)")
    return found


def wrong_name(article: Article, uri: str | None) -> Notice | None:
    """Return a notice where a name's suffix tells of another format than the one that was read."""
    named = _SUFFIXES.get(PurePosixPath(urlsplit(uri).path if uri and "://" in uri else uri or "").suffix.lower())
    found = article.source.format
    # Text under any of the two names of text is no surprise; under a document's name it is.
    if named is None or found is None or named == found or {named, found} == {"text", "html"}:
        return None
    return Notice("wrong-suffix", f"이름은 {_NAMES[named]} 파일이지만 내용은 {_NAMES[found]}입니다")


def _zipped(data: bytes) -> tuple[str, Callable[[bytes], Document]]:
    from sasil.readers.archive import Archive

    names = set(Archive(data).names)
    if "word/document.xml" in names:
        return "docx", _docx
    if "Contents/content.hpf" in names or any(name.startswith("Contents/section") for name in names):
        return "hwpx", _hwpx
    inside = next((kind for name, kind in _INSIDE if name in names), "ZIP")
    raise ReadError(f"읽지 못하는 형식입니다: {inside} 파일")


def _hwp(data: bytes) -> Document:
    from sasil.readers.hwp.reader import read_hwp

    return read_hwp(data)


def _hwpx(data: bytes) -> Document:
    from sasil.readers.archive import Archive
    from sasil.readers.hwpx import read_hwpx

    return read_hwpx(Archive(data))


def _docx(data: bytes) -> Document:
    from sasil.readers.archive import Archive
    from sasil.readers.docx import read_docx

    return read_docx(data, Archive(data))


def _pdf(data: bytes) -> Document:
    from sasil.readers.pdf.reader import read_pdf

    return read_pdf(data)
