"""What a training run is to do, from a TOML file: see ``models/names/config.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from sasil.errors import SourceError

T = TypeVar("T")


@dataclass(frozen=True)
class Size:
    """The widths of a network: of the token's vector, of the tables, of the known words' vectors, and of the LSTM.

    ``dropout`` is the share of figures left out in training, ``unknown`` that of words read as unknown.
    """

    width: int = 256
    table: int = 64
    known: int = 128
    hidden: int = 160
    layers: int = 2
    dropout: float = 0.4
    unknown: float = 0.25


@dataclass(frozen=True)
class Fit:
    """How a network is fitted: rounds over the data, runs a batch, learning rate, share of warm-up, decay, seed."""

    rounds: int = 6
    batch: int = 32
    rate: float = 2e-3
    warm: float = 0.1
    decay: float = 1e-3
    seed: int = 0


@dataclass(frozen=True)
class Teachers:
    """The networks whose vote the small one learns: ``count`` of them, each without one of ``folds`` parts.

    On a sentence that it has not seen a teacher counts ``unseen`` times.
    """

    count: int = 8
    folds: int = 4
    unseen: float = 2.0
    size: Size = field(default_factory=Size)
    fit: Fit = field(default_factory=Fit)


@dataclass(frozen=True)
class Student:
    """The network that is shipped; ``soft`` is the share of its loss that comes from the teachers' vote.

    ``gold`` is the weight of gold articles, whose names by Sasil's guideline it learns beside KLUE's; ``swapped`` tells
    how often each of their lines is read again with other names, which weighs ``swapped_gold``.
    """

    soft: float = 0.7
    gold: float = 2.0
    swapped: int = 0
    swapped_gold: float = 1.0
    size: Size = field(default_factory=Size)
    fit: Fit = field(default_factory=Fit)


@dataclass(frozen=True)
class Config:
    """A training run: the model's name and version, the weight of each data file by its stem, the networks.

    ``gazetteers`` are files of names (``form<TAB>class``), given relative to the configuration.
    """

    name: str = "names"
    version: str = "0"
    gazetteers: tuple[Path, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    teachers: Teachers = field(default_factory=Teachers)
    student: Student = field(default_factory=Student)


def read_config(path: Path) -> Config:
    """Read a configuration; raise SourceError where it cannot be read or says what is not known."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        teachers, student = data.pop("teachers", {}), data.pop("student", {})
        held = {
            **data,
            "gazetteers": tuple(path.parent / one for one in data.get("gazetteers", ())),
            "teachers": _made(Teachers, _networks(teachers)),
            "student": _made(Student, _networks(student)),
        }
        return _made(Config, held)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SourceError(f"설정을 읽을 수 없습니다: {error}", place=str(path)) from None


def _networks(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "size": _made(Size, data.get("size", {})), "fit": _made(Fit, data.get("fit", {}))}


def _made(kind: type[T], data: Mapping[str, Any]) -> T:
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(data) - known):
        raise ValueError(f"모르는 항목: {', '.join(unknown)}")
    return kind(**data)
