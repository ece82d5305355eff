"""A lead that a page carries twice: found and told, never mended, for the text is the document's."""

from __future__ import annotations

from dataclasses import replace

from sasil.article import Article, Notice

_SHORTEST = 40
_WITHIN = 12


def with_repeated_lead(article: Article) -> Article:
    r"""Return the article with a notice where one of its first paragraphs stands there twice, at the second place.

    >>> lead = "나루시는 2일 물빛공원에서 물빛다리 착공식을 열고 공사에 들어갔다고 3일 밝혔다."
    >>> with_repeated_lead(Article(id="a", text=f"착공\n{lead}\n{lead}\n끝")).notices[0].span
    (49, 94)
    """
    first: set[str] = set()
    place = number = 0
    for line in article.text.split("\n", 4 * _WITHIN):
        words = line.strip()
        if words:
            number += 1
            if number > _WITHIN:
                break
            if len(words) >= _SHORTEST and words in first:
                start = place + line.index(words)
                notice = Notice("repeated-lead", "같은 첫 문단이 두 번 실려 있습니다", (start, start + len(words)))
                return replace(article, notices=(*article.notices, notice))
            first.add(words)
        place += len(line) + 1
    return article
