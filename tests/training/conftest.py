from __future__ import annotations

from pathlib import Path

import pytest

SENTENCES = (
    "[도준영|PS] [하랑시|LC]장은 3일 [온새면|LC]을 찾았다.",
    "[하랑시의회|OG]는 [길해솔|PS] 의장을 뽑았다.",
    "[바른산업진흥원|OG]이 [하랑시|LC]에 문을 연다.",
    "[길해솔|PS]은 [온결중공업|OG] 대표와 만났다.",
    "봄비가 내려 벼가 잘 자랐다.",
    "[인경로|PS] 작가의 책이 [서울|LC]에서 나왔다.",
    "[다온일보|OG]는 [봉다온|PS] 기자의 글을 실었다.",
    "[남|OG][북|OG] 회담이 [판문점|LC]에서 열렸다.",
)


def klue_lines(marked: str, name: str) -> str:
    """Turn a sentence with [name|label] into KLUE's lines."""
    signs: list[str] = []
    tags: list[str] = []
    for piece in marked.replace("]", "[").split("["):
        surface, bar, label = piece.partition("|")
        signs += surface
        tags += [f"B-{label}", *[f"I-{label}"] * (len(surface) - 1)] if bar else ["O"] * len(surface)
    lines = "".join(f"{sign}\t{tag}\n" for sign, tag in zip(signs, tags, strict=True))
    return f"## {name}\t{marked}\n{lines}\n"


@pytest.fixture(scope="session")
def klue_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("klue")
    lines = "".join(klue_lines(marked, f"s{i}") for i, marked in enumerate(SENTENCES * 4))
    (folder / "small.tsv").write_text(lines, encoding="utf-8")
    return folder


CONFIG = """\
name = "small"
version = "1"

[weights]
small = 2.0

[teachers]
count = 2
folds = 2

[teachers.size]
width = 32
table = 16
known = 16
hidden = 16

[teachers.fit]
rounds = 2
batch = 4
rate = 0.01

[student.size]
width = 16
table = 8
known = 8
hidden = 8
layers = 1

[student.fit]
rounds = 2
batch = 4
rate = 0.01
"""


@pytest.fixture(scope="session")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path
