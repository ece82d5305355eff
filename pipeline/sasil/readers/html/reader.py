"""An HTML page → Article: what the page says of itself, and its main text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sasil.article import Article, Embargo, Source, Table
from sasil.errors import ReadError
from sasil.readers.documents.blocks import Block
from sasil.readers.documents.composing import Composed, Line, compose
from sasil.readers.documents.headings import heading
from sasil.readers.documents.moments import first_moment
from sasil.readers.documents.release import contact_rows, joined
from sasil.readers.html.attachments import DOCUMENT, find_attachments
from sasil.readers.html.credits import find_byline, find_outlet
from sasil.readers.html.dates import find_published
from sasil.readers.html.lines import Kind, is_sentence, kind_of
from sasil.readers.html.measuring import container, measure
from sasil.readers.html.others import other_page
from sasil.readers.html.page import Element, Page, parse, read_page
from sasil.readers.html.pieces import Piece, pieces
from sasil.readers.html.script_data import as_html, script_article
from sasil.readers.html.titles import find_title
from sasil.readers.html.trimming import Trimmed, bylines, outer_sentences, subtitle_words, trim

_LITTLE = 300
"""Below this much running text a page is taken to carry its article in its scripts."""

_SOME = 80
_LEAST = 40
_SHORT = 600
_LINKED = 0.25
_HEAD = 40
_ABOVE = 6
_RELEASE = re.compile(r"보\s?도\s?(?:시\s?점|일\s?시|자\s?료)")


@dataclass(slots=True)
class _Reading:
    """What was read of a page: its pieces with their kinds, the article's among them, and its title."""

    pieces: list[Piece]
    kinds: list[Kind]
    title: str | None
    trimmed: Trimmed = field(default_factory=Trimmed)

    @property
    def prose(self) -> int:
        """The length of the article's sentences."""
        return sum(len(piece.text) for piece in self.trimmed.kept if piece.grid is None and is_sentence(piece.text))


def read_html(page: str, *, id: str) -> Article:  # noqa: A002 - the article's id
    r"""Return the article of a page: title and subtitles, a blank line, then a paragraph or a row of a table a line.

    Title, date and reporters come from JSON-LD, else from meta elements, else from visible headings and labels; the
    body from the element that holds most running text, else from the data of the page's scripts. Captions, copyright
    lines, contacts and attachments are fields of their own. Raises ReadError for a page without an article: a list, an
    error page, a wall before the article.

    >>> article = read_html("<title>나루교 착공</title><p>나루시는 2일 나루교 공사를 시작했다고 밝혔다.</p>", id="a")
    >>> article.title, article.text
    ('나루교 착공', '나루교 착공\n\n나루시는 2일 나루교 공사를 시작했다고 밝혔다.')
    """
    parsed = read_page(page)
    if parsed is None:
        raise ReadError("쪽에서 본문을 찾지 못했습니다")
    reading = _read(parsed, parsed.root)
    if reading.prose < _LITTLE:
        reading = _from_data(parsed, reading)
    attachments = find_attachments(parsed.root) if DOCUMENT.search(page) else ()
    above, head, tail = _surroundings(reading)
    moment = find_published(parsed, *([piece.text for piece in part] for part in (above, head, tail)))
    byline = find_byline(parsed, head or above, [*bylines(reading.pieces), *tail])
    blocks: list[Block] = [piece.text if piece.grid is None else piece.grid for piece in reading.trimmed.kept]
    _refuse(reading, moment, bool(attachments))
    composed = compose(blocks)
    kind, embargo = _release(composed)
    text, tables = _joined(reading, composed)
    return Article(
        id=id,
        text=text,
        title=reading.title,
        published_at=max((at for at in (moment, embargo and embargo.at) if at), key=lambda at: at[:16], default=None),
        outlet=find_outlet(parsed, reading.pieces),
        byline=byline,
        url=parsed.url or parsed.meta("og:url"),
        source=Source(format="html"),
        kind=kind,
        subtitles=tuple(dict.fromkeys(map(subtitle_words, reading.trimmed.subtitles))),
        embargo=embargo,
        tables=tables,
        contacts=tuple(dict.fromkeys([*reading.trimmed.contacts, *_asked(composed)])),
        captions=tuple(dict.fromkeys(reading.trimmed.captions)),
        boilerplate=tuple(dict.fromkeys(reading.trimmed.boilerplate)),
        attachments=attachments,
    )


