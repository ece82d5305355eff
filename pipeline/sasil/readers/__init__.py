"""Bytes → Article: one reader a format, chosen by what the bytes are and not by the file's name."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sasil.article import Article, Source
from sasil.errors import ReadError
from sasil.readers.encoding import decode

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "HWPX·DOCX 같은 ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP 같은 OLE"),
    (b"HWP Document File", "HWP 3"),
    (b"\x89PNG", "PNG 그림"),
    (b"\xff\xd8\xff", "JPEG 그림"),
    (b"GIF8", "GIF 그림"),
    (b"\x1f\x8b", "gzip"),
)


def read(data: bytes, *, id: str = "", uri: str | None = None) -> Article:  # noqa: A002 - the article's id
    """Return the article that some bytes hold: plain text or an HTML page.

    ``uri`` says where they came from. Raises ReadError for a format that is not read and for bytes that are no text.

    >>> read("나루시, 착공식 개최".encode("cp949"), id="a").text
    '나루시, 착공식 개최'
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"읽지 못하는 형식입니다: {name} 파일", place=uri)
    try:
        article = read_text(decode(data), id=id)
    except ReadError as error:
        raise error.at(uri or id) from None
    hashed = hashlib.sha256(data).hexdigest()
    return replace(article, source=replace(article.source, uri=uri, sha256=hashed))


def read_text(text: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    """Return the article of a decoded document, HTML or plain text."""
    if looks_like_html(text):
        from sasil.readers.html import read_html

        return read_html(text, id=id)
    from sasil.readers.text import read_plain

    return replace(read_plain(text, id=id), source=Source(format="text"))


def looks_like_html(text: str) -> bool:
    """Tell an HTML page from plain text by how it begins.

    >>> looks_like_html("<!DOCTYPE html><html lang='ko'>"), looks_like_html("<사진> 착공식 모습")
    (True, False)
    """
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<?xml", "<!--")):
        return "<html" in start
    return start.startswith(("<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<meta", "<title"))
