"""What makes a job the same job: inputs, options, files that they name, and versions of what the records depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sasil
from sasil.batch.extraction import MAX_CHARS
from sasil.batch.plan import UNIT_ARTICLES
from sasil.batch.shards import Format
from sasil.errors import SourceError
from sasil.record import SCHEMA_VERSION
from sasil.tagger.shipped import folder

_PACKAGES = ("kiwipiepy", "kiwipiepy_model", "spacy", "onnxruntime")

Identity = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Options:
    """What the records depend on: another value makes it another job.

    ``max_chars`` counts code points of a text, ``max_mb`` megabytes of a file or line; ``timeout`` is in seconds for
    one article, ``shard`` the most articles of a shard. ``published`` is the date of publication of all articles, ISO
    8601; ``user_dict`` and ``model`` are paths as for ``sasil.load``.
    """

    format: Format = "jsonl"
    max_chars: int = MAX_CHARS
    max_mb: int = 32
    timeout: float = 120.0
    shard: int = UNIT_ARTICLES
    published: str | None = None
    user_dict: str | None = None
    model: str | None = None


def identity(inputs: Sequence[str], options: Options) -> Identity:
    """Return what tells a job from others, under names that a user knows; raises SourceError for unreadable files."""
    found: Identity = {"inputs": list(inputs)}
    for name, value in asdict(options).items():
        found[f"--{name.replace('_', '-')}"] = "" if value is None else str(value)
    found["sha256 --user-dict"] = _sum(Path(options.user_dict)) if options.user_dict else ""
    found["sha256 --model"] = _sum(Path(options.model) if options.model else folder())
    found["schema"] = SCHEMA_VERSION
    found["sasil"] = sasil.__version__
    for package in _PACKAGES:
        found[package] = _version(package)
    return found


def difference(before: Identity, now: Identity) -> str | None:
    """Return the first difference in words, None where it is the same job.

    >>> difference({"--max-chars": "150000"}, {"--max-chars": "1000"})
    '--max-chars: 150000 → 1000'
    """
    for name in before | now:
        was, is_ = before.get(name), now.get(name)
        if was != is_:
            return f"{name}: {_said(was)} → {_said(is_)}"
    return None


def _said(value: str | list[str] | None) -> str:
    text = " ".join(value) if isinstance(value, list) else value
    return text or "없음"


def _sum(path: Path) -> str:
    """Return the first digits of the SHA-256 of a file, or of the files of a folder with their names."""
    digest = hashlib.sha256()
    try:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    except OSError as error:
        raise SourceError(f"파일을 열 수 없습니다: {error.strerror}", place=str(path)) from None
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
