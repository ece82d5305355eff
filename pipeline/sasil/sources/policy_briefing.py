"""The API of press releases of Korea's government (data.go.kr, 1371000/pressReleaseService) → Articles."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from html import unescape
from urllib.parse import unquote, urlencode

from lxml import etree

from sasil.article import Article, Attachment, Embargo, Source, Table, nfc
from sasil.errors import SasilError, SourceError
from sasil.readers.documents.blocks import Block
from sasil.readers.documents.composing import compose
from sasil.sources.web.answer import OK, Answer, reason
from sasil.sources.web.links import KST
from sasil.sources.web.pages import Pages
from sasil.sources.web.secret import Secret
from sasil.sources.web.urls import shown
from sasil.sources.web.xml import children, local, text_of, xml_of

ENDPOINT = "https://apis.data.go.kr/1371000/pressReleaseService/pressReleaseList"
KEY = "SASIL_DATA_GO_KR_KEY"
ELSEWHERE = "SASIL_DATA_GO_KR_URL"
"""Names another address of the API: a gateway through which an agency's network reaches it."""

_DAYS = 3
_NO_DATA = frozenset({"3", "03"})
_FINE = frozenset({"0", "00"})
_REASONS = {
    "1": "API에 오류가 났습니다",
    "10": "물음이 바르지 않습니다",
    "11": "있어야 할 값이 빠졌습니다",
    "12": "없어졌거나 폐기된 API입니다",
    "20": "이 API를 쓸 권한이 없습니다",
    "22": "하루에 쓸 수 있는 횟수를 넘었습니다",
    "30": "등록되지 않은 열쇠입니다",
    "31": "기한이 지난 열쇠입니다",
    "32": "등록되지 않은 IP 주소입니다",
}
"""Codes of the gateway (returnReasonCode) and of the service (resultCode), from data.go.kr's guide to its APIs."""

_CODES = (b"<resultCode>", b"<returnReasonCode>")
_HOPELESS = frozenset({"12", "20", "22", "30", "31", "32"})
_TIME = "%m/%d/%Y %H:%M:%S"
_SUBTITLES = ("subtitle1", "subtitle2", "subtitle3")


class _HopelessError(SourceError):
    """An answer after which no other call can do better: the key is refused or used up."""


def secret_of(environment: Mapping[str, str]) -> Secret:
    """Return the key of the API; raise SourceError where the environment holds none.

    data.go.kr gives each key in two forms, plain and percent-encoded: either will do.
    """
    key = environment.get(KEY, "").strip()
    if not key:
        raise SourceError(f"data.go.kr의 열쇠가 없습니다: 환경 변수 {KEY}에 넣어 주세요")
    return Secret(query={"serviceKey": unquote(key)})


