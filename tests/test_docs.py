"""The documentation: every Python block and every command on its pages runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from sasil.cli import app

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```(python|sh)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    return [code for kind, code in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")) if kind == language]


@pytest.mark.parametrize("page", ["README.md", "README.ko.md", "docs/python.md", "docs/batch.md", "docs/clusters.md"])
def test_python_blocks_run(page: str) -> None:
    names: dict[str, object] = {}
    code = blocks(page, "python")
    assert code
    for block in code:
        exec(compile(block, page, "exec"), names)


PAGES = ("docs/command-line.md", "docs/batch.md", "docs/view.md")


@pytest.mark.parametrize("page", ["README.md", "README.ko.md"])
def test_the_readmes_commands_are_explained(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in ("extract", "fetch", "normalize", "schema", "evaluate", "corpus compile"):
        assert f"sasil {name}" in text
    for script in re.findall(r"sh (scripts/\S+)", text):
        assert (ROOT / script).is_file()


def test_every_option_is_described() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
    options = {(name, option) for name, option in options_of(get_command(app))}
    assert ("batch", "--reprints") in options
    assert {(name, option) for name, option in options if not re.search(rf"{option}(?![\w-])", said)} == set()


def options_of(command: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give the long options of a command and of those below it."""
    for below, held in getattr(command, "commands", {}).items():
        yield from options_of(held, f"{name} {below}".strip())
    for parameter in command.params:
        yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize("page", PAGES)
def test_commands_run_one_after_another(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus" / "samples", tmp_path / "corpus" / "samples")
    copy_of_some_gold(tmp_path / "corpus" / "gold")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "sasil").write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'from sasil.cli import main; main()' \"$@\"\n", encoding="utf-8"
    )
    (bin_ / "sasil").chmod(0o755)
    environment = os.environ | {"PATH": f"{bin_}:{os.environ['PATH']}"}
    commands = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert len(commands) >= 2
    for command in commands:
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert (command, done.returncode) == (command, 0), done.stderr
        assert not done.stderr or command.startswith("sasil batch"), done.stderr  # which tells there how far it is
    written = {name for line in commands for name in re.findall(r"(?:--output|--json|--html) (\S+\.\w+)", line)}
    assert {name for name in written if (tmp_path / name).stat().st_size == 0} == set()


def copy_of_some_gold(folder: Path) -> None:
    """Copy every twentieth article of each split: the commands are on trial here, not the scores."""
    for split in (path for path in (ROOT / "corpus" / "gold").iterdir() if path.is_dir()):
        (folder / split.name).mkdir(parents=True)
        for article in sorted(split.glob("*.md"))[::20]:
            shutil.copy(article, folder / split.name)
    for compiled in (ROOT / "corpus" / "gold").glob("*.jsonl"):
        lines = compiled.read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / compiled.name).write_text("".join(lines[::20]), encoding="utf-8")
