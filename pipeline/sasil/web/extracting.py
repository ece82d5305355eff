"""Job → record, in a worker process that has loaded the pipeline once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from pydantic_core import PydanticSerializationError, to_json

from sasil.article import Article, Source, nfc
from sasil.collector import spare_loaded
from sasil.errors import ReadError, SasilError, TextError
from sasil.extraction import extract, load
from sasil.normalization import normalize
from sasil.readers import read, read_text
from sasil.readers.text import read_plain
from sasil.record import Record
from sasil.sources.jsonl import read_lines
from sasil.web.wire import Answer, Job

_WARM_UP = "나루시는 2일 나루교 공사에 12억 원을 쓴다고 밝혔다."


def extractor(model: str | None = None, user_words: str | None = None) -> Callable[[Job], Answer]:
    """Return what does the jobs of extraction; the pipeline is loaded, and Kiwi with it.

    Raises SourceError for a user dictionary that cannot be read, ModelError for a model that cannot.
    """
    nlp = load(user_words=user_words, model=model)
    extract(_WARM_UP, nlp=nlp)
    spare_loaded()

    def do(job: Job) -> Answer:
        if job.work == "normalize":
            return _normalized(job)
        # The words of one article are not kept for the next ones.
        with nlp.memory_zone():
            return Answer(_json(extract(_article(job), nlp=nlp)))

    return do


def _normalized(job: Job) -> Answer:
    text = nfc(job.body.decode())
    return Answer(to_json({"text": text, "mentions": normalize(text, job.published)}))


def _json(record: Record) -> bytes:
    try:
        return record.model_dump_json().encode()
    except PydanticSerializationError:
        raise TextError("제목이나 id에 짝 잃은 서로게이트가 있습니다") from None


def _article(job: Job) -> Article:
    """Return the article of a job as ``sasil extract`` reads it; what the client says of it comes first.

    Raises SasilError for one that cannot be read.
    """
    if job.work in ("line", "fetched"):
        article = _of_json(job)
    elif job.work == "file":
        article = read(job.body, id=job.name or _hash(job.body), uri=job.name)
    elif job.work == "html":
        article = replace(read_text(job.body.decode(), id=_hash(job.body)), source=Source(format="html"))
    else:
        article = read_plain(job.body.decode(), id=_hash(job.body))
    return replace(
        article,
        id=job.id or article.id,
        title=article.title if job.title is None else job.title,
        published_at=article.published_at if job.published is None else job.published,
    )


def _hash(data: bytes) -> str:
    """Return an id for an article that has none: whoever gives it again gets the same."""
    return sha256(data).hexdigest()[:16]


def _of_json(job: Job) -> Article:
    failed: list[SasilError] = []
    for article in read_lines([job.body], "-", failed.append):
        uri = article.id if job.work == "fetched" else None
        return replace(article, source=replace(article.source, uri=uri, line=job.line))
    raise failed[0] if failed else ReadError("빈 줄입니다")
