"""spaCy's DocBin: Docs with the mentions as spans and, in full, in ``user_data``; needs spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from sasil.doc import mentions, set_mentions
from sasil.errors import SourceError
from sasil.language.tokenizer import KiwiTokenizer
from sasil.record import Record

_GROUP = "gold"
_ID = "sasil_id"


def to_docbin(records: Iterable[Record]) -> bytes:
    """Return records as the bytes of a DocBin, with Kiwi's tokens."""
    tokenizer = KiwiTokenizer(Vocab())
    stored = DocBin(store_user_data=True)
    for record in records:
        doc = tokenizer(record.text)
        doc.user_data[_ID] = record.id
        set_mentions(doc, _GROUP, record.mentions)
        stored.add(doc)
    return stored.to_bytes()


def from_docbin(data: bytes) -> Iterator[Record]:
    """Give the records of a DocBin made by ``to_docbin`` or a pipeline of Sasil; raise SourceError for others."""
    try:
        docs: list[Doc] = list(DocBin().from_bytes(data).get_docs(Vocab()))
    except Exception as error:  # spaCy, srsly and zlib each have their own
        raise SourceError(f"DocBin이 아닙니다 ({type(error).__name__})") from None
    for number, doc in enumerate(docs):
        yield Record(id=doc.user_data.get(_ID, str(number)), text=doc.text, mentions=mentions(doc))
