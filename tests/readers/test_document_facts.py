"""From a document to its record: facts in cells, dates that count from the embargo, what the document says of itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
from docx_files import docx_file
from hwp_files import hwp_file
from hwpx_files import hwpx_file
from pdf_files import grid, pdf_file

from sasil.extraction import extract
from sasil.readers import read
from sasil.record import Record, json_schema

if TYPE_CHECKING:
    from spacy.language import Language

RELEASE = [
    "보도자료",
    grid(("보도시점", "2024. 3. 5.(화) 11:00", "배포", "2024. 3. 4.(월)")),
    "나루시, 물빛다리 첫 삽",
    "□ 나루시는 오는 25일 착공식을 연다고 밝혔다.",
    "(단위: 억 원)",
    grid(("구분", "국비", "시비"), ("물빛다리", "72", "48")),
    "문의는 아래로 하면 된다.",
    grid(("담당 부서", "도로과", "책임자", "과 장", "강이든", "(044-000-1111)")),
]


@pytest.mark.parametrize("data", [write(RELEASE) for write in (hwp_file, hwpx_file, docx_file, pdf_file)])
def test_the_record_of_a_release(data: bytes, nlp: Language) -> None:
    record = extract(read(data, id="a", uri="a.hwp"), nlp=nlp)
    values = {mention.text: mention.value for mention in record.mentions}
    assert [getattr(values[text], "value", None) for text in ("오는 25일", "2024. 3. 4.(월)")] == [
        "2024-03-25",
        "2024-03-04",
    ]
    assert [getattr(values[text], "amount", None) for text in ("72", "48")] == ["7200000000", "4800000000"]
    assert [(contact.department, contact.title, contact.phone) for contact in record.contacts] == [
        ("도로과", "과장", "044-000-1111")
    ]
    assert (record.article.kind, record.article.title) == ("보도자료", "나루시, 물빛다리 첫 삽")
    assert record.article.embargo is not None
    assert (record.article.embargo.at, record.article.published_at) == ("2024-03-05T11:00", "2024-03-05T11:00")
    line = record.model_dump_json()
    jsonschema.validate(json.loads(line), json_schema())
    assert Record.model_validate_json(line) == record


def test_notices_are_warnings_of_the_record(nlp: Language) -> None:
    record = extract(read(hwpx_file(RELEASE), id="a", uri="a.pdf"), nlp=nlp)
    assert [warning.code for warning in record.warnings] == ["wrong-suffix"]
