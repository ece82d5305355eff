"""JSON-LD by schema.org: what rdflib makes of the file, asked in SPARQL; nothing is fetched."""

from __future__ import annotations

import json
import socket
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from drawn_records import lists_of_records
from hypothesis import HealthCheck, given, settings
from rdflib import XSD, Graph, Literal

from sasil.record import Record
from sasil.sinks import jsonld

BY = {"spans": [], "by": "t"}
RECORD = Record.model_validate(
    {
        "id": "a/1",
        "text": "나루시 「하천법」 제3조",
        "article": {"title": "산책로 첫 삽", "published_at": "2026-05-20T09:00:00+09:00", "outlet": "나루신문", "url": "https://naru.example/1"},
        "mentions": [{"type": "LAW", "start": 4, "end": 9, "text": "「하천법」", "value": {"article": "제3조"}, "by": "t"}],
        "projects": [
            {
                "name": "물빛 산책로 조성사업",
                "program": "물빛 계획",
                "period": {"start": "XXXX-05-20", "end": "2027-05-31"},
                "organizations": [{"name": "나루시", "role": "lead"}, {"name": "산림청", "role": "funder"}],
                "locations": ["물빛공원"],
                **BY,
            }
        ],
        "budgets": [
            {"projects": ["물빛 산책로 조성사업"], "currency": "KRW", "amount": "123456789012345678901234567890.1", **BY},
            {"projects": ["물빛 산책로 조성사업"], "currency": "KRW", "low": "1", "high": "2.5", "role": "national", "year": 2026, "part_of": 0, **BY},
            {"projects": ["없는 사업"], "currency": "KRW", "amount": "7", **BY},
        ],
        "acronyms": [{"short": "ESS", "long_ko": "에너지저장장치", "long_en": "Energy Storage System", "kind": "initialism", **BY}],
        "people": [{"name": "인경로", "title": "시장", "organization": "나루시", "department": "공원과", **BY}],
        "organizations": [{"name": "나루특별시", "aliases": ["나루시"], **BY}],
        "quotes": [
            {"text": "길을 열겠다", "speaker": "인경로", "organization": "나루시", "span": [0, 6], "by": "t"},
            {"text": "약속이 문서로 남아야 한다", "organization": "주민대책위원회", "span": [0, 6], "by": "t"},
        ],
        "events": [
            {"name": "착공식", "date": "2026-05-20", "time": "T14:00", "place": "물빛공원", "host": "나루시", **BY},
            {"name": "걷기축제", "date": "2026-06-05/2026-06-07", **BY},
            {"name": "설명회", "date": "XXXX-XX-12", **BY},
        ],
        "contacts": [{"department": "나루시 공원과", "name": "진나리", "title": "주무관", "phone": "031-000-0000", **BY}],
    }
)  # fmt: skip


def graph(path: Path, *records: Record) -> Graph:
    jsonld.write(records, path)
    return Graph().parse(path, format="json-ld")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def ask(found: Graph, where: str, *names: str) -> list[tuple[Any, ...]]:
    wanted = " ".join(f"?{name}" for name in names)
    query = f"PREFIX : <https://schema.org/> SELECT {wanted} WHERE {{ {where} }} ORDER BY {wanted}"
    return [tuple(None if cell is None else cell.toPython() for cell in row) for row in found.query(query)]


@pytest.mark.parametrize(
    ("where", "names", "expected"),
    [
        ("?a a :NewsArticle; :headline ?h; :identifier ?i; :publisher/:name ?p", "hip", [("산책로 첫 삽", "a/1", "나루신문")]),
        ("?a :about ?p. ?p a :Project; :name ?n; :memberOf/:name ?m; :location/:name ?l", "nml", [("물빛 산책로 조성사업", "물빛 계획", "물빛공원")]),
        ("?p a :Project; :parentOrganization/:name ?l; :funder/:name ?f", "lf", [("나루시", "산림청")]),
        ("?p a :Project; :foundingDate ?d", "d", []),  # not fully known
        ("?g a :MonetaryGrant; :name 'national'; :description ?d; :amount [:minValue ?l; :maxValue ?h; :currency ?c]", "dlhc", [("total 2026", Decimal(1), Decimal("2.5"), "KRW")]),
        ("?g a :MonetaryGrant; :fundedItem/:name ?p", "p", [("물빛 산책로 조성사업",)] * 2),
        ("?e a :Event; :name ?n; :location/:name ?l; :organizer/:name ?o", "nlo", [("착공식", "물빛공원", "나루시")]),
        ("?p a :Person; :name ?n; :jobTitle ?t; :affiliation ?o. ?o :name ?b; :department/:name ?d", "ntbd", [("인경로", "시장", "나루시", "공원과")]),
        ("?o a :Organization; :name ?n; :alternateName ?a", "na", [("나루특별시", "나루시")]),
        ("?q a :Quotation; :text ?t; :creator [a :Person; :name ?n; :affiliation/:name ?o]", "tno", [("길을 열겠다", "인경로", "나루시")]),
        ("?q a :Quotation; :creator [a :Organization; :name ?n]", "n", [("주민대책위원회",)]),
        ("?o :name ?d; :contactPoint [:name ?n; :telephone ?t; :contactType ?k]", "dntk", [("나루시 공원과", "진나리", "031-000-0000", "주무관")]),
        ("?a :citation [a :Legislation; :name ?n; :hasPart/:name ?p]", "np", [("「하천법」", "제3조")]),
        ("?t a :DefinedTerm; :name ?n; :description ?d FILTER(lang(?d) = 'en')", "nd", [("ESS", "Energy Storage System")]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("offline")
def test_the_graph_says_what_the_record_says(
    tmp_path: Path, where: str, names: str, expected: list[tuple[Any, ...]]
) -> None:
    assert ask(graph(tmp_path / "a.jsonld", RECORD), where, *names) == expected


def test_amounts_and_days_are_typed_and_exact(tmp_path: Path) -> None:
    found = graph(tmp_path / "a.jsonld", RECORD)
    literals = {(str(node), node.datatype) for node in found.objects() if isinstance(node, Literal)}
    assert {
        ("123456789012345678901234567890.1", XSD.decimal),
        ("2027-05-31", XSD.date),
        ("2026-05-20T09:00:00+09:00", XSD.dateTime),
        ("2026-05-20T14:00:00+09:00", XSD.dateTime),
        ("2026-06-05", XSD.date),
        ("2026-06-07", XSD.date),
    } <= literals
    starts = ask(found, "?e a :Event; :name ?n OPTIONAL { ?e :startDate ?s } FILTER(!BOUND(?s))", "n")
    assert starts == [("설명회",)]


def test_two_articles_are_two_nodes_whatever_they_share(tmp_path: Path) -> None:
    other = RECORD.model_copy(update={"id": "a/2"})
    found = graph(tmp_path / "a.jsonld", RECORD, other)
    assert len(set(found.subjects(predicate=None, object=None))) == 2 * len(
        set(graph(tmp_path / "b.jsonld", RECORD).subjects())
    )
    assert jsonld.node(RECORD)["@id"] == jsonld.node(RECORD)["@id"] != jsonld.node(other)["@id"]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists_of_records())
def test_any_records_make_one_json_document(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    path = tmp_path_factory.mktemp("jsonld") / "a.jsonld"
    assert jsonld.write(records, path) == len(records)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert [node.get("identifier", "") for node in data["@graph"]] == [record.id for record in records]