def windows(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Give a range of days in parts that one call can ask for: three days at most.

    >>> [(a.day, b.day) for a, b in windows(date(2024, 6, 1), date(2024, 6, 7))]
    [(1, 3), (4, 6), (7, 7)]
    """
    while first <= last:
        end = min(first + timedelta(days=_DAYS - 1), last)
        yield first, end
        first = end + timedelta(days=1)


def releases(
    first: date,
    last: date,
    pages: Pages,
    secret: Secret,
    on_error: Callable[[SasilError], None],
    *,
    only_new: bool = False,
    endpoint: str = ENDPOINT,
) -> Iterator[Article]:
    """Give the releases of some days, in Korea's time, both ends included; a call that fails is told to ``on_error``.

    Days that are over are asked for once, where an archive is at hand, and with ``only_new`` passed over from then on.
    A refused key ends the work.
    """
    for start, end in windows(first, last):
        url = f"{endpoint}?{urlencode({'startDate': f'{start:%Y%m%d}', 'endDate': f'{end:%Y%m%d}'})}"
        try:
            page = pages.call(url, secret, judge, settled=datetime.combine(end, time.max, KST))
            if page.is_new or not only_new:
                yield from read_releases(page.body, url)
        except _HopelessError as error:
            on_error(error)
            return
        except SasilError as error:
            on_error(error)


def judge(answer: Answer) -> None:
    """Raise SourceError for an answer that holds an error, be its status 200 or not."""
    if answer.status == OK or any(code in answer.body for code in _CODES):
        _checked(xml_of(answer.body, answer.url, "XML이"), answer.url)
    if answer.status in (401, 403):
        raise _HopelessError(reason(answer.status), place=shown(answer.url))
    if answer.status != OK:
        raise SourceError(reason(answer.status), place=shown(answer.url))


def read_releases(data: bytes, url: str) -> list[Article]:
    """Return the releases of an answer, each once, in its latest version, without those that were taken back.

    The text is the title, the subtitles, a blank line, and the body. Raises SourceError for an answer with an error.
    """
    root = xml_of(data, url, "XML이")
    _checked(root, url)
    latest: dict[str, etree._Element] = {}
    for item in root.iter():
        if local(item) == "newsitem" and (name := text_of(item, "newsitemid")):
            held = latest.get(name)
            if held is None or _version(item) >= _version(held):
                latest[name] = item
    source = Source(uri=shown(url), format="policy-briefing", sha256=hashlib.sha256(data).hexdigest())
    return [_article(name, item, source) for name, item in latest.items() if text_of(item, "contentsstatus") != "D"]


def _checked(root: etree._Element, url: str) -> None:
    """Raise SourceError for the code of an error: the service's own, or the gateway's before it."""
    codes = [element for element in root.iter() if local(element) in ("resultcode", "returnreasoncode")]
    code = (codes[0].text or "").strip() if codes else ""
    if code in _FINE or code in _NO_DATA:
        return
    messages = {local(element): (element.text or "").strip() for element in root.iter()}
    said = messages.get("returnauthmsg") or messages.get("resultmsg") or messages.get("errmsg") or ""
    if not code and not said:
        raise SourceError("정책브리핑 API의 답이 아닙니다", place=shown(url))
    known = _REASONS.get(code.lstrip("0"), "API가 거절했습니다")
    kind = _HopelessError if code.lstrip("0") in _HOPELESS or "KEY" in said.upper() else SourceError
    raise kind(f"{known} (코드 {code or '없음'}: {said[:100]})", place=shown(url))


def _version(item: etree._Element) -> int:
    number = text_of(item, "modifyid")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _article(name: str, item: etree._Element, source: Source) -> Article:
    title = _line(text_of(item, "title"))
    subtitles = tuple(line for key in _SUBTITLES if (line := _line(text_of(item, key))))
    approved, embargo = _moment(text_of(item, "approvedate")), _moment(text_of(item, "embargodate"))
    text, tables = _text(title, subtitles, item)
    return Article(
        id=name,
        text=text,
        title=title or None,
        published_at=max((at for at in (approved, embargo) if at), default=None),
        outlet=_line(text_of(item, "ministercode")) or None,
        url=text_of(item, "originalurl") or None,
        source=source,
        subtitles=subtitles,
        embargo=Embargo(text_of(item, "embargodate"), embargo) if embargo else None,
        tables=tables,
        boilerplate=_terms(text_of(item, "kogltype")),
        attachments=_attachments(item),
    )


def _line(text: str) -> str:
    return " ".join(nfc(unescape(text)).split())


def _moment(text: str) -> str | None:
    """Return a time of the API in ISO 8601.

    >>> _moment("05/08/2026 16:51:00")
    '2026-05-08T16:51:00+09:00'
    """
    try:
        return datetime.strptime(text, _TIME).replace(tzinfo=KST).isoformat()
    except ValueError:
        return None


def _text(title: str, subtitles: tuple[str, ...], item: etree._Element) -> tuple[str, tuple[Table, ...]]:
    """Return title, subtitles and body as one text, and the tables with their places in it."""
    composed = compose(_blocks(text_of(item, "datacontents"), text_of(item, "contentstype")))
    while composed.lines and not composed.lines[-1].text:
        composed.lines.pop()
    head = [line for line in (title, *subtitles) if line]
    lines = [*head, *([""] if head and composed.lines else [])]
    place = sum(len(line) + 1 for line in lines)
    places: dict[int, tuple[int, int]] = {}
    for line in composed.lines:
        if line.grid is not None:
            places[line.grid] = places.get(line.grid, (place, 0))[0], place + len(line.text)
        lines.append(line.text)
        place += len(line.text) + 1
    return "\n".join(lines), tuple(Table(composed.grids[grid], *found) for grid, found in sorted(places.items()))


def _blocks(contents: str, kind: str) -> list[Block]:
    """Return the paragraphs and tables of a body; tags inside a word part it nowhere."""
    if kind == "T" and "</" not in contents:
        return [line for line in contents.splitlines() if line.strip()]
    from sasil.readers.html.measuring import measure
    from sasil.readers.html.page import parse
    from sasil.readers.html.pieces import pieces

    root = parse(f"<body>{contents}</body>") if contents else None
    if root is None:
        return []
    return [piece.text if piece.grid is None else piece.grid for piece in pieces(root, root, measure(root))]


def _terms(kogl: str) -> tuple[str, ...]:
    """Return the line on terms of use that a type of the Korea Open Government License stands for."""
    return (f"공공누리 제{kogl}유형",) if kogl in ("1", "2", "3", "4") else ()


def _attachments(item: etree._Element) -> tuple[Attachment, ...]:
    names = ["".join(element.itertext()).strip() for element in children(item, "filename")]
    urls = ["".join(element.itertext()).strip() for element in children(item, "fileurl")]
    return tuple(
        Attachment(shown(unescape(url)), _line(name) or None) for url, name in zip(urls, names, strict=False) if url
    )
