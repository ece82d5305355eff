"""The configuration of a training run, and lists of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import SourceError
from sasil.training.config import read_config
from sasil.training.gazetteers import gazetteer

ROOT = Path(__file__).parents[2]


def test_the_shipped_configuration_is_read() -> None:
    config = read_config(ROOT / "models" / "names" / "config.toml")
    assert config.name == "names"
    assert all(path.is_file() for path in config.gazetteers)
    forms, classes = gazetteer(config.gazetteers)
    assert forms.forms["창원시"] == 1 << classes.index("division")
    assert forms.ending("물빛진흥원")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "설정을 읽을 수 없습니다"),
        ("colour = 1", "모르는 항목: colour"),
        ("[student]\ndepth = 3", "모르는 항목: depth"),
        ("[student.size]\ndepth = 3", "모르는 항목: depth"),
        ("student = 3", "설정을 읽을 수 없습니다"),
    ],
)
def test_a_bad_configuration_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message) as caught:
        read_config(path)
    assert caught.value.place == str(path)


def test_a_bad_line_of_a_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("# 도시\n나루\tcity\n새봄\n", encoding="utf-8")
    with pytest.raises(SourceError, match="이름<탭>갈래") as caught:
        gazetteer([path])
    assert (caught.value.place, caught.value.line) == (str(path), 3)


def test_a_name_may_be_of_several_classes(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("나루콘\tcity\n나루콘\tmaker\n가\tcity\n", encoding="utf-8")
    forms, classes = gazetteer([path])
    assert forms.forms["나루콘"] == 1 << classes.index("city") | 1 << classes.index("maker")
    assert "가" not in forms.forms
