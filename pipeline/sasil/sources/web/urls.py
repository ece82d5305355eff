"""URLs: which may be asked for, in what form, and how they are shown."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit, urlunsplit

from requests import Request
from requests.exceptions import RequestException

from sasil.errors import SourceError

SCHEMES = ("http", "https")
HIDDEN = "***"
_LONGEST = 4096
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_SECRET = re.compile(
    r"(?P<name>(?:^|[?&;])(?:(?:service|api|access|auth|secret)[_-]?key|(?:access|auth)[_-]?token|client[_-]?secret"
    r"|passw(?:or)?d)=)[^&;#]*",
    re.IGNORECASE,
)
"""Names that only keys and passwords bear; a bare key= is the number of an article on many boards."""

_USER = re.compile(r"(?<=//)[^/?#@\s]*@")
_SHORT_LABEL = 3


def is_url(text: str) -> bool:
    """Tell a URL of the web from a path.

    >>> is_url("https://naru.example/1"), is_url("C:/1.txt"), is_url("보도자료/1.txt")
    (True, False, False)
    """
    return text.lower().startswith(("http://", "https://"))


def checked(url: str, base: str | None = None) -> str:
    """Return a URL, or a reference from ``base``, in the form in which it is sent: RFC 3986, host in IDNA, no fragment.

    Raises SourceError for another scheme than http and https, for a user name or password, and for what is no URL.

    >>> checked("https://나루시.kr/소식?번호=1#본문")
    'https://xn--910br1nosi.kr/%EC%86%8C%EC%8B%9D?%EB%B2%88%ED%98%B8=1'
    """
    given = url.strip()
    try:
        joined = urljoin(base, given) if base is not None else given
        parts = urlsplit(joined)
        if parts.scheme.lower() not in SCHEMES:
            raise SourceError("http나 https로 시작하는 URL이 아닙니다", place=shown(given))
        if "@" in parts.netloc:
            raise SourceError("이름이나 암호가 든 URL은 가져오지 않습니다", place=shown(given))
        if len(joined) > _LONGEST or _FORBIDDEN.search(joined) or not parts.hostname or "%" in parts.hostname:
            raise SourceError("URL이 바르지 않습니다", place=shown(given))
        sent = Request("GET", urldefrag(joined).url).prepare().url
    except (RequestException, ValueError):  # UnicodeError is a ValueError
        raise SourceError("URL이 바르지 않습니다", place=shown(given)) from None
    return sent or joined


def shown(url: str) -> str:
    """Return a URL as errors, archives and records show it: without user names, passwords and keys.

    >>> shown("https://u:p@apis.example/list?serviceKey=abc&startDate=20240601")
    'https://***@apis.example/list?serviceKey=***&startDate=20240601'
    """
    short = url if len(url) <= _LONGEST else url[:_LONGEST] + "…"
    return _SECRET.sub(rf"\g<name>{HIDDEN}", _USER.sub(f"{HIDDEN}@", short))


def host_of(url: str) -> str:
    """Return the host of a checked URL, in lower case."""
    return urlsplit(url).hostname or ""


def origin_of(url: str) -> str:
    """Return scheme, host and port of a checked URL: robots.txt holds for one of these (RFC 9309).

    >>> origin_of("https://Naru.example:8443/a?b=c")
    'https://naru.example:8443'
    """
    parts = urlsplit(url)
    return urlunsplit(SplitResult(parts.scheme, parts.netloc.lower(), "", "", ""))


def same_site(one: str, other: str) -> bool:
    """Tell whether two URLs belong to one site: the same host, or hosts under the same registered name.

    >>> same_site("https://www.naru.go.kr/1", "https://file.naru.go.kr/a.hwpx")
    True
    >>> same_site("https://www.naru.go.kr/1", "https://www.garam.go.kr/a.hwpx")
    False
    """
    return _site(host_of(one)) == _site(host_of(other))


def _site(host: str) -> str:
    """Return the registered name: names under a country's own go, or, co … take a label more (KISA, 도메인 체계)."""
    labels = host.rstrip(".").split(".")
    if ":" in host or labels[-1].isdigit():
        return host
    country = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= _SHORT_LABEL
    return ".".join(labels[-3:] if country else labels[-2:])
