"""A shard: what another process left of it is gone on with, and a marker stands only for files that are whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.batch.extraction import Failure
from sasil.batch.layout import Layout, clear, locked
from sasil.batch.shards import Shard, Written, read_marker
from sasil.errors import SasilError


def failure(name: str) -> Failure:
    return Failure(name, "기사.jsonl", 3, "read", "없음")


@given(
    steps=st.lists(st.tuples(st.sampled_from(["put", "fail"]), st.booleans(), st.binary(max_size=3)), max_size=12),
)
@settings(max_examples=40, deadline=None)
def test_what_was_written_after_the_last_word_is_written_again(
    tmp_path_factory, steps: list[tuple[str, bool, bytes]]
) -> None:
    layout = Layout(tmp_path_factory.mktemp("out"))
    layout.state.mkdir()
    written = Written()
    shard = Shard(layout, layout.scratch / "1", "part-00000", written)
    for number, (kind, dies, torn) in enumerate(steps):
        if dies:  # within an article: something of it may be on disk
            shard.put(json.dumps({"id": f"torn {number}"}), 1)
            shard.fail(failure("torn"))
            shard.written()
            for name in ("part-00000.jsonl", "part-00000.errors.jsonl"):
                with (layout.scratch / "1" / name).open("ab") as file:
                    file.write(torn)
            for held in (shard._records, shard._failures):  # its process is gone
                held.close()
            shard = Shard(layout, layout.scratch / "1", "part-00000", written)
        shard.put(json.dumps({"id": str(number)}), 10) if kind == "put" else shard.fail(failure(str(number)))
        written = shard.written()
    marker = shard.finish(0, "jsonl", 1.0)
    put = [str(number) for number, (kind, _, _) in enumerate(steps) if kind == "put"]
    failed = [str(number) for number, (kind, _, _) in enumerate(steps) if kind == "fail"]
    found = (layout.root / "records" / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one)["id"] for one in found] == put
    errors = layout.errors / "part-00000.jsonl"
    assert (
        [json.loads(one)["id"] for one in errors.read_text("utf-8").splitlines()] == failed
        if failed
        else not errors.exists()
    )
    assert (marker.records, marker.characters, marker.failures) == (
        len(put),
        10 * len(put),
        {"read": len(failed)} if failed else {},
    )
    assert read_marker(layout, "part-00000") == marker
    assert not list((layout.scratch / "1").iterdir())


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    layout = Layout(tmp_path / "out")
    with locked(layout):
        shard = Shard(layout, layout.scratch / "1", "part-00000", Written())
        shard.put('{"id": "1"}', 3)
        shard.fail(failure("2"))
        shard.finish(0, "jsonl", 1.0)
    return layout


@pytest.mark.parametrize(
    "spoil",
    [
        lambda layout: (layout.root / "records" / "part-00000.jsonl").unlink(),
        lambda layout: (layout.root / "records" / "part-00000.jsonl").write_bytes(b"{}"),
        lambda layout: (layout.errors / "part-00000.jsonl").unlink(),
        lambda layout: (layout.done / "part-00000.json").write_bytes(b""),
        lambda layout: (layout.done / "part-00000.json").write_bytes(b'{"unit": 0}'),
        lambda layout: (layout.done / "part-00000.json").unlink(),
    ],
    ids=["no shard", "another shard", "no failures", "empty marker", "broken marker", "no marker"],
)
def test_a_marker_without_its_files_is_none(layout: Layout, spoil) -> None:
    assert read_marker(layout, "part-00000") is not None
    spoil(layout)
    assert read_marker(layout, "part-00000") is None


def test_what_another_process_has_not_written_is_no_shard(layout: Layout) -> None:
    with pytest.raises(OSError, match="part-00001"):
        Shard(layout, layout.scratch / "2", "part-00001", Written(record_bytes=5))


def test_two_runs_do_not_write_into_one_folder(layout: Layout) -> None:
    with locked(layout), pytest.raises(SasilError, match="이 폴더에 쓰고 있는 sasil batch가 있습니다"), locked(layout):
        pass
    with locked(layout):
        pass


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "사진.png").write_bytes(b"")
    with pytest.raises(SasilError, match="빈 폴더가 아닙니다"), locked(Layout(tmp_path)):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["사진.png"]
    with pytest.raises(SasilError, match="쓸 수 없는 폴더입니다"), locked(Layout(tmp_path / "사진.png")):
        pass


def test_clearing_takes_only_what_is_ours(layout: Layout) -> None:
    kept = layout.root / "records" / "메모.txt"
    kept.write_text("글", encoding="utf-8")
    clear(layout)
    left = {path.relative_to(layout.root).as_posix() for path in layout.root.rglob("*") if path.is_file()}
    assert left == {"records/메모.txt", ".sasil/lock"}
