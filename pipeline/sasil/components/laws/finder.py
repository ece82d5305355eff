"""The names of laws in a text, each with the article that is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.laws import patterns
from sasil.record import LawMention
from sasil.values import LawValue

_PART = re.compile(r"제?(\d+)(조|항|호)")


def find_laws(text: str) -> list[LawMention]:
    """Return the LAW spans of a text in order, with the article that follows the name.

    >>> [(law.text, law.value.article) for law in find_laws("「도로법」 제38조제1항에 따라")]
    [('도로법', '제38조제1항')]
    """
    marked = list(_marked(text))
    taken = [(law.start, law.end) for law in marked]
    return sorted([*marked, *_written(text, taken)], key=lambda law: law.start)


def _marked(text: str) -> Iterator[LawMention]:
    """Give the laws that stand in marks: any title with the ending of a law."""
    for match in patterns.MARKED.finditer(text):
        bracket = match[0][0] in patterns.BRACKETS
        name, article = _title(match[1])
        if name and (article is not None or _is_title(name, bracket, text, match.end() - 1)):
            start = match.start(1) + len(match[1]) - len(match[1].lstrip())
            yield _law(text, start, start + len(name), match.end() - 1, "laws.marks", article)


def _title(title: str) -> tuple[str, str | None]:
    """Take off a title what is not the name: the article cited, and what makes a bill of a law."""
    title = title.strip()
    inner = patterns.INNER_ARTICLE.search(title)
    if inner is not None:
        return title[: inner.start()], inner[1]
    return patterns.BILL.sub("", title), None


def _is_title(name: str, bracket: bool, text: str, end: int) -> bool:
    if patterns.GUIDELINE.search(name):
        return patterns.NOTICE.match(text, end) is not None
    if patterns.ENDING.search(name) is None:
        return False
    last = name.rpartition(" ")[2]
    if bracket:
        return last in patterns.names() or not _is_method(last) or patterns.CITED.match(text, end) is not None
    return len(name) <= 40 and not _joined(name, last) and _is_law_word(name, last)


def _is_law_word(name: str, last: str) -> bool:
    """Tell whether words are a law's name by their last word alone, without the marks of a title."""
    if last.endswith(("시행령", "시행규칙")):
        return len(name) > len(last) or len(last) > 4
    if last.endswith("조례"):
        return len(name) > len(last)
    if last.endswith(("법률", "규칙", "규정", "고시")):
        return patterns.FAR.search(name[: -len(last)].rstrip()) is not None
    return name.replace(" ", "") in patterns.names() or _glued(last) or last in patterns.words_of("class")


def _joined(name: str, last: str) -> bool:
    """Tell whether words in quotes are more than one name: ‘내란죄와 국가보안법’."""
    return last in patterns.names() and re.search(r"[와과] ", name) is not None


def _is_method(word: str) -> bool:
    known = patterns.endings("class").search(word) or word in patterns.names()
    return not known and patterns.endings("method").search(word) is not None


def _glued(word: str) -> bool:
    """Tell whether a word is a law by itself: 건설산업기본법, 전기사업법."""
    for kind in ("class", "ending"):
        ending = patterns.endings(kind).search(word)
        if ending is not None and ending.start() >= 2:
            return True
    return False


def _written(text: str, taken: list[tuple[int, int]]) -> Iterator[LawMention]:
    """Give the laws written out without marks, those in ``taken`` passed over."""
    position = 0
    last_end = 0
    for head in patterns.HEAD.finditer(text):
        while position < len(taken) and taken[position][1] < head.end():
            position += 1
        if position < len(taken) and taken[position][0] < head.end():
            continue
        start = _left_edge(text, max(last_end, head.start() - 120), head)
        if start is not None:
            last_end = head.end()
            yield _law(text, start, head.end(), head.end(), "laws.written", None)


def _left_edge(text: str, floor: int, head: re.Match[str]) -> int | None:
    """Return where the name ends its way to the left, or None where the words are no law."""
    word = _word_before(text, floor, head.start() + len(head[0].partition(" ")[0]))
    if word is None:
        return None
    known = _known(text, floor, head.end())
    if known is not None:
        return known
    before = text[floor : word.start()].rstrip(" ")
    if patterns.FAR.search(before, max(0, len(before) - 50)) and _may_close(word[0]):
        return _far_edge(text, floor, floor + len(before))
    return _near_edge(text, floor, word, head)


def _may_close(word: str) -> bool:
    """Tell whether a word may close a long name: 법률, 특별법, 조례, 규정; 방법 and 입법 may not."""
    if word.startswith("시행"):
        return False
    return len(word) < 6 and not (word.endswith("법") and len(word) > 1 and _is_method(word))


