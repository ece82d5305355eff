"""Pages of tests/readers/pages by Sasil and, where installed, by trafilatura, readability-lxml and resiliparse.

    python benchmarks/pages.py [--part held] [--each]

Title and day: share of the pages where they are right. Body: recall and precision over runs of five characters, mean of
the pages. Speed: pages a second of one process' CPU time, each page grown to 140 KB by menus, scripts and lists as real
pages are.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sasil.errors import ReadError
from sasil.evaluation.pages import MarkedPage, read_pages, shared
from sasil.readers import read
from sasil.readers.encoding import decode

PAGES = Path(__file__).parent.parent / "tests" / "readers" / "pages"
SIZE = 140_000
MENU = '<li class="depth2"><a href="/menu/{0}/list.do" title="새 창">메뉴 이름 {0}</a></li>\n'
STYLE = ".box{0} {{margin:0 auto;padding:{0}px;background:url(/img/{0}.png) no-repeat}}\n"
SCRIPT = "var slot{0} = {{id: 'slot{0}', width: {0}, name: \"가로 배너 {0}\"}}; load(slot{0});\n"


@dataclass
class Result:
    title: str | None
    day: str | None
    body: str


def sasil(data: bytes) -> Result:
    article = read(data, id="")
    _, _, body = article.text.partition("\n\n")
    return Result(article.title, (article.published_at or "")[:10] or None, body or article.text)


def trafilatura(data: bytes) -> Result:
    from trafilatura import bare_extraction

    found = bare_extraction(decode(data), favor_precision=True, with_metadata=True)
    return Result(found.title, found.date, found.text or "") if found else Result(None, None, "")


def readability(data: bytes) -> Result:
    from lxml.html import fromstring
    from readability import Document

    document = Document(decode(data))
    return Result(document.short_title(), None, fromstring(document.summary()).text_content())


def resiliparse(data: bytes) -> Result:
    from resiliparse.extract.html2text import extract_plain_text

    text = decode(data)
    return Result(None, None, extract_plain_text(text, main_content=True, alt_texts=False))


READERS: dict[str, Callable[[bytes], Result]] = {
    "sasil": sasil,
    "trafilatura": trafilatura,
    "readability": readability,
    "resiliparse": resiliparse,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["dev", "held"], help="only the pages of one part")
    parser.add_argument("--each", action="store_true", help="a line for each page")
    options = parser.parse_args()
    pages = [page for page in read_pages(PAGES) if options.part in (None, page.part)]
    print(f"{len(pages)} pages\n{'':<14} title   day  recall  precision  pages/s of {SIZE // 1000} KB")
    for name, reader in READERS.items():
        if importlib.util.find_spec(name) is not None:
            print(line(name, reader, pages, each=options.each))


def line(name: str, reader: Callable[[bytes], Result], pages: list[MarkedPage], *, each: bool) -> str:
    found = [(page, attempt(reader, page.data)) for page in pages]
    titles = sum(result.title == page.title for page, result in found) / len(pages)
    days = sum(result.day == page.published[:10] for page, result in found) / len(pages)
    scores = [shared(page.body, result.body) for page, result in found]
    for (page, result), (recall, precision) in zip(found, scores, strict=True):
        if each:
            print(f"  {page.name:<24} {recall:.3f} {precision:.3f} {result.day} {result.title}")
    recall, precision = (sum(score[side] for score in scores) / len(scores) for side in (0, 1))
    return f"{name:<14} {titles:5.2f} {days:5.2f} {recall:7.3f} {precision:10.3f} {speed(reader, pages):8.1f}"


def attempt(reader: Callable[[bytes], Result], data: bytes) -> Result:
    try:
        return reader(data)
    except ReadError:
        return Result(None, None, "")


def speed(reader: Callable[[bytes], Result], pages: list[MarkedPage]) -> float:
    large = [grown(page) for page in pages]
    attempt(reader, large[0])
    start = time.process_time()
    for data in large:
        attempt(reader, data)
    return len(large) / (time.process_time() - start)


def grown(page: MarkedPage) -> bytes:
    """Add a third each of scripts, styles and menus."""
    text = decode(page.data)
    missing = max(SIZE - len(page.data), 0) // 3
    script = many(SCRIPT, missing)
    head = f"<style>{many(STYLE, missing)}</style><script>{script}</script>"
    menu = f'<div class="gnb"><ul>{many(MENU, missing)}</ul></div>'
    opened = text.lower().find("<body")
    place = text.find(">", opened) + 1 if opened >= 0 else 0
    return f"{text[:opened]}{head}{text[opened:place]}{menu}{text[place:]}".encode()


def many(pattern: str, size: int) -> str:
    return "".join(pattern.format(number) for number in range(size // len(pattern.format(100).encode())))


if __name__ == "__main__":
    main()
