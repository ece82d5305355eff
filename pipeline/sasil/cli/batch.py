"""`sasil batch`: many articles in many processes, into a folder; stopped at any moment, it goes on where it was."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sasil.cli.console import FAILED, INTERRUPTED, USAGE, print_error
from sasil.cli.extract import Published
from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.batch.identity import Options
    from sasil.batch.manifest import Summary
    from sasil.batch.provenance import Reprints
    from sasil.cli.progress import Shown

STOPPED, TERMINATED = 3, 143


class _TerminatedError(KeyboardInterrupt):
    """SIGTERM has come."""


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _format(value: str) -> str:
    if value not in ("jsonl", "parquet"):
        raise typer.BadParameter(f"jsonl이나 parquet이어야 합니다: {value!r}")
    return value


def batch(
    inputs: Annotated[
        list[str], typer.Argument(help="파일, 폴더, 글롭: 문서, JSON Lines, Parquet; .gz와 .zst도", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="결과를 둘 폴더: 새 폴더나, 멈춘 작업의 폴더")],
    workers: Annotated[
        int | None, typer.Option(help="프로세스의 수 (없으면 코어의 수)", min=1, max=1024, show_default=False)
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="jsonl 또는 parquet", callback=_format)] = "jsonl",
    max_chars: Annotated[int, typer.Option(help="이보다 긴 기사는 따로 둡니다 (글자)", min=1)] = 150_000,
    max_mb: Annotated[int, typer.Option(help="이보다 큰 파일과 줄은 따로 둡니다 (MB)", min=1, max=128)] = 32,
    timeout: Annotated[float, typer.Option(help="이보다 오래 걸리는 기사는 따로 둡니다 (초)", min=0.01)] = 120.0,
    shard: Annotated[int, typer.Option(help="결과 파일 하나에 드는 기사의 수", min=1, max=1_000_000)] = 256,
    published: Published = None,
    user_dict: Annotated[Path | None, typer.Option(help="사용자 사전: 낱말<탭>품사<탭>점수")] = None,
    model: Annotated[Path | None, typer.Option(help="이름 모델의 폴더 (없으면 사실의 것)")] = None,
    reprints: Annotated[
        bool, typer.Option("--reprints", help="다시 실린 기사(같은 글과 베껴 쓴 글)를 reprints.jsonl에 적습니다")
    ] = False,
    restart: Annotated[bool, typer.Option("--restart", help="폴더에 있는 결과를 지우고 처음부터 합니다")] = False,
) -> None:
    """많은 기사를 여러 프로세스로 읽어 폴더에 둡니다; 언제 멈춰도 같은 명령으로 이어 합니다."""
    from sasil.batch.identity import Options

    options = Options(
        format="parquet" if format_ == "parquet" else "jsonl",
        max_chars=max_chars,
        max_mb=max_mb,
        timeout=timeout,
        shard=shard,
        published=published,
        user_dict=None if user_dict is None else str(user_dict),
        model=None if model is None else str(model),
    )
    _check(options, reprints)
    raise typer.Exit(_done(inputs, output, options, workers or _cores(), restart, reprints))


def _check(options: Options, reprints: bool) -> None:
    """Tell of what would fail in every worker before any is started."""
    from importlib.util import find_spec

    if sys.platform == "win32":
        raise typer.BadParameter("sasil batch는 Linux와 macOS에서 씁니다")
    if options.format == "parquet" and find_spec("pyarrow") is None:
        raise typer.BadParameter("--format parquet에는 pyarrow가 있어야 합니다: pip install 'sasil[parquet]'")
    if reprints and find_spec("datasketch") is None:
        raise typer.BadParameter("--reprints에는 datasketch가 있어야 합니다: pip install 'sasil[reprints]'")
    try:
        if options.user_dict is not None:
            from sasil.language.user_words import read_user_words

            list(read_user_words(options.user_dict))
        if options.model is not None:
            from sasil.tagger.shipped import tagger

            tagger(options.model)
    except SasilError as error:
        raise typer.BadParameter(str(error)) from None


def _done(
    inputs: list[str], output: Path, options: Options, workers: int, restart: bool, reprints: bool = False
) -> int:
    """Do the job and tell of its end; return the exit code."""
    from sasil.batch.job import do
    from sasil.batch.layout import unwritable
    from sasil.batch.seat import StuckError
    from sasil.cli.progress import shown

    with shown() as told, _terminable():
        try:
            summary = do(inputs, output, options, workers=workers, told=told, restart=restart)
            found = _reprints(output) if reprints else None
        except StuckError as error:
            return _told(told, f"더 할 수 없어 {_stopped(told, output)}: {error}", STOPPED)
        except SasilError as error:  # refused: nothing was touched
            return _told(told, str(error), USAGE)
        except OSError as error:
            return _told(told, f"더 할 수 없어 {_stopped(told, output)}: {unwritable(error, output)}", STOPPED)
        except KeyboardInterrupt as error:
            code = TERMINATED if isinstance(error, _TerminatedError) else INTERRUPTED
            return _told(told, _stopped(told, output), code)
        _tell(told, summary, output)
        if found is not None:
            print_error(
                f"다시 실린 기사 {found.exact + found.near:,}건 (같은 글 {found.exact:,}, 비슷한 글 {found.near:,}): "
                f"{output / 'reprints.jsonl'}"
            )
    return FAILED if summary.failed else 0


def _reprints(output: Path) -> Reprints:
    from sasil.batch.layout import Layout
    from sasil.batch.provenance import write_reprints

    return write_reprints(Layout(output))


def _stopped(told: Shown, output: Path) -> str:
    """Return what is safe and how to go on; what was under way is done anew."""
    from sasil.batch.layout import Layout
    from sasil.batch.manifest import summed

    if not told.total:
        return "멈췄습니다 (시작하기 전)"
    done = summed(Layout(output)).articles
    return f"멈췄습니다 ({told.total:,}건 가운데 {done:,}건을 마쳤고, 같은 명령을 다시 실행하면 나머지를 이어 합니다)"


def _told(told: Shown, message: str, code: int) -> int:
    told.close()
    print_error(message)
    return code


def _tell(told: Shown, summary: Summary, output: Path) -> None:
    told.close()
    print_error(f"기사 {summary.articles:,}건을 마쳤습니다{told.speed()}: {output}")
    if summary.failed:
        kinds = ", ".join(f"{_KINDS.get(kind, kind)} {count:,}" for kind, count in summary.failures.items())
        print_error(f"그 가운데 {summary.failed:,}건은 레코드가 없습니다 ({kinds}): {output / 'errors.jsonl'}")


_KINDS = {
    "read": "읽지 못함",
    "id": "id가 같음",
    "length": "너무 긺",
    "time": "너무 오래 걸림",
    "crash": "프로세스가 죽음",
    "pipeline": "처리하지 못함",
}


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM end the job as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: Any) -> None:
        raise _TerminatedError

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
