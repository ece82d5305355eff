"""A worker process: takes units, tells before each article that it begins with it, and leaves a shard for each unit.

What it tells is all that is known of it when it dies, so it is told before reading, and after what came before is on
disk.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sasil.article import Article
from sasil.batch.extraction import MAX_CHARS, Batch, Failure, extract_batches
from sasil.batch.items import Item, Items
from sasil.batch.layout import Layout, unwritable
from sasil.batch.pipeline import Settings, pipeline
from sasil.batch.shards import Format, Marker, Shard, Written
from sasil.batch.units import Unit
from sasil.errors import SasilError

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Work:
    """How a worker works: for which folder, by which pipeline, within which bounds.

    ``published`` is the date of publication (ISO 8601) of all articles, where one is given; ``max_chars`` counts code
    points of an article's text, ``max_bytes`` those of a file or line. ``scratch`` is the run's own.
    """

    layout: Layout
    scratch: Path
    settings: Settings = field(default_factory=Settings)
    format: Format = "jsonl"
    published: str | None = None
    max_chars: int = MAX_CHARS
    max_bytes: int = 32 << 20


@dataclass(frozen=True, slots=True)
class Task:
    """A unit to do from its ``first`` article on (from 0), where another worker has come as far as ``written``.

    ``aside`` says of articles that they are not to be touched, and why.
    """

    unit: Unit
    first: int = 0
    written: Written = field(default_factory=Written)
    aside: dict[int, Failure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ready:
    """The pipeline is loaded."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An article (from 0) of the unit is begun, and what came before it is on disk; the count of all: the end is."""

    article: int
    written: Written


@dataclass(frozen=True, slots=True)
class Done:
    """A unit is done."""

    marker: Marker


@dataclass(frozen=True, slots=True)
class Stuck:
    """No article can be worked on or written: the disk is full, the model cannot be read."""

    message: str


Message = Ready | Begun | Done | Stuck


def work(line: Connection, how: Work) -> None:
    """Do the tasks that come over the line until None comes; end at once when the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent, which gets the same Ctrl-C, says what happens
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError):  # the parent has gone, and with it whoever would be told
        try:
            nlp = pipeline(how.settings)
            items = Items(how.max_bytes)
            line.send(Ready())
            while (task := line.recv()) is not None:
                line.send(Done(_done(task, how, nlp, items, line)))
        except (EOFError, BrokenPipeError):
            raise
        except OSError as error:
            line.send(Stuck(unwritable(error, how.layout.root)))
        except SasilError as error:
            line.send(Stuck(str(error)))
        except Exception as error:
            line.send(Stuck(f"예상하지 못한 오류입니다 ({type(error).__name__}: {error})"))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _done(task: Task, how: Work, nlp: Language, items: Items, line: Connection) -> Marker:
    start = time.process_time()
    shard = Shard(how.layout, how.scratch, task.unit.name, task.written)
    articles = _Articles(task, how, items, shard, line)
    for batch in extract_batches(articles, nlp=nlp, max_chars=how.max_chars):
        _put(batch, shard)
    line.send(Begun(task.unit.count, shard.written()))
    return shard.finish(task.unit.number, how.format, time.process_time() - start)


def _put(batch: Batch, shard: Shard) -> None:
    for record in batch.records:
        try:
            shard.put(record.model_dump_json(), len(record.text))
        except ValueError as error:  # a title or id that is no Unicode
            message = f"JSON으로 쓸 수 없습니다 ({type(error).__name__})"
            shard.fail(Failure(record.id, record.source.uri, record.source.line, "pipeline", message))
    for failure in batch.failures:
        shard.fail(failure)


class _Articles:
    """The articles of a task, one a batch, as they can be read; those that cannot go to the shard as failures."""

    def __init__(self, task: Task, how: Work, items: Items, shard: Shard, line: Connection) -> None:
        self._task = task
        self._how = how
        self._items = items
        self._shard = shard
        self._line = line

    def __iter__(self) -> Iterator[list[Article]]:
        for number, item in enumerate(self._items.of(self._task.unit)):
            if number < self._task.first:
                continue
            self._line.send(Begun(number, self._shard.written()))
            outcome = self._outcome(number, item)
            if isinstance(outcome, Article):
                yield [outcome]
            else:
                self._shard.fail(outcome)

    def _outcome(self, number: int, item: Item) -> Article | Failure:
        if (failure := self._task.aside.get(number)) is not None:
            return replace(failure, id=item.id(), place=item.place, line=item.line)
        if (first := self._task.unit.repeats.get(number)) is not None:
            return Failure(item.id(), item.place, item.line, "id", f"앞의 기사와 id가 같습니다: {first}")
        try:
            article = item.read()
        except SasilError as error:
            return Failure(item.id(), item.place, item.line, "read", error.message)
        except Exception as error:  # one document's surprise must not cost the others
            message = f"읽지 못했습니다 ({type(error).__name__}: {error})"
            return Failure(item.id(), item.place, item.line, "read", message)
        return article if self._how.published is None else replace(article, published_at=self._how.published)
