"""Pages that stand where an article was asked for: errors served as pages, walls of login and subscription."""

from __future__ import annotations

import re

_WALL = re.compile(
    r"로그인\s?(?:한\s?(?:뒤|후)|후|이\s?필요|해\s?주|하신|하시|하셔야)|(?:회원|구독자)\s?만\s?(?:볼|읽을|이용|열람)"
    r"|유료\s?(?:회원|구독|기사)|본인\s?(?:확인|인증)이?\s?필요"
)
_GONE = re.compile(
    r"(?:페이지|화면|자료|게시물|기사|문서|게시글)(?:[를을가이]|\s)?\s?(?:찾을\s?수\s?없|존재하지\s?않|표시할\s?수\s?없)"
    r"|존재하지\s?않는\s?(?:페이지|게시|기사)|삭제(?:된|되었거나)\s?(?:페이지|게시|기사)|접근\s?(?:이\s?)?(?:권한|차단|제한)"
    r"|권한이\s?없|비정상적인\s?접근|잘못된\s?(?:접근|경로|요청)|시스템\s?점검|서비스\s?점검|점검\s?중입니다"
    r"|일시적인\s?(?:오류|장애)|Access Denied|404|Not Found|자동\s?등록\s?방지"
)


def other_page(text: str) -> str | None:
    """Return why a short text is no article but the page of an error or a wall, or None.

    >>> other_page("요청하신 페이지를 찾을 수 없습니다."), other_page("나루시는 찾을 수 없던 지도를 냈다.")
    ('기사가 아니라 오류를 알리는 쪽입니다', None)
    """
    if _WALL.search(text):
        return "기사가 아니라 로그인이나 구독을 청하는 쪽입니다"
    if _GONE.search(text):
        return "기사가 아니라 오류를 알리는 쪽입니다"
    return None
