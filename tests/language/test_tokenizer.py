"""The Kiwi tokenizer: whatever the text, the tokens give it again."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from sasil.doc import unheard, words
from sasil.errors import TextError
from sasil.language.morphemes import CHUNK, chunks, pieces
from sasil.language.tokenizer import KiwiTokenizer
from sasil.language.user_words import UserWord

if TYPE_CHECKING:
    from spacy.tokens import Doc

KOREAN = st.text(alphabet="가나다시장은는이했었다열고 1,800여억원2일.()‘’“”\n\t㈜", max_size=60)
HOSTILE = st.text(alphabet=" \t\r\n\x00\u200b\ufeff\u00a0\u3000\u2028\x1c\x85😀👨‍👩‍👧가ᄀ𠀀a1", max_size=40)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.fixture(scope="module")
def tokenizer() -> KiwiTokenizer:
    return KiwiTokenizer(Vocab())


def tagged(doc: Doc) -> list[str]:
    return [f"{token.text}/{token.tag_}" for token in doc]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "창원시는 2일 열었다.",
        "  두 칸  사이\t탭 ",
        "줄\r\n바꿈\r\n\r\n",
        "a\x00b",
        "\x00",
        "폭\u200b없는 칸\ufeff",
        "😀 이모지 👨‍👩‍👧‍👦 했다",
        "𠀀𠀁 확장 한자 했다 𝔸",
        "칸\u3000전각\u00a0칸",
        "자모 ㄱㄴ ㅋㅋㅋ ㅠㅠ",
        "１，８００여억 원 ㈜나루 ㎡ ㎍/㎥",
        "\u1112\u1161\u11ab\u1100\u1173\u11af",
        "\u202e거꾸로\u202c",
        "억" * 300,
        "1.1." * 300,
    ],
)
def test_text_is_kept(tokenizer: KiwiTokenizer, text: str) -> None:
    assert tokenizer(text).text == text


@settings(max_examples=150, deadline=None)
@given(st.one_of(KOREAN, HOSTILE, ANY))
def test_any_text_is_kept(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert [text[t.idx : t.idx + len(t)] for t in doc] == [t.text for t in doc]


TOKENIZER = KiwiTokenizer(Vocab())


@settings(max_examples=50, deadline=None)
@given(st.one_of(KOREAN, HOSTILE))
def test_words_are_those_of_the_doc(text: str) -> None:
    doc = TOKENIZER(text)
    assert words(doc) == words(doc.copy())


def test_words_follow_their_doc(tokenizer: KiwiTokenizer) -> None:
    doc = tokenizer("창원시는 열었다")
    assert [word.text for word in words(doc)] == ["창원시", "는", "열", "었", "다"]
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:2])
    assert [word.text for word in words(doc)] == ["창원시는", "열", "었", "다"]


def test_a_megabyte_is_kept(tokenizer: KiwiTokenizer) -> None:
    text = ("나루시는 2일 제33차 전략회의를 열고 했다 😀.\r\n" * 20_000)[:400_000]
    assert len(text.encode()) > 1_000_000 * 0.8
    assert tokenizer(text).text == text


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff", "창원시\ud83d"])
def test_lone_surrogates_are_refused(tokenizer: KiwiTokenizer, text: str) -> None:
    with pytest.raises(TextError, match=r"서로게이트\(U\+D"):
        tokenizer(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("창원시는 열었다", ["창원시/NNP", "는/JX", "열/VV", "었/EP", "다/EF"]),
        ("사업비 120억 원", ["사업비/NNG", "120/SN", "억/NR", "원/NNB"]),
        ("나루 \t항", ["나루/NNG", "\t/_SP", "항/NNG"]),
    ],
)
def test_morphemes_are_tokens(tokenizer: KiwiTokenizer, text: str, tokens: list[str]) -> None:
    assert tagged(tokenizer(text)) == tokens


def test_shared_characters_join_their_morphemes(tokenizer: KiwiTokenizer) -> None:
    token = tokenizer("회의를 했다.")[2]
    assert (token.text, token.tag_, token.lemma_) == ("했", "VV+EP", "하+었")


def test_sentences_are_kiwis(tokenizer: KiwiTokenizer) -> None:
    doc = tokenizer("시는 2일 열었다. 시장은 말했다.")
    assert [sentence.text for sentence in doc.sents] == ["시는 2일 열었다.", "시장은 말했다."]


def test_user_words_are_known() -> None:
    words = [UserWord("플라잉카실증", "NNP", 5.0)]
    assert "플라잉카실증/NNP" in tagged(KiwiTokenizer(Vocab(), words)("플라잉카실증을 했다"))


def test_pickle_and_bytes_carry_the_words(tokenizer: KiwiTokenizer) -> None:
    words = [UserWord("나루콘", "NNP", 3.0)]
    made = KiwiTokenizer(Vocab(), words)
    made("쓰임")  # Kiwi is built by now, and does not pickle
    assert pickle.loads(pickle.dumps(made)).words == tuple(words)
    assert KiwiTokenizer(Vocab()).from_bytes(made.to_bytes()).words == tuple(words)


class TestChunks:
    @given(st.text(alphabet="가 \n", max_size=200), st.integers(1, 30))
    def test_they_give_the_text_again(self, text: str, size: int) -> None:
        cut = list(chunks(text, size))
        assert "".join(cut) == text
        assert all(0 < len(chunk) <= max(size, 1) for chunk in cut)

    def test_they_end_at_lines(self) -> None:
        text = ("가" * 100 + "\n") * 100
        assert all(chunk.endswith("\n") and len(chunk) <= CHUNK for chunk in chunks(text))


class TestPieces:
    def test_what_kiwi_passes_over_is_a_token(self) -> None:
        cut = pieces("가\x01 나", [("가", "NNG", 0, 1, 0), ("나", "NNG", 3, 1, 0)])
        assert [(piece.surface, piece.space, piece.tag) for piece in cut] == [
            ("가", False, "NNG"),
            ("\x01", True, "SW"),
            ("나", False, "NNG"),
        ]

    @given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=8))
    def test_any_morphemes_give_the_text_again(self, spots: list[tuple[int, int]]) -> None:
        text = "가나 다라\t마바 사아"
        given_ = [("x", "NNG", start, length, 0) for start, length in sorted(spots) if start < len(text)]
        cut = pieces(text, given_)
        assert "".join(piece.surface + " " * piece.space for piece in cut) == text


def test_words_that_no_dictionary_holds_are_told(tokenizer: KiwiTokenizer) -> None:
    text = "가" * CHUNK + "\n미국 노스포드는 프로젝트를 논의했다."
    doc = tokenizer(text)
    assert text.index("노스포드") in unheard(doc)
    assert text.index("프로젝트") not in unheard(doc)
    assert unheard(pickle.loads(pickle.dumps(doc))) == unheard(doc)