def _word_before(text: str, floor: int, end: int) -> re.Match[str] | None:
    return patterns.WORD.search(text, max(floor, end - 40), end)


def _known(text: str, floor: int, end: int) -> int | None:
    """Return the start of the longest known name that ends here."""
    core = re.sub(r" ?(?:시행령|시행규칙)$", "", text[floor:end])
    if core[-12:].replace(" ", "")[-3:] not in patterns.tails() and core[-2:] not in patterns.tails():
        return None
    starts = [0, *(at.end() for at in re.finditer(r"[^가-힣A-Za-z]", core))]
    for start in starts:
        name = core[start:].lstrip()
        if name.replace(" ", "") in patterns.names():
            return floor + len(core) - len(name)
    return None


def _far_edge(text: str, floor: int, end: int) -> int | None:
    """Walk left from 에 관한 over the words of a long name, to a topic, a sign or a word that stops."""
    edge = None
    after = ""
    words = list(re.finditer(r"[^ ]+", text[floor:end]))[::-1]
    for number, found in enumerate(words[: patterns.MOST_WORDS]):
        word = found[0]
        if floor and not found.start() and text[floor - 1] != " ":
            break
        signs = [sign.end() for sign in patterns.SIGN.finditer(word)]
        if signs:
            rest = word[signs[-1] :]
            inside = rest and (not number or _is_inside(rest, after, number))
            return floor + found.start() + signs[-1] if inside else edge
        if number and not _is_inside(word, after, number):
            break
        after = word
        edge = floor + found.start()
    return edge if after not in ("등", "및") else None


def _is_inside(word: str, after: str, number: int) -> bool:
    """Tell whether a word may stand in a long name before the word ``after``."""
    if word in patterns.words_of("noun") or (number == 1 and word.endswith("에")):
        return True
    if word[-1] in "을를" and patterns.TAKES_OBJECT.search(after):
        return True
    if word in patterns.words_of("stop") and word not in ("및", "등", "대한", "관한", "위한"):
        return False
    return patterns.TOPIC.search(word) is None and not _numeral(word)


def _numeral(word: str) -> bool:
    return word[0].isdigit()


def _near_edge(text: str, floor: int, word: re.Match[str], head: re.Match[str]) -> int | None:
    """Return the start of a short name: a word that is a law by itself, or a class word with the words before it."""
    last = word[0].removesuffix("시행령").removesuffix("시행규칙")
    if last.endswith(("법률", "규칙", "규정", "고시")) or last in patterns.words_of("method"):
        return None
    if last.endswith("조례"):
        start = _with_words(text, floor, word.start(), 5) if last == "조례" else word.start()
        return start if start is not None and word.end() - start > 6 else None
    if last in patterns.words_of("class"):
        skill = last in patterns.words_of("skill") and not patterns.LATER.match(text, head.end())
        return None if skill else _with_words(text, floor, word.start(), 3)
    if len(last) < 3:
        return None
    cited = patterns.CITED.match(text, head.end()) is not None
    if "·" in last and _glued(last.rpartition("·")[2]):
        return word.start() + last.rindex("·") + 1
    shown = _glued(last) or patterns.LATER.match(text, head.end()) or " " in head[0] or len(last) < len(word[0])
    return word.start() if cited or (shown and not _is_method(last)) else None


def _with_words(text: str, floor: int, start: int, most: int) -> int | None:
    """Walk left over bare nouns; None where there is none, for 특별법 alone is no name."""
    edge = None
    for _ in range(most):
        if start - 1 < floor or text[start - 1] != " ":
            break
        word = _word_before(text, floor, start - 1)
        if word is None or not _bare(word[0]):
            break
        edge = start = word.start()
    return edge


def _bare(word: str) -> bool:
    if word in patterns.words_of("stop") or _numeral(word):
        return word in ("및", "등")
    return word in patterns.words_of("noun") or patterns.PARTICLE.search(word) is None


def _law(text: str, start: int, end: int, after: int, by: str, article: str | None) -> LawMention:
    if article is None and (cited := patterns.CITED.match(text, after)) is not None:
        article = cited[1]
    value = LawValue(article=_normal(article)) if article else None
    return LawMention(start=start, end=end, text=text[start:end], value=value, by=by)


def _normal(article: str) -> str:
    """Write an article without blanks, each part with 제: 40조 1항 is 제40조제1항."""
    return _PART.sub(r"제\1\2", article.replace(" ", ""))
