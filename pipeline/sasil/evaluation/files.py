"""Gold files and files of records, read whole and checked before anything is scored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sasil.errors import GoldError
from sasil.evaluation.gold import PARTS, GoldArticle, from_json, overlapping
from sasil.record import Record


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a gold file; raise GoldError naming the file, the line and the id of what is wrong."""
    gold: dict[str, GoldArticle] = {}
    for number, data in _objects(path):
        try:
            article = from_json(data)
            if article.record.id in gold:
                raise GoldError(f"{article.record.id}: id가 두 번 나옵니다")
            _flat(article.record)
        except GoldError as error:
            raise error.at(str(path), number) from None
        gold[article.record.id] = article
    if not gold:
        raise GoldError("정답이 없습니다", place=str(path))
    return list(gold.values())


def read_records(path: Path, gold: Sequence[GoldArticle]) -> list[Record]:
    """Read the records that a tool made of the gold articles, in the gold's order.

    A record needs ``id`` and what it found; ``text`` and the mentions' ``text`` and ``by`` may be left out. Raises
    GoldError naming file, line and id where a line is no record, a text is not the gold's, spans overlap, or an article
    is missing, unknown or there twice: nothing is scored on a part.
    """
    texts = {article.record.id: article.record.text for article in gold}
    found: dict[str, Record] = {}
    for number, data in _objects(path):
        try:
            record = _record(data, texts)
            if record.id in found:
                raise GoldError(f"{record.id}: id가 두 번 나옵니다")
        except GoldError as error:
            raise error.at(str(path), number) from None
        found[record.id] = record
    if missing := [name for name in texts if name not in found]:
        raise GoldError(f"기록이 없는 기사 {len(missing)}건: {', '.join(missing[:5])}", place=str(path))
    return [found[name] for name in texts]


def read_any(path: Path) -> list[Record]:
    """Read a file of gold articles or of whole records; raise GoldError naming the line that is neither."""
    found = []
    for number, data in _objects(path):
        try:
            found.append(from_json(data).record if "kind" in data else Record.model_validate(data))
        except ValidationError as error:
            raise GoldError(f"{data.get('id')}: {_reason(error)}", place=str(path), line=number) from None
        except GoldError as error:
            raise error.at(str(path), number) from None
    return found


def sha256(path: Path) -> str:
    """Return the hash of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(f"파일을 열 수 없습니다: {error.strerror}", place=str(path)) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                data = json.loads(line.decode("utf-8-sig"))
            except (UnicodeDecodeError, json.JSONDecodeError):
                raise GoldError("JSON이 아닙니다", place=str(path), line=number) from None
            if not isinstance(data, dict):
                raise GoldError("JSON 객체({…})가 아닙니다", place=str(path), line=number)
            yield number, data


def _record(data: dict[str, Any], texts: Mapping[str, str]) -> Record:
    name = data.get("id")
    if not isinstance(name, str) or not name:
        raise GoldError("id가 없습니다")
    if name not in texts:
        raise GoldError(f"{name}: 정답에 없는 id입니다")
    text = texts[name]
    if data.get("text", text) != text:
        raise GoldError(f"{name}: 글이 정답의 글과 다릅니다")
    try:
        mentions = [_mention(mention, text) for mention in data.get("mentions", ())]
        parts = {field: [{"by": "", "spans": [], **part} for part in data.get(field, ())] for field in PARTS}
        for quote in parts["quotes"]:
            del quote["spans"]
        record = Record.model_validate({"id": name, "text": text, "mentions": mentions} | parts)
    except (ValidationError, TypeError, KeyError) as error:
        raise GoldError(f"{name}: {_reason(error)}") from None
    for mention in record.mentions:
        if text[mention.start : mention.end] != mention.text:
            raise GoldError(f"{name}: {mention.start}에 {mention.text!r}가 없습니다")
    _flat(record)
    return record


def _mention(mention: dict[str, Any], text: str) -> dict[str, Any]:
    written = {key: held for key, held in mention.items() if key != "optional"}
    return {"by": "", "text": text[mention["start"] : mention["end"]], **written}


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        detail = error.errors()[0]
        return f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}"
    return f"읽을 수 없는 기록 ({error})"


def _flat(record: Record) -> None:
    """Refuse spans that overlap, but for a PROJECT in an EVENT's name."""
    if (pair := overlapping(record.mentions)) is not None:
        raise GoldError(f"{record.id}: {pair[0].text!r}와 {pair[1].text!r}가 겹칩니다")
