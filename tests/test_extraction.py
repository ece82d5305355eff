"""The pipeline as users call it: one text, many articles, spaCy's own ways, and records that follow the schema."""

from __future__ import annotations

import pickle
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import jsonschema
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

import sasil
from sasil import extraction
from sasil.article import Article
from sasil.doc import mentions, set_published_at
from sasil.errors import SasilError
from sasil.extraction import COMPONENTS, _default, extract_each, forget_words

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = "나루시는 2일 총 1,800여억 원을 들여 ‘물빛 산책로 조성사업’을 추진한다고 밝혔다."
SCHEMA = jsonschema.Draft202012Validator(sasil.json_schema())


def facts(doc: Doc) -> list[tuple[str, str]]:
    return [(mention.type, mention.text) for mention in mentions(doc)]


def test_one_call_gives_a_record() -> None:
    record = sasil.extract(TEXT, published="2019-10-02")
    found = {mention.type: mention.value for mention in record.mentions}
    assert found["DATE"].value == "2019-10-02"
    assert (found["MONEY"].amount, found["MONEY"].modifier) == ("180000000000", "over")
    assert [project.name for project in record.projects] == ["물빛 산책로 조성사업"]


def test_without_a_date_nothing_is_invented() -> None:
    dates = [mention.value for mention in sasil.extract(TEXT).mentions if mention.type == "DATE"]
    assert [(date.value, date.start) for date in dates] == [("XXXX-XX-02", None)]


@pytest.mark.parametrize("published", ["2019-13-01", "어제", "", "2019-02-29"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(SasilError, match="날짜가 아닙니다"):
        sasil.extract(TEXT, published=published)


def test_a_pipeline_that_has_read_much_gets_a_new_table_of_words_and_reads_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nlp = sasil.load()
    before, record, doc = nlp.vocab, sasil.extract(TEXT, nlp=nlp), nlp(TEXT)
    forget_words(nlp)
    assert nlp.vocab is before
    monkeypatch.setattr(extraction, "FORGET_AFTER", 2 * len(TEXT))
    forget_words(nlp)
    assert nlp.vocab is nlp.tokenizer.vocab is not before
    assert sasil.extract(TEXT, nlp=nlp) == record
    assert (doc.text, nlp(TEXT).text) == (TEXT, TEXT)


def test_a_pipeline_with_components_of_others_keeps_its_table_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "FORGET_AFTER", 0)
    nlp = sasil.load(exclude=COMPONENTS)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "나루시"}])
    before = nlp.vocab
    forget_words(nlp)
    assert nlp.vocab is nlp.tokenizer.vocab is before


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(SasilError, match="서로게이트"):
        sasil.extract("나루\ud83d시")


def test_offsets_count_in_the_text_in_nfc() -> None:
    record = sasil.extract(unicodedata.normalize("NFD", TEXT))
    assert record.text == TEXT
    assert all(record.text[m.start : m.end] == m.text for m in record.mentions)


