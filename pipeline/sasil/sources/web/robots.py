"""robots.txt (RFC 9309): which URLs of a host may be fetched, and how often."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from sasil.errors import SasilError, SourceError
from sasil.sources.web.answer import OK, TOO_MANY, Answer
from sasil.sources.web.client import AGENT, Client
from sasil.sources.web.urls import host_of, origin_of

_LARGEST = 500 * 1024
"""RFC 9309 2.5: at least 500 KiB are read."""

_RULE = re.compile(r"^\s*user-agent\s*:", re.IGNORECASE | re.MULTILINE)
_REFUSED = "robots.txt가 막은 쪽입니다"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a host asks for: rules, or None where there are none; ``failure`` says why nothing may be fetched."""

    rules: Protego | None = None
    failure: str | None = None


class Robots:
    """The robots.txt of each host, read once, when the first of its URLs is asked for."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known: dict[str, _Rules] = {}

    def permit(self, url: str) -> None:
        """Raise SourceError for a URL that its host does not want fetched; a Crawl-delay goes to the client's clock."""
        origin = origin_of(url)
        if origin not in self._known:
            self._known[origin] = self._read(origin)
        found = self._known[origin]
        if found.failure is not None:
            raise SourceError(found.failure)
        if found.rules is not None and not found.rules.can_fetch(url, AGENT):
            raise SourceError(_REFUSED)

    def _read(self, origin: str) -> _Rules:
        try:
            answer = self._client.get(f"{origin}/robots.txt", head=_LARGEST)
        except SasilError as error:
            return _Rules(failure=f"robots.txt를 읽지 못해 가져오지 않습니다: {error.message}")
        if answer.status >= 500 or answer.status == TOO_MANY:
            return _Rules(failure=f"robots.txt를 읽지 못해 가져오지 않습니다 (HTTP {answer.status})")
        self._client.clock.release(host_of(origin))
        rules = rules_of(answer)
        if rules is not None:
            delay = rules.crawl_delay(AGENT)
            rate = rules.request_rate(AGENT)
            for seconds in (delay, rate.seconds / rate.requests if rate is not None and rate.requests else None):
                if seconds is not None and seconds > 0:
                    self._client.clock.slow_down(host_of(origin), float(seconds))
        return _Rules(rules)


def rules_of(answer: Answer) -> Protego | None:
    """Return the rules of an answer, or None where it is no robots.txt: any status but 200, an HTML page, a picture.

    Protego would take a "not found" page for a file that allows everything, and a file of one long line for rules.
    """
    if answer.status != OK:
        return None
    text = answer.body.decode("utf-8-sig", "replace")
    is_page = text.lstrip().startswith("<") or answer.content_type.endswith(("html", "xml"))
    if is_page and not _RULE.search(text):
        return None
    return Protego.parse(text)
