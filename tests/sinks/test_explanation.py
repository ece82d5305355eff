"""Why a fact was found: every rule is described, and every fact is shown in its place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sasil
from sasil.extraction import extract
from sasil.lexicons import lexicon
from sasil.record import NameMention, Project, Quote, Record
from sasil.sinks.explanation import about, as_lines, explained

ROOT = Path(sasil.__file__).parent
ROOMS = sorted(path.name for path in (ROOT / "components").iterdir() if (path / "__init__.py").is_file())
RULE = re.compile(rf"(?:{'|'.join(ROOMS)})\.[a-z][a-z_]*")
KINDS = [("projects", "project_heads", ("name", "brand", "build", "service", "program", "plan")),
         ("events", "event_heads", ("sure", "named", "world", "label"))]  # fmt: skip
SAMPLES = sorted((ROOT.parent.parent / "corpus" / "samples").glob("*.txt"))


def written_rules() -> list[str]:
    """Return the names of rules that stand whole in the source of the rooms."""
    found = set()
    for path in (ROOT / "components").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
                found.add(node.value)
    return sorted(found)


@pytest.mark.parametrize("rule", written_rules())
def test_every_rule_in_the_source_is_described(rule: str) -> None:
    assert about(rule), f"lexicons/rules.tsv says nothing of {rule}: add a row with about and about_en"


@pytest.mark.parametrize("row", lexicon("rules"), ids=lambda row: row["rule"])
def test_every_rule_is_described_in_both_languages(row: dict[str, str]) -> None:
    assert row["about"], f"lexicons/rules.tsv: {row['rule']} lacks its Korean words (column about)"
    assert row["about_en"], f"lexicons/rules.tsv: {row['rule']} lacks its English words (column about_en, the last)"


@pytest.mark.parametrize(("room", "words", "kinds"), KINDS)
def test_every_kind_of_head_is_described(room: str, words: str, kinds: tuple[str, ...]) -> None:
    held = {row["kind"] for row in lexicon(words)}
    assert held >= set(kinds)
    assert all(about(f"{room}.{kind}") for kind in kinds)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_fact_of_the_samples_is_explained(path: Path) -> None:
    record = extract(path.read_text(encoding="utf-8"), published="2025-10-10")
    lines = record.text.split("\n")
    facts = list(explained(record))
    assert facts
    assert [fact.rule for fact in facts if not fact.about] == []
    for fact, mention in zip(facts, record.mentions, strict=False):
        assert lines[fact.line - 1][fact.column - 1 :].startswith(mention.text.split("\n")[0])
        assert f"⟦{' '.join(mention.text.split())}" in fact.around


def test_a_rule_with_what_stands_beside_it_is_the_same_rule() -> None:
    assert about("names.list_unit") == about("names.list") != ""
    assert about("names.list_unit", "en") == about("names.list", "en") != about("names.list")
    assert about("names.of_some_other_tool") == about("names.of_some_other_tool", "en") == ""


def test_a_record_is_shown_with_what_it_says() -> None:
    text = "물빛 산책로 조성사업을 한다. “잘 하겠다”"
    record = Record(
        id="a",
        text=text,
        mentions=[NameMention(type="PROJECT", start=0, end=11, text=text[:11], by="projects.name")],
        projects=[Project(name=text[:11], spans=[(0, 11)], status="planned", by="projects.record")],
        quotes=[Quote(text="잘 하겠다", span=(18, 23), by="quotes.speech")],
    )
    assert list(as_lines(record, "en"))[1] == "    projects.name: a name ending in 사업 or 프로젝트"
    lines = list(as_lines(record))
    assert lines[0] == "1:1  PROJECT  물빛 산책로 조성사업"
    assert lines[4] == "1:1  projects  물빛 산책로 조성사업  status=planned"
    assert lines[8] == "1:19  quotes  잘 하겠다"
    assert lines[10] == "    물빛 산책로 조성사업을 한다. “⟦잘 하겠다⟧”"


@given(st.text(min_size=1), st.data())
def test_any_place_in_any_text_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mention = NameMention(type="ORG", start=start, end=end, text=text[start:end], by="names.list")
    (fact,) = explained(Record(id="a", text=text, mentions=[mention]))
    assert "⟦" in fact.around
    assert text.split("\n")[fact.line - 1][fact.column - 1 :].startswith(text[start:end].split("\n")[0])
