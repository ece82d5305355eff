"""A worker process: jobs on standard input, answers on standard output, one at a time.

Started by the server as ``python -m sasil.web.worker TASK SETTINGS``; nobody else speaks its language.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, BinaryIO

from sasil.errors import SasilError
from sasil.web.wire import Answer, Job, packed, read_job

Do = Callable[[Job], Answer]


def main() -> None:
    """Prepare for a task, say whether that went well, and answer jobs until the server has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of a terminal; the server decides
    answers = _answers()
    jobs: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    try:
        do = _prepared(sys.argv[1], json.loads(sys.argv[2]))
    except Exception as error:
        told = str(error) if isinstance(error, SasilError) else f"예상하지 못한 오류입니다 ({_named(error)})"
        _say(answers, Answer(problem="setup", detail=told))
        os._exit(1)  # the other thread holds standard input, and Python would wait for it
    _say(answers, Answer())
    while True:
        _say(answers, _done(do, jobs.get()))


def _answers() -> BinaryIO:
    """Return the stream of answers; what a library prints goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _listen(stream: BinaryIO, jobs: SimpleQueue[Job]) -> None:
    while (job := read_job(stream)) is not None:
        jobs.put(job)
    os._exit(0)  # nobody waits for what the other thread is at


def _say(answers: BinaryIO, answer: Answer) -> None:
    try:
        answers.write(packed(answer))
        answers.flush()
    except BrokenPipeError:
        os._exit(0)


def _done(do: Do, job: Job) -> Answer:
    try:
        return do(job)
    except SasilError as error:
        return Answer(problem="unreadable", detail=error.message)
    except Exception as error:  # one article's surprise must not cost the others
        return Answer(problem="failed", detail=f"처리하지 못했습니다 ({_named(error)})")


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _prepared(task: str, settings: dict[str, Any]) -> Do:
    if task == "fetch":
        from sasil.web.fetching import fetcher

        return fetcher(**settings)
    from sasil.web.extracting import extractor

    return extractor(**settings)


if __name__ == "__main__":
    main()
