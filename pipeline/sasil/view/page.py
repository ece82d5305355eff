"""The page of the view: its assets, and the page of a server."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from sasil.sinks.explanation import rules

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy under which the live page works: everything from its own server, nothing inline."""

STYLES = (
    *("base.css", "reading.css", "article.css", "facts.css", "budgets.css", "timeline.css"),
    *("controls.css", "live.css", "list.css", "corrections.css"),
)
"""The style sheets in the order in which they apply."""

EARLY = "early.js"
"""The script that sets theme and language before anything is painted."""

MAIN = "main.js"
"""The module that starts the view."""

ICON = "icon.svg"

_MEDIA_TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml"}


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Return what the live page loads from ``assets/``: name → (bytes, media type).

    >>> assets()["base.css"][1]
    'text/css; charset=utf-8'
    """
    folder = files(__package__).joinpath("assets")
    found = ((held.name, held.name.rpartition(".")[2], held) for held in folder.iterdir())
    return {name: (held.read_bytes(), _MEDIA_TYPES[end]) for name, end, held in sorted(found) if end in _MEDIA_TYPES}


def live_page() -> str:
    """Return the page of a server, which answers ``health``, ``extract`` and ``assets/…`` beside it.

    >>> '<script type="module" src="assets/main.js">' in live_page()
    True
    """
    links = [f'<link rel="icon" href="assets/{ICON}">', f'<script src="assets/{EARLY}"></script>']
    links += [f'<link rel="stylesheet" href="assets/{name}">' for name in STYLES]
    main = f'<script type="module" src="assets/{MAIN}"></script>'
    return filled(title="사실", head="\n".join(links), data=embedded({"live": True, "rules": rules()}), scripts=main)


def filled(*, title: str, head: str, data: str, scripts: str) -> str:
    """Return the page with a title (plain text), the links of its head, its data and its scripts (HTML)."""
    page = Template(files(__package__).joinpath("assets/page.html").read_text(encoding="utf-8"))
    return page.substitute(title=escape(title), head=head, data=data, scripts=scripts)


def embedded(data: Any) -> str:
    r"""Return data as JSON that may stand in a script element of HTML, whatever signs it holds.

    >>> embedded({"글": "</script><!--"})
    '{"글":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return inert(text)


def inert(text: str) -> str:
    """Return JSON without the signs by which HTML would end or open an element; it stays the same JSON."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
