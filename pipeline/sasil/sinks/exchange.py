"""Whole files and folders of annotation tools: every format by its name, written from records and read back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks.bio import from_conll, from_klue, to_conll, to_klue
from sasil.sinks.brat import from_brat, to_brat
from sasil.sinks.doccano import from_doccano, to_doccano
from sasil.sinks.label_studio import from_label_studio, to_label_studio

_NO_NAME = re.compile(r'[%/\\:*?"<>|\x00-\x1f]|^\.')
"""What an id may hold and a file's name may not: it is percent-encoded."""


def export(records: Sequence[Record], path: Path, name: str) -> None:
    """Write records in a format: ``brat`` into a folder, the others into a file. Raises SourceError for no format."""
    _format(name)[0](records, path)


def read_back(path: Path, name: str) -> list[Record]:
    """Return the records of a file or folder in a format; raise SourceError naming the place that is wrong."""
    try:
        return list(_format(name)[1](path))
    except OSError as error:
        raise SourceError(f"열 수 없습니다: {error.strerror}", place=str(path)) from None
    except UnicodeDecodeError:
        raise SourceError("UTF-8이 아닙니다", place=str(path)) from None
    except SasilError as error:
        raise (error if error.place else error.at(str(path), error.line)) from None


def _format(name: str) -> tuple[Callable[[Sequence[Record], Path], None], Callable[[Path], Iterable[Record]]]:
    if name not in FORMATS:
        raise SourceError(f"모르는 형식 {name!r} (쓸 수 있는 형식: {', '.join(FORMATS)})")
    return FORMATS[name]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _write_brat(records: Sequence[Record], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        text, annotations = to_brat(record)
        name = _NO_NAME.sub(lambda found: quote(found[0], safe=""), record.id)
        _write(folder / f"{name}.txt", text)
        _write(folder / f"{name}.ann", annotations)


def _read_brat(folder: Path) -> Iterator[Record]:
    texts = sorted(folder.glob("*.txt"))
    if not texts:
        raise SourceError("폴더에 .txt가 없습니다")
    for path in texts:
        annotations = path.with_suffix(".ann")
        yield from_brat(unquote(path.stem), _text(path), _text(annotations) if annotations.exists() else "")


def _write_doccano(records: Sequence[Record], path: Path) -> None:
    _write(path, "".join(json.dumps(to_doccano(record), ensure_ascii=False) + "\n" for record in records))


def _read_doccano(path: Path) -> Iterator[Record]:
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                yield from_doccano(_json(line))
            except SasilError as error:
                raise error.at(str(path), number) from None


def _write_label_studio(records: Sequence[Record], path: Path) -> None:
    _write(path, json.dumps([to_label_studio(record) for record in records], ensure_ascii=False, indent=1) + "\n")


def _read_label_studio(path: Path) -> Iterator[Record]:
    tasks = _json(_text(path))
    for task in tasks if isinstance(tasks, list) else [tasks]:
        yield from_label_studio(task)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"JSON이 아닙니다: {error.msg}") from None


def _write_conll(records: Sequence[Record], path: Path) -> None:
    _write(path, "".join(map(to_conll, records)))


def _write_tokens(records: Sequence[Record], path: Path) -> None:
    from spacy.vocab import Vocab

    from sasil.language.tokenizer import KiwiTokenizer

    tokenizer = KiwiTokenizer(Vocab())
    blocks = []
    for record in records:
        doc = tokenizer(record.text)
        blocks.append(to_conll(record, [(token.idx, token.idx + len(token)) for token in doc]))
    _write(path, "".join(blocks))


def _write_klue(records: Sequence[Record], path: Path) -> None:
    _write(path, "".join(map(to_klue, records)))


def _write_docbin(records: Sequence[Record], path: Path) -> None:
    from sasil.sinks.docbin import to_docbin

    path.write_bytes(to_docbin(records))


def _read_docbin(path: Path) -> Iterator[Record]:
    from sasil.sinks.docbin import from_docbin

    return from_docbin(path.read_bytes())


FORMATS: dict[str, tuple[Callable[[Sequence[Record], Path], None], Callable[[Path], Iterable[Record]]]] = {
    "brat": (_write_brat, _read_brat),
    "doccano": (_write_doccano, _read_doccano),
    "label-studio": (_write_label_studio, _read_label_studio),
    "conll": (_write_conll, lambda path: from_conll(_text(path))),
    "conll-kiwi": (_write_tokens, lambda path: from_conll(_text(path))),
    "klue": (_write_klue, lambda path: from_klue(_text(path))),
    "docbin": (_write_docbin, _read_docbin),
}
"""How each format is written and read; ``conll`` by characters, ``conll-kiwi`` by Kiwi's tokens."""