def _release(composed: Composed) -> tuple[str | None, Embargo | None]:
    """Return the kind of paper and the embargo where the body begins with the head of a press release."""
    if not any(_RELEASE.search(line.text) for line in composed.lines[:_HEAD]):
        return None, None
    head = heading(composed.lines)
    return head.kind, Embargo(head.embargo, first_moment(head.embargo, head.distributed)) if head.embargo else None


def _asked(composed: Composed) -> list[tuple[str, ...]]:
    return [row for cells in composed.grids for row in contact_rows(cells)]


def _read(page: Page, root: Element) -> _Reading:
    measures = measure(root)
    body = container(root, measures)
    found = list(pieces(root, body, measures))
    kinds = [kind_of(piece) for piece in found]
    outer = outer_sentences(found, kinds)
    title = find_title(page, found[: outer[0]] if outer else found)
    reading = _Reading(found, kinds, title)
    if outer is not None:
        reading.trimmed = trim(found, title, kinds, outer)
    return reading


def _from_data(page: Page, shown: _Reading) -> _Reading:
    """Read the article from the page's scripts, or from JSON-LD, where these hold more of it than the page shows."""
    titles = [title for title in (page.meta("og:title"), page.title, shown.title) if title]
    found = script_article(page.scripts, titles)
    stated = as_html(page.data.get("articleBody"))
    if found is not None and not found.stated and shown.prose >= _SOME:
        found = None  # of other articles, while the page shows a short one
    if found is not None and (stated is None or len(found.body) >= len(stated)):
        page.data = {**{name: value for name, value in found.fields.items() if value}, **page.data}
        body: str | None = found.body
    else:
        body = stated
    root = parse(f"<body><article>{body}</article></body>") if body else None
    if root is None:
        return shown
    reading = _read(page, root)
    if reading.prose <= shown.prose:
        return shown
    below_title = page.data.get("alternativeHeadline")
    reading.trimmed.subtitles += below_title.split("\n") if isinstance(below_title, str) else []
    reading.title = find_title(page, shown.pieces[: shown.trimmed.first]) if "headline" in page.data else reading.title
    return reading


def _surroundings(reading: _Reading) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Return the pieces right above the title, those from it to the first sentence, and those below the last one."""
    first, last = reading.trimmed.first, reading.trimmed.last
    start = max((number for number in range(first) if reading.pieces[number].text == reading.title), default=None)
    if start is None:
        return reading.pieces[max(first - _HEAD, 0) : first], [], reading.pieces[last + 1 :]
    return reading.pieces[max(start - _ABOVE, 0) : start], reading.pieces[start:first], reading.pieces[last + 1 :]


def _refuse(reading: _Reading, moment: str | None, has_files: bool) -> None:
    """Raise ReadError for a page that shows no article."""
    kept = reading.trimmed.kept
    letters = sum(len(piece.text) for piece in kept)
    carries_files = has_files and reading.title is not None and moment is not None
    if reading.prose == 0 and not carries_files:
        linked = sum(piece.linked for piece in reading.pieces if piece.inside)
        if letters < _LEAST or linked > _LINKED * letters:
            raise ReadError("쪽에서 본문을 찾지 못했습니다")
    if letters < _SHORT and moment is None:
        words = " ".join([reading.title or "", *(piece.text for piece in kept)])
        if (reason := other_page(words)) is not None:
            raise ReadError(reason)


def _joined(reading: _Reading, composed: Composed) -> tuple[str, tuple[Table, ...]]:
    """Return title, subtitles and body as one text, and the tables with their places in it."""
    head = [line for line in (reading.title, *dict.fromkeys(reading.trimmed.subtitles)) if line]
    text, tables = joined([*map(Line, head), Line(""), *composed.lines], composed)
    return text, tuple(tables)
