"""What a line of a page is: of the article, a caption, a copyright, a byline, a label, a widget, a break."""

from __future__ import annotations

import re
from enum import Enum, auto

from sasil.lexicons import lexicon
from sasil.readers.html.measuring import SENTENCE
from sasil.readers.html.pieces import Piece
from sasil.readers.labels import REPORTER


class Kind(Enum):
    """What a piece of a page is to its article."""

    TEXT = auto()
    CAPTION = auto()
    RIGHTS = auto()
    BYLINE = auto()
    LABEL = auto()
    CONTACT = auto()
    WIDGET = auto()
    FILE = auto()
    BREAK = auto()
    LINK = auto()


RIGHTS = re.compile(
    r"무단\s?(?:전재|복제|배포|도용)|재배포\s?(?:를\s?)?금지|저작권자\s?[(©ⓒ&]|^\W{0,3}(?:copyright|[©ⓒ])"
    r"|all rights reserved"
    r"|공공누리|출처표시|KOGL|^(?:본|이)\s?저작물은|정책브리핑의\s?자료는|전재하여\s?제공함을|자유롭게\s?이용(?:이\s?가능|할\s?수)"
    r"|AI\s?학습|재판매\s?및\s?DB|자료\s?출처\s?=|이\s?누리집은\s?대한민국\s?공식",
    re.IGNORECASE,
)
"""Copyright, terms of use, the KOGL mark, and what public sites must say of themselves."""

_IMPRINT = re.compile(
    r"등록번호|발행인|편집인|청소년\s?보호|사업자\s?(?:등록)?번호|통신판매|대표전화|개인정보\s?(?:처리|취급|보호)\s?방침|이용약관"
    r"|이메일\s?(?:무단)?\s?수집|저작권\s?정책|고객센터|기사제보"
)
CAPTION = re.compile(
    r"^[*※]?\s?[\[<(【]?\s?사진\s?(?:\d{1,2}|설명|제공|출처|캡션)?\s?[\]>)】:：=]|^[\[<(]?(?:사진|영상)\s?=|^[\[(<]?자료\s?사진"
    r"|[\[(/ ]사진\s?(?:=|제공|:)[^.]{0,40}$|\[사진[^\]]{0,30}\]$|/사진[=\s][^.]{0,30}$|<사진[^>]{0,40}>$"
)
_BELOW_PICTURE = re.compile(
    r"^[▲△▼▽◀◁▶▷↑↓]|(?:모습|전경|장면|조감도|투시도|기념촬영|기념사진|단체사진|제공|포스터|홍보물)\W{0,3}$|[/=]\s?[가-힣]{2,12}$|기자$"
)
_LONGEST_CAPTION = 250

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<!\d)0\d{1,2}\s?[-.)–]\s?\d{3,4}\s?[-.–]\s?\d{4}(?!\d)|☎")
_CREW = re.compile(
    r"^[(\[]?\s?(?:영상|촬영|편집|영상취재|영상편집|그래픽|디자인|글|정리|취재)[가-힣·\s]{0,8}\s?[:：=/]"
)
_DATE_ONLY = re.compile(
    r"^\W{0,3}(?:(?:19|20)\d\d\s?[.\-/년]\s?)\d{1,2}\s?[.\-/월]\s?\d{1,2}[\s\d:.일시분초()월화수목금토오전후요~|-]{0,30}$"
)
_CLARIFY = re.compile(r"^[\[<【].{1,30}[\]>】]$")
CONTACT = re.compile(
    r"^[\W_]{0,3}(?:자료\s?제공|자료\s?문의|문의\s?처?|담당\s?부서|담당\s?자|보도자료\s?문의|제공\s?부서|연락처|취재\s?문의)\s?[:：(|/\s]"
)
"""Whom to ask about the release."""

_UPDATED = re.compile(
    r"최종\s?수정|최근\s?업데이트|최종\s?업데이트|수정일|업데이트|만족도|자료\s?관리|페이지\s?관리|콘텐츠\s?관리"
)
_FILE = re.compile(r"\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|mp4|odt)\b", re.IGNORECASE)
_FILE_LABEL = re.compile(
    r"^[\W_]{0,3}(?:첨부\s?(?:파일|자료|문서)?|파일|다운로드|붙임\s?파일)\s?(?:\(?\d{1,2}개?\)?)?\s?(?:[:：|]|$)"
)
_TABLE_CAPTION = re.compile(
    r"(?:제공|안내|표|상세|보기|정보|목록|입니다|나타냄|글|내용)\W{0,2}$|제목.{0,40}(?:작성|등록|내용)"
)
_NEIGHBOUR = re.compile(r"이전|다음")
_TOKEN = re.compile(r"[^\s|·,/()\[\]<>+\-–•:ㆍ]+")
_PLACEHOLDER = re.compile(r"^[\[{$#%@<]{1,3}[A-Za-z_\-:0-9 ]{2,40}[\]}$#%@>]{1,3}$")
_LONGEST_LABEL = 160
_LONGEST_BREAK = 40

