"""Marked files: compiled to gold lines and read back; what is wrong is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import GoldError, SasilError
from sasil.evaluation.gold import compile_folder, from_json, read_markup, to_json

HEAD = '+++\nid = "a"\nkind = "local-government"\npublished_at = 2024-05-21\n+++\n'
TEXT = """⟦나루시|ORG⟧, ⟦물빛 산책로 조성사업|PROJECT⟧ ⟦착공식|EVENT⟧ 개최

⟦나루시|ORG⟧(시장 ⟦편도윤|PERSON⟧)는 ⟦21일|DATE 2024-05-21⟧ ⟦물빛 사업|PROJECT #물빛 산책로 조성사업⟧에 ⟦120억 원|MONEY 120e8 KRW⟧을 쓴다.
⟦편|PERSON #편도윤⟧ 시장은 “물빛(Water Light·WL)을 살리겠다”고 말했다. 문의 055-000-0000"""
TABLES = """
+++
[[projects]]
name = "물빛 산책로 조성사업"
period = "2024-05-21/"
organizations = ["lead: 나루시", "funder: 국토교통부"]

[[budgets]]
id = "total"
projects = ["물빛 산책로 조성사업"]
amount = "120e8"
adds_up = false

[[budgets]]
projects = ["물빛 산책로 조성사업"]
role = "national"
amount = "120e8"
part_of = "total"

[[acronyms]]
short = "WL"
long_ko = "물빛"
kind = "initialism"
components = ["W | 물 | Water", "L |  | Light"]

[[people]]
name = "편도윤"
title = "시장"

[[quotes]]
text = "물빛(Water Light·WL)을 살리겠다"
speaker = "편도윤"

[[events]]
name = "착공식"
date = "2024-05-21"

[[contacts]]
phone = "055-000-0000"
"""


def written(folder: Path, source: str, name: str = "a.md") -> Path:
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return path


def test_a_marked_file_becomes_a_record(tmp_path: Path) -> None:
    record = read_markup(written(tmp_path, HEAD + TEXT + TABLES)).record
    assert record.text.startswith("나루시, 물빛 산책로 조성사업 착공식 개최\n\n나루시(시장")
    assert all(record.text[m.start : m.end] == m.text for m in record.mentions)
    project = record.projects[0]
    assert [record.text[start:end] for start, end in project.spans] == ["물빛 산책로 조성사업", "물빛 사업"]
    assert project.period is not None
    assert (project.period.start, project.period.end) == ("2024-05-21", None)
    assert [(role.name, role.role) for role in project.organizations] == [("나루시", "lead"), ("국토교통부", "funder")]
    assert [record.text[start:end] for start, end in record.people[0].spans] == ["편도윤", "편"]
    assert [(b.amount, b.role, b.part_of, b.adds_up) for b in record.budgets] == [
        ("12000000000", "total", None, False),
        ("12000000000", "national", 0, None),
    ]
    assert [o.name for o in record.organizations] == ["나루시"]
    components = record.acronyms[0].components
    assert components is not None
    assert [(c.letters, c.ko, c.en) for c in components] == [("W", "물", "Water"), ("L", None, "Light")]
    start, end = record.quotes[0].span
    assert record.text[start - 1 : end + 1] == "“물빛(Water Light·WL)을 살리겠다”"


def test_a_gold_line_comes_back(tmp_path: Path) -> None:
    gold = read_markup(written(tmp_path, HEAD + TEXT + TABLES))
    back = from_json(to_json(gold))
    assert back.record.mentions == gold.record.mentions
    assert (back.kind, back.record.projects, back.record.budgets) == (
        gold.kind,
        gold.record.projects,
        gold.record.budgets,
    )


def test_a_gold_line_says_where_its_facts_came_from(tmp_path: Path) -> None:
    line = {**to_json(read_markup(written(tmp_path, HEAD + TEXT + TABLES))), "origin": "corrected by hand"}
    assert to_json(from_json(line)) == line
    with pytest.raises(GoldError, match="origin"):
        from_json({**line, "origin": 3})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("|DATE 2024-05-21", "|DATE 2024-02-3x", r"a\.md:8: 읽을 수 없는 표시"),
        ("|ORG⟧, ", "|ORK⟧, ", r"a\.md:6: .*모르는 종류 ORK"),
        ("local-government", "blog", "모르는 갈래"),
        ('id = "a"', 'ID = "a"', "모르는 항목 ID"),
        ("[[projects]]", "[[project]]", r"모르는 기록 \[\[project\]\]"),
        ("period =", "periode =", r"\[\[projects\]\]에 모르는 항목 periode"),
        ('role = "national"', 'role = "state"', "Input should be"),
        ('amount = "120e8"\npart_of', 'amount = "121e8"\npart_of', "예산 12100000000의 표시가 글에 없습니다"),
        ('amount = "120e8"\npart_of', 'amount = "많이"\npart_of', "수가 아닙니다"),
        ('part_of = "total"', 'part_of = "sum"', "part_of 'sum'가 없습니다"),
        (
            'projects = ["물빛 산책로 조성사업"]\nrole',
            'projects = ["불빛 사업"]\nrole',
            "예산의 사업 불빛 사업의 기록이 없습니다",
        ),
        ('name = "물빛 산책로 조성사업"', 'name = "물빛길 사업"', "PROJECT '물빛 산책로 조성사업'의 기록이 없습니다"),
        ('name = "착공식"', 'name = "준공식"', "EVENT '착공식'의 기록이 없습니다"),
        ('name = "편도윤"\ntitle', 'name = "편도운"\ntitle', "PERSON '편도윤'의 기록이 없습니다"),
        ('text = "물빛(', 'text = "물결(', "글에 없습니다"),
        ('short = "WL"', 'short = "WX"', "약어 'WX'가 글에 없습니다"),
        ("⟦착공식|EVENT⟧ 개최", "⟦착공식 ⟦개최|PERSON⟧|ORG⟧", r"a\.md:6: 겹치는 표시"),
        ("⟦착공식|EVENT⟧ 개최", "⟦착공식|EVENT 개최", "읽을 수 없는|종류"),
        ("\n+++\n[[projects]]", "\n[[projects]]", r"\+\+\+ 줄이 셋"),
        ("[[people]]", "[[people", "TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    source = HEAD + TEXT + TABLES
    assert source.count(old) >= 1
    with pytest.raises(GoldError, match=message) as caught:
        read_markup(written(tmp_path, source.replace(old, new, 1)))
    assert caught.value.place == str(tmp_path / "a.md")


def test_a_record_without_a_mark_is_refused(tmp_path: Path) -> None:
    tables = TABLES + '\n[[events]]\nname = "준공식"\n'
    with pytest.raises(GoldError, match="EVENT 기록 '준공식'의 표시가 글에 없습니다"):
        read_markup(written(tmp_path, HEAD + TEXT + tables))


def test_a_folder_names_each_wrong_file_and_a_repeated_id(tmp_path: Path) -> None:
    written(tmp_path, HEAD + TEXT + TABLES)
    written(tmp_path, HEAD + TEXT + TABLES, "b.md")
    written(tmp_path, "글만 있다", "c.md")
    errors: list[SasilError] = []
    assert [gold.record.id for gold in compile_folder(tmp_path, errors.append)] == ["a"]
    assert [error.message for error in errors] == [
        "id 'a'가 a.md에도 있습니다",
        "+++ 줄이 셋이어야 합니다: 머리, 글, 기록",
    ]
