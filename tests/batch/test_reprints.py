"""Reprints: a release, the same text again, and the articles that copy it; not what comes again in one form."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reprinted import CHANGES, FORMS, copied

from sasil.article import Article
from sasil.batch.fingerprints import FINGERPRINT, fingerprint
from sasil.batch.layout import Layout
from sasil.batch.provenance import Reprints, write_reprints
from sasil.batch.reprints import find_reprints
from sasil.evaluation.files import read_gold

from .conftest import jsonl, line, text

ROOT = Path(__file__).parent.parent.parent
TEXTS = [gold.record.text for gold in islice(read_gold(ROOT / "corpus" / "gold" / "dev.jsonl"), 40)]


def articles(*texts: str) -> list[Article]:
    return [Article(str(number), text) for number, text in enumerate(texts)]


def sources(found: list[Article]) -> dict[str, str]:
    return {found[one.place].id: found[one.source].id for one in find_reprints(found)}


RELEASE = TEXTS[0]
SHORT = "나루시는 2일 시청에서 물빛다리 조성사업 설명회를 열었다."

SAME = [
    ("the same text", RELEASE, RELEASE, "exact"),
    ("other white space", RELEASE, RELEASE.replace("\n", "\n\n").replace("다. ", "다.  ") + " \n", "exact"),
    ("a short text", SHORT, SHORT, "exact"),
    ("a line of the paper behind it", RELEASE, RELEASE + "\n저작권자 ⓒ 한별일보, 무단 전재 및 재배포 금지", "near"),
    ("half of it", RELEASE, RELEASE[: len(RELEASE) // 2], "near"),
    ("more than it", RELEASE[: len(RELEASE) // 2], RELEASE, "near"),
]


@pytest.mark.parametrize(("first", "again", "kind"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_what_is_a_reprint(first: str, again: str, kind: str) -> None:
    [found] = find_reprints(articles(first, again))
    assert (found.place, found.source, found.kind) == (1, 0, kind)
    assert found.similarity == 1.0 if kind == "exact" else 0.6 <= found.similarity <= 1.0


OTHER = [
    ("nothing", "", ""),
    ("white space", " \n", "\t"),
    ("signs", "***\n---", "***\n---"),
    ("another release", TEXTS[0], TEXTS[1]),
    ("a short text with another figure", SHORT, SHORT.replace("2일", "3일")),
    ("a caption of two pictures", "나루시청 전경", "나루시청 전경 (사진=나루시)"),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in OTHER], ids=[case[0] for case in OTHER])
def test_what_is_none(first: str, second: str) -> None:
    assert list(find_reprints(articles(first, second))) == []


@pytest.mark.parametrize("change", CHANGES)
def test_papers_change_a_release_in_one_way(change: str) -> None:
    random = Random(change)
    found = articles(*TEXTS, *(CHANGES[change](text, random) for text in TEXTS))
    assert sources(found) == {str(number + len(TEXTS)): str(number) for number in range(len(TEXTS))}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(TEXTS) - 1), st.integers())
def test_papers_change_a_release_in_several_ways(number: int, seed: int) -> None:
    text, random = TEXTS[number], Random(seed)
    assert sources(articles(text, TEXTS[number - 1], copied(text, random), copied(text, random))) == {
        "2": "0",
        "3": "0",
    }


@pytest.mark.parametrize("form", FORMS)
def test_releases_of_one_form_are_not_the_same_news(form: str) -> None:
    random = Random(form)
    texts = [FORMS[form](random) for _ in range(12)]
    assert sources(articles(*texts)) == {}
    copies = articles(*texts, *(CHANGES["headline"](text, random) for text in texts))
    assert sources(copies) == {str(number + 12): str(number) for number in range(12)}


def test_a_round_up_of_many_releases_joins_none_of_them() -> None:
    assert sources(articles(*TEXTS[:5], "\n\n".join(TEXTS[:5]))) == {}


FIRST = [
    ("the earlier day", {"published_at": "2026-03-06"}, {"published_at": "2026-03-05"}, 1),
    ("the earlier time", {"published_at": "2026-03-05T10:00:00"}, {"published_at": "2026-03-05T09:00:00"}, 1),
    (
        "by the clock of Seoul",
        {"published_at": "2026-03-05T10:00:00+09:00"},
        {"published_at": "2026-03-05T00:30:00+00:00"},
        1,
    ),
    (
        "of one day the release",
        {"published_at": "2026-03-05T09:00:00"},
        {"published_at": "2026-03-05T11:00:00", "kind": "보도자료"},
        1,
    ),
    (
        "the release of a later day",
        {"published_at": "2026-03-05"},
        {"published_at": "2026-03-06", "kind": "보도자료"},
        0,
    ),
    ("what bears a date", {}, {"published_at": "2026-03-05"}, 1),
    ("the first given", {"published_at": "2026-03-05"}, {"published_at": "2026-03-05"}, 0),
]


@pytest.mark.parametrize(("one", "other", "first"), [case[1:] for case in FIRST], ids=[case[0] for case in FIRST])
@pytest.mark.parametrize("tail", ["", "\n무단 전재 금지"])
def test_the_source_is_what_came_first(one: dict[str, str], other: dict[str, str], first: int, tail: str) -> None:
    [found] = find_reprints([Article("가", RELEASE, **one), Article("나", RELEASE + tail, **other)])
    assert found.source == first


def test_the_same_copy_again_has_the_source_of_the_copy() -> None:
    copy = RELEASE[: len(RELEASE) // 2]
    found = list(find_reprints(articles(RELEASE, copy, copy)))
    assert [(one.place, one.source, one.kind) for one in found] == [(1, 0, "near"), (2, 0, "near")]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from("가나0123,.\0\n ")), max_size=6))
def test_any_text_is_taken(texts: list[str]) -> None:
    for found in find_reprints(articles(*texts, *texts)):
        assert found.source < found.place < 2 * len(texts)
    same = {one.place for one in find_reprints(articles(*texts, *texts)) if one.kind == "exact"}
    assert same >= {number + len(texts) for number, text in enumerate(texts) if any(map(str.isalnum, text))}


def test_a_fingerprint_is_of_one_size_and_the_same_at_every_time() -> None:
    long = "나루시는 12일 물빛다리에 3억 원을 쓴다. " * 20_000 + "".join(map(chr, range(0xAC00, 0xD7A4)))
    for body in ("", RELEASE, long):
        print_ = fingerprint(Article("", body))
        assert (print_.dtype, print_.nbytes) == (FINGERPRINT, FINGERPRINT.itemsize)
        assert print_ == fingerprint(Article("", body))


@pytest.mark.parametrize("order", range(2))
def test_the_order_of_the_inputs_does_not_matter_where_all_is_dated(order: int) -> None:
    random = Random(order)
    found = []
    for number, body in enumerate(TEXTS[:20]):
        found.append(Article(f"{number}", body, published_at="2026-03-05T09:00:00", kind="보도자료"))
        found += [
            Article(f"{number}-{n}", copied(body, random), published_at=f"2026-03-05T1{n}:00:00") for n in range(3)
        ]
    expected = {f"{number}-{copy}": f"{number}" for number in range(20) for copy in range(3)}
    random.shuffle(found)
    assert sources(found) == expected


def job_lines() -> list[str]:
    random = Random(3)
    found = []
    for number in range(4):
        body = text(number, sentences=8)
        found += [line(f"보도-{number}", body), line(f"전재-{number}", body + "\n")]
        found.append(line(f"기사-{number}", CHANGES["byline"](body, random)))
    return found


EXPECTED = [
    {"id": f"{name}-{number}", "group": f"보도-{number}", "kind": kind}
    for number in range(4)
    for name, kind in (("전재", "exact"), ("기사", "near"))
]


def told(folder: Path) -> list[dict]:
    found = [json.loads(one) for one in (folder / "reprints.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(0.9 < one.pop("similarity") <= 1.0 for one in found)
    return found


def test_a_finished_job_says_the_same_whatever_its_workers_shards_and_format(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *job_lines())
    one = batch(path, workers=1, shard=5)
    assert write_reprints(Layout(one.folder)) == Reprints(groups=4, exact=4, near=4)
    before = (one.folder / "reprints.jsonl").read_bytes()
    assert told(one.folder) == EXPECTED
    other = batch(path, workers=2, shard=2, format="parquet", restart=True)
    assert not (other.folder / "reprints.jsonl").exists()
    write_reprints(Layout(other.folder))
    assert (other.folder / "reprints.jsonl").read_bytes() == before
    assert sorted(one.name for one in (other.folder / ".sasil").iterdir() if one.is_file()) == [
        "job.json",
        "lock",
        "plan.jsonl",
    ]


def test_the_command_tells_of_them_behind_a_job_that_was_done_before(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *job_lines()[:3])
    folder = batch(path, workers=1, shard=3).folder
    command = [
        sys.executable,
        "-c",
        "from sasil.cli import main; main()",
        "batch",
        str(path),
        "-o",
        str(folder),
        "--shard",
        "3",
    ]
    done = subprocess.run([*command, "--reprints"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"다시 실린 기사 2건 (같은 글 1, 비슷한 글 1): {folder / 'reprints.jsonl'}" in done.stderr
    assert told(folder) == EXPECTED[:2]