_FORMS: dict[str, frozenset[str]] = {
    kind: frozenset("".join(row["form"].split()) for row in lexicon("page_lines") if row["kind"] == kind)
    for kind in ("widget", "label", "break", "board", "promotion")
}
_LABEL = re.compile(
    r"^[\W_]{0,3}(?:"
    + "|".join(r"\s{0,3}".join(form) for form in sorted(_FORMS["label"], key=len, reverse=True))
    + r")(?![가-힣])"
)
_PROMOTION = re.compile(
    r"^[\W_]{0,3}(?:" + "|".join(re.escape(form) for form in sorted(_FORMS["promotion"])) + r")"
    r"|^[▶▷☞►].{0,60}(?:구독|바로\s?가기|클릭|보기|채널|앱|다운)|구독(?:하기|하세요|해\s?주세요)|[\"'“”‘’]?\s?제보(?:하기|를\s?기다립|가\s?뉴스|해\s?주세요)|채널\s?추가|네이버에서\s.{1,20}\s보기|좋아요를?\s?눌러"
)


def is_sentence(text: str) -> bool:
    """Tell whether a line holds a sentence of an article.

    >>> is_sentence("나루시는 2일 착공식을 열었다."), is_sentence("등록일 2025. 10. 2. 조회 31")
    (True, False)
    """
    return len(text) >= 15 and SENTENCE.search(text) is not None


def is_board(text: str) -> bool:
    """Tell whether a heading names a board or a site's part and not an article.

    >>> is_board("보도자료 상세보기"), is_board("나루시, 보도자료 점자로도 낸다")
    (True, False)
    """
    words = _TOKEN.findall(text)
    return all(word in _FORMS["board"] for word in words) or "".join(words) in _FORMS["board"]


def kind_of(piece: Piece) -> Kind:
    """Return what a piece is to the article, judged by its own text, its marks and what stands around it."""
    if piece.grid is not None:
        return Kind.TEXT
    text = piece.text
    if piece.linked >= len(text):
        return Kind.LINK
    if "rights" in piece.marks or (len(text) < 400 and (RIGHTS.search(text) or _is_imprint(text))):
        return Kind.RIGHTS
    if _is_caption(piece):
        return Kind.CAPTION
    if _is_break(text):
        return Kind.LINK if piece.linked and not _NEIGHBOUR.search(text) else Kind.BREAK  # [관련기사] amid the text
    if _is_widget(text):
        return Kind.WIDGET
    if "attach" in piece.marks or _FILE_LABEL.search(text) or (_FILE.search(text) and not is_sentence(text)):
        return Kind.FILE
    if is_byline(text):
        return Kind.BYLINE
    return _kind_of_line(piece)


def _kind_of_line(piece: Piece) -> Kind:
    text = piece.text
    if piece.linked > (0.9 if is_sentence(text) else 0.6) * len(text):
        return Kind.LINK
    if piece.tag == "caption" and _TABLE_CAPTION.search(text):
        return Kind.LABEL
    if len(text) > _LONGEST_LABEL:
        return Kind.TEXT
    if CONTACT.search(text):
        return Kind.LABEL if _UPDATED.search(text) else Kind.CONTACT
    if _LABEL.search(text) or _DATE_ONLY.search(text) or (_UPDATED.search(text) and PHONE.search(text)):
        return Kind.TEXT if is_sentence(text) else Kind.LABEL
    return Kind.WIDGET if _PROMOTION.search(text) else Kind.TEXT


def _is_imprint(text: str) -> bool:
    """Tell whether a line is of a site's imprint: two of its words, or one in what is no sentence."""
    words = set(_IMPRINT.findall(text))
    return len(words) > 1 or (len(words) == 1 and not SENTENCE.search(text))


def _is_caption(piece: Piece) -> bool:
    if len(piece.text) > _LONGEST_CAPTION:
        return False
    if "caption" in piece.marks or ("picture" in piece.marks and piece.tag not in ("h1", "h2")):
        return True
    return CAPTION.search(piece.text) is not None or (
        piece.pictured and _BELOW_PICTURE.search(piece.text) is not None and "heading" not in piece.marks
    )


def _is_break(text: str) -> bool:
    if len(text) > _LONGEST_BREAK:
        return False
    words = _TOKEN.findall(text)
    return "".join(words) in _FORMS["break"] or (len(words) > 0 and words[0] in _FORMS["break"] and len(words) < 4)


def _is_widget(text: str) -> bool:
    words = _TOKEN.findall(text) if len(text) < _LONGEST_LABEL else []
    if _PLACEHOLDER.match(text):
        return True
    return (bool(words) and all(word in _FORMS["widget"] or word.isdigit() for word in words)) or (
        not words and len(text) < 4
    )


def is_byline(text: str) -> bool:
    """Tell whether a line holds nothing but reporters and their addresses.

    >>> is_byline("물빛=차서윤 기자 seoyun@handeul.example"), is_byline("차서윤 기자는 어제 물빛시를 찾았다.")
    (True, False)
    """
    if len(text) > 100:
        return False
    if _CREW.search(text):
        return True
    rest = MAIL.sub("", text)
    if len(rest) < len(text) and len(rest.strip(" ()[]<>/|=·")) <= 4:
        return True
    named = REPORTER.search(rest)
    return named is not None and len(REPORTER.sub("", rest).strip(" ()[]<>/|=·,.")) <= 12 and not SENTENCE.search(rest)


def is_clarifying(text: str) -> bool:
    """Tell whether a line heads a part of a statement ([기사 내용])."""
    return _CLARIFY.search(text) is not None
