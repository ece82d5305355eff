"""Bytes → Article: one reader a format, chosen by what the bytes are and not by the file's name."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sasil.article import Article, Notice, Source
from sasil.errors import ReadError
from sasil.readers.encoding import decode
from sasil.readers.formats import reader_of, wrong_name
from sasil.readers.lead import with_repeated_lead


def read(data: bytes, *, id: str = "", uri: str | None = None) -> Article:  # noqa: A002 - the article's id
    """Return the article that some bytes hold: plain text, an HTML page, HWP 5, HWPX, PDF or DOCX.

    ``uri`` says where they came from; a name that tells of another format and a document without text are noticed.
    Raises ReadError for a format that is not read, a document that is locked, broken or too large, and bytes that are
    no text.

    >>> read("나루시, 착공식 개최".encode("cp949"), id="a").text
    '나루시, 착공식 개최'
    """
    try:
        article = _article(data, id)
    except ReadError as error:
        raise (error.at(uri or id) if uri or id else error) from None
    hashed = hashlib.sha256(data).hexdigest()
    empty = None if article.text.strip() else Notice("no-text", "글이 없습니다")
    found = [notice for notice in (wrong_name(article, uri), empty) if notice is not None]
    return replace(article, source=replace(article.source, uri=uri, sha256=hashed), notices=(*article.notices, *found))


def _article(data: bytes, id: str) -> Article:  # noqa: A002 - the article's id
    found = reader_of(data)
    if found is None:
        return read_text(decode(data), id=id)
    from sasil.readers.documents.release import article_of

    name, reader = found
    return with_repeated_lead(article_of(reader(data), id=id, format=name))


def read_text(text: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    """Return the article of a decoded document, HTML or plain text."""
    if looks_like_html(text):
        from sasil.readers.html.reader import read_html

        return with_repeated_lead(read_html(text, id=id))
    from sasil.readers.text import read_plain

    return with_repeated_lead(replace(read_plain(text, id=id), source=Source(format="text")))


def looks_like_html(text: str) -> bool:
    """Tell an HTML page from plain text by how it begins.

    >>> looks_like_html("<!DOCTYPE html><html lang='ko'>"), looks_like_html("<사진> 착공식 모습")
    (True, False)
    """
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<?xml", "<!--")):
        return "<html" in start
    return start.startswith(("<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<meta", "<title"))