def test_an_empty_text_has_an_empty_record() -> None:
    record = sasil.extract("")
    assert (record.text, record.mentions, record.projects) == ("", [], [])


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80),
        st.text(alphabet="가나시장은는 1,20조억만원년월일%~·()‘’“”\"'|\n\t.△▲○□-제차회", max_size=80),
        st.text(alphabet="\x00\u200b\ufeff\r\n 😀𠀀１２억원㈜㎡", max_size=40),
    ),
    st.sampled_from([None, "2024-02-29", "2019-10-02T09:00:00+09:00", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_a_record_that_follows_the_schema(text: str, published: str | None) -> None:
    record = sasil.extract(text, published)
    data = record.model_dump(mode="json")
    SCHEMA.validate(data)
    assert sasil.Record.model_validate_json(record.model_dump_json()) == record
    assert record.text == unicodedata.normalize("NFC", text)
    assert all(record.text[m.start : m.end] == m.text for m in record.mentions)


def test_one_bad_article_does_not_cost_the_others() -> None:
    errors: list[SasilError] = []
    given_ = [
        Article(id="1", text="가"),
        Article(id="2", text="\ud800"),
        Article(id="3", text="나", published_at="x"),
        Article(id="4", text="다"),
    ]
    assert [record.id for record in extract_each(given_, errors.append)] == ["1", "4"]
    assert [error.place for error in errors] == ["2", "3"]


class TestAsASpacyPipeline:
    def test_its_components_are_in_order(self, nlp: Language) -> None:
        assert tuple(nlp.pipe_names) == COMPONENTS

    def test_it_reads_streams(self, nlp: Language) -> None:
        docs = list(nlp.pipe([TEXT, "", "나루시는 3일 밝혔다."]))
        assert [doc.text for doc in docs] == [TEXT, "", "나루시는 3일 밝혔다."]
        assert ("MONEY", "1,800여억 원") in facts(docs[0])

    def test_dates_come_with_the_context(self, nlp: Language) -> None:
        given_ = [
            (TEXT, Article(id="a", text=TEXT, published_at="2019-10-02")),
            (TEXT, {"published_at": "2020-11-02"}),
            (TEXT, "무엇이든"),
        ]
        docs = list(nlp.pipe(given_, as_tuples=True))
        dates = [next(m.value.value for m in mentions(doc) if m.type == "DATE") for doc, _ in docs]
        assert dates == ["2019-10-02", "2020-11-02", "XXXX-XX-02"]

    def test_it_runs_in_two_processes(self, nlp: Language) -> None:
        docs = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))
        assert [facts(doc) for doc in docs] == [facts(nlp(TEXT))] * 4

    def test_it_pickles(self, nlp: Language) -> None:
        back = pickle.loads(pickle.dumps(nlp))
        assert facts(back(TEXT)) == facts(nlp(TEXT))

    def test_docs_pickle_and_go_through_a_docbin(self, nlp: Language) -> None:
        doc = nlp(TEXT)
        assert facts(pickle.loads(pickle.dumps(doc))) == facts(doc)
        stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        [back] = DocBin().from_bytes(stored).get_docs(nlp.vocab)
        assert (back.text, facts(back)) == (TEXT, facts(doc))

    def test_it_goes_to_disk_and_back(self, nlp: Language, tmp_path: Path) -> None:
        nlp.to_disk(tmp_path / "model")
        assert facts(spacy.load(tmp_path / "model")(TEXT)) == facts(nlp(TEXT))

    def test_components_can_be_left_out(self) -> None:
        lean = sasil.load(exclude=[name for name in COMPONENTS if name != "sasil_money"])
        assert facts(lean(TEXT)) == [("MONEY", "1,800여억 원")]

    def test_mentions_are_spans_too(self, nlp: Language) -> None:
        doc = nlp(TEXT)
        assert [(span.text, span.label_) for span in doc.spans["money"]] == [("1,800여억 원", "MONEY")]

    def test_a_doc_keeps_its_date(self, nlp: Language) -> None:
        doc = nlp.make_doc(TEXT)
        set_published_at(doc, "2021-01-02")
        assert next(m.value.value for m in mentions(nlp(doc)) if m.type == "DATE") == "2021-01-02"

    def test_a_user_dictionary_is_used(self, tmp_path: Path) -> None:
        words = tmp_path / "words.tsv"
        words.write_text("플라잉카실증\tNNP\t5\n", encoding="utf-8")
        assert "플라잉카실증" in [token.text for token in sasil.load(user_words=words).make_doc("플라잉카실증을 한다")]


def test_importing_sasil_loads_neither_spacy_nor_kiwi() -> None:
    code = "import sasil, sys; print([name for name in ('spacy', 'kiwipiepy', 'pydantic') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_names_that_are_not_public_are_no_attributes() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extractor'"):
        _ = sasil.extractor


def test_the_default_pipeline_is_loaded_once() -> None:
    assert _default() is _default()


def test_spacy_loads_next_to_nothing_of_sasil() -> None:
    """Each `spacy.blank()` imports every registered factory, in anyone's program."""
    code = "import spacy, sys; spacy.blank('en'); print(sorted(n for n in sys.modules if n.startswith('sasil.') and n.endswith(('finder', 'doc', 'record'))))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
