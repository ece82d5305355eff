"""The command line: JSON lines out, one clear line for each thing that went wrong, and an exit code that tells.

Exit codes: 0 all well, 1 something failed, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from sasil.cli import batch, corpus, evaluate, export, extract, fetch, serve, train, view
from sasil.cli.console import FAILED, INTERRUPTED, USAGE, print_error
from sasil.errors import SasilError


class _Commands(TyperGroup):
    """The commands; an interrupt of any is told here, for Typer makes a silent exit code of it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that the arguments name."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            print_error("멈췄습니다")
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    name="sasil",
    cls=_Commands,
    help="사실: 한국어 보도자료에서 사업·예산·날짜·사람·기관을 찾아 기사마다 JSON 레코드 하나로 냅니다.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("extract")(extract.extract)
app.command("batch")(batch.batch)
app.command("export")(export.export)
app.command("fetch")(fetch.fetch)
app.command("normalize")(extract.normalize)
app.command("schema")(extract.schema)
app.command("serve")(serve.serve)
app.command("evaluate")(evaluate.evaluate)
app.command("train")(train.train)
app.command("view")(view.view)
app.add_typer(corpus.app, name="corpus")


_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""Wrong usage of any kind; Typer keeps the class itself to itself."""


def main() -> None:
    """Run the command line; every error is one line, and no traceback reaches the user."""
    try:
        sys.exit(app(_given(sys.argv[1:]), standalone_mode=False))
    except _UsageError as error:
        _tell_usage(error)
        sys.exit(USAGE)
    except SasilError as error:
        print_error(str(error))
        sys.exit(FAILED)
    except BrokenPipeError:
        # The reader has gone; Python would complain once more when it flushes standard output at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except Exception as error:
        if "SASIL_DEBUG" in os.environ:
            raise
        print_error(f"예상하지 못한 오류입니다 ({type(error).__name__}: {error}); SASIL_DEBUG=1이면 자세히 보입니다")
        sys.exit(FAILED)


def _given(arguments: list[str]) -> list[str]:
    """Return the arguments with ``-`` behind a ``--json`` that names no file: Typer knows no option that may go bare.

    >>> _given(["evaluate", "--json", "--klue", "dev.tsv"])
    ['evaluate', '--json', '-', '--klue', 'dev.tsv']
    """
    found: list[str] = []
    for argument, after in zip(arguments, [*arguments[1:], "--"], strict=True):
        found.append(argument)
        if argument == "--json" and after.startswith("--"):
            found.append("-")
    return found


def _tell_usage(error: Any) -> None:
    message = error.format_message()
    if "\n" in message:  # no command was given, and the message is the help
        error.show()
        return
    path = error.ctx.command_path if error.ctx is not None else "sasil"
    print_error(f"{message} ({path} --help)")
