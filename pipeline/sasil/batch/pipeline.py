"""The pipeline of the workers: loaded once a machine where processes can fork, shared by all of them.

Linux: a fork server imports this module, and with it loads the pipeline, before it forks the first worker; what Kiwi
and the model hold (some 800 MB) lies in memory once, and a worker that is replaced is there in no time. Elsewhere each
worker loads its own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TYPE_CHECKING, NamedTuple

from sasil.collector import spare_loaded

if TYPE_CHECKING:
    from spacy.language import Language

_ASKED = "SASIL_BATCH_PIPELINE"
_WARM = "나루시는 2일 김하늘 시장이 참석한 가운데 총 1,800여억 원 규모의 ‘물빛다리 조성사업’ 착공식을 열었다고 밝혔다."
_THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""One process a core leaves no core for the threads of numeric libraries."""


Context = ForkServerContext | SpawnContext
"""The ways in which workers are started."""


class Settings(NamedTuple):
    """What a pipeline is made of, as for ``sasil.load``: files that stand in place of Sasil's own, or None."""

    user_words: str | None = None
    model: str | None = None


@cache
def pipeline(settings: Settings) -> Language:
    """Return a pipeline that has read a text already, and whose objects the garbage collector leaves alone."""
    from sasil.extraction import extract, load

    nlp = load(user_words=settings.user_words, model=settings.model)
    extract(_WARM, published="2019-10-02", nlp=nlp)
    spare_loaded()
    return nlp


@contextmanager
def workers_context(settings: Settings) -> Iterator[Context]:
    """Give the way in which workers are started, with the settings on their way to them."""
    forks = sys.platform == "linux"
    context: Context = get_context("forkserver") if forks else get_context("spawn")
    before = dict(os.environ)
    try:
        os.environ.update(_THREADS)
        if forks:
            from multiprocessing.forkserver import ensure_running

            os.environ[_ASKED] = json.dumps(settings)
            context.set_forkserver_preload([__name__])
            with deaf_to_interrupts():
                ensure_running()
        yield context
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Let processes start that no Ctrl-C reaches: it is meant for all of the terminal's, and the parent answers it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _load_asked() -> None:
    asked = os.environ.pop(_ASKED, None)
    if asked is None:
        return
    with suppress(Exception):  # the worker meets the same error, and tells it
        pipeline(Settings(*json.loads(asked)))


_load_asked()
